package org.abate.cycletime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How old the open tasks are, and how many of them are likely to pass their limit. The forecast asks the finished ones:
 * of those that took longer than this one has so far, how many took as long as its limit?
 */
@Service
public class OpenStages {

    /** With fewer finished ones that took longer there is no forecast. */
    private static final int ENOUGH = 5;

    private static final Set<StageOutcome> RAN_THEIR_COURSE = Set.of(StageOutcome.COMPLETED, StageOutcome.TIMER_PASSED);

    private static final String TASKS = """
            SELECT d.key_ AS process, b.key_ AS diagram, t.task_def_key_ AS stage, COALESCE(t.name_, t.task_def_key_) AS name,
              CAST(t.create_time_ AS TIMESTAMP WITH TIME ZONE) AS created_at,
              CAST(t.due_date_ AS TIMESTAMP WITH TIME ZONE) AS due_at,
            """ + OpenTasks.WAITS_ON + " AS waits_on";

    private final JdbcClient database;
    private final RememberedStages finished;
    private final StageFilter filter;
    private final Clock clock;

    OpenStages(JdbcClient database, RememberedStages finished, StageFilter filter, Clock clock) {
        this.filter = filter;
        this.database = database;
        this.finished = finished;
        this.clock = clock;
    }

    /**
     * The open tasks of one kind. Durations are days.
     *
     * @param diagram the diagram in which they stand
     * @param waitsOn RESPONSIBLE_PARTY, DEPARTMENT, or STAY where an appeal stops the clock
     * @param medianLimit from when the task is there to its due date; null where none has one
     * @param overdue how many are past it
     * @param likelyLate how many will be, those that are among them; null where too few have finished to tell
     */
    public record Stage(
            String process,
            String diagram,
            String stage,
            String name,
            String waitsOn,
            int open,
            double medianAge,
            double oldest,
            Double medianLimit,
            int overdue,
            Double likelyLate) {}

    private record Kind(String process, String diagram, String stage, String name, String waitsOn) {}

    private record Task(double age, Double limit) {

        boolean isOverdue() {
            return limit != null && age > limit;
        }
    }

    /** What finished ones say of open ones. */
    private static final class Past {

        private final Durations durations = new Durations();

        /** The part of those that took as long as the age which took the limit or more; null for too few. */
        Double chanceToPass(Task task) {
            int longer = durations.atLeast(task.age());
            return longer < ENOUGH ? null : (double) durations.atLeast(task.limit()) / longer;
        }
    }

    /**
     * Now, whatever period the query asks for; those of which most are open first.
     *
     * @throws org.abate.casefile.CaseRefused for a process or a region that is not known
     */
    @Transactional(readOnly = true)
    public List<Stage> of(StageQuery query) {
        if (query.programs().isEmpty()) {
            return List.of();
        }
        Map<Kind, List<Task>> open = open(query);
        Map<String, Past> past = past(query, open.keySet());
        return open.entrySet().stream()
                .map(each -> stage(
                        each.getKey(),
                        each.getValue(),
                        past.getOrDefault(
                                each.getKey().diagram() + " " + each.getKey().stage(), new Past())))
                .sorted(Comparator.comparingInt(Stage::open)
                        .reversed()
                        .thenComparing(Stage::name)
                        .thenComparing(Stage::process))
                .toList();
    }

    private Map<Kind, List<Task>> open(StageQuery query) {
        StageFilter.Condition condition = filter.ofRunning(query);
        Instant now = clock.instant();
        Map<Kind, List<Task>> open = new HashMap<>();
        database.sql(TASKS + OpenTasks.from(condition.sql()))
                .params(condition.parameters())
                .query(row -> {
                    Instant created = StageEvent.instant(row, "created_at");
                    Instant due = StageEvent.instant(row, "due_at");
                    open.computeIfAbsent(
                                    new Kind(
                                            row.getString("process"),
                                            row.getString("diagram"),
                                            row.getString("stage"),
                                            row.getString("name"),
                                            row.getString("waits_on")),
                                    added -> new ArrayList<>())
                            .add(new Task(days(created, now), due == null ? null : days(created, due)));
                });
        return open;
    }

    /** Of every version and at any time: the more, the better is the forecast. */
    private Map<String, Past> past(StageQuery query, Set<Kind> open) {
        Set<String> asked =
                open.stream().map(kind -> kind.diagram() + " " + kind.stage()).collect(Collectors.toSet());
        Map<String, Past> past = new HashMap<>();
        finished.each(
                new StageQuery(query.programs(), query.process(), null, query.region(), null, null, null),
                key -> {
                    String step = key.diagram() + " " + key.stage();
                    if (!key.isTask() || !RAN_THEIR_COURSE.contains(key.outcome()) || !asked.contains(step)) {
                        return null;
                    }
                    return past.computeIfAbsent(step, added -> new Past());
                },
                (each, slice) -> slice.addSecondsTo(each.durations));
        return past;
    }

    private static Stage stage(Kind kind, List<Task> tasks, Past past) {
        double[] ages = tasks.stream().mapToDouble(Task::age).sorted().toArray();
        double[] limits = tasks.stream()
                .filter(task -> task.limit() != null)
                .mapToDouble(Task::limit)
                .sorted()
                .toArray();
        int overdue = (int) tasks.stream().filter(Task::isOverdue).count();
        return new Stage(
                kind.process(),
                kind.diagram(),
                kind.stage(),
                kind.name(),
                kind.waitsOn(),
                ages.length,
                median(ages),
                ages[ages.length - 1],
                limits.length == 0 ? null : median(limits),
                overdue,
                likelyLate(tasks, past, overdue));
    }

    private static Double likelyLate(List<Task> tasks, Past past, int overdue) {
        double late = overdue;
        for (Task task : tasks) {
            if (task.limit() == null || task.isOverdue()) {
                continue;
            }
            Double chance = past.chanceToPass(task);
            if (chance == null) {
                return null;
            }
            late += chance;
        }
        return tasks.stream().allMatch(task -> task.limit() == null) ? null : Math.round(late * 10) / 10.0;
    }

    private static double days(Instant from, Instant to) {
        return Durations.days(Math.max(0, Duration.between(from, to).toSeconds()));
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
