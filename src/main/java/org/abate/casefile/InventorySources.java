package org.abate.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the sources. */
@Component
class InventorySources {

    /** What owes a late invoice, or belongs on the list, now. */
    private static final String IN_NONCOMPLIANCE = InventoryQuery.Which.MISSING.condition();

    static final String TO_INVOICE = IN_NONCOMPLIANCE + " AND invoice_number IS NULL";
    static final String WITHOUT_CASE = "listed AND case_number IS NULL AND struck_on IS NULL";

    private static final String SELECT_ALL = """
            SELECT inventory_source.*, (SELECT MIN(s.happened_on) FROM document_service s
              WHERE s.inventory_document_id = invoice_document_id AND s.event IN ('RECEIVED', 'REFUSED', 'REJECTED')
                AND NOT EXISTS (SELECT 1 FROM document_service c WHERE c.corrects = s.id)) AS invoice_served_on,
              (SELECT MAX(c.reason) FROM inventory_correction c WHERE c.id = (SELECT MAX(l.id)
                FROM inventory_correction l WHERE l.source_id = inventory_source.id)) AS corrected
            FROM inventory_source""";

    private static final String SELECT = SELECT_ALL + " WHERE inventory_year = :year";

    private static final String WORDS = """
            (LOWER(source) LIKE LOWER(:words) ESCAPE '!' OR LOWER(facility_name) LIKE LOWER(:words) ESCAPE '!'
               OR LOWER(owner_name) LIKE LOWER(:words) ESCAPE '!' OR case_number LIKE UPPER(:words) ESCAPE '!')""";

    private final JdbcClient database;
    private final Clock clock;

