package org.abate.desk.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Regions;
import org.abate.cycletime.Conformance;
import org.abate.cycletime.Diagrams;
import org.abate.cycletime.Reasons;
import org.abate.cycletime.StageChoices;
import org.abate.cycletime.StageQuery;
import org.abate.desk.VisibleCases;
import org.abate.desk.VisibleStages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which deadlines of the rules and of the office were kept, which cases broke them, and why. */
@Controller
class ConformancePage {

    private static final String VIEW = "desk/conformance";
    private static final List<String> FILTERS = List.of("process", "region", "from", "to");

    private final Conformance conformance;
    private final Diagrams diagrams;
    private final Reasons reasons;
    private final StageChoices choices;
    private final VisibleStages visible;
    private final VisibleCases cases;
    private final Regions regions;

    ConformancePage(
            Conformance conformance,
            Diagrams diagrams,
            Reasons reasons,
            StageChoices choices,
            VisibleStages visible,
            VisibleCases cases,
            Regions regions) {
        this.conformance = conformance;
        this.diagrams = diagrams;
        this.reasons = reasons;
        this.choices = choices;
        this.visible = visible;
        this.cases = cases;
        this.regions = regions;
    }

    @GetMapping("/cycle-times/conformance")
    String deadlines(@RequestParam Map<String, String> fields, Model model) {
        FilledForm form = FilledForm.of(fields);
        List<StageChoices.Process> processes = choices.processes(visible.programs());
        model.addAttribute("processes", processes);
        model.addAttribute("titles", diagrams.titles());
        model.addAttribute("regions", regions.names());
        model.addAttribute("readsThem", !cases.programs().isEmpty());
        model.addAttribute("form", form);
        Map<String, String> filters = new LinkedHashMap<>();
        FILTERS.stream().filter(name -> form.text(name) != null).forEach(name -> filters.put(name, form.text(name)));
        model.addAttribute("filters", filters);
        FormReader reader = new FormReader(form);
        var from = reader.day("from");
        var to = reader.day("to");
        if (!reader.faults().isEmpty()) {
            model.addAttribute("form", form.with(reader.faults()));
            return VIEW;
        }
        try {
            StageQuery query =
                    new StageQuery(visible.programs(), form.text("process"), null, form.text("region"), null, from, to);
            List<Conformance.Deadline> deadlines = conformance.deadlines(query);
            model.addAttribute("deadlines", deadlines);
            model.addAttribute("reasons", reasons.shares(query));
            if (form.text("step") != null) {
                model.addAttribute("broken", conformance.broken(query, form.text("step")));
            }
        } catch (CaseRefused e) {
            model.addAttribute("form", form.with(e.faults()));
        }
        return VIEW;
    }
}
