package org.abate.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The contacts with the responsible party. */
@Component
class Contacts {

    private static final int MINUTES_OF_A_DAY = 1440;

    private static final String SELECT =
            "SELECT id, kind, contact_on, staff, minutes, with_whom, note, recorded_at, recorded_by FROM contact";

    private final JdbcClient database;
    private final Clock clock;

    Contacts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A contact as it goes into the record; faults where it cannot. */
    private record Checked(ContactKind kind, String staff, String with, String note) {}

    /** @param discoveredOn of the case's violations: no contact about them is older */
    Contact add(String caseNumber, LocalDate discoveredOn, NewContact given) {
        Faults faults = new Faults();
        Checked contact = checked(given, discoveredOn, faults);
        faults.refuse();
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        database.sql("""
                        INSERT INTO contact (case_number, kind, contact_on, staff, minutes, with_whom, note, recorded_at,
                          recorded_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        caseNumber,
                        contact.kind().name(),
                        given.date(),
                        contact.staff(),
                        given.minutes(),
                        contact.with(),
                        contact.note(),
                        Sql.of(clock.instant()),
                        Actor.current())
                .update(id, "id");
        return list(" WHERE id = ?", id.getKeyAs(Long.class)).get(0);
    }

    /** What {@link #add} would refuse the contact for; empty if nothing. */
    List<Fault> faults(LocalDate discoveredOn, NewContact given) {
        Faults faults = new Faults();
        checked(given, discoveredOn, faults);
        return faults.found();
    }

    private Checked checked(NewContact given, LocalDate discoveredOn, Faults faults) {
        ContactKind kind = kind(given.kind(), faults);
        if (given.date() != null && given.date().isBefore(discoveredOn)) {
            faults.add("date", "must not be before " + discoveredOn + ", when the violations were discovered");
        } else {
            faults.day("date", given.date(), discoveredOn, LocalDate.now(clock));
        }
        String staff = faults.line("staff", given.staff(), 200);
        if (given.minutes() != null && (given.minutes() < 0 || given.minutes() > MINUTES_OF_A_DAY)) {
            faults.add("minutes", "must be from 0 to " + MINUTES_OF_A_DAY);
        }
        String with = faults.line("with", given.with(), 200);
        String note = faults.optionalText("note", given.note(), 4000);
        return new Checked(kind, staff, with, note);
    }

    private static ContactKind kind(String given, Faults faults) {
        Optional<ContactKind> kind = given == null ? Optional.empty() : ContactKind.of(given);
        if (kind.isEmpty()) {
            String missing = given == null || given.isBlank() ? "is missing; it" : "is not known; it";
            faults.add("kind", missing + " is one of " + String.join(", ", ContactKind.titles()));
        }
        return kind.orElse(null);
    }

    List<Contact> of(String caseNumber) {
        return list(" WHERE case_number = ? ORDER BY contact_on, id", caseNumber);
    }

    private List<Contact> list(String where, Object key) {
        return database.sql(SELECT + where)
                .param(key)
                .query((row, n) -> new Contact(
                        row.getLong("id"),
                        ContactKind.valueOf(row.getString("kind")),
                        Sql.day(row, "contact_on"),
                        row.getString("staff"),
                        row.getObject("minutes", Integer.class),
                        row.getString("with_whom"),
                        row.getString("note"),
                        Sql.instant(row, "recorded_at"),
                        row.getString("recorded_by")))
                .list();
    }
}
