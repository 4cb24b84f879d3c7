package org.abate.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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
            SELECT s.id, s.document_id, s.event, s.manner, s.reference, s.happened_on, s.upon, s.note, s.corrects,
              c.id AS corrected_by, s.recorded_at, s.recorded_by
            FROM document_service s LEFT JOIN document_service c ON c.corrects = s.id
            """;

    private final JdbcClient database;
    private final Clock clock;

    ServiceOfDocuments(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @throws CaseRefused with every fault */
    void add(Document document, NewService given) {
        Faults faults = new Faults();
        if (document.sentAt() == null) {
            throw new CaseRefused("event", document.title() + " was not sent");
        }
        if (given.event() == null) {
            faults.add("event", "is missing");
        }
        faults.day("date", given.date(), LocalDate.ofInstant(document.sentAt(), clock.getZone()), LocalDate.now(clock));
        String reference = faults.optionalLine("reference", given.reference(), 60);
        String upon = faults.optionalLine("upon", given.upon(), 200);
        String note = faults.optionalText("note", given.note(), 1000);
        if (given.corrects() != null) {
            Optional<ServiceEntry> corrected = of(document.id()).stream()
                    .filter(entry -> entry.id() == given.corrects())
                    .findFirst();
            if (corrected.isEmpty()) {
                faults.add("corrects", "is no entry on the service of this document");
            } else if (corrected.get().correctedBy() != null) {
                faults.add(
                        "corrects",
                        "is corrected already, by entry " + corrected.get().correctedBy());
            }
        } else if (given.event() == ServiceEvent.RECORDED_IN_ERROR) {
            faults.add("corrects", "is missing: say which entry was recorded in error");
        }
        faults.refuse();
        database.sql("""
                        INSERT INTO document_service (document_id, event, manner, reference, happened_on, upon, note, corrects,
                          recorded_at, recorded_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        document.id(),
                        given.event().name(),
                        given.manner() == null ? null : given.manner().name(),
                        reference,
                        given.date(),
                        upon,
                        note,
                        given.corrects(),
                        Sql.of(clock.instant()),
                        Actor.current())
                .update();
    }

    /** In the order in which they were recorded. */
    List<ServiceEntry> of(long documentId) {
        return database.sql(SELECT + "WHERE s.document_id = ? ORDER BY s.id")
                .param(documentId)
                .query((row, n) -> entry(row))
                .list();
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
