package org.abate.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The penalty calculations, every version of them. */
@Component
class Assessments {

    private static final int LONGEST_JSON = 200_000;

    private static final String SELECT = """
            SELECT id, rule, rule_version, violation_id, version, worksheet, result, total, recorded_at, recorded_by
            FROM assessment""";

    private final JdbcClient database;
    private final ObjectMapper json;
    private final Clock clock;

    Assessments(JdbcClient database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** The next version for its violation, or for the case as a whole; the caller holds the case's row. */
    Assessment file(String caseNumber, NewAssessment given, List<Violation> violations) {
        Faults faults = new Faults();
        String rule = faults.line("rule", given.rule(), 60);
        String ruleVersion = faults.line("ruleVersion", given.ruleVersion(), 30);
        json("worksheet", given.worksheetJson(), faults);
        if (given.violationId() == null || given.resultJson() != null || given.total() != null) {
            json("result", given.resultJson(), faults);
            faults.dollars("total", given.total(), true);
        }
        Optional<Violation> violation = violations.stream()
                .filter(candidate -> Long.valueOf(candidate.id()).equals(given.violationId()))
                .findFirst();
        if (given.violationId() != null && violation.isEmpty()) {
            faults.add("violationId", "case " + caseNumber + " has no violation " + given.violationId());
        }
        faults.refuse();
        int subject = violation.map(Violation::number).orElse(0);
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        database.sql("""
                        INSERT INTO assessment (case_number, violation_id, subject, version, rule, rule_version, worksheet,
                          result, total, recorded_at, recorded_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        caseNumber,
                        given.violationId(),
                        subject,
                        lastVersion(caseNumber, subject) + 1,
                        rule,
                        ruleVersion,
                        given.worksheetJson(),
                        given.resultJson(),
                        given.total(),
                        Sql.of(clock.instant()),
                        Actor.current())
                .update(id, "id");
        return list(" WHERE id = ?", id.getKeyAs(Long.class)).get(0);
    }

    List<Assessment> of(String caseNumber) {
        return list(" WHERE case_number = ? ORDER BY id DESC", caseNumber);
    }

    /** Violations whose worksheet was never filed, or taken back since. */
    Set<Long> violationsWithout(String caseNumber) {
        return database.sql("""
                        SELECT v.id FROM violation v WHERE v.case_number = ? AND NOT EXISTS (
                          SELECT 1 FROM assessment a WHERE a.violation_id = v.id AND a.version > v.worksheets_taken_back)""").param(caseNumber).query(Long.class).set();
    }

    /** From now on the versions filed so far are no current worksheets of the violation. */
    void takeBack(String caseNumber, Violation violation) {
        database.sql("UPDATE violation SET worksheets_taken_back = ? WHERE id = ?")
                .params(lastVersion(caseNumber, violation.number()), violation.id())
                .update();
    }

    private int lastVersion(String caseNumber, int subject) {
        return database.sql("SELECT COALESCE(MAX(version), 0) FROM assessment WHERE case_number = ? AND subject = ?")
                .params(caseNumber, subject)
                .query(Integer.class)
                .single();
    }

    private void json(String field, String value, Faults faults) {
        try {
            if (value == null || !json.readTree(value).isObject()) {
                faults.add(field, "must be a JSON object");
            } else if (value.length() > LONGEST_JSON) {
                faults.add(field, "must have at most " + LONGEST_JSON + " characters");
            }
        } catch (JsonProcessingException e) {
            faults.add(field, "must be a JSON object: " + e.getOriginalMessage());
        }
    }

    private List<Assessment> list(String where, Object key) {
        return database.sql(SELECT + where)
                .param(key)
                .query((row, n) -> new Assessment(
                        row.getLong("id"),
                        row.getString("rule"),
                        row.getString("rule_version"),
                        row.getObject("violation_id", Long.class),
                        row.getInt("version"),
                        row.getString("worksheet"),
                        row.getString("result"),
                        row.getBigDecimal("total"),
                        Sql.instant(row, "recorded_at"),
                        row.getString("recorded_by")))
                .list();
    }
}
