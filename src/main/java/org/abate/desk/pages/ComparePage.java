package org.abate.desk.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

    static final String PATH = "/cycle-times/compare";

    private static final List<String> SIDES = List.of("version", "otherVersion", "from", "otherFrom", "to", "otherTo");

    private final Comparison comparison;
    private final StageSelections selections;

    ComparePage(Comparison comparison, StageSelections selections) {
        this.comparison = comparison;
        this.selections = selections;
    }

    /** Both selections; whether anything is said of what differs; and the form with what is wrong with it. */
    private record Sides(StageSelection before, StageSelection after, boolean given, FilledForm form) {

        boolean canBeCompared() {
            return given && form.faults().isEmpty();
        }
    }

    @GetMapping(PATH)
    String compare(@RequestParam Map<String, String> asked, Model model) {
        List<StageChoices.Process> processes = selections.processes();
        Sides sides = read(asked, processes);
        StageChoices.Process process = StageSelections.chosen(sides.before(), processes);
        model.addAttribute("process", process);
        List<StageField> side = List.of(StageField.version(process), StageField.from(), StageField.to());
        Map<String, List<StageField>> fields = new LinkedHashMap<>();
        fields.put("Before", side);
        fields.put("After", side.stream().map(StageField::other).toList());
        model.addAttribute("sides", fields);
        selections.offer(
                sides.before(),
                List.of(
                        new StageField("process", "Process", "Choose …", StageChoiceLists.processes(processes)),
                        StageField.stage("Step", process, "The case as a whole"),
                        selections.region()),
                model);
        model.addAttribute("form", sides.form());
        model.addAttribute(
                "oneVersion",
                process != null && !sides.given() && sides.form().faults().isEmpty());
        if (sides.canBeCompared()) {
            model.addAttribute("result", result(sides));
        }
        return "desk/compare";
    }

    @GetMapping(PATH + ".csv")
    void csv(@RequestParam Map<String, String> asked, HttpServletResponse answer) throws IOException {
        Sides sides = read(asked, selections.processes());
        List<Fault> faults = new ArrayList<>(sides.form().faults());
        if (!sides.given()) {
            faults.add(new Fault("process", "is missing, or what of it is compared: two versions or two periods"));
        }
        FigureCsv.write(faults, answer, () -> FindingTables.comparison(result(sides)));
    }

    private Comparison.Result result(Sides sides) {
        return comparison.of(
                sides.before().query(), sides.after().query(), sides.before().stage());
    }

    /** Where nothing but the process is asked for, its last two versions are compared, if it has two. */
    private Sides read(Map<String, String> asked, List<StageChoices.Process> processes) {
        Map<String, String> given = withVersions(asked, processes);
        StageSelection before = selections.readFirst(given, processes);
        StageSelection after = selections.readOther(given, processes);
        boolean sidesGiven =
                before.form().text("process") != null && SIDES.stream().anyMatch(given::containsKey);
        FilledForm form = FilledForm.of(given).with(faults(before, after, sidesGiven));
        return new Sides(before, after, sidesGiven, form);
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
