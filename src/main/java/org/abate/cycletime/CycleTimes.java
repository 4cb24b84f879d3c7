package org.abate.cycletime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** How long finished stages took, to the second and of any selection. All durations are days with their fractions. */
@Service
public class CycleTimes {

    private final RememberedStages stages;

    CycleTimes(RememberedStages stages) {
        this.stages = stages;
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
     * @param stayed how long an appeal stopped the clock, of those where one did
     * @param extended how long an extension of the due date did, likewise
     * @param overdueShare how many of those with a due date finished after it, from 0 to 1; of cases, how many had a step
     *     that did; null if none has one
     * @param outcomes how many there are of each
     */
    public record Figures(
            Spread total,
            Spread waiting,
            Spread working,
            Spread stayed,
            Spread extended,
            Double overdueShare,
            Map<StageOutcome, Long> outcomes) {}

    /**
     * One task of one diagram.
     *
     * @param process the diagram on which the cases run
     * @param diagram the diagram in which the task stands: the process, or a block
     * @param stage its id there
     * @param waitsOn RESPONSIBLE_PARTY, DEPARTMENT, or STAY where an appeal stops the clock
     */
    public record Stage(String process, String diagram, String stage, String name, String waitsOn, Figures figures) {}

    /**
     * What was asked for.
     *
     * @param wholeCase the cases from opening to end
     * @param waitsOn the tasks by whom they wait on
     * @param stages the tasks one by one
     */
    public record Report(Figures wholeCase, Map<String, Figures> waitsOn, List<Stage> stages) {}

    /**
     * The figures of a month or week.
     *
     * @param from its first day
     */
    public record Stretch(LocalDate from, Figures figures) {}

    /** By what the stages of a selection are put side by side. */
    public enum Grouping {
        PROGRAM,
        REGION,
        VERSION,
        OUTCOME
    }

    /**
     * The figures of those that have something in common.
     *
     * @param process where they are put side by side by version; else null, as {@code version}
     * @param name the program's id, the region, or how they ended; null by version
     */
    public record Group(String process, Integer version, String name, Figures figures) {}

    private record Common(String process, Integer version, String name) {

        static Common of(StageKey key, Grouping by) {
            return switch (by) {
                case PROGRAM -> new Common(null, null, key.program().id());
                case REGION -> new Common(null, null, key.region());
                case VERSION -> new Common(key.process(), key.version(), null);
                case OUTCOME -> new Common(null, null, key.outcome().name());
            };
        }
    }

    /** What the tasks of a report are told apart by. */
    private record StageOfProcess(String process, String diagram, String stage) {}

    /** Who takes the stages of a key: its tally, and that of whom it waits on. */
    private record Takers(StageOutcome outcome, Tally own, Tally waitsOn) {

        void add(StageColumns.Slice stages) {
            own.add(outcome, stages);
            if (waitsOn != null) {
                waitsOn.add(outcome, stages);
            }
        }
    }

    /** @throws org.abate.casefile.CaseRefused for a process or a region that is not known */
    public Report report(StageQuery query) {
        Tally cases = new Tally();
        Map<String, Tally> waitsOn = new TreeMap<>();
        Map<StageOfProcess, StageKey> last = new HashMap<>();
        Map<StageOfProcess, Tally> tasks = new TreeMap<>(Comparator.comparing(StageOfProcess::process)
                .thenComparing(each -> !each.diagram().equals(each.process()))
                .thenComparing(StageOfProcess::diagram)
                .thenComparing(StageOfProcess::stage));
        stages.each(
                query,
                key -> {
                    if (key.isCase()) {
                        return new Takers(key.outcome(), cases, null);
                    }
                    if (!key.isTask()) {
                        return null;
                    }
                    StageOfProcess stage = new StageOfProcess(key.process(), key.diagram(), key.stage());
                    last.put(stage, key);
                    return new Takers(
                            key.outcome(),
                            tasks.computeIfAbsent(stage, added -> new Tally()),
                            waitsOn.computeIfAbsent(key.waitsOn(), added -> new Tally()));
                },
                Takers::add);
        return new Report(
                cases.figures(),
                figures(waitsOn),
                // Each has its own tally, and percentiles are most of the work
                tasks.entrySet().parallelStream()
                        .map(task -> stage(last.get(task.getKey()), task.getValue()))
                        .toList());
    }

    private static Stage stage(StageKey key, Tally tally) {
        return new Stage(key.process(), key.diagram(), key.stage(), key.name(), key.waitsOn(), tally.figures());
    }

    /**
     * The figures of cases as a whole, or of a task, month by month or week by week; months without any are left out.
     *
     * @param stage the id of a task; null for cases as a whole
     * @param unit months or weeks, which begin on Mondays
     * @throws org.abate.casefile.CaseRefused for a process or a region that is not known
     */
    public List<Stretch> trend(StageQuery query, String stage, ChronoUnit unit) {
        TemporalAdjuster start = unit == ChronoUnit.WEEKS
                ? TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)
                : TemporalAdjusters.firstDayOfMonth();
        Map<Integer, LocalDate> starts = new HashMap<>();
        Map<LocalDate, Tally> stretches = new TreeMap<>();
        stages.each(query, key -> key.is(stage) ? key.outcome() : null, (outcome, slice) -> {
            for (int i = 0; i < slice.size(); i++) {
                LocalDate from = starts.computeIfAbsent(
                        slice.day(i), day -> LocalDate.ofEpochDay(day).with(start));
                stretches.computeIfAbsent(from, added -> new Tally()).add(outcome, slice, i);
            }
        });
        return figures(stretches).entrySet().stream()
                .map(each -> new Stretch(each.getKey(), each.getValue()))
                .toList();
    }

    /**
     * The figures of cases as a whole, or of a task, by what they have in common; by name, or by process and version.
     *
     * @param stage as for {@link #trend}
     * @throws org.abate.casefile.CaseRefused likewise
     */
    public List<Group> groups(StageQuery query, String stage, Grouping by) {
        Map<Common, Tally> groups = new HashMap<>();
        stages.each(
                query,
                key -> key.is(stage)
                        ? new Takers(
                                key.outcome(), groups.computeIfAbsent(Common.of(key, by), added -> new Tally()), null)
                        : null,
                Takers::add);
        return groups.entrySet().stream()
                .map(each -> new Group(
                        each.getKey().process(),
                        each.getKey().version(),
                        each.getKey().name(),
                        each.getValue().figures()))
                .sorted(Comparator.comparing(Group::name, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Group::process, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Group::version, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    private static <K> Map<K, Figures> figures(Map<K, Tally> tallies) {
        Map<K, Figures> figures = new LinkedHashMap<>();
        tallies.forEach((key, tally) -> figures.put(key, tally.figures()));
        return figures;
    }
}
