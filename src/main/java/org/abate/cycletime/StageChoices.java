package org.abate.cycletime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
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

    /**
     * A task of a process.
     *
     * @param diagram where it stands: the process, or a block
     * @param name as the newest version in which it finished has it
     * @param apart what follows the name where others of the process have the same: {@code  (for new violation)}
     * @param address its id; where a task of another diagram of the process has the same, with its diagram before:
     *     {@code minerals-notice:RecordLateResponse}
     */
    public record Task(String diagram, String id, String name, String apart, String address) {

        public String title() {
            return name + apart;
        }
    }

    /**
     * A process that has finished stages.
     *
     * @param title its name
     * @param versions the lowest first
     * @param tasks its own and its blocks', by title
     */
    public record Process(String id, String title, SortedSet<Integer> versions, List<Task> tasks) {

        /** Whether a task of that diagram has finished in a case of the process. */
        public boolean calls(String diagram) {
            return tasks.stream().anyMatch(task -> task.diagram().equals(diagram));
        }

        /** Whether the address, or the id alone, is that of a task. */
        public boolean has(String address) {
            return tasks.stream()
                    .anyMatch(task -> address.equals(task.id()) || address.equals(task.diagram() + ":" + task.id()));
        }

        /** What a task of that name is called among the others. */
        public String titleOf(String diagram, String task, String name) {
            return tasks.stream()
                    .filter(each -> each.id().equals(task) && each.diagram().equals(diagram))
                    .map(each -> each.name().equals(name) ? each.title() : name)
                    .findFirst()
                    .orElse(name);
        }
    }

    private record Step(String diagram, String id) {}

    /** @param version of the diagram that has it so */
    private record Name(int version, String text) {}

    private static final class Found {

        private final SortedSet<Integer> versions = new TreeSet<>();
        private final Map<Step, Name> names = new HashMap<>();

        void add(StageKey key) {
            versions.add(key.version());
            if (key.isTask()) {
                names.merge(
                        new Step(key.diagram(), key.stage()),
                        new Name(key.diagramVersion(), key.name()),
                        (one, other) -> other.version() > one.version() ? other : one);
            }
        }
    }

    /** Those of the programs, by title. */
    public List<Process> processes(Set<Program> programs) {
        Map<String, String> titles = diagrams.titles();
        Map<String, Found> found = new HashMap<>();
        StageQuery all = new StageQuery(programs, null, null, null, null, (LocalDate) null, null);
        Function<StageKey, Void> look = key -> {
            found.computeIfAbsent(key.process(), added -> new Found()).add(key);
            return null;
        };
        stages.each(all, look, (nobody, numbers) -> {});
        return found.entrySet().stream()
                .map(each -> new Process(
                        each.getKey(),
                        titles.getOrDefault(each.getKey(), each.getKey()),
                        each.getValue().versions,
                        tasks(each.getValue().names, titles)))
                .sorted(Comparator.comparing(Process::title))
                .toList();
    }

    private static List<Task> tasks(Map<Step, Name> names, Map<String, String> titles) {
        Map<String, List<Step>> namesakes = new HashMap<>();
        Map<String, Integer> ofId = new HashMap<>();
        names.forEach((step, name) -> {
            namesakes.computeIfAbsent(name.text(), added -> new ArrayList<>()).add(step);
            ofId.merge(step.id(), 1, Integer::sum);
        });
        return names.entrySet().stream()
                .map(each -> {
                    Step step = each.getKey();
                    String name = each.getValue().text();
                    return new Task(
                            step.diagram(),
                            step.id(),
                            name,
                            apart(step, name, namesakes.get(name), titles),
                            ofId.get(step.id()) > 1 ? step.diagram() + ":" + step.id() : step.id());
                })
                .sorted(Comparator.comparing(Task::title).thenComparing(Task::address))
                .toList();
    }

    /** What its id says beyond the name where its diagram has another of that name; its diagram where another has. */
    private static String apart(Step step, String name, List<Step> namesakes, Map<String, String> titles) {
        if (namesakes.size() == 1) {
            return "";
        }
        boolean besideOne = namesakes.stream()
                .anyMatch(other -> !other.equals(step) && other.diagram().equals(step.diagram()));
        return besideOne
                ? Namesakes.apart(name, step.id())
                : " (" + titles.getOrDefault(step.diagram(), step.diagram()) + ")";
    }
}
