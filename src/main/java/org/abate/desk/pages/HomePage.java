package org.abate.desk.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.access.Caller;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.CaseSummary;
import org.abate.casefile.Page;
import org.abate.desk.VisibleCases;
import org.abate.process.OpenTasks;
import org.abate.process.OpenTasks.CaseTask;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The first page: the caller's open tasks, and the cases of the caller's offices at a glance. */
@Controller
class HomePage {

    private static final int MOST_TASKS = 25;
    private static final int NEWEST_CASES = 5;

    private final Caller caller;
    private final VisibleCases visible;
    private final OpenTasks openTasks;
    private final Shown shown;

    HomePage(Caller caller, VisibleCases visible, OpenTasks openTasks, Shown shown) {
        this.caller = caller;
        this.visible = visible;
        this.openTasks = openTasks;
        this.shown = shown;
    }

    /** How many cases stand so. */
    record Count(CaseStatus status, long cases) {}

    @GetMapping("/")
    String home(Model model) {
        if (visible.programs().isEmpty()) {
            model.addAttribute(
                    "deploysTo",
                    ServletUriComponentsBuilder.fromCurrentContextPath()
                            .path("/engine-rest")
                            .toUriString());
            return "desk/home-without-cases";
        }
        List<CaseTask> mine = openTasks.assignedTo(caller.userId(), MOST_TASKS);
        List<CaseTask> open = openTasks.openTo(caller.groups(), visible.offices(), MOST_TASKS);
        List<CaseSummary> newest = newest();
        model.addAttribute("mine", mine);
        model.addAttribute("open", open);
        model.addAttribute("mostTasks", MOST_TASKS);
        model.addAttribute("overdue", count(mine, open, "overdue"));
        model.addAttribute("soon", count(mine, open, "soon"));
        model.addAttribute("facilities", facilities(mine, open));
        model.addAttribute("counts", counts());
        model.addAttribute("newest", newest);
        return "desk/home";
    }

    private long count(List<CaseTask> mine, List<CaseTask> open, String tone) {
        return Stream.concat(mine.stream(), open.stream())
                .map(task -> shown.due(task.dueAt()))
                .filter(due -> due != null && due.tone().equals(tone))
                .count();
    }

    /** The facility's name for each case a task belongs to. */
    private Map<String, String> facilities(List<CaseTask> mine, List<CaseTask> open) {
        return Stream.concat(mine.stream(), open.stream())
                .map(CaseTask::caseNumber)
                .distinct()
                .flatMap(caseNumber -> visible.find(caseNumber).stream())
                .collect(Collectors.toMap(
                        file -> file.caseNumber(), file -> file.facility().name()));
    }

    private List<Count> counts() {
        List<Count> counts = new ArrayList<>();
        for (CaseStatus status : CaseStatus.values()) {
            counts.add(new Count(
                    status, visible.search(null, status, null, null, 0, 1).total()));
        }
        return counts;
    }

    private List<CaseSummary> newest() {
        Page<CaseSummary> page = visible.search(null, CaseStatus.OPEN, null, null, 0, NEWEST_CASES);
        return page.items();
    }
}
