package org.abate.desk.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Regions;
import org.abate.cycletime.Comparison;
import org.abate.cycletime.StageChoices;
import org.abate.cycletime.StageQuery;
import org.abate.desk.VisibleStages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether a change to a diagram helped: two of its versions or two periods beside each other. */
@Controller
class ComparePage {

    private static final String VIEW = "desk/compare";

    private final Comparison comparison;
    private final StageChoices choices;
    private final VisibleStages visible;
    private final Regions regions;

    ComparePage(Comparison comparison, StageChoices choices, VisibleStages visible, Regions regions) {
        this.comparison = comparison;
        this.choices = choices;
        this.visible = visible;
        this.regions = regions;
    }

    @GetMapping("/cycle-times/compare")
    String compare(@RequestParam Map<String, String> fields, Model model) {
        FilledForm form = FilledForm.of(fields);
        List<StageChoices.Process> processes = choices.processes(visible.programs());
        model.addAttribute("processes", processes);
        model.addAttribute(
                "process",
                processes.stream()
                        .filter(each -> form.is("process", each.id()))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("regions", regions.names());
        model.addAttribute("form", form);
        if (form.text("process") != null) {
            show(form, model);
        }
        return VIEW;
    }

    private void show(FilledForm form, Model model) {
        FormReader reader = new FormReader(form);
        Side before = new Side(version(reader, "version"), reader.day("from"), reader.day("to"));
        Side after = new Side(version(reader, "otherVersion"), reader.day("otherFrom"), reader.day("otherTo"));
        if (before.equals(after)) {
            reader.fault("otherVersion", "is missing; choose two versions, or two periods");
        }
        if (!reader.faults().isEmpty()) {
            model.addAttribute("form", form.with(reader.faults()));
            return;
        }
        try {
            model.addAttribute("result", comparison.of(query(form, before), query(form, after), form.text("stage")));
        } catch (CaseRefused e) {
            model.addAttribute("form", form.with(e.faults()));
        }
    }

    /** What one of the two differs in from the other; null for any. */
    private record Side(Integer version, LocalDate from, LocalDate to) {}

    private static Integer version(FormReader reader, String name) {
        return reader.text(name) == null ? null : reader.count(name);
    }

    private StageQuery query(FilledForm form, Side side) {
        return new StageQuery(
                visible.programs(),
                form.text("process"),
                side.version(),
                form.text("region"),
                null,
                side.from(),
                side.to());
    }
}
