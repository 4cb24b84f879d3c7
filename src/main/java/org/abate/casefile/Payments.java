package org.abate.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The payments received. */
@Component
class Payments {

    private static final String SELECT =
            "SELECT id, amount, paid_on, method, reference, note, recorded_at, recorded_by FROM payment";

    private final JdbcClient database;
    private final Clock clock;

    Payments(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param discoveredOn of the case's violations: nobody has paid for them before */
    Payment add(String caseNumber, LocalDate discoveredOn, NewPayment given) {
        Faults faults = new Faults();
        faults.dollars("amount", given.amount(), false);
        faults.day("paidOn", given.paidOn(), discoveredOn, LocalDate.now(clock));
        String method = faults.line("method", given.method(), 60);
        String reference = faults.optionalLine("reference", given.reference(), 100);
        String note = faults.optionalText("note", given.note(), 4000);
        faults.refuse();
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        database.sql("""
                        INSERT INTO payment (case_number, amount, paid_on, method, reference, note, recorded_at, recorded_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        caseNumber,
                        given.amount(),
                        given.paidOn(),
                        method,
                        reference,
                        note,
                        Sql.of(clock.instant()),
                        Actor.current())
                .update(id, "id");
        return list(" WHERE id = ?", id.getKeyAs(Long.class)).get(0);
    }

    List<Payment> of(String caseNumber) {
        return list(" WHERE case_number = ? ORDER BY paid_on, id", caseNumber);
    }

    private List<Payment> list(String where, Object key) {
        return database.sql(SELECT + where)
                .param(key)
                .query((row, n) -> new Payment(
                        row.getLong("id"),
                        row.getBigDecimal("amount"),
                        Sql.day(row, "paid_on"),
                        row.getString("method"),
                        row.getString("reference"),
                        row.getString("note"),
                        Sql.instant(row, "recorded_at"),
                        row.getString("recorded_by")))
                .list();
    }
}
