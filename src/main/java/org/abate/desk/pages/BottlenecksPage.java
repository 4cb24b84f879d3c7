package org.abate.desk.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.abate.cycletime.Bottlenecks;
import org.abate.cycletime.Diagrams;
import org.abate.cycletime.StageChoices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where cases wait: a sentence for each process. */
@Controller
class BottlenecksPage {

    static final String PATH = "/cycle-times/bottlenecks";

    private final Bottlenecks bottlenecks;
    private final Diagrams diagrams;
    private final StageSelections selections;

    BottlenecksPage(Bottlenecks bottlenecks, Diagrams diagrams, StageSelections selections) {
        this.bottlenecks = bottlenecks;
        this.diagrams = diagrams;
        this.selections = selections;
    }

    @GetMapping(PATH)
    String show(@RequestParam Map<String, String> given, Model model) {
        List<StageChoices.Process> processes = selections.processes();
        StageSelection selection = selections.read(given, processes);
        selections.offer(
                selection,
                List.of(
                        StageField.process(processes),
                        selections.program(),
                        selections.region(),
                        StageField.from(),
                        StageField.to()),
                model);
        if (selection.isInOrder()) {
            model.addAttribute("titles", diagrams.titles());
            model.addAttribute("found", bottlenecks.of(selection.query()));
        }
        return "desk/bottlenecks";
    }

    @GetMapping(PATH + ".csv")
    void csv(@RequestParam Map<String, String> given, HttpServletResponse answer) throws IOException {
        StageSelection selection = selections.read(given, selections.processes());
        FigureCsv.write(
                selection,
                answer,
                () -> FindingTables.bottlenecks(bottlenecks.of(selection.query()), diagrams.titles()));
    }
}
