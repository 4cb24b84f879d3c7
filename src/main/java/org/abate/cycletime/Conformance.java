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
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Whether deadlines are kept: of each task that had a due date, and of each limit on a part of a diagram that a source
 * sets, how often it ended by then, where the deadline comes from, and which cases broke it. A deadline that an extension
 * moved is kept by its new day. Time that somebody has for a choice, such as an appeal, cannot be broken and is left out.
 */
@Service
public class Conformance {

    private static final int MOST_CASES = 200;

    private static final String BROKEN =
            "SELECT kind, case_number, process, diagram, stage, name, due_at, finished_at, outcome"
                    + " FROM finished_stage WHERE kind IN ('TASK', 'LIMIT') AND finished_at > due_at AND ";

    private final RememberedStages stages;
    private final DeadlineSources sources;
    private final StageFilter filter;
    private final JdbcClient database;
    private final StreamedRows rows;

    Conformance(
            RememberedStages stages,
            DeadlineSources sources,
            StageFilter filter,
            JdbcClient database,
            StreamedRows rows) {
        this.stages = stages;
        this.sources = sources;
        this.filter = filter;
        this.database = database;
        this.rows = rows;
    }

    /**
     * A deadline and how it was kept.
     *
     * @param stage the id of the task, or of the timer where a limit stands on no task
     * @param diagram where it stands: the process, or a block
     * @param text what the diagram says of the deadline; null where it says nothing
     * @param citation the rules or chapters it names; null where it names none
     * @param rule whether a source demands it; else it is a target of the office
     * @param due how often it was set
     * @param broken how often what it limits ended after it
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

    private record Step(boolean task, String process, String diagram, String stage) {

        /** What is only the office's own reminder, and on no task, is no deadline. */
        boolean isDeadline(DeadlineSources.Source source) {
            return source.duty() && (task || source.rule());
        }
    }

    private static final class Count {

        private String name;
        private long due;
        private long late;

        void add(StageColumns.Slice stages) {
            for (int i = 0; i < stages.size(); i++) {
                due += stages.wasDue(i) ? 1 : 0;
                late += stages.wasLate(i) ? 1 : 0;
            }
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
                    if (!key.isTask() && !key.isLimit()) {
                        return null;
                    }
                    Count count = counts.computeIfAbsent(
                            new Step(key.isTask(), key.process(), key.diagram(), key.stage()), added -> new Count());
                    count.name = key.name();
                    return count;
                },
                Count::add);
        DeadlineSources.Latest latest = sources.latest();
        return counts.entrySet().stream()
                .filter(each -> each.getValue().due > 0)
                .flatMap(each -> {
                    Step step = each.getKey();
                    DeadlineSources.Source source = latest.of(step.diagram(), step.stage());
                    return step.isDeadline(source)
                            ? Stream.of(deadline(step, each.getValue(), source))
                            : Stream.empty();
                })
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
                step.task() ? count.name : source.name(),
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
     * @param stage the id of a task or a timer, with its diagram before where another diagram has the same
     * @throws org.abate.casefile.CaseRefused for a process or a region that is not known
     */
    public List<Broken> broken(StageQuery query, String stage) {
        StageFilter.Condition condition = filter.of(query);
        DeadlineSources.Latest latest = sources.latest();
        String ofDiagram = stage.contains(":") ? "diagram = :ofDiagram AND " : "";
        return database
                .sql(BROKEN + "stage = :stage AND " + ofDiagram + condition.sql()
                        + " ORDER BY finished_at DESC, id LIMIT " + MOST_CASES)
                .params(condition.parameters())
                .param("stage", stage.substring(stage.indexOf(':') + 1))
                .param("ofDiagram", stage.substring(0, Math.max(0, stage.indexOf(':'))))
                .query((row, number) -> of(row, latest))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** None where nothing was broken by being late. */
    private static Optional<Broken> of(ResultSet row, DeadlineSources.Latest latest) throws SQLException {
        boolean task = row.getString("kind").equals("TASK");
        Step step = new Step(task, row.getString("process"), row.getString("diagram"), row.getString("stage"));
        DeadlineSources.Source source = latest.of(step.diagram(), step.stage());
        if (!step.isDeadline(source)) {
            return Optional.empty();
        }
        Instant due = StageEvent.instant(row, "due_at");
        Instant finished = StageEvent.instant(row, "finished_at");
        return Optional.of(new Broken(
                row.getString("case_number"),
                step.process(),
                step.diagram(),
                step.stage(),
                task ? row.getString("name") : source.name(),
                due,
                finished,
                StageOutcome.of(row.getString("outcome")).orElseThrow(),
                Durations.days(Duration.between(due, finished).toMillis() / 1000.0)));
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
        rows.read(database -> {
            database.sql(BROKEN + selection.condition.sql() + " ORDER BY id")
                    .params(selection.condition.parameters())
                    .query(row -> {
                        of(row, latest).ifPresent(each -> line(lines, each, latest));
                    });
            return null;
        });
        lines.end();
    }

    private static void line(CsvLines lines, Broken each, DeadlineSources.Latest latest) {
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
    }
}
