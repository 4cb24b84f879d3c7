package org.abate.cycletime;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The figures of each task of one diagram, whichever process its cases run on. */
@Service
public class Heat {

    private final RememberedStages stages;

    Heat(RememberedStages stages) {
        this.stages = stages;
    }

    /**
     * A task of the diagram.
     *
     * @param stage its id in the diagram
     * @param name with what its id says beyond it where another task has the same name
     * @param waitsOn RESPONSIBLE_PARTY, DEPARTMENT, or STAY where an appeal stops the clock
     */
    public record Task(String stage, String name, String waitsOn, CycleTimes.Figures figures) {}

    private record Named(StageKey key, Tally tally) {}

    /**
     * Those with the longest median first.
     *
     * @param query asks for a diagram
     * @throws org.abate.casefile.CaseRefused for a process or a region that is not known
     */
    public List<Task> of(StageQuery query) {
        Map<String, Named> tasks = new TreeMap<>();
        stages.each(
                query,
                key -> key.isTask() && key.diagram().equals(query.process()) && isOfVersion(key, query)
                        ? new Named(
                                key,
                                tasks.computeIfAbsent(key.stage(), added -> new Named(key, new Tally()))
                                        .tally())
                        : null,
                (each, slice) -> each.tally().add(each.key().outcome(), slice));
        Map<String, Long> namesakes = tasks.values().stream()
                .collect(Collectors.groupingBy(each -> each.key().name(), Collectors.counting()));
        return tasks.values().stream()
                .map(each -> new Task(
                        each.key().stage(),
                        namesakes.get(each.key().name()) == 1
                                ? each.key().name()
                                : each.key().name()
                                        + Namesakes.apart(
                                                each.key().name(), each.key().stage()),
                        each.key().waitsOn(),
                        each.tally().figures()))
                .sorted(Comparator.comparing(
                        (Task task) -> task.figures().total().median(), Comparator.reverseOrder()))
                .toList();
    }

    /** A block keeps its own version, whatever version of the process called it. */
    private static boolean isOfVersion(StageKey key, StageQuery query) {
        return query.version() == null || query.version() == key.diagramVersion();
    }
}
