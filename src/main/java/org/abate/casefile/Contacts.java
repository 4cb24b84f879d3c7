package org.abate.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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

    Contact add(String caseNumber, NewContact given) {
        Faults faults = new Faults();
        String kind = faults.line("kind", given.kind(), 60);
        faults.day("date", given.date(), Faults.EARLIEST, LocalDate.now(clock));
        String staff = faults.line("staff", given.staff(), 200);
        if (given.minutes() < 0 || given.minutes() > MINUTES_OF_A_DAY) {
            faults.add("minutes", "must be from 0 to " + MINUTES_OF_A_DAY);
        }
        String with = faults.line("with", given.with(), 200);
        String note = faults.optionalText("note", given.note(), 4000);
        faults.refuse();
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        database.sql("""
                        INSERT INTO contact (case_number, kind, contact_on, staff, minutes, with_whom, note, recorded_at,
                          recorded_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        caseNumber,
                        kind,
                        given.date(),
                        staff,
                        given.minutes(),
                        with,
                        note,
                        Sql.of(clock.instant()),
                        Actor.current())
                .update(id, "id");
        return list(" WHERE id = ?", id.getKeyAs(Long.class)).get(0);
    }

    List<Contact> of(String caseNumber) {
        return list(" WHERE case_number = ? ORDER BY contact_on, id", caseNumber);
    }

    private List<Contact> list(String where, Object key) {
        return database.sql(SELECT + where)
                .param(key)
                .query((row, n) -> new Contact(
                        row.getLong("id"),
                        row.getString("kind"),
                        Sql.day(row, "contact_on"),
                        row.getString("staff"),
                        row.getInt("minutes"),
                        row.getString("with_whom"),
                        row.getString("note"),
                        Sql.instant(row, "recorded_at"),
                        row.getString("recorded_by")))
                .list();
    }
}
