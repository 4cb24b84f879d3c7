package org.abate.cycletime;

import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.abate.casefile.ReasonOccasion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Why cases were withdrawn and deadlines missed, as staff have stated it: of the cases and tasks that {@link Conformance}
 * and {@link CycleTimes} count as withdrawn and late. Those without a reason count as not stated.
 */
@Service
public class Reasons {

    /** Withdrawn cases and late tasks, each with the reason stated last. */
    private static final String STAGES = """
            SELECT s.*, CASE WHEN s.kind = 'CASE' THEN 'WITHDRAWAL' ELSE 'MISSED_DEADLINE' END AS occasion,
              r.code, r.title, r.recorded_by
            FROM (SELECT * FROM finished_stage
              WHERE (kind = 'CASE' AND outcome = 'WITHDRAWN' OR kind = 'TASK' AND finished_at > due_at) AND case_number = :case) s
            LEFT JOIN (SELECT * FROM stated_reason c
              WHERE NOT EXISTS (SELECT 1 FROM stated_reason n WHERE n.stage_id = c.stage_id AND n.id > c.id)) r
              ON r.stage_id = s.id
            """;

    private final RememberedStages stages;
    private final RememberedReasons remembered;
    private final DeadlineSources sources;
    private final JdbcClient database;

    Reasons(RememberedStages stages, RememberedReasons remembered, DeadlineSources sources, JdbcClient database) {
        this.stages = stages;
        this.remembered = remembered;
        this.sources = sources;
        this.database = database;
    }

    /**
     * How often a reason was stated.
     *
     * @param month in which the case or the task finished, Central Time: {@code 2026-10}
     * @param code NOT_STATED where staff have given none
     * @param title what the code was called when it was chosen last
     */
    public record Count(
            String program,
            String process,
            ReasonOccasion occasion,
            String month,
            String code,
            String title,
            long count) {}

    /**
     * The same of all processes over the whole period.
     *
     * @param share of those on the occasion, from 0 to 1
     */
    public record Share(ReasonOccasion occasion, String title, long count, double share) {}

    /**
     * Something of a case that staff state a reason for.
     *
     * @param stage the id of the late task, or of the case's process instance
     * @param diagram where the task stands: the process, or a block
     * @param name of the task; of the process for a withdrawn case
     * @param dueAt null for a withdrawn case, as {@code daysLate}
     * @param code null where none is stated yet, as {@code title} and {@code statedBy}
     */
    public record Asked(
            String stage,
            ReasonOccasion occasion,
            String process,
            String diagram,
            String name,
            Instant dueAt,
            Instant finishedAt,
            Double daysLate,
            String code,
            String title,
            String statedBy) {}

    /**
     * By program, process, occasion and month; what was stated most often first.
     *
     * @throws org.abate.casefile.CaseRefused for a process or a region that is not known
     */
    public List<Count> counts(StageQuery query) {
        RememberedReasons.Stated stated = remembered.current();
        DeadlineSources.Latest latest = sources.latest();
        Map<Asking, Map<MonthAndCode, Long>> counts = new HashMap<>();
        stages.each(
                query,
                key -> occasion(key, latest)
                        .map(occasion -> new Asking(key.program().id(), key.process(), occasion))
                        .orElse(null),
                (asking, stages) -> {
                    for (int i = 0; i < stages.size(); i++) {
                        if (asking.occasion() == ReasonOccasion.WITHDRAWAL || stages.wasLate(i)) {
                            counts.computeIfAbsent(asking, added -> new HashMap<>())
                                    .merge(MonthAndCode.of(stages, i, stated), 1L, Long::sum);
                        }
                    }
                });
        List<Count> found = new ArrayList<>();
        counts.forEach((asking, each) -> each.forEach((of, count) -> found.add(new Count(
                asking.program(),
                asking.process(),
                asking.occasion(),
                of.month().toString(),
                of.code(),
                stated.title(asking.occasion(), of.code()),
                count))));
        found.sort(Comparator.comparing(Count::program)
                .thenComparing(Count::process)
                .thenComparing(Count::occasion)
                .thenComparing(Count::month)
                .thenComparing(Comparator.comparingLong(Count::count).reversed())
                .thenComparing(Count::code));
        return found;
    }

