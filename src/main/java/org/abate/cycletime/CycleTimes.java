package org.abate.cycletime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long finished stages took, worked out by the database. All durations are days with their fractions. */
@Service
public class CycleTimes {

    private static final String SPREAD = """
            COUNT(%2$s) AS %1$s_count, AVG(CAST(%2$s AS DOUBLE PRECISION)) / 86400 AS %1$s_mean,
            PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY %2$s) / 86400.0 AS %1$s_median,
            PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY %2$s) / 86400.0 AS %1$s_p90,
            PERCENTILE_CONT(0.95) WITHIN GROUP (ORDER BY %2$s) / 86400.0 AS %1$s_p95,
            MAX(%2$s) / 86400.0 AS %1$s_max,
            """;

    private static final String FIGURES = SPREAD.formatted("all", "seconds")
            + SPREAD.formatted("waiting", "waiting_seconds")
            + SPREAD.formatted("working", "(seconds - waiting_seconds)")
            + """
            AVG(CASE WHEN due_at IS NULL THEN NULL WHEN finished_at > due_at THEN 1.0 ELSE 0.0 END) AS overdue_share,
            COUNT(CASE WHEN outcome = 'COMPLETED' THEN 1 END) AS completed,
            COUNT(CASE WHEN outcome = 'TIMER_PASSED' THEN 1 END) AS timer_passed,
            COUNT(CASE WHEN outcome = 'INTERRUPTED' THEN 1 END) AS interrupted,
            COUNT(CASE WHEN outcome = 'WITHDRAWN' THEN 1 END) AS withdrawn
            """;

    private final JdbcClient database;
    private final StageFilter filter;

    CycleTimes(JdbcClient database, StageFilter filter) {
        this.database = database;
        this.filter = filter;
    }

    /**
     * How a number of durations lie.
     *
     * @param count how many there are; the rest is null where there is none
     */
    public record Spread(long count, Double median, Double mean, Double p90, Double p95, Double max) {}

    /**
     * The figures of a group of stages.
     *
     * @param total from the moment the stage was there to its end
     * @param waiting until it was claimed, of those that were claimed by somebody
     * @param working from then on
     * @param overdueShare how many of those with a due date finished after it, from 0 to 1; null if none has one
     * @param outcomes how many there are of each
     */
    public record Figures(
            Spread total, Spread waiting, Spread working, Double overdueShare, Map<StageOutcome, Long> outcomes) {}

    /**
     * One task of one diagram.
     *
     * @param stage its id in the diagram
     * @param waitsOn RESPONSIBLE_PARTY, DEPARTMENT, or STAY where an appeal stops the clock
     */
    public record Stage(String process, String stage, String name, String waitsOn, Figures figures) {}

    /**
     * What was asked for.
     *
     * @param wholeCase the cases from opening to end
     * @param waitsOn the tasks by whom they wait on
     * @param stages the tasks one by one
     */
    public record Report(Figures wholeCase, Map<String, Figures> waitsOn, List<Stage> stages) {}

    /** @throws org.abate.casefile.CaseRefused for a process or a region that is not known */
    @Transactional(readOnly = true)
    public Report report(StageQuery query) {
        StageFilter.Condition condition = filter.of(query);
        Figures cases = figures("", condition, "kind = 'CASE'", "")
                .query((row, number) -> figures(row))
                .single();
        Map<String, Figures> waitsOn = new LinkedHashMap<>();
        figures("waits_on, ", condition, "kind = 'TASK'", "GROUP BY waits_on ORDER BY waits_on")
                .query(row -> {
                    waitsOn.put(row.getString("waits_on"), figures(row));
                });
        List<Stage> stages = figures(
                        "process, stage, MAX(name) AS name, MAX(waits_on) AS waits_on, ",
                        condition,
                        "kind = 'TASK'",
                        "GROUP BY process, stage ORDER BY process, stage")
                .query((row, number) -> new Stage(
                        row.getString("process"),
                        row.getString("stage"),
                        row.getString("name"),
                        row.getString("waits_on"),
                        figures(row)))
                .list();
        return new Report(cases, waitsOn, stages);
    }

    private JdbcClient.StatementSpec figures(
            String columns, StageFilter.Condition condition, String kind, String grouped) {
        return database.sql("SELECT " + columns + FIGURES + " FROM finished_stage WHERE " + kind + " AND "
                        + condition.sql() + " " + grouped)
                .params(condition.parameters());
    }

    private static Figures figures(ResultSet row) throws SQLException {
        Map<StageOutcome, Long> outcomes = new LinkedHashMap<>();
        for (StageOutcome outcome : StageOutcome.values()) {
            outcomes.put(outcome, row.getLong(outcome.name()));
        }
        return new Figures(
                spread(row, "all"),
                spread(row, "waiting"),
                spread(row, "working"),
                number(row, "overdue_share"),
                outcomes);
    }

    private static Spread spread(ResultSet row, String part) throws SQLException {
        return new Spread(
                row.getLong(part + "_count"),
                number(row, part + "_median"),
                number(row, part + "_mean"),
                number(row, part + "_p90"),
                number(row, part + "_p95"),
                number(row, part + "_max"));
    }

    /** To the nearest ten thousandth: a day has 86,400 seconds. */
    private static Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : Math.round(value * 10_000) / 10_000.0;
    }
}
