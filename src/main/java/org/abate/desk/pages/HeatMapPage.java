package org.abate.desk.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.abate.cycletime.Diagrams;
import org.abate.cycletime.Diagrams.Diagram;
import org.abate.cycletime.Distribution;
import org.abate.cycletime.Heat;
import org.abate.desk.VisibleStages;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A diagram as it is drawn, its tasks coloured by time, count or overdue share; a task's distribution and slowest cases. */
@Controller
@RequestMapping(HeatMapPage.PATH)
class HeatMapPage {

    static final String PATH = "/cycle-times/heat-map";

    private final Heat heat;
    private final Distribution distribution;
    private final Diagrams diagrams;
    private final StageSelections selections;
    private final VisibleStages visible;

    HeatMapPage(
            Heat heat,
            Distribution distribution,
            Diagrams diagrams,
            StageSelections selections,
            VisibleStages visible) {
        this.heat = heat;
        this.distribution = distribution;
        this.diagrams = diagrams;
        this.selections = selections;
        this.visible = visible;
    }

    @GetMapping
    String show(@RequestParam Map<String, String> given, Model model) {
        List<Diagram> all = diagrams.of(visible.programs());
        StageSelection selection = read(given, all);
        model.addAttribute("diagrams", all);
        Diagram diagram = chosen(selection, all);
        model.addAttribute("diagram", diagram);
        selections.offer(
                selection,
                List.of(
                        StageField.diagram(all),
                        StageField.version(diagram),
                        StageField.color(),
                        selections.program(),
                        selections.region(),
                        StageField.outcome(),
                        StageField.from(),
                        StageField.to()),
                model);
        if (selection.isInOrder() && diagram != null) {
            HeatColor color = HeatColor.of(selection.form().text("color"));
            List<Heat.Task> tasks = heat.of(selection.query());
            Integer drawn = selection.query().version() == null
                    ? diagrams.newest(diagram.id()).orElse(diagram.versions().first())
                    : selection.query().version();
            model.addAttribute("drawn", drawn);
            model.addAttribute("scale", color.scale(tasks));
            model.addAttribute("color", color);
            tasks.stream()
                    .filter(task -> task.stage().equals(selection.stage()))
                    .findFirst()
                    .ifPresent(task -> addTask(selection, task, model));
        }
        return "desk/heat-map";
    }

    private void addTask(StageSelection selection, Heat.Task task, Model model) {
        Distribution.Report found = distribution.of(selection.query(), task.stage());
        model.addAttribute("task", task);
        model.addAttribute("distribution", HeatTables.histogram(task.name(), found.bins()));
        model.addAttribute("slowest", HeatTables.slowest(task.name(), found.slowest()));
    }

    @GetMapping("/{table}.csv")
    void csv(@PathVariable String table, @RequestParam Map<String, String> given, HttpServletResponse answer)
            throws IOException {
        StageSelection selection = read(given, diagrams.of(visible.programs()));
        if (selection.isInOrder() && selection.query().process() == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        FigureCsv.write(selection, answer, () -> switch (table) {
            case "distribution" ->
                HeatTables.histogram(
                        selection.stage(),
                        distribution.of(selection.query(), selection.stage()).bins());
            case "slowest" ->
                HeatTables.slowest(
                        selection.stage(),
                        distribution.of(selection.query(), selection.stage()).slowest());
            case "steps" -> HeatTables.steps(heat.of(selection.query()));
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        });
    }

    /** The XML of a version; only of diagrams in which the caller's programs have finished tasks. */
    @GetMapping("/{process}/{version:\\d{1,9}}")
    ResponseEntity<String> xml(@PathVariable String process, @PathVariable int version) {
        return diagrams.of(visible.programs()).stream()
                .filter(diagram -> diagram.id().equals(process))
                .findFirst()
                .flatMap(diagram -> diagrams.xml(process, version))
                .map(xml -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_XML)
                        .body(xml))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private StageSelection read(Map<String, String> given, List<Diagram> all) {
        Map<String, String> known = new TreeMap<>(given);
        if (known.getOrDefault("process", "").isBlank() && !all.isEmpty()) {
            known.put("process", all.get(0).id());
        }
        return selections.read(known, all.stream().collect(Collectors.toMap(Diagram::id, Diagram::versions)));
    }

    private static Diagram chosen(StageSelection selection, List<Diagram> all) {
        return all.stream()
                .filter(each -> selection.form().is("process", each.id()))
                .findFirst()
                .orElse(null);
    }
}
