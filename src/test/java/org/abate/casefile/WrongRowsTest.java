package org.abate.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.abate.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The database itself refuses a row that cannot be, whoever writes it. */
@ApplicationTest
class WrongRowsTest {

    @Autowired
    private CaseRecord record;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private DataSource dataSource;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE case_file SET case_number = 'WP' || SUBSTRING(case_number FROM 3) WHERE case_number = '%s'",
                "UPDATE case_file SET case_number = 'TK-2026-1' WHERE case_number = '%s'",
                "UPDATE case_file SET program = 'water' WHERE case_number = '%s'",
                "UPDATE case_file SET program = 'forestry' WHERE case_number = '%s'",
                "UPDATE case_file SET serial = 99999 WHERE case_number = '%s'",
                "UPDATE case_file SET status = 'LOST' WHERE case_number = '%s'",
                "UPDATE case_file SET status = 'SETTLED' WHERE case_number = '%s'",
                "UPDATE case_file SET status = 'REFERRED', closed_by = 'x' WHERE case_number = '%s'",
                "UPDATE case_file SET closed_on = CURRENT_DATE WHERE case_number = '%s'",
                "UPDATE case_file SET status = 'SETTLED', closed_at = CURRENT_TIMESTAMP, closed_by = 'x',"
                        + " closed_on = DATE '2026-09-30' WHERE case_number = '%s'",
                "UPDATE case_file SET status = 'WITHDRAWN', closed_at = CURRENT_TIMESTAMP, closed_by = 'x',"
                        + " closed_on = CURRENT_DATE, closing_reason = ' ' WHERE case_number = '%s'",
                "UPDATE case_file SET discovered_on = DATE '1969-12-31' WHERE case_number = '%s'",
                "UPDATE case_file SET facility_id = -1 WHERE case_number = '%s'",
                "UPDATE case_file SET facility_id = NULL WHERE case_number = '%s'",
                "UPDATE case_file SET responsible_party_id = -1 WHERE case_number = '%s'",
                "UPDATE case_file SET case_manager = ' ' WHERE case_number = '%s'",
                "DELETE FROM case_file WHERE case_number = '%s'",
                "UPDATE violation SET citation = ' ' WHERE case_number = '%s'",
                "UPDATE violation SET violation_number = 0 WHERE case_number = '%s'",
                "UPDATE violation SET case_number = 'TK-1999-00001' WHERE case_number = '%s'",
                "INSERT INTO violation_observation (violation_id, observed_on) SELECT id, DATE '2026-10-01' FROM violation"
                        + " WHERE case_number = '%s'",
                "INSERT INTO contact (case_number, kind, contact_on, staff, minutes, with_whom, recorded_at, recorded_by)"
                        + " VALUES ('%s', 'Call', DATE '2026-10-01', 'Lee', -1, 'Owner', CURRENT_TIMESTAMP, 'x')",
                "INSERT INTO document (case_number, kind, title, confidential, created_at, created_by)"
                        + " VALUES ('%s', 'POSTCARD', 'Hello', FALSE, CURRENT_TIMESTAMP, 'x')",
                "INSERT INTO document (case_number, kind, title, confidential, created_at, created_by, sent_at)"
                        + " VALUES ('%s', 'OTHER', 'To nobody', FALSE, CURRENT_TIMESTAMP, 'x', CURRENT_TIMESTAMP)",
                "INSERT INTO document (case_number, kind, title, confidential, created_at, created_by, respond_by)"
                        + " VALUES ('%s', 'OTHER', 'Not sent', FALSE, CURRENT_TIMESTAMP, 'x', CURRENT_DATE)",
                "INSERT INTO document_service (event, happened_on, recorded_at, recorded_by)"
                        + " VALUES ('RECEIVED', CURRENT_DATE, CURRENT_TIMESTAMP, 'of no document')",
                "INSERT INTO assessment (case_number, subject, version, rule, rule_version, worksheet, result, total,"
                        + " recorded_at, recorded_by) VALUES ('%s', 0, 1, 'r', '1', '{}', '{}', -0.01, CURRENT_TIMESTAMP, 'x')",
                "INSERT INTO assessment (case_number, subject, version, rule, rule_version, worksheet, result, total,"
                        + " recorded_at, recorded_by) VALUES ('%s', 1, 1, 'r', '1', '{}', '{}', 1, CURRENT_TIMESTAMP, 'x')",
                "INSERT INTO assessment (case_number, subject, version, rule, rule_version, worksheet, recorded_at,"
                        + " recorded_by) VALUES ('%s', 0, 1, 'air', '1990-01-01', '{}', CURRENT_TIMESTAMP, 'x')",
                "INSERT INTO assessment (case_number, violation_id, subject, version, rule, rule_version, worksheet, result,"
                        + " total, recorded_at, recorded_by) SELECT case_number, id, 7, 1, 'r', '1', '{}', '{}', 1,"
                        + " CURRENT_TIMESTAMP, 'x' FROM violation WHERE case_number = '%s'",
                "INSERT INTO payment (case_number, amount, paid_on, method, recorded_at, recorded_by)"
                        + " VALUES ('%s', 0, DATE '2026-10-01', 'check', CURRENT_TIMESTAMP, 'x')",
                "INSERT INTO decision (case_number, question, answer, amount, confidential, recorded_at, recorded_by)"
                        + " VALUES ('%s', 'Approve', 'Yes', 1, FALSE, CURRENT_TIMESTAMP, 'x')",
                "INSERT INTO decision (case_number, question, answer, confidential, recorded_at, recorded_by)"
                        + " VALUES ('%s', 'Approve', ' ', TRUE, CURRENT_TIMESTAMP, 'x')",
                "INSERT INTO agenda_item (meeting_id, case_number, recorded_at, recorded_by)"
                        + " VALUES (-1, '%s', CURRENT_TIMESTAMP, 'x')",
                "INSERT INTO commission_meeting (commission, meets_on, place, recorded_at, recorded_by)"
                        + " VALUES ('PARKS', DATE '2027-02-18', '%s', CURRENT_TIMESTAMP, 'x')",
                "INSERT INTO commission_meeting (commission, meets_on, place, recorded_at, recorded_by)"
                        + " SELECT 'CLEAN_WATER', DATE '2027-02-18', ' ', CURRENT_TIMESTAMP, 'x' FROM case_file"
                        + " WHERE case_number = '%s'",
                "INSERT INTO inventory_year (inventory_year, status, submissions_due_on, late_invoices_on, list_on, last_invoice,"
                        + " begun_at, begun_by) SELECT 2020, 'OPEN', DATE '2020-06-01', DATE '2020-05-30', DATE '2020-07-15', 0,"
                        + " CURRENT_TIMESTAMP, 'x' FROM case_file WHERE case_number = '%s'",
                "INSERT INTO inventory_year (inventory_year, status, submissions_due_on, late_invoices_on, list_on, last_invoice,"
                        + " begun_at, begun_by, ended_at, ended_by) SELECT 2020, 'CANCELLED', DATE '2020-06-01',"
                        + " DATE '2020-06-30', DATE '2020-07-15', 0, CURRENT_TIMESTAMP, 'x', CURRENT_TIMESTAMP, 'x'"
                        + " FROM case_file WHERE case_number = '%s'",
                "INSERT INTO inventory_source (inventory_year, source, facility_name, facility_address, county, region, listed,"
                        + " recorded_at, recorded_by) SELECT 2019, 'A', 'A', 'A', 'A', 'A', FALSE, CURRENT_TIMESTAMP, 'x'"
                        + " FROM case_file WHERE case_number = '%s'",
                "INSERT INTO timeline_note (case_number, kind, body, confidential, recorded_at, recorded_by)"
                        + " VALUES ('%s', 'NOTE', '', FALSE, CURRENT_TIMESTAMP, 'x')"
            })
    void aRowThatCannotBeIsRefused(String statement) {
        String caseNumber = record.open(SampleCases.tanks()).caseNumber();

        assertThatThrownBy(() -> database.update(statement.formatted(caseNumber)))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void everyTableAndColumnSaysWhatItIsFor() throws SQLException {
        List<String> silent = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet column = connection.getMetaData().getColumns(null, connection.getSchema(), "%", "%");
                ResultSet table = connection
                        .getMetaData()
                        .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (table.next()) {
                collect(silent, table.getString("TABLE_NAME"), "", table.getString("REMARKS"));
            }
            while (column.next()) {
                collect(
                        silent,
                        column.getString("TABLE_NAME"),
                        "." + column.getString("COLUMN_NAME"),
                        column.getString("REMARKS"));
            }
        }

        assertThat(silent).isEmpty();
    }

    private static void collect(List<String> silent, String table, String column, String remarks) {
        String name = table.toLowerCase(Locale.ROOT);
        boolean ours = !name.startsWith("act_") && !name.startsWith("flyway_");
        boolean index = !column.isEmpty() && (name.contains("_of_") || name.contains("_newest"));
        if (ours && !index && (remarks == null || remarks.isBlank())) {
            silent.add(name + column);
        }
    }
}
