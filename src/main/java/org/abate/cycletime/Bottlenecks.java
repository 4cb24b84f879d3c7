package org.abate.cycletime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Where cases wait. Of each process the step in which the most time passed until somebody took the task, of those that
 * finished in a period and, unless it is over, of those that nobody has taken yet; whose inbox that is, and since when what
 * is there now has been waiting.
 */
@Service
public class Bottlenecks {

    private static final int OF_ONE_PROCESS = 3;

    private static final String OPEN = "SELECT d.key_ AS process, b.key_ AS diagram, t.task_def_key_ AS stage,"
            + " MIN(COALESCE(t.name_, t.task_def_key_)) AS name, MIN(" + OpenTasks.INBOX + ") AS inbox,"
            + " COUNT(*) AS open_tasks, CAST(MIN(t.create_time_) AS TIMESTAMP WITH TIME ZONE) AS since,"
            + " SUM(EXTRACT(EPOCH FROM CAST(t.create_time_ AS TIMESTAMP WITH TIME ZONE))) AS created"
            + OpenTasks.from("t.assignee_ IS NULL AND " + OpenTasks.WAITS_ON + " = 'DEPARTMENT' AND %s")
            + " GROUP BY d.key_, b.key_, t.task_def_key_";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);

    private final RememberedStages stages;
    private final JdbcClient database;
    private final StageFilter filter;
    private final StageChoices choices;
    private final Clock clock;

    Bottlenecks(RememberedStages stages, JdbcClient database, StageFilter filter, StageChoices choices, Clock clock) {
        this.filter = filter;
        this.choices = choices;
        this.stages = stages;
        this.database = database;
        this.clock = clock;
    }

    /**
     * The bottleneck of a process.
     *
     * @param name of the step, and what tells it from others of the process that have the same
     * @param inbox the group that was asked most often; null where none was
     * @param waitingDays what all tasks of the step waited together, those that nobody has taken until now
     * @param share of all waiting in the process, from 0 to 1
     * @param medianDays until a task of the step was taken; null where none was
     * @param open how many nobody has taken now
     * @param since when the oldest of them was there; null where there is none
     * @param sentence all of it in words
     */
    public record Bottleneck(
            String process,
            String diagram,
            String stage,
            String name,
            String inbox,
            double waitingDays,
            double share,
            Double medianDays,
            long open,
            Instant since,
            String sentence) {}

    private record Step(String process, String diagram, String stage) {}

    /** @param seconds what they have waited together */
    private record Open(String name, String inbox, long count, Instant since, double seconds) {

        private static final Open NONE = new Open(null, null, 0, null, 0);
    }

    private static final class Waiting {

        private final Step step;
        private final List<StageColumns.Slice> slices = new ArrayList<>();
        private final Map<String, Integer> inboxes = new TreeMap<>();
        private String name;
        private double seconds;

        Waiting(Step step) {
            this.step = step;
        }

        void add(String inbox, StageColumns.Slice stages) {
            slices.add(stages);
            int taken = 0;
            for (int i = 0; i < stages.size(); i++) {
                if (stages.waiting(i) >= 0) {
                    seconds += stages.waiting(i);
                    taken++;
                }
            }
            if (inbox != null && taken > 0) {
                inboxes.merge(inbox, taken, Integer::sum);
            }
        }

        void add(Open open) {
            name = open.name();
            seconds += open.seconds();
            if (inboxes.isEmpty() && open.inbox() != null) {
                inboxes.put(open.inbox(), 1);
            }
        }

        /** Null where no task was taken. */
        Double median() {
            Durations durations = new Durations();
            for (StageColumns.Slice stages : slices) {
                for (int i = 0; i < stages.size(); i++) {
                    if (stages.waiting(i) >= 0) {
                        durations.add(stages.waiting(i));
                    }
                }
            }
            return durations.spread().median();
        }

        String inbox() {
            return inboxes.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(null);
        }
    }

    private record Taker(Waiting waiting, String inbox) {}

    /**
     * One for each process that has one, the one with the most waiting first; of a single process the first three. Only
     * tasks that wait on the department count: what the responsible party has time for is no bottleneck.
     *
     * @throws org.abate.casefile.CaseRefused for a process or a region that is not known
     */
    public List<Bottleneck> of(StageQuery query) {
        Map<Step, Waiting> steps = new HashMap<>();
        Function<StageKey, Taker> taker = key -> {
            if (!"DEPARTMENT".equals(key.waitsOn())) {
                return null;
            }
            Waiting waiting = steps.computeIfAbsent(new Step(key.process(), key.diagram(), key.stage()), Waiting::new);
            waiting.name = key.name();
            return new Taker(waiting, key.inbox());
        };
        stages.each(query, taker, (each, slice) -> each.waiting().add(each.inbox(), slice));
        Map<Step, Open> open = open(query);
        if (filter.asksForNow(query)) {
            open.forEach(
                    (step, each) -> steps.computeIfAbsent(step, Waiting::new).add(each));
        }
        Map<String, List<Waiting>> processes =
                steps.values().stream().collect(Collectors.groupingBy(each -> each.step.process()));
        List<Bottleneck> found = new ArrayList<>();
        Map<String, StageChoices.Process> known = choices.processes(query.programs()).stream()
                .collect(Collectors.toMap(StageChoices.Process::id, Function.identity()));
        processes.forEach((process, waitings) -> {
            double all = waitings.stream().mapToDouble(each -> each.seconds).sum();
            waitings.stream()
                    .filter(each -> each.seconds > 0)
                    .sorted(Comparator.comparingDouble((Waiting each) -> each.seconds)
                            .reversed())
                    .limit(processes.size() == 1 ? OF_ONE_PROCESS : 1)
                    .forEach(worst -> found.add(bottleneck(
                            worst, title(worst, known.get(process)), all, open.getOrDefault(worst.step, Open.NONE))));
        });
        found.sort(Comparator.comparingDouble(Bottleneck::waitingDays).reversed());
        return found;
    }

    /** @param process null where only open tasks are known of it */
    private static String title(Waiting worst, StageChoices.Process process) {
        return process == null ? worst.name : process.titleOf(worst.step.diagram(), worst.step.stage(), worst.name);
    }

    private Bottleneck bottleneck(Waiting worst, String name, double all, Open open) {
        Double median = worst.median();
        double share = Math.round(10_000 * worst.seconds / all) / 10_000.0;
        String inbox = worst.inbox();
        String sentence = "\u201c%s\u201d%s holds %d %% of the waiting: %s. %s"
                .formatted(
                        name,
                        inbox == null ? "" : " (inbox of " + inbox.replace('-', ' ') + ")",
                        Math.round(100 * share),
                        median == null
                                ? "nobody has taken one yet"
                                : String.format(Locale.US, "a task is taken after %.1f days at the median", median),
                        now(open));
        return new Bottleneck(
                worst.step.process(),
                worst.step.diagram(),
                worst.step.stage(),
                name,
                inbox,
                Durations.days(worst.seconds),
                share,
                median,
                open.count(),
                open.since(),
                sentence);
    }

    private String now(Open open) {
        if (open.count() == 0) {
            return "Nobody waits there now.";
        }
        return "%d %s there now, the oldest for %d days, since %s."
                .formatted(
                        open.count(),
                        open.count() == 1 ? "waits" : "wait",
                        Duration.between(open.since(), clock.instant()).toDays(),
                        DAY.format(open.since().atZone(clock.getZone())));
    }

    private Map<Step, Open> open(StageQuery query) {
        Map<Step, Open> open = new HashMap<>();
        StageFilter.Condition condition = filter.ofRunning(query);
        database.sql(OPEN.formatted(condition.sql()))
                .params(condition.parameters())
                .query(row -> {
                    open.put(
                            new Step(row.getString("process"), row.getString("diagram"), row.getString("stage")),
                            open(row));
                });
        return open;
    }

    private Open open(ResultSet row) throws SQLException {
        long count = row.getLong("open_tasks");
        return new Open(
                row.getString("name"),
                row.getString("inbox"),
                count,
                StageEvent.instant(row, "since"),
                Math.max(0, count * (clock.millis() / 1000.0) - row.getDouble("created")));
    }
}