    /** What staff are asked about stages of this key, if at all. */
    private static Optional<ReasonOccasion> occasion(StageKey key, DeadlineSources.Latest latest) {
        if (key.isCase() && key.outcome() == StageOutcome.WITHDRAWN) {
            return Optional.of(ReasonOccasion.WITHDRAWAL);
        }
        return key.isTask() && latest.of(key.diagram(), key.stage()).duty()
                ? Optional.of(ReasonOccasion.MISSED_DEADLINE)
                : Optional.empty();
    }

    private record Asking(String program, String process, ReasonOccasion occasion) {}

    private record MonthAndCode(YearMonth month, String code) {

        static MonthAndCode of(StageColumns.Slice stages, int number, RememberedReasons.Stated stated) {
            return new MonthAndCode(
                    YearMonth.from(LocalDate.ofEpochDay(stages.day(number))),
                    stated.codes().getOrDefault(stages.written(number), RememberedReasons.NOT_STATED));
        }
    }

    /**
     * By occasion; what was stated most often first, and last what was not.
     *
     * @throws org.abate.casefile.CaseRefused likewise
     */
    public List<Share> shares(StageQuery query) {
        List<Count> counts = counts(query);
        Map<ReasonOccasion, Long> all =
                counts.stream().collect(Collectors.groupingBy(Count::occasion, Collectors.summingLong(Count::count)));
        return counts.stream()
                .collect(Collectors.groupingBy(each -> List.of(each.occasion(), each.code())))
                .values()
                .stream()
                .sorted(Comparator.comparing(
                                (List<Count> ofCode) -> ofCode.get(0).code().equals(RememberedReasons.NOT_STATED))
                        .thenComparing(Comparator.comparingLong(Reasons::sum).reversed())
                        .thenComparing(ofCode -> ofCode.get(0).title()))
                .map(ofCode -> {
                    Count first = ofCode.get(0);
                    double share = (double) sum(ofCode) / all.get(first.occasion());
                    return new Share(
                            first.occasion(), first.title(), sum(ofCode), Math.round(10_000 * share) / 10_000.0);
                })
                .toList();
    }

    private static long sum(List<Count> counts) {
        return counts.stream().mapToLong(Count::count).sum();
    }

    /** The rows of {@link #counts} as lines. */
    public void csv(List<Count> counts, OutputStream out) {
        CsvLines lines = new CsvLines(out);
        lines.line("program", "process", "occasion", "month", "code", "title", "count");
        counts.forEach(each -> lines.line(
                each.program(),
                each.process(),
                each.occasion().name(),
                each.month(),
                each.code(),
                each.title(),
                String.valueOf(each.count())));
        lines.end();
    }

    /** What staff state reasons for in a case, oldest first; whether the caller may see it all is the caller's to say. */
    public List<Asked> of(String caseNumber) {
        DeadlineSources.Latest latest = sources.latest();
        return database
                .sql(STAGES + " ORDER BY s.finished_at, s.id")
                .param("case", caseNumber)
                .query((row, number) -> asked(row))
                .list()
                .stream()
                .filter(each -> each.occasion() == ReasonOccasion.WITHDRAWAL
                        || latest.of(each.diagram(), each.stage()).duty())
                .toList();
    }

    private static Asked asked(ResultSet row) throws SQLException {
        ReasonOccasion occasion = ReasonOccasion.valueOf(row.getString("occasion"));
        boolean late = occasion == ReasonOccasion.MISSED_DEADLINE;
        Instant due = late ? StageEvent.instant(row, "due_at") : null;
        Instant finished = StageEvent.instant(row, "finished_at");
        return new Asked(
                row.getString("id"),
                occasion,
                row.getString("process"),
                row.getString("diagram"),
                row.getString("name"),
                due,
                finished,
                late ? Durations.days(Duration.between(due, finished).toMillis() / 1000.0) : null,
                row.getString("code"),
                row.getString("title"),
                row.getString("recorded_by"));
    }
}