    InventorySources(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void insert(int year, NewInventorySource given) {
        database.sql("""
                        INSERT INTO inventory_source (inventory_year, source, facility_name, facility_address, county,
                          region, owner_name, owner_address, fee_due, listed, recorded_at, recorded_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE, ?, ?)""")
                .params(
                        year,
                        given.source(),
                        given.facilityName(),
                        given.facilityAddress(),
                        given.county(),
                        given.region(),
                        given.ownerName(),
                        given.ownerAddress(),
                        given.feeDue(),
                        Sql.of(clock.instant()),
                        Actor.current())
                .update();
    }

    void correct(int year, NewInventorySource given) {
        database.sql("""
                        UPDATE inventory_source SET facility_name = ?, facility_address = ?, county = ?, region = ?,
                          owner_name = ?, owner_address = ?, fee_due = ?
                        WHERE inventory_year = ? AND source = ?""")
                .params(
                        given.facilityName(),
                        given.facilityAddress(),
                        given.county(),
                        given.region(),
                        given.ownerName(),
                        given.ownerAddress(),
                        given.feeDue(),
                        year,
                        given.source())
                .update();
    }

    void submitted(long id, LocalDate questionnaire, LocalDate fee) {
        database.sql("UPDATE inventory_source SET questionnaire_received_on = ?, fee_received_on = ? WHERE id = ?")
                .params(questionnaire, fee, id)
                .update();
    }

    void struck(long id, LocalDate on, String reason) {
        database.sql("UPDATE inventory_source SET struck_on = ?, struck_reason = ? WHERE id = ?")
                .params(on, reason, id)
                .update();
    }

    /** Takes all off that are not off yet. */
    void strikeAll(int year, LocalDate on, String reason) {
        database.sql("""
                        UPDATE inventory_source SET struck_on = ?, struck_reason = LEFT(?, 4000)
                        WHERE inventory_year = ? AND struck_on IS NULL""").params(on, reason, year).update();
    }

    /** The sources that were listed before the year was begun again, and not since. */
    Set<String> ofCancelledList(int year) {
        return Set.copyOf(database.sql("""
                        SELECT listed.source FROM inventory_source listed
                          JOIN inventory_year begun ON begun.inventory_year = listed.inventory_year
                        WHERE listed.inventory_year = ? AND listed.recorded_at < begun.begun_at""").param(year).query(String.class).list());
    }

    /** It stands on the list of the year that was begun again. */
    void listedAnew(long id) {
        database.sql("""
                        UPDATE inventory_source SET struck_on = NULL, struck_reason = NULL, recorded_at = ?, recorded_by = ?
                        WHERE id = ?""").params(Sql.of(clock.instant()), Actor.current(), id).update();
    }

    /** Why a source is put right, with what stood there before. */
    void corrected(InventorySource before, String reason) {
        database.sql("""
                        INSERT INTO inventory_correction (source_id, questionnaire_received_on, fee_received_on, struck_on,
                          struck_reason, reason, recorded_at, recorded_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        before.id(),
                        before.questionnaireReceivedOn(),
                        before.feeReceivedOn(),
                        before.struckOn(),
                        before.struckReason(),
                        reason,
                        Sql.of(clock.instant()),
                        Actor.current())
                .update();
    }

    void invoiced(long id, int number, long document, LocalDate on) {
        database.sql(
                        "UPDATE inventory_source SET invoice_number = ?, invoice_document_id = ?, invoice_sent_on = ? WHERE id = ?")
                .params(number, document, on, id)
                .update();
    }

    /** Puts all that are in noncompliance now on the list. */
    void list(int year) {
        database.sql("UPDATE inventory_source SET listed = TRUE WHERE inventory_year = ? AND NOT listed AND "
                        + IN_NONCOMPLIANCE)
                .param(year)
                .update();
    }

    void caseOpened(long id, String caseNumber) {
        database.sql("UPDATE inventory_source SET case_number = ? WHERE id = ?")
                .params(caseNumber, id)
                .update();
    }

    /** The next ones of which the condition holds, locked: what somebody else records of them meanwhile waits. */
    List<InventorySource> next(int year, String condition, int most) {
        List<Long> ids = database.sql("SELECT id FROM inventory_source WHERE inventory_year = :year AND " + condition
                        + " ORDER BY id FETCH NEXT :most ROWS ONLY")
                .param("year", year)
                .param("most", most)
                .query(Long.class)
                .list();
        return ids.isEmpty()
                ? List.of()
                : database.sql(SELECT + " AND id IN (:ids) AND " + condition + " ORDER BY id FOR UPDATE")
                        .param("year", year)
                        .param("ids", ids)
                        .query((row, n) -> read(row))
                        .list();
    }

    Optional<InventorySource> find(int year, String source, boolean toChange) {
        return database.sql(SELECT + " AND source = UPPER(:source)" + (toChange ? " FOR UPDATE" : ""))
                .param("year", year)
                .param("source", source)
                .query((row, n) -> read(row))
                .optional();
    }

    List<InventorySource> ofCase(String caseNumber) {
        return database.sql(SELECT_ALL + " WHERE case_number = ?")
                .param(caseNumber)
                .query((row, n) -> read(row))
                .list();
    }

    List<InventorySource> all(int year) {
        return database.sql(SELECT + " ORDER BY source")
                .param("year", year)
                .query((row, n) -> read(row))
                .list();
    }

    List<InventorySource> listed(int year) {
        return database.sql(SELECT + " AND listed ORDER BY source")
                .param("year", year)
                .query((row, n) -> read(row))
                .list();
    }

    Page<InventorySource> page(InventoryQuery query) {
        Map<String, Object> parameters = new HashMap<>(Map.of("year", query.year()));
        String where = query.which() == null ? "" : " AND (" + query.which().condition() + ")";
        if (query.words() != null && !query.words().isBlank()) {
            where += " AND " + WORDS;
            parameters.put("words", Sql.containing(query.words().strip()));
        }
        long total = database.sql("SELECT COUNT(*) FROM inventory_source WHERE inventory_year = :year" + where)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("offset", (long) query.page() * query.size());
        parameters.put("size", query.size());
        return new Page<>(
                database.sql(SELECT + where + " ORDER BY source OFFSET :offset ROWS FETCH NEXT :size ROWS ONLY")
                        .params(parameters)
                        .query((row, n) -> read(row))
                        .list(),
                query.page(),
                query.size(),
                total);
    }

    InventoryCounts counts(int year) {
        return database.sql("""
                        SELECT COUNT(*) FILTER (WHERE struck_on IS NULL) AS sources,
                          COUNT(*) FILTER (WHERE struck_on IS NULL AND questionnaire_received_on IS NOT NULL
                            AND fee_received_on IS NOT NULL) AS submitted,
                          COUNT(struck_on) AS struck, COUNT(invoice_number) AS invoiced,
                          COUNT(*) FILTER (WHERE %s) AS to_invoice, COUNT(*) FILTER (WHERE listed) AS listed,
                          COUNT(case_number) AS cases, COUNT(*) FILTER (WHERE %s) AS cases_to_open
                        FROM inventory_source WHERE inventory_year = ?""".formatted(TO_INVOICE, WITHOUT_CASE))
                .param(year)
                .query((row, n) -> new InventoryCounts(
                        row.getInt("sources"),
                        row.getInt("submitted"),
                        row.getInt("struck"),
                        row.getInt("invoiced"),
                        row.getInt("to_invoice"),
                        row.getInt("listed"),
                        row.getInt("cases"),
                        row.getInt("cases_to_open")))
                .single();
    }

    private static InventorySource read(ResultSet row) throws SQLException {
        return new InventorySource(
                row.getLong("id"),
                row.getInt("inventory_year"),
                row.getString("source"),
                row.getString("facility_name"),
                row.getString("facility_address"),
                row.getString("county"),
                row.getString("region"),
                row.getString("owner_name"),
                row.getString("owner_address"),
                row.getBigDecimal("fee_due"),
                Sql.day(row, "questionnaire_received_on"),
                Sql.day(row, "fee_received_on"),
                Sql.day(row, "struck_on"),
                row.getString("struck_reason"),
                row.getObject("invoice_number", Integer.class),
                row.getObject("invoice_document_id", Long.class),
                Sql.day(row, "invoice_sent_on"),
                Sql.day(row, "invoice_served_on"),
                row.getBoolean("listed"),
                row.getString("corrected"),
                row.getString("case_number"));
    }
}
