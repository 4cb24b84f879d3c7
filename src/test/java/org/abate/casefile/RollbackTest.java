package org.abate.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.abate.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class RollbackTest {

    private static final List<String> TABLES = List.of(
            "facility",
            "facility_identifier",
            "responsible_party",
            "case_number",
            "case_file",
            "violation",
            "violation_observation",
            "timeline_note",
            "audit_trail");

    @Autowired
    private CaseRecord record;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void aFailureAroundTheRecordLeavesNothingOfIt() {
        Map<String, Long> before = rows();
        AtomicReference<String> caseNumber = new AtomicReference<>();

        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    caseNumber.set(record.open(SampleCases.tanks()).caseNumber());
                    record.note(caseNumber.get(), "NOTE", "Never happened");
                    throw new IllegalStateException("the engine fails");
                }))
                .hasMessage("the engine fails");

        assertThat(record.find(caseNumber.get())).isEmpty();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aNumberThatWasNotUsedIsGivenAgain() {
        String opened = record.open(SampleCases.tanks()).caseNumber();
        AtomicReference<String> lost = new AtomicReference<>();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            lost.set(record.open(SampleCases.tanks()).caseNumber());
            status.setRollbackOnly();
        });

        assertThat(record.open(SampleCases.tanks()).caseNumber())
                .isEqualTo(lost.get())
                .isGreaterThan(opened);
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        TABLES.forEach(table -> rows.put(table, database.queryForObject("SELECT COUNT(*) FROM " + table, Long.class)));
        return rows;
    }
}
