package org.abate.desk.pages;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.abate.casefile.Program;
import org.abate.cycletime.Diagrams.Diagram;
import org.abate.cycletime.StageChoices;
import org.abate.cycletime.StageOutcome;

/** What the filters of cycle times offer: each choice as an address has it, and in words. */
final class StageChoiceLists {

    private StageChoiceLists() {}

    static Map<String, String> processes(List<StageChoices.Process> processes) {
        return list(processes, StageChoices.Process::id, StageChoices.Process::title);
    }

    static Map<String, String> versions(StageChoices.Process process) {
        return process == null ? Map.of() : list(process.versions(), Object::toString, Object::toString);
    }

    static Map<String, String> tasks(StageChoices.Process process) {
        return process == null ? Map.of() : list(process.tasks(), StageChoices.Task::address, StageChoices.Task::title);
    }

    static Map<String, String> diagrams(List<Diagram> diagrams) {
        return list(diagrams, Diagram::id, Diagram::title);
    }

    static Map<String, String> versionsOf(Diagram diagram) {
        return diagram == null ? Map.of() : list(diagram.versions(), Object::toString, Object::toString);
    }

    static Map<String, String> programs(List<Program> programs) {
        return list(programs, Program::id, Program::title);
    }

    static Map<String, String> same(List<String> names) {
        return list(names, Function.identity(), Function.identity());
    }

    static Map<String, String> outcomes() {
        return list(List.of(StageOutcome.values()), StageOutcome::name, StageWords::outcome);
    }

    static Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        units.put("month", "Month");
        units.put("week", "Week");
        return units;
    }

    static Map<String, String> groupings() {
        Map<String, String> groupings = new LinkedHashMap<>();
        groupings.put("program", "Program");
        groupings.put("region", "Region");
        groupings.put("version", "Version");
        groupings.put("outcome", "How it ended");
        return groupings;
    }

    static Map<String, String> colors() {
        return list(List.of(HeatColor.values()), HeatColor::id, HeatColor::title);
    }

    private static <T> Map<String, String> list(
            Collection<T> choices, Function<? super T, String> id, Function<? super T, String> words) {
        Map<String, String> list = new LinkedHashMap<>();
        choices.forEach(choice -> list.put(id.apply(choice), words.apply(choice)));
        return list;
    }
}
