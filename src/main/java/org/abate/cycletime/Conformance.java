package org.abate.cycletime;

import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether deadlines are kept: of each task that had a due date, how often it finished by then, where the deadline comes
 * from, and which cases broke it. A deadline that an extension moved is kept by its new day.
 */
@Service
public class Conformance {

    private static final int ROWS_AT_A_TIME = 1000;
    private static final int MOST_CASES = 200;

    private static final String BROKEN =
            "SELECT case_number, process, diagram, stage, name, due_at, finished_at, outcome"
                    + " FROM finished_stage WHERE kind = 'TASK' AND finished_at > due_at AND ";

    private final RememberedStages stages;
    private final DeadlineSources sources;
    private final StageFilter filter;
    private final JdbcClient database;
    private final TransactionTemplate reading;

    Conformance(
            RememberedStages stages,
            DeadlineSources sources,
            StageFilter filter,
            DataSource source,
            PlatformTransactionManager transactions) {
        JdbcTemplate cursor = new JdbcTemplate(source);
        cursor.setFetchSize(ROWS_AT_A_TIME);
        this.stages = stages;
        this.sources = sources;
        this.filter = filter;
        this.database = JdbcClient.create(cursor);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * A deadline and how it was kept.
     *
     * @param diagram where the task stands: the process, or a block
     * @param text what the diagram says of the deadline; null where it says nothing
     * @param citation the rules or chapters it names; null where it names none
     * @param rule whether a source demands it; else it is a target of the office
     * @param due how many tasks had it
     * @param broken how many finished after it
     * @param keptShare from 0 to 1
     */
    public record Deadline(
            String process,
            String diagram,
            String stage,
            String name,
            String text,
            String citation,
            boolean rule,
            long due,
            long broken,
            double keptShare) {}

    /** A case that broke a deadline. */
    public record Broken(
            String caseNumber,
            String process,
            String diagram,
            String stage,
            String name,
            Instant dueAt,
            Instant finishedAt,
            StageOutcome outcome,
            double daysLate) {}

    private record Step(String process, String diagram, String stage) {}

    private static final class Count {

        private String name;
        private long due;
        private long late;

        void add(StageColumns.Numbers stage) {
            due += stage.wasDue() ? 1 : 0;
            late += stage.wasLate() ? 1 : 0;
        }
    }

    /**
     * By process; first what the sources demand, then the targets of the office, and what is broken most often first.
     *
     * @throws org.abate.casefile.CaseRefused for a process or a region that is not known
     */
    public List<Deadline> deadlines(StageQuery query) {
        Map<Step, Count> counts = new HashMap<>();
        stages.each(
                query,
                key -> {
                    if (!key.task()) {
                        return null;
                    }
                    Count count = counts.computeIfAbsent(
                            new Step(key.process(), key.diagram(), key.stage()), added -> new Count());
                    count.name = key.name();
                    return count;
                },
                Count::add);
        DeadlineSources.Latest latest = sources.latest();
        return counts.entrySet().stream()
                .filter(each -> each.getValue().due > 0)
                .map(each -> deadline(
                        each.getKey(),
                        each.getValue(),
                        latest.of(each.getKey().diagram(), each.getKey().stage())))
                .sorted(Comparator.comparing(Deadline::process)
                        .thenComparing(each -> !each.rule())
                        .thenComparing(Deadline::keptShare)
                        .thenComparing(Deadline::stage))
                .toList();
    }

    private static Deadline deadline(Step step, Count count, DeadlineSources.Source source) {
        return new Deadline(
                step.process(),
                step.diagram(),
                step.stage(),
                count.name,
                source.text(),
                source.citation(),
                source.rule(),
                count.due,
                count.late,
                Math.round(10_000.0 * (count.due - count.late) / count.due) / 10_000.0);
    }

    /**
     * The cases that broke the deadline of a step, the last ones first, at most 200; {@link #csv} has all.
     *
     * @param stage the id of a task
     * @throws org.abate.casefile.CaseRefused for a process or a region that is not known
     */
    public List<Broken> broken(StageQuery query, String stage) {
        StageFilter.Condition condition = filter.of(query);
        return database.sql(BROKEN + "stage = :stage AND " + condition.sql() + " ORDER BY finished_at DESC, id LIMIT "
                        + MOST_CASES)
                .params(condition.parameters())
                .param("stage", stage)
                .query((row, number) -> of(row))
                .list();
    }

    private static Broken of(ResultSet row) throws SQLException {
        Instant due = StageEvent.instant(row, "due_at");
        Instant finished = StageEvent.instant(row, "finished_at");
        return new Broken(
                row.getString("case_number"),
                row.getString("process"),
                row.getString("diagram"),
                row.getString("stage"),
                row.getString("name"),
                due,
                finished,
                StageOutcome.of(row.getString("outcome")).orElseThrow(),
                Durations.days(Duration.between(due, finished).toMillis() / 1000.0));
    }

    /** What the export takes, found to be in order. */
    public static final class Selection {

        private final StageFilter.Condition condition;

        private Selection(StageFilter.Condition condition) {
            this.condition = condition;
        }
    }

    /** @throws org.abate.casefile.CaseRefused for a process or a region that is not known */
    public Selection select(StageQuery query) {
        return new Selection(filter.of(query));
    }

    /** A line for each task that was late, as the database gives them: a million take no more memory than a thousand. */
    public void csv(Selection selection, OutputStream out) {
        CsvLines lines = new CsvLines(out);
        lines.line(
                "case",
                "process",
                "diagram",
                "step",
                "name",
                "citation",
                "rule",
                "due",
                "finished",
                "daysLate",
                "outcome");
        DeadlineSources.Latest latest = sources.latest();
        reading.executeWithoutResult(transaction -> database.sql(BROKEN + selection.condition.sql() + " ORDER BY id")
                .params(selection.condition.parameters())
                .query(row -> {
                    Broken each = of(row);
                    DeadlineSources.Source source = latest.of(each.diagram(), each.stage());
                    lines.line(
                            each.caseNumber(),
                            each.process(),
                            each.diagram(),
                            each.stage(),
                            each.name(),
                            source.citation(),
                            String.valueOf(source.rule()),
                            each.dueAt().toString(),
                            each.finishedAt().toString(),
                            String.valueOf(each.daysLate()),
                            each.outcome().name());
                }));
        lines.end();
    }
}
