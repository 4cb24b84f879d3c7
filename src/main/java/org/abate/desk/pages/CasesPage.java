package org.abate.desk.pages;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.abate.casefile.CaseQuery;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.CaseSummary;
import org.abate.casefile.Fault;
import org.abate.casefile.Page;
import org.abate.casefile.Program;
import org.abate.desk.VisibleCases;
import org.abate.process.OpenTasks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of cases, with a filter; where each open case stands and when it is due. */
@Controller
class CasesPage {

    private static final int SIZE = 20;

    private final VisibleCases visible;
    private final OpenTasks openTasks;

    CasesPage(VisibleCases visible, OpenTasks openTasks) {
        this.visible = visible;
        this.openTasks = openTasks;
    }

    /** What the list is narrowed to, as it was typed. */
    record Filter(String program, String status, String facility, String q) {

        public boolean isEmpty() {
            return program.isBlank() && status.isBlank() && facility.isBlank() && q.isBlank();
        }

        /** The address of another page of the same list. */
        public String page(int number) {
            return UriComponentsBuilder.fromPath("/cases")
                    .queryParam("program", "{program}")
                    .queryParam("status", "{status}")
                    .queryParam("facility", "{facility}")
                    .queryParam("q", "{q}")
                    .queryParam("page", number)
                    .encode()
                    .buildAndExpand(program, status, facility, q)
                    .toUriString();
        }
    }

    @GetMapping("/cases")
    String list(
            @RequestParam(defaultValue = "") String program,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String facility,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") String page,
            Model model) {
        Filter filter = new Filter(program, status, facility, q);
        Page<CaseSummary> cases = new Page<>(List.of(), 0, SIZE, 0);
        List<Fault> faults = List.of();
        try {
            cases = search(filter, page);
        } catch (CaseRefused e) {
            faults = e.faults();
        }
        model.addAttribute("filter", filter);
        model.addAttribute("faults", faults);
        model.addAttribute("cases", cases);
        model.addAttribute("pages", (cases.total() + SIZE - 1) / SIZE);
        model.addAttribute(
                "tasks",
                openTasks.ofCases(
                        cases.items().stream().map(CaseSummary::caseNumber).toList()));
        model.addAttribute(
                "programs",
                visible.programs().stream()
                        .sorted(Comparator.comparing(Program::title))
                        .toList());
        model.addAttribute("statuses", CaseStatus.values());
        return "desk/cases";
    }

    private Page<CaseSummary> search(Filter filter, String page) {
        Program program = filter.program().isBlank()
                ? null
                : Program.of(filter.program()).orElseThrow(() -> unknown("program", filter.program()));
        CaseStatus status = filter.status().isBlank()
                ? null
                : status(filter.status()).orElseThrow(() -> unknown("status", filter.status()));
        return visible.search(program, status, printable(filter.facility()), printable(filter.q()), number(page), SIZE);
    }

    private static Optional<CaseStatus> status(String name) {
        return Arrays.stream(CaseStatus.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    /** A page far beyond the end is as empty as any other. */
    private static int number(String page) {
        try {
            return Math.min(Integer.parseInt(page), Integer.MAX_VALUE / CaseQuery.LARGEST_PAGE);
        } catch (NumberFormatException e) {
            throw unknown("page", page);
        }
    }

    private static String printable(String text) {
        return text.codePoints().anyMatch(Character::isISOControl) ? text.replaceAll("\\p{Cntrl}", " ") : text;
    }

    private static CaseRefused unknown(String field, String value) {
        return new CaseRefused(
                field, "\"" + (value.length() > 60 ? value.substring(0, 60) + "…" : value) + "\" is not known");
    }
}
