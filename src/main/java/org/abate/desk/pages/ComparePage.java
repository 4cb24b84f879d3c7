package org.abate.desk.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.abate.casefile.Fault;
import org.abate.cycletime.Comparison;
import org.abate.cycletime.StageChoices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether a change to a diagram helped: two of its versions or two periods beside each other. */
@Controller
class ComparePage {

    private static final List<String> SIDES = List.of("version", "otherVersion", "from", "otherFrom", "to", "otherTo");

    private final Comparison comparison;
    private final StageSelections selections;

    ComparePage(Comparison comparison, StageSelections selections) {
        this.comparison = comparison;
        this.selections = selections;
    }

    /** Where nothing but the process is asked for, its last two versions are compared, if it has two. */
    @GetMapping("/cycle-times/compare")
    String compare(@RequestParam Map<String, String> asked, Model model) {
        List<StageChoices.Process> processes = selections.processes();
        Map<String, String> given = withVersions(asked, processes);
        StageSelection before = selections.readFirst(given, processes);
        StageSelection after = selections.readOther(given, processes);
        boolean chosen = before.form().text("process") != null;
        boolean sidesGiven = chosen && SIDES.stream().anyMatch(given::containsKey);
        FilledForm form = FilledForm.of(given).with(faults(before, after, sidesGiven));
        StageChoices.Process process = StageSelections.chosen(before, processes);
        model.addAttribute("process", process);
        List<StageField> side = List.of(StageField.version(process), StageField.from(), StageField.to());
        Map<String, List<StageField>> sides = new LinkedHashMap<>();
        sides.put("Before", side);
        sides.put("After", side.stream().map(StageField::other).toList());
        model.addAttribute("sides", sides);
        selections.offer(
                before,
                List.of(
                        new StageField("process", "Process", "Choose …", StageChoiceLists.processes(processes)),
                        StageField.stage("Step", process, "The case as a whole"),
                        selections.region()),
                model);
        model.addAttribute("form", form);
        model.addAttribute(
                "oneVersion", process != null && !sidesGiven && form.faults().isEmpty());
        if (sidesGiven && form.faults().isEmpty()) {
            model.addAttribute("result", comparison.of(before.query(), after.query(), before.stage()));
        }
        return "desk/compare";
    }

    private static Map<String, String> withVersions(Map<String, String> asked, List<StageChoices.Process> processes) {
        if (SIDES.stream().anyMatch(asked::containsKey)) {
            return asked;
        }
        Map<String, String> given = new LinkedHashMap<>(asked);
        processes.stream()
                .filter(each -> each.id().equals(asked.get("process")))
                .map(StageChoices.Process::versions)
                .filter(versions -> versions.size() > 1)
                .forEach(versions -> {
                    given.put(
                            "version", versions.headSet(versions.last()).last().toString());
                    given.put("otherVersion", versions.last().toString());
                });
        return given;
    }

    /** A fault of what both have in common is named once. */
    private static List<Fault> faults(StageSelection before, StageSelection after, boolean sidesGiven) {
        List<Fault> faults = new ArrayList<>(before.faults());
        after.faults().stream()
                .filter(fault -> !StageSelections.other(fault.field()).equals(fault.field()))
                .map(fault -> new Fault(StageSelections.other(fault.field()), fault.message()))
                .forEach(faults::add);
        if (sidesGiven && faults.isEmpty() && before.query().equals(after.query())) {
            faults.add(new Fault("otherVersion", "is missing; choose two versions, or two periods"));
        }
        return faults;
    }
}
