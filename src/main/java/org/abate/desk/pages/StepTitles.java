package org.abate.desk.pages;

import java.util.List;
import org.abate.cycletime.StageChoices;

/** What the pages of cycle times call a step, so that two of the same name in a process are told apart. */
record StepTitles(List<StageChoices.Process> processes) {

    /** @param name what it is called where no other has the name */
    public String of(String process, String diagram, String step, String name) {
        return processes.stream()
                .filter(each -> each.id().equals(process))
                .findFirst()
                .map(each -> each.titleOf(diagram, step, name))
                .orElse(name);
    }
}
