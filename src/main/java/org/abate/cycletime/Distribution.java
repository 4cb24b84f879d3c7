package org.abate.cycletime;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the durations of one step lie, and the cases in which it took longest. All durations are days. */
@Service
public class Distribution {

    private static final int MOST_BINS = 24;
    private static final int SLOWEST = 10;
    private static final double[] WIDTHS = {0.25, 0.5, 1, 2, 5, 7, 10, 14, 30, 60, 90, 180, 365, 730};

    private final RememberedStages stages;
    private final JdbcClient database;
    private final Clock clock;

    Distribution(RememberedStages stages, JdbcClient database, Clock clock) {
        this.stages = stages;
        this.database = database;
        this.clock = clock;
    }

    /**
     * How many took so long.
     *
     * @param from days, inclusive
     * @param to days, exclusive
     */
    public record Bin(double from, double to, long count) {}

    /** One of the slowest. */
    public record Slow(String caseNumber, double days, boolean late, StageOutcome outcome, LocalDate finishedOn) {}

    /**
     * What was found.
     *
     * @param bins side by side from zero on; none where no stage fits
     * @param slowest the slowest first
     */
    public record Report(List<Bin> bins, List<Slow> slowest) {}

    /** What is kept of a stage until the slowest are known. */
    private record Stage(int seconds, long written) {}

    /**
     * @param query asks for a diagram
     * @param stage the id of a task in it
     * @throws org.abate.casefile.CaseRefused for a process or a region that is not known
     */
    @Transactional(readOnly = true)
    public Report of(StageQuery query, String stage) {
        Durations durations = new Durations();
        PriorityQueue<Stage> longest = new PriorityQueue<>(Comparator.comparingInt(Stage::seconds));
        stages.each(
                query,
                key -> key.isTask()
                                && key.stage().equals(stage)
                                && key.diagram().equals(query.process())
                        ? durations
                        : null,
                (all, slice) -> {
                    slice.addSecondsTo(all);
                    for (int i = 0; i < slice.size(); i++) {
                        int seconds = slice.seconds(i);
                        if (longest.size() < SLOWEST
                                || seconds > longest.element().seconds()) {
                            longest.add(new Stage(seconds, slice.written(i)));
                        }
                        if (longest.size() > SLOWEST) {
                            longest.remove();
                        }
                    }
                });
        return new Report(
                bins(durations.sorted()),
                slowest(longest.stream().map(Stage::written).toList()));
    }

    private static List<Bin> bins(int[] sorted) {
        List<Bin> bins = new ArrayList<>();
        if (sorted.length == 0) {
            return bins;
        }
        double most = Durations.days(sorted[sorted.length - 1]);
        double width = width(most);
        int next = 0;
        for (int i = 0; i <= most / width; i++) {
            int first = next;
            while (next < sorted.length && Durations.days(sorted[next]) < (i + 1) * width) {
                next++;
            }
            bins.add(new Bin(i * width, (i + 1) * width, next - first));
        }
        return bins;
    }

    /** The narrowest that shows the longest duration in a few bins; decades where even years are too narrow. */
    private static double width(double most) {
        for (double width : WIDTHS) {
            if (most / width < MOST_BINS) {
                return width;
            }
        }
        return 3650;
    }

    private List<Slow> slowest(List<Long> written) {
        if (written.isEmpty()) {
            return List.of();
        }
        return database.sql("""
                        SELECT case_number, seconds, outcome, finished_at,
                          CASE WHEN finished_at > due_at THEN 1 ELSE 0 END AS late
                        FROM finished_stage WHERE written IN (:written) ORDER BY seconds DESC, case_number""")
                .param("written", written)
                .query((row, number) -> new Slow(
                        row.getString("case_number"),
                        Durations.days(row.getLong("seconds")),
                        row.getBoolean("late"),
                        StageOutcome.of(row.getString("outcome")).orElseThrow(),
                        row.getObject("finished_at", OffsetDateTime.class)
                                .atZoneSameInstant(clock.getZone())
                                .toLocalDate()))
                .list();
    }
}
