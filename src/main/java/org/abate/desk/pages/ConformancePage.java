package org.abate.desk.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.abate.casefile.ReasonOccasion;
import org.abate.cycletime.Conformance;
import org.abate.cycletime.Diagrams;
import org.abate.cycletime.Reasons;
import org.abate.cycletime.StageChoices;
import org.abate.desk.VisibleCases;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Which deadlines of the rules and of the office were kept, which cases broke them, and why. */
@Controller
class ConformancePage {

    static final String PATH = "/cycle-times/conformance";

    private final Conformance conformance;
    private final Diagrams diagrams;
    private final Reasons reasons;
    private final StageSelections selections;
    private final VisibleCases cases;

    ConformancePage(
            Conformance conformance,
            Diagrams diagrams,
            Reasons reasons,
            StageSelections selections,
            VisibleCases cases) {
        this.conformance = conformance;
        this.diagrams = diagrams;
        this.reasons = reasons;
        this.selections = selections;
        this.cases = cases;
    }

    @GetMapping(PATH)
    String deadlines(@RequestParam Map<String, String> given, Model model) {
        List<StageChoices.Process> processes = selections.processes();
        StageSelection selection = selections.read(given, processes);
        selections.offer(
                selection,
                List.of(
                        StageField.process(processes),
                        StageField.version(StageSelections.chosen(selection, processes)),
                        selections.program(),
                        selections.region(),
                        StageField.from(),
                        StageField.to()),
                model);
        if (selection.isInOrder()) {
            List<Reasons.Share> shares = reasons.shares(selection.query());
            model.addAttribute("titles", diagrams.titles());
            model.addAttribute("steps", new StepTitles(processes));
            model.addAttribute("readsThem", !cases.programs().isEmpty());
            model.addAttribute("deadlines", conformance.deadlines(selection.query()));
            model.addAttribute("missed", ReasonTables.of(ReasonOccasion.MISSED_DEADLINE, shares));
            model.addAttribute("withdrawn", ReasonTables.of(ReasonOccasion.WITHDRAWAL, shares));
            if (selection.stage() != null) {
                model.addAttribute("broken", conformance.broken(selection.query(), selection.stage()));
            }
        }
        return "desk/conformance";
    }

    @GetMapping(PATH + "/{table}.csv")
    void csv(@PathVariable String table, @RequestParam Map<String, String> given, HttpServletResponse answer)
            throws IOException {
        List<StageChoices.Process> processes = selections.processes();
        StageSelection selection = selections.read(given, processes);
        if (table.equals("deadlines")) {
            FigureCsv.write(
                    selection,
                    answer,
                    () -> FindingTables.deadlines(
                            conformance.deadlines(selection.query()), diagrams.titles(), new StepTitles(processes)));
            return;
        }
        ReasonOccasion occasion =
                ReasonTables.occasion(table).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        FigureCsv.write(selection, answer, () -> ReasonTables.of(occasion, reasons.shares(selection.query())));
    }
}
