package org.abate.cycletime;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.abate.casefile.Program;
import org.springframework.stereotype.Service;

/** What can be chosen from where finished stages are asked for: the processes there are, their versions and tasks. */
@Service
public class StageChoices {

    private final RememberedStages stages;
    private final StageFilter filter;
    private final Diagrams diagrams;

    StageChoices(RememberedStages stages, StageFilter filter, Diagrams diagrams) {
        this.stages = stages;
        this.filter = filter;
        this.diagrams = diagrams;
    }

    /**
     * @param process the id of a diagram; null for any, as {@code region}
     * @throws org.abate.casefile.CaseRefused for a process that is not deployed, and a region the department does not have
     */
    public void requireKnown(String process, String region) {
        filter.requireKnown(process, region);
    }

    /** A task of a process; its name may be that of several. */
    public record Task(String id, String name) {}

    /**
     * A process that has finished stages.
     *
     * @param title its name
     * @param versions the lowest first
     * @param tasks its own and its blocks', by name
     */
    public record Process(String id, String title, SortedSet<Integer> versions, SortedSet<Task> tasks) {}

    /** Those of the programs, by title. */
    public List<Process> processes(Set<Program> programs) {
        Map<String, String> titles = diagrams.titles();
        Map<String, Process> found = new TreeMap<>();
        StageQuery all = new StageQuery(programs, null, null, null, null, (LocalDate) null, null);
        Function<StageKey, Void> look = key -> {
            Process process = found.computeIfAbsent(key.process(), id -> withNothing(id, titles.getOrDefault(id, id)));
            process.versions().add(key.version());
            if (key.isTask()) {
                process.tasks().add(new Task(key.stage(), key.name()));
            }
            return null;
        };
        stages.each(all, look, (nobody, numbers) -> {});
        return found.values().stream()
                .sorted(Comparator.comparing(Process::title))
                .toList();
    }

    private static Process withNothing(String id, String title) {
        return new Process(
                id,
                title,
                new TreeSet<>(),
                new TreeSet<>(Comparator.comparing(Task::name).thenComparing(Task::id)));
    }
}
