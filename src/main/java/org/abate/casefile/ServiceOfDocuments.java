package org.abate.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The entries on how sent documents were delivered: written once, a mistake corrected by a further one. */
@Component
class ServiceOfDocuments {

    private static final String SELECT = """
            SELECT s.id, s.document_id, s.inventory_document_id, s.event, s.manner, s.reference, s.happened_on, s.upon, s.note, s.corrects,
              c.id AS corrected_by, s.recorded_at, s.recorded_by
            FROM document_service s LEFT JOIN document_service c ON c.corrects = s.id
            """;

    private final JdbcClient database;
    private final Clock clock;

    ServiceOfDocuments(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A sent document of a case or of an inventory, each named in a column of its own. */
    private record Sent(String column, long id, String title, Instant at) {}

    private static Sent sent(Document document) {
        return new Sent("document_id", document.id(), document.title(), document.sentAt());
    }

    private static Sent sent(InventoryDocument document) {
        return new Sent("inventory_document_id", document.id(), document.title(), document.sentAt());
    }

    /** @throws CaseRefused with every fault */
    void add(Document document, NewService given) {
        Faults faults = new Faults();
        NewService checked = checked(sent(document), given, "", faults);
        faults.refuse();
        insert(sent(document), checked);
    }

    /** What would be recorded, in order; every fault goes to faults, under the place of what is given. */
    NewService checked(InventoryDocument document, NewService given, String place, Faults faults) {
        return checked(sent(document), given, place, faults);
    }

    /** Records what is in order, unless just that is recorded already. */
    boolean addOnce(InventoryDocument document, NewService checked) {
        boolean known = checked.corrects() == null
                && of(sent(document)).stream()
                        .filter(entry -> entry.correctedBy() == null)
                        .anyMatch(entry -> new NewService(
                                        entry.event(),
                                        entry.manner(),
                                        entry.reference(),
                                        entry.date(),
                                        entry.upon(),
                                        entry.note(),
                                        null)
                                .equals(checked));
        if (!known) {
            insert(sent(document), checked);
        }
        return !known;
    }

    private NewService checked(Sent document, NewService given, String place, Faults faults) {
        if (document.at() == null) {
            throw new CaseRefused(place + "event", document.title() + " was not sent");
        }
        if (given.event() == null && !faults.in(place + "event")) {
            faults.add(place + "event", "is missing");
        }
        faults.day(
                place + "date",
                given.date(),
                LocalDate.ofInstant(document.at(), clock.getZone()),
                LocalDate.now(clock));
        String reference = faults.optionalLine(place + "reference", given.reference(), 60);
        String upon = faults.optionalLine(place + "upon", given.upon(), 200);
        String note = faults.optionalText(place + "note", given.note(), 1000);
        if (given.corrects() != null) {
            Optional<ServiceEntry> corrected = of(document).stream()
                    .filter(entry -> entry.id() == given.corrects())
                    .findFirst();
            if (corrected.isEmpty()) {
                faults.add(place + "corrects", "is no entry on the service of this document");
            } else if (corrected.get().correctedBy() != null) {
                faults.add(
                        place + "corrects",
                        "is corrected already, by entry " + corrected.get().correctedBy());
            }
        } else if (given.event() == ServiceEvent.RECORDED_IN_ERROR) {
            faults.add(place + "corrects", "is missing: say which entry was recorded in error");
        }
        return new NewService(given.event(), given.manner(), reference, given.date(), upon, note, given.corrects());
    }

    private void insert(Sent document, NewService checked) {
        database.sql("INSERT INTO document_service (" + document.column() + """
                        , event, manner, reference, happened_on, upon, note, corrects, recorded_at, recorded_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        document.id(),
                        checked.event().name(),
                        checked.manner() == null ? null : checked.manner().name(),
                        checked.reference(),
                        checked.date(),
                        checked.upon(),
                        checked.note(),
                        checked.corrects(),
                        Sql.of(clock.instant()),
                        Actor.current())
                .update();
    }

    /** In the order in which they were recorded. */
    List<ServiceEntry> of(Document document) {
        return of(sent(document));
    }

    private List<ServiceEntry> of(Sent document) {
        return database.sql(SELECT + "WHERE s." + document.column() + " = ? ORDER BY s.id")
                .param(document.id())
                .query((row, n) -> entry(row))
                .list();
    }

    /** The same of each of these documents of inventories that has any, by its id. */
    Map<Long, List<ServiceEntry>> ofInventory(Collection<Long> documents) {
        Map<Long, List<ServiceEntry>> entries = new HashMap<>();
        if (!documents.isEmpty()) {
            database.sql(SELECT + "WHERE s.inventory_document_id IN (:documents) ORDER BY s.id")
                    .param("documents", documents)
                    .query(row -> {
                        entries.computeIfAbsent(row.getLong("inventory_document_id"), id -> new ArrayList<>())
                                .add(entry(row));
                    });
        }
        return entries;
    }

    /** The same of every document of a case that has any, by its id. */
    Map<Long, List<ServiceEntry>> of(String caseNumber) {
        Map<Long, List<ServiceEntry>> entries = new HashMap<>();
        database.sql(SELECT + "JOIN document d ON d.id = s.document_id WHERE d.case_number = ? ORDER BY s.id")
                .param(caseNumber)
                .query(row -> {
                    entries.computeIfAbsent(row.getLong("document_id"), id -> new ArrayList<>())
                            .add(entry(row));
                });
        return entries;
    }

    private static ServiceEntry entry(ResultSet row) throws SQLException {
        return new ServiceEntry(
                row.getLong("id"),
                ServiceEvent.valueOf(row.getString("event")),
                row.getString("manner") == null ? null : ServiceManner.valueOf(row.getString("manner")),
                row.getString("reference"),
                Sql.day(row, "happened_on"),
                row.getString("upon"),
                row.getString("note"),
                row.getObject("corrects", Long.class),
                row.getObject("corrected_by", Long.class),
                Sql.instant(row, "recorded_at"),
                row.getString("recorded_by"));
    }
}
