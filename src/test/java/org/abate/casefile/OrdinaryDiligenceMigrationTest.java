package org.abate.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.abate.ApplicationTest;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A record from before V63 keeps the days from which its two years count (10 CSR 60-6.070(1)(G)). */
@ApplicationTest
@Tag("database")
class OrdinaryDiligenceMigrationTest {

    private static final String SCHEMA = "before_ordinary_diligence";

    @Autowired
    private DataSource database;

    @Test
    void theLastDayThatTheTimelineSaysOfACaseBecomesAValueOfIt() throws SQLException {
        migrate("62");
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            connection.setSchema(written(SCHEMA, connection));
            sql.execute("INSERT INTO facility (name, address, county, region, recorded_at)"
                    + " VALUES ('Elm Spring', '1 Elm Road', 'Phelps', 'Southeast', CURRENT_TIMESTAMP)");
            sql.execute("INSERT INTO case_number VALUES ('drinking-water', 2026, 2)");
            for (int serial = 1; serial <= 2; serial++) {
                sql.execute(
                        "INSERT INTO case_file (case_number, program, opening_year, serial, status, facility_id, discovered_on,"
                                + " opened_at, opened_by) SELECT 'DW-2026-0000" + serial + "', 'drinking-water', 2026, "
                                + serial
                                + ", 'OPEN', MAX(id), DATE '2026-10-01', CURRENT_TIMESTAMP, 'staff' FROM facility");
            }
            for (String day : new String[] {"May 4, 2026", "August 11, 2025"}) {
                sql.execute(
                        "INSERT INTO timeline_note (case_number, kind, body, confidential, recorded_at, recorded_by)"
                                + " VALUES ('DW-2026-00001', 'SHOULD_HAVE_BEEN_DISCOVERED',"
                                + " 'In the exercise of ordinary diligence to have been discovered on " + day
                                + "', FALSE, CURRENT_TIMESTAMP, 'director')");
            }
            connection.setSchema(written("public", connection));
        }
        migrate("63");
        assertThat(days())
                .containsEntry("DW-2026-00001", LocalDate.of(2025, 8, 11))
                .containsEntry("DW-2026-00002", null);
    }

    private void migrate(String version) throws SQLException {
        try (Connection connection = database.getConnection()) {
            String vendor = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
            Flyway.configure()
                    .dataSource(database)
                    .schemas(written(SCHEMA, connection))
                    .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
                    .target(version)
                    .load()
                    .migrate();
        }
    }

    private Map<String, LocalDate> days() throws SQLException {
        Map<String, LocalDate> days = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(
                        "SELECT case_number, should_have_been_discovered_on FROM " + SCHEMA + ".case_file")) {
            while (row.next()) {
                days.put(row.getString(1), row.getObject(2, LocalDate.class));
            }
        }
        return days;
    }

    /** As the database writes a name that stands without quotation marks. */
    private static String written(String name, Connection connection) throws SQLException {
        return connection.getMetaData().storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }
}
