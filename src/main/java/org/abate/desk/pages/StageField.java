package org.abate.desk.pages;

import java.util.List;
import java.util.Map;
import org.abate.cycletime.Diagrams.Diagram;
import org.abate.cycletime.StageChoices;

/**
 * A filter of a page on cycle times.
 *
 * @param name as addresses have it
 * @param any what no choice is called; null where there is always one
 * @param choices each as an address has it, and in words; null for a day
 */
record StageField(String name, String label, String any, Map<String, String> choices) {

    static StageField process(List<StageChoices.Process> processes) {
        return new StageField("process", "Process", "All", StageChoiceLists.processes(processes));
    }

    static StageField diagram(List<Diagram> diagrams) {
        return new StageField("process", "Diagram", null, StageChoiceLists.diagrams(diagrams));
    }

    static StageField version(StageChoices.Process process) {
        return new StageField("version", "Version", "Any", StageChoiceLists.versions(process));
    }

    static StageField version(Diagram diagram) {
        return new StageField("version", "Version", "All", StageChoiceLists.versionsOf(diagram));
    }

    /** @param whole what cases as a whole are called */
    static StageField stage(String label, StageChoices.Process process, String whole) {
        return new StageField("stage", label, whole, StageChoiceLists.tasks(process));
    }

    static StageField outcome() {
        return new StageField("outcome", "How it ended", "Any way", StageChoiceLists.outcomes());
    }

    static StageField unit() {
        return new StageField("by", "Trend by", null, StageChoiceLists.units());
    }

    static StageField grouping() {
        return new StageField("per", "Side by side by", "Program or region", StageChoiceLists.groupings());
    }

    static StageField color() {
        return new StageField("color", "Coloured by", null, StageChoiceLists.colors());
    }

    static StageField from() {
        return new StageField("from", "Finished from", null, null);
    }

    static StageField to() {
        return new StageField("to", "Finished until", null, null);
    }

    /** The same of the other selection that is compared with. */
    StageField other() {
        return new StageField(StageSelections.other(name), label, any, choices);
    }
}
