package org.abate.cycletime;

import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

    private static final String NOT_STATED = "NOT_STATED";

    /** Withdrawn cases and late tasks, each with the reason stated last. */
    private static final String STAGES = """
            SELECT s.*, CASE WHEN s.kind = 'CASE' THEN 'WITHDRAWAL' ELSE 'MISSED_DEADLINE' END AS occasion,
              r.code, r.title, r.recorded_by
            FROM (SELECT * FROM finished_stage
              WHERE (kind = 'CASE' AND outcome = 'WITHDRAWN' OR kind = 'TASK' AND finished_at > due_at) AND %s) s
            LEFT JOIN (SELECT * FROM stated_reason c
              WHERE NOT EXISTS (SELECT 1 FROM stated_reason n WHERE n.stage_id = c.stage_id AND n.id > c.id)) r
              ON r.stage_id = s.id
            """;

    private static final String COUNTS = """
            SELECT g.*, (SELECT t.title FROM stated_reason t WHERE t.id =
              (SELECT MAX(l.id) FROM stated_reason l WHERE l.occasion = g.occasion AND l.code = g.code)) AS title
            FROM (
              SELECT program, process, occasion, of_year, of_month, code, COUNT(*) AS stages
              FROM (SELECT program, process, occasion, COALESCE(code, 'NOT_STATED') AS code,
                  EXTRACT(YEAR FROM finished_at AT TIME ZONE '%1$s') AS of_year,
                  EXTRACT(MONTH FROM finished_at AT TIME ZONE '%1$s') AS of_month
                FROM (%2$s) stated) dated
              GROUP BY program, process, occasion, of_year, of_month, code) g
            ORDER BY program, process, occasion, of_year, of_month, stages DESC, code
            """;

    private final StageFilter filter;
    private final JdbcClient database;
    private final Clock clock;

    Reasons(StageFilter filter, JdbcClient database, Clock clock) {
        this.filter = filter;
        this.database = database;
        this.clock = clock;
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
        StageFilter.Condition condition = filter.of(query);
        return database.sql(COUNTS.formatted(clock.getZone().getId(), STAGES.formatted(condition.sql())))
                .params(condition.parameters())
                .query((row, number) -> count(row))
                .list();
    }

    private static Count count(ResultSet row) throws SQLException {
        String code = row.getString("code");
        return new Count(
                row.getString("program"),
                row.getString("process"),
                ReasonOccasion.valueOf(row.getString("occasion")),
                "%04d-%02d".formatted(row.getInt("of_year"), row.getInt("of_month")),
                code,
                code.equals(NOT_STATED) ? "Not stated" : row.getString("title"),
                row.getLong("stages"));
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
                                (List<Count> ofCode) -> ofCode.get(0).code().equals(NOT_STATED))
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
        return database.sql(STAGES.formatted("case_number = :case") + " ORDER BY s.finished_at, s.id")
                .param("case", caseNumber)
                .query((row, number) -> asked(row))
                .list();
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
