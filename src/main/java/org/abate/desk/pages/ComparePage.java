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

    private final Comparison comparison;
    private final StageSelections selections;

    ComparePage(Comparison comparison, StageSelections selections) {
        this.comparison = comparison;
        this.selections = selections;
    }

    @GetMapping("/cycle-times/compare")
    String compare(@RequestParam Map<String, String> given, Model model) {
        List<StageChoices.Process> processes = selections.processes();
        StageSelection before = selections.readFirst(given, processes);
        StageSelection after = selections.readOther(given, processes);
        boolean asked = before.form().text("process") != null;
        FilledForm form = FilledForm.of(given).with(faults(before, after, asked));
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
        if (asked && form.faults().isEmpty()) {
            model.addAttribute("result", comparison.of(before.query(), after.query(), before.stage()));
        }
        return "desk/compare";
    }

    /** A fault of what both have in common is named once. */
    private static List<Fault> faults(StageSelection before, StageSelection after, boolean asked) {
        List<Fault> faults = new ArrayList<>(before.faults());
        after.faults().stream()
                .filter(fault -> !StageSelections.other(fault.field()).equals(fault.field()))
                .map(fault -> new Fault(StageSelections.other(fault.field()), fault.message()))
                .forEach(faults::add);
        if (asked && faults.isEmpty() && before.query().equals(after.query())) {
            faults.add(new Fault("otherVersion", "is missing; choose two versions, or two periods"));
        }
        return faults;
    }
}
