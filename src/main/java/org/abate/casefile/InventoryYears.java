package org.abate.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the years. Whoever works through a year's sources holds its row, so that two never do so at once. */
@Component
class InventoryYears {

    private static final String SELECT = "SELECT * FROM inventory_year";

    private final JdbcClient database;
    private final Savepoint savepoint;
    private final Clock clock;

    InventoryYears(JdbcClient database, Savepoint savepoint, Clock clock) {
        this.database = database;
        this.savepoint = savepoint;
        this.clock = clock;
    }

    /** Why the year was cancelled, where it is begun again. */
    Optional<String> begin(InventoryYear year) {
        if (!year.submissionsDueOn().isBefore(year.lateInvoicesOn())
                || !year.lateInvoicesOn().isBefore(year.listOn())) {
            throw new CaseRefused(
                    "inventoryYear",
                    "cannot begin: in the diagram the due day, the late invoices and the list must follow each other");
        }
        try {
            savepoint.run(() -> database.sql("""
                            INSERT INTO inventory_year (inventory_year, status, submissions_due_on, late_invoices_on,
                              list_on, last_invoice, begun_at, begun_by)
                            VALUES (?, 'OPEN', ?, ?, ?, 0, ?, ?)""")
                    .params(
                            year.year(),
                            year.submissionsDueOn(),
                            year.lateInvoicesOn(),
                            year.listOn(),
                            Sql.of(clock.instant()),
                            Actor.current())
                    .update());
            return Optional.empty();
        } catch (DuplicateKeyException begunBefore) {
            return Optional.of(beginAgain(year));
        }
    }

    private String beginAgain(InventoryYear year) {
        InventoryYear before = get(year.year(), true);
        if (before.status() != InventoryYear.Status.CANCELLED || before.invoicesBegunAt() != null) {
            throw new CaseRefused("inventoryYear", year.year() + " has begun already: see /inventory/" + year.year());
        }
        database.sql("""
                        UPDATE inventory_year SET status = 'OPEN', submissions_due_on = ?, late_invoices_on = ?,
                          list_on = ?, begun_at = ?, begun_by = ?, ended_at = NULL, ended_by = NULL, cancel_reason = NULL
                        WHERE inventory_year = ?""")
                .params(
                        year.submissionsDueOn(),
                        year.lateInvoicesOn(),
                        year.listOn(),
                        Sql.of(clock.instant()),
                        Actor.current(),
                        year.year())
                .update();
        return before.cancelReason();
    }

    List<InventoryYear> all() {
        return database.sql(SELECT + " ORDER BY inventory_year DESC")
                .query((row, n) -> read(row))
                .list();
    }

    InventoryYear get(int year, boolean toChange) {
        return database.sql(SELECT + " WHERE inventory_year = ?" + (toChange ? " FOR UPDATE" : ""))
                .param(year)
                .query((row, n) -> read(row))
                .optional()
                .orElseThrow(() -> new NoSuchInventory("emission inventory " + year));
    }

    int lastInvoice(int year) {
        return database.sql("SELECT last_invoice FROM inventory_year WHERE inventory_year = ?")
                .param(year)
                .query(Integer.class)
                .single();
    }

    void invoiced(int year, int last, boolean all) {
        database.sql("""
                        UPDATE inventory_year SET last_invoice = ?, invoices_begun_at = COALESCE(invoices_begun_at, ?),
                          invoices_sent_at = CASE WHEN ? THEN COALESCE(invoices_sent_at, ?) ELSE invoices_sent_at END
                        WHERE inventory_year = ?""")
                .params(last, Sql.of(clock.instant()), all, Sql.of(clock.instant()), year)
                .update();
    }

    void listNotBefore(int year, LocalDate day) {
        database.sql("UPDATE inventory_year SET list_on = ? WHERE inventory_year = ?")
                .params(day, year)
                .update();
    }

    void listed(int year, LocalDate on) {
        database.sql("UPDATE inventory_year SET listed_on = ? WHERE inventory_year = ?")
                .params(on, year)
                .update();
    }

    void end(int year, InventoryYear.Status status, String reason) {
        database.sql(
                        "UPDATE inventory_year SET status = ?, ended_at = ?, ended_by = ?, cancel_reason = ? WHERE inventory_year = ?")
                .params(status.name(), Sql.of(clock.instant()), Actor.current(), reason, year)
                .update();
    }

    private static InventoryYear read(ResultSet row) throws SQLException {
        return new InventoryYear(
                row.getInt("inventory_year"),
                InventoryYear.Status.valueOf(row.getString("status")),
                Sql.day(row, "submissions_due_on"),
                Sql.day(row, "late_invoices_on"),
                Sql.day(row, "list_on"),
                Sql.instant(row, "invoices_begun_at"),
                Sql.instant(row, "invoices_sent_at"),
                Sql.day(row, "listed_on"),
                Sql.instant(row, "ended_at"),
                row.getString("cancel_reason"));
    }
}
