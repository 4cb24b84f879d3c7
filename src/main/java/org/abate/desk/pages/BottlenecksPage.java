package org.abate.desk.pages;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Program;
import org.abate.casefile.Regions;
import org.abate.cycletime.Bottlenecks;
import org.abate.cycletime.Diagrams;
import org.abate.cycletime.StageQuery;
import org.abate.desk.VisibleStages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where cases wait: a sentence for each process. */
@Controller
class BottlenecksPage {

    private static final String VIEW = "desk/bottlenecks";

    private final Bottlenecks bottlenecks;
    private final Diagrams diagrams;
    private final VisibleStages visible;
    private final Regions regions;

    BottlenecksPage(Bottlenecks bottlenecks, Diagrams diagrams, VisibleStages visible, Regions regions) {
        this.bottlenecks = bottlenecks;
        this.diagrams = diagrams;
        this.visible = visible;
        this.regions = regions;
    }

    @GetMapping("/cycle-times/bottlenecks")
    String show(@RequestParam Map<String, String> fields, Model model) {
        FilledForm form = FilledForm.of(fields);
        Set<Program> programs = visible.programs();
        model.addAttribute("titles", diagrams.titles());
        model.addAttribute("regions", regions.names());
        model.addAttribute("found", List.of());
        FormReader reader = new FormReader(form);
        var from = reader.day("from");
        var to = reader.day("to");
        model.addAttribute("form", form.with(reader.faults()));
        if (reader.faults().isEmpty()) {
            try {
                model.addAttribute(
                        "found",
                        bottlenecks.of(new StageQuery(programs, null, null, form.text("region"), null, from, to)));
            } catch (CaseRefused e) {
                model.addAttribute("form", form.with(e.faults()));
            }
        }
        return VIEW;
    }
}
