package org.abate.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.abate.ApplicationTest;
import org.abate.cycletime.SavedViews;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

@ApplicationTest
class AuditTrailTest {

    private record Entry(String actor, String operation, String before, String after) {}

    @Autowired
    private CaseRecord record;

    @Autowired
    private ProofOfService proof;

    private static final AtomicInteger YEARS = new AtomicInteger(2040);

    @Autowired
    private EmissionInventory inventory;

    @Autowired
    private MeetingCalendar calendar;

    @Autowired
    private SavedViews views;

    @Autowired
    private StatedReasons reasons;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Hearings hearings;

    @Autowired
    private LetterTextVersions texts;

    @Autowired
    private LetterDraftVersions drafts;

    @Autowired
    private Environment settings;

    @Test
    void aCaseOpenedByAPersonIsAuditedInHerName() {
        CaseFile opened = SampleCases.as("tanks-staff", () -> record.open(SampleCases.tanks()));

        assertThat(audited("case_file", opened.caseNumber())).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("tanks-staff");
            assertThat(entry.operation()).isEqualTo("INSERT");
            assertThat(entry.before()).isNull();
            assertThat(entry.after()).contains("\"" + opened.caseNumber() + "\"", "\"OPEN\"");
        });
        long violation = opened.violations().get(0).id();
        assertThat(audited("violation", violation)).hasSize(1);
        assertThat(audited("violation_observation", violation + "/" + SampleCases.DISCOVERED))
                .hasSize(1);
        assertThat(audited("facility", opened.facility().id())).hasSize(1);
        assertThat(audited("facility_identifier", opened.facility().id() + "/ustFacility"))
                .hasSize(1);
    }

    @Test
    void whatNobodySignedInDidTheSystemDid() {
        CaseFile opened = record.open(SampleCases.tanks());

        assertThat(audited("case_file", opened.caseNumber()))
                .extracting(Entry::actor)
                .containsExactly("system");
    }

    @Test
    void aRawUpdateIsAuditedWithBeforeAndAfter() {
        CaseFile opened = record.open(SampleCases.tanks());
        long facility = opened.facility().id();

        SampleCases.as(
                "somebody",
                () -> database.update("UPDATE facility SET name = ? WHERE id = ?", "Renamed \"by hand\" é", facility));

        Entry entry = audited("facility", facility).get(1);
        assertThat(entry.actor()).isEqualTo("somebody");
        assertThat(entry.operation()).isEqualTo("UPDATE");
        assertThat(entry.before()).contains(opened.facility().name()).contains("Phelps");
        assertThat(entry.after()).contains("Renamed \\\"by hand\\\" é").contains("Phelps");
    }

    @Test
    void aRawDeleteIsAuditedWithWhatWasThere() {
        CaseFile opened = record.open(SampleCases.tanks());
        record.note(opened.caseNumber(), "NOTE", "Soon to be gone");
        Long note = database.queryForObject(
                "SELECT id FROM timeline_note WHERE case_number = ?", Long.class, opened.caseNumber());

        SampleCases.as("somebody", () -> database.update("DELETE FROM timeline_note WHERE id = ?", note));

        Entry entry = audited("timeline_note", note).get(1);
        assertThat(entry.actor()).isEqualTo("somebody");
        assertThat(entry.operation()).isEqualTo("DELETE");
        assertThat(entry.before()).contains("Soon to be gone");
        assertThat(entry.after()).isNull();
    }

    @Test
    void aBareConnectionOfTheApplicationIsAuditedToo() throws SQLException {
        long facility = record.open(SampleCases.tanks()).facility().id();

        SampleCases.as("somebody", () -> {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                return statement.executeUpdate("UPDATE facility SET county = 'Cole' WHERE id = " + facility);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(audited("facility", facility)).extracting(Entry::actor).containsExactly("system", "somebody");
    }

    @Test
    void aConnectionFromOutsideIsAuditedByItsRole() throws SQLException {
        long facility = record.open(SampleCases.tanks()).facility().id();

        try (Connection connection = DriverManager.getConnection(
                        settings.getRequiredProperty("spring.datasource.url"),
                        settings.getRequiredProperty("spring.datasource.username"),
                        settings.getRequiredProperty("spring.datasource.password"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE facility SET county = 'Cole' WHERE id = " + facility);
        }

        assertThat(audited("facility", facility).get(1).actor()).startsWith("database:");
    }

    @Test
    void everyTableOfTheRecordIsAuditedOrPermanent() throws SQLException {
        aCaseWithEverything();
        List<String> tables = tables();
        assertThat(tables)
                .contains("case_file", "document_content", "assessment")
                .hasSize(34);

        for (String table : tables) {
            long rows = database.queryForObject("SELECT COUNT(*) FROM " + table, Long.class);
            assertThat(rows).as(table).isPositive();
            long before = entries();
            try {
                String column = columns(table).get(columns(table).size() - 1);
                int changed = database.update("UPDATE " + table + " SET " + column + " = " + column);
                assertThat(entries() - before).as(table).isEqualTo(changed);
            } catch (DataAccessException refused) {
                assertThat(refused).as(table).hasStackTraceContaining("is permanent");
            }
        }
    }

    @Test
    void noTableCanBeEmptiedBehindTheAuditTrail() throws SQLException {
        aCaseWithEverything();

        List<String> tables = new ArrayList<>(tables());
        tables.add("audit_trail");
        for (String table : tables) {
            assertThatThrownBy(() -> database.execute("TRUNCATE TABLE " + table))
                    .as(table)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void theAuditTrailCannotBeChangedDeletedOrForged() {
        record.open(SampleCases.tanks());

        assertThatThrownBy(() -> database.update("UPDATE audit_trail SET actor = 'nobody'"))
                .hasStackTraceContaining("is permanent");
        assertThatThrownBy(() -> database.update("DELETE FROM audit_trail")).hasStackTraceContaining("is permanent");
        assertThatThrownBy(() -> database.update("""
                                INSERT INTO audit_trail (changed_at, actor, table_name, row_key, operation, row_after)
                                VALUES (CURRENT_TIMESTAMP, 'the director', 'payment', '1', 'INSERT', '{}')""")).hasStackTraceContaining("is permanent");
    }

    @Test
    void aFiledDocumentAnAssessmentAndADecisionCannotBeChangedOrDeleted() {
        String caseNumber = aCaseWithEverything();

        for (String change : List.of(
                "UPDATE document SET title = 'Another' WHERE case_number = '" + caseNumber + "'",
                "UPDATE document SET sent_at = NULL WHERE case_number = '" + caseNumber + "'",
                "DELETE FROM document WHERE case_number = '" + caseNumber + "'",
                "UPDATE document_service SET happened_on = happened_on",
                "DELETE FROM document_service",
                "UPDATE service_reminder SET sending = 2",
                "DELETE FROM service_reminder",
                "UPDATE document_content SET content = content",
                "DELETE FROM document_content",
                "UPDATE assessment SET total = 0 WHERE case_number = '" + caseNumber + "'",
                "DELETE FROM assessment WHERE case_number = '" + caseNumber + "'",
                "UPDATE decision SET answer = 'Reject' WHERE case_number = '" + caseNumber + "'",
                "DELETE FROM decision WHERE case_number = '" + caseNumber + "'",
                "UPDATE stated_reason SET code = 'OTHER' WHERE case_number = '" + caseNumber + "'",
                "DELETE FROM stated_reason WHERE case_number = '" + caseNumber + "'",
                "UPDATE letter_text SET text = 'Another'",
                "DELETE FROM letter_text",
                "UPDATE document_text SET text_version = text_version",
                "DELETE FROM document_text",
                "UPDATE letter_draft SET blocks = '[]' WHERE case_number = '" + caseNumber + "'",
                "DELETE FROM issued_draft WHERE case_number = '" + caseNumber + "'",
                "UPDATE inventory_document SET title = 'Another'",
                "DELETE FROM inventory_document",
                "UPDATE inventory_document_content SET content = content",
                "DELETE FROM inventory_document_content",
                "UPDATE inventory_correction SET reason = 'Another'",
                "DELETE FROM inventory_correction")) {
            assertThatThrownBy(() -> database.update(change)).as(change).hasStackTraceContaining("is permanent");
        }
    }

    @Test
    void theAuditTrailKeepsTheFingerprintOfADocumentNotItsBytes() {
        long document = record.documents(aCaseWithEverything()).get(0).id();

        assertThat(audited("document_content", document))
                .singleElement()
                .extracting(Entry::after)
                .asString()
                .contains("\"sha256\"", "\"bytes\"")
                .doesNotContain("\"content\"");
    }

    private String aCaseWithEverything() {
        views.save("process-analyst", "View " + UUID.randomUUID(), SavedViews.Page.FIGURES, "region=Southeast");
        String caseNumber = record.open(SampleCases.tanks()).caseNumber();
        record.addContact(
                caseNumber, new NewContact("Call", SampleCases.DISCOVERED, "Lee Smith", 10, "The owner", null));
        Document letter = record.file(caseNumber, SampleCases.letter());
        proof.asked(new ProofOfService.Awaited(caseNumber, letter.id(), letter.title(), 1, SampleCases.DISCOVERED));
        record.serve(caseNumber, letter.id(), NewService.of(ServiceEvent.RECEIVED, LocalDate.of(2026, 10, 5)));
        texts.madeFrom(letter.id(), texts.inForce(letter.kind()));
        drafts.issued(drafts.begin(caseNumber, letter.kind(), 1, "[]"), letter.id());
        record.file(caseNumber, SampleCases.worksheet(null, "100.00"));
        record.recordPayment(
                caseNumber, new NewPayment(new BigDecimal("5.00"), SampleCases.DISCOVERED, "check", "17", null));
        record.note(caseNumber, "NOTE", "A note");
        record.decide(caseNumber, new NewDecision("Approve penalty", null, "Approve", null, null, true));
        reasons.add(caseNumber, "a-task", ReasonOccasion.MISSED_DEADLINE, "LABORATORY", "Waiting for the laboratory");
        String request = record.open(SampleCases.request()).caseNumber();
        hearings.prepare(request, "A variance");
        hearings.issue(request, SampleCases.DISCOVERED);
        hearings.requested(
                request,
                new HearingRequest(
                        "J. Doe",
                        true,
                        null,
                        null,
                        null,
                        null,
                        false,
                        SampleCases.DISCOVERED,
                        HearingRequest.State.RECEIVED,
                        null,
                        null));
        LocalDate meeting = MeetingCalendarTest.dayWithoutMeeting(calendar);
        calendar.add(new NewMeeting(Commission.CLEAN_WATER, meeting, "Jefferson City"));
        calendar.add(new NewMeeting(Commission.HAZARDOUS_WASTE_MANAGEMENT, meeting, "Jefferson City"));
        calendar.place(caseNumber, meeting);
        aLateInvoice(YEARS.getAndIncrement());
        return caseNumber;
    }

    private void aLateInvoice(int year) {
        inventory.begin(new InventoryYear(
                year,
                InventoryYear.Status.OPEN,
                LocalDate.of(year, 6, 1),
                LocalDate.of(year, 6, 30),
                LocalDate.of(year, 7, 15),
                null,
                null,
                null,
                null,
                null));
        inventory.list(
                year,
                InventoryLines.one(
                        new NewInventorySource("A-1", "Works", "1 Elm Road", "Phelps", "Southeast", null, null, null)));
        inventory.sendLateInvoices(
                year,
                1,
                (whole, next) -> List.of(new EmissionInventory.NewInventoryDocument(
                        DocumentKind.LATE_INVOICE,
                        "Late invoice",
                        "Works",
                        "%PDF-".getBytes(StandardCharsets.US_ASCII),
                        1)));
        inventory.strike(year, "A-1", "Shut down");
        inventory.putBack(year, "A-1", "It is another that was shut down");
    }

    private long entries() {
        return database.queryForObject("SELECT COUNT(*) FROM audit_trail", Long.class);
    }

    private List<Entry> audited(String table, Object key) {
        return database.query(
                "SELECT actor, operation, row_before, row_after FROM audit_trail WHERE table_name = ? AND row_key = ? ORDER BY id",
                (row, n) -> new Entry(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                table,
                key.toString());
    }

    /** The record's tables but for the audit trail: neither the engine's nor Flyway's. */
    /** Finished stages are no part of the record: they are worked out, and can be again, from the engine's history. */
    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet table = connection
                        .getMetaData()
                        .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (table.next()) {
                String name = table.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (!name.startsWith("act_")
                        && !name.startsWith("flyway_")
                        && !name.equals("audit_trail")
                        && !name.startsWith("finished_stage")) {
                    tables.add(name);
                }
            }
        }
        return tables;
    }

    private List<String> columns(String table) {
        return database.query("SELECT * FROM " + table + " WHERE 1 = 0", rows -> {
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                columns.add(rows.getMetaData().getColumnName(i));
            }
            return columns;
        });
    }
}
