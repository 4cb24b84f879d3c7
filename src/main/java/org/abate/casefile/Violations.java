package org.abate.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The violations of a case and the days on which each was observed. */
@Component
class Violations {

    private static final String SELECT = """
            SELECT v.id, v.violation_number, v.citation, v.description, v.corrected_on, o.observed_on
            FROM violation v LEFT JOIN violation_observation o ON o.violation_id = v.id
            WHERE v.case_number = ?
            ORDER BY v.violation_number, o.observed_on""";

    private final JdbcClient database;
    private final JdbcTemplate template;
    private final Clock clock;

    Violations(JdbcClient database, JdbcTemplate template, Clock clock) {
        this.database = database;
        this.template = template;
        this.clock = clock;
    }

    List<Violation> of(String caseNumber) {
        Map<Long, Violation> violations = new LinkedHashMap<>();
        database.sql(SELECT).param(caseNumber).query(row -> {
            Violation violation = violations.computeIfAbsent(row.getLong("id"), id -> violation(id, row));
            violation.observedOn().add(Sql.day(row, "observed_on"));
        });
        return violations.values().stream()
                .map(open -> new Violation(
                        open.id(),
                        open.number(),
                        open.citation(),
                        open.description(),
                        List.copyOf(open.observedOn()),
                        open.correctedOn()))
                .toList();
    }

    /** Numbers go on from the last one; the caller holds the case's row. */
    List<Violation> add(String caseNumber, List<NewViolation> violations) {
        int last = database.sql("SELECT COALESCE(MAX(violation_number), 0) FROM violation WHERE case_number = ?")
                .param(caseNumber)
                .query(Integer.class)
                .single();
        List<Violation> added = new ArrayList<>();
        for (NewViolation violation : violations) {
            added.add(insert(caseNumber, ++last, violation));
        }
        return added;
    }

    void correct(long id, LocalDate on) {
        database.sql("UPDATE violation SET corrected_on = ? WHERE id = ?")
                .params(on, id)
                .update();
    }

    private Violation insert(String caseNumber, int number, NewViolation violation) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        database.sql("""
                        INSERT INTO violation (case_number, violation_number, citation, description, recorded_at, recorded_by)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(
                        caseNumber,
                        number,
                        violation.citation(),
                        violation.description(),
                        Sql.of(clock.instant()),
                        Actor.current())
                .update(key, "id");
        long id = key.getKeyAs(Long.class);
        List<LocalDate> days = violation.observedOn().stream().sorted().toList();
        template.batchUpdate(
                "INSERT INTO violation_observation (violation_id, observed_on) VALUES (?, ?)",
                days.stream().map(day -> new Object[] {id, day}).toList());
        return new Violation(id, number, violation.citation(), violation.description(), days, null);
    }

    private static Violation violation(long id, ResultSet row) {
        try {
            return new Violation(
                    id,
                    row.getInt("violation_number"),
                    row.getString("citation"),
                    row.getString("description"),
                    new ArrayList<>(),
                    Sql.day(row, "corrected_on"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
