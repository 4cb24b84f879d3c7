package org.abate.desk.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.abate.cycletime.Bottlenecks;
import org.abate.cycletime.CycleTimes;
import org.abate.cycletime.Diagrams;
import org.abate.cycletime.OpenStages;
import org.abate.cycletime.Persuasion;
import org.abate.cycletime.StageChoices;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** How long cases and their steps take, for process analysts and management: figures, charts, and each table as CSV. */
@Controller
class CycleTimesPage {

    static final String PATH = "/cycle-times";

    private static final int BOTTLENECKS = 3;

    private final CycleTimes cycleTimes;
    private final OpenStages openStages;
    private final Persuasion persuasion;
    private final Bottlenecks bottlenecks;
    private final Diagrams diagrams;
    private final StageSelections selections;

    CycleTimesPage(
            CycleTimes cycleTimes,
            OpenStages openStages,
            Persuasion persuasion,
            Bottlenecks bottlenecks,
            Diagrams diagrams,
            StageSelections selections) {
        this.cycleTimes = cycleTimes;
        this.openStages = openStages;
        this.persuasion = persuasion;
        this.bottlenecks = bottlenecks;
        this.diagrams = diagrams;
        this.selections = selections;
    }

    @GetMapping(PATH)
    String show(@RequestParam Map<String, String> given, Model model) {
        List<StageChoices.Process> processes = selections.processes();
        StageSelection selection = selections.readWithStep(given, processes);
        StageChoices.Process process = StageSelections.chosen(selection, processes);
        model.addAttribute("process", process);
        selections.offer(
                selection,
                List.of(
                        StageField.process(processes),
                        StageField.version(process),
                        StageField.stage("Step", process, "Cases as a whole"),
                        selections.program(),
                        selections.region(),
                        StageField.outcome(),
                        StageField.from(),
                        StageField.to(),
                        StageField.unit(),
                        StageField.grouping()),
                model);
        if (selection.isInOrder()) {
            Map<String, String> titles = diagrams.titles();
            StepTitles steps = new StepTitles(processes);
            CycleTables tables = new CycleTables(titles, steps);
            model.addAttribute("titles", titles);
            CycleTimes.Report report = cycleTimes.report(selection.query());
            Persuasion.Report persuaded = persuasion.of(selection.query());
            FigureTable open = tables.open(openStages.of(selection.query()));
            model.addAttribute("report", report);
            model.addAttribute("persuaded", persuaded);
            model.addAttribute("nothing", report.stages().isEmpty() && open.isEmpty());
            model.addAttribute(
                    "bottlenecks",
                    bottlenecks.of(selection.query()).stream()
                            .limit(BOTTLENECKS)
                            .toList());
            model.addAttribute("steps", tables.steps(report));
            model.addAttribute("trend", trend(tables, selection, processes));
            model.addAttribute("groups", groups(tables, selection, processes));
            model.addAttribute("waitsOn", tables.waitsOn(report));
            model.addAttribute("waiting", tables.waiting(report));
            model.addAttribute("overdue", tables.overdue(report));
            model.addAttribute("open", open);
            model.addAttribute("persuasion", tables.persuasion(persuaded));
        }
        return "desk/cycle-times";
    }

    @GetMapping(PATH + "/{table}.csv")
    void csv(@PathVariable String table, @RequestParam Map<String, String> given, HttpServletResponse answer)
            throws IOException {
        List<StageChoices.Process> processes = selections.processes();
        StageSelection selection = selections.readWithStep(given, processes);
        CycleTables tables = new CycleTables(diagrams.titles(), new StepTitles(processes));
        FigureCsv.write(selection, answer, () -> switch (table) {
            case "steps" -> tables.steps(cycleTimes.report(selection.query()));
            case "trend" -> trend(tables, selection, processes);
            case "groups" -> groups(tables, selection, processes);
            case "waits-on" -> tables.waitsOn(cycleTimes.report(selection.query()));
            case "waiting" -> tables.waiting(cycleTimes.report(selection.query()));
            case "overdue" -> tables.overdue(cycleTimes.report(selection.query()));
            case "open" -> tables.open(openStages.of(selection.query()));
            case "persuasion" -> tables.persuasion(persuasion.of(selection.query()));
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        });
    }

    private FigureTable groups(CycleTables tables, StageSelection selection, List<StageChoices.Process> processes) {
        return tables.groups(
                cycleTimes.groups(selection.query(), selection.stage(), selection.grouping()),
                measured(selection, processes),
                selection.grouping());
    }

    private FigureTable trend(CycleTables tables, StageSelection selection, List<StageChoices.Process> processes) {
        return tables.trend(
                cycleTimes.trend(selection.query(), selection.stage(), selection.unit()),
                measured(selection, processes),
                selection.unit());
    }

    /** What the trend is of, in words. */
    private static String measured(StageSelection selection, List<StageChoices.Process> processes) {
        StageChoices.Process process = StageSelections.chosen(selection, processes);
        return process == null || selection.stage() == null
                ? "cases as a whole"
                : process.tasks().stream()
                        .filter(task -> task.address().equals(selection.stage()))
                        .map(StageChoices.Task::title)
                        .findFirst()
                        .orElse(selection.stage());
    }
}
