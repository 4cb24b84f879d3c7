package org.abate.desk.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Fault;
import org.abate.casefile.NewCase;
import org.abate.casefile.NewParty;
import org.abate.casefile.Program;
import org.abate.desk.Casework;
import org.abate.desk.VisibleCases;
import org.abate.process.CaseProcesses;
import org.abate.process.OpenedCase;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page that opens a case: first the program, where there is a choice, then what its start form asks. Works without a
 * script: violations and days are added by a button of the form.
 */
@Controller
@RequestMapping("/cases/new")
class NewCasePage {

    private static final String VIEW = "desk/case-new";

    private static final Pattern CHANGE = Pattern.compile("(?<what>add-violation|add-day|remove-violation|remove-day)"
            + "(?:-(?<violation>\\d{1,2})(?:-(?<day>\\d{1,2}))?)?");

    /** What the fields of its parts begin with, from the top of the page down. */
    private static final List<String> PARTS = List.of(
            "program",
            "facility",
            "facts." + CaseQuestions.PARTY_KNOWN,
            "responsibleParty",
            "discoveredOn",
            "violations",
            "facts");

    private final VisibleCases visible;
    private final Casework casework;
    private final CaseProcesses processes;
    private final FacilityChoice facilities;

    NewCasePage(VisibleCases visible, Casework casework, CaseProcesses processes, FacilityChoice facilities) {
        this.visible = visible;
        this.casework = casework;
        this.processes = processes;
        this.facilities = facilities;
    }

    @GetMapping
    String empty(@RequestParam Map<String, String> fields, Model model) {
        return in(
                fields,
                model,
                program -> shown(program, asked(program, Map.of()).presets(), model));
    }

    /** Another facility than the one that is filled in; nothing is checked and nothing is stored. */
    @PostMapping(params = "facility-choice")
    String facility(@RequestParam Map<String, String> fields, Model model) {
        return in(fields, model, program -> {
            FilledForm form = facilities.changed(FilledForm.of(fields), fields.get("facility-choice"), model);
            return shown(program, form, model);
        });
    }

    /**
     * One more field, or one less, or ({@code answers}) what is asked after an answer; nothing is checked and nothing is
     * stored.
     */
    @PostMapping(params = "change")
    String changed(@RequestParam Map<String, String> fields, Model model) {
        return in(fields, model, program -> {
            Matcher change = CHANGE.matcher(fields.get("change"));
            FilledForm form = FilledForm.of(fields);
            return shown(program, change.matches() ? changed(form, change, model) : form, model);
        });
    }

    @PostMapping(params = {"!change", "!facility-choice"})
    String open(@RequestParam Map<String, String> fields, Model model, RedirectAttributes redirect) {
        return in(fields, model, program -> {
            FilledForm form = withoutEmptyEntries(FilledForm.of(fields));
            FormReader reader = new FormReader(form);
            Map<String, Object> facts = asked(program, Map.of()).answers(form);
            asked(program, facts).checkAnswered(form, reader);
            NewCase newCase = newCase(program, form, reader);
            try {
                OpenedCase opened = casework.open(newCase, facts, reader.faults());
                redirect.addFlashAttribute("done", "The case " + opened.caseNumber() + " is open.");
                return "redirect:/cases/" + opened.caseNumber();
            } catch (CaseRefused e) {
                return shown(program, form.with(inTheOrderOfThePage(e.faults())), model);
            }
        });
    }

    /** The page for the program that was chosen, or the only one there is; else the page that asks for it. */
    private String in(Map<String, String> fields, Model model, Function<Program, String> page) {
        List<Program> open = visible.programsAtWork().stream()
                .sorted(Comparator.comparing(Program::title))
                .toList();
        Optional<Program> named = Program.of(fields.get("program"));
        named.ifPresent(visible::requireWorkIn);
        if (open.isEmpty()) {
            throw new AccessDeniedException("Your account does not open cases");
        }
        model.addAttribute("programs", open);
        if (named.isEmpty() && open.size() > 1) {
            model.addAttribute(
                    "leads", open.stream().collect(Collectors.toMap(Program::id, program -> asked(program, Map.of())
                            .lead())));
            return "desk/case-new-program";
        }
        return page.apply(named.orElseGet(() -> open.get(0)));
    }

    private CaseQuestions asked(Program program, Map<String, Object> answers) {
        return new CaseQuestions(processes.startForm(program, answers));
    }

    private String shown(Program program, FilledForm form, Model model) {
        CaseQuestions asked = asked(program, asked(program, Map.of()).answers(form));
        model.addAttribute("program", program);
        model.addAttribute("asked", asked);
        model.addAttribute("form", form);
        facilities.show(form, model);
        return VIEW;
    }

    private static List<Fault> inTheOrderOfThePage(List<Fault> faults) {
        return faults.stream()
                .sorted(Comparator.comparing(fault -> PARTS.stream()
                        .filter(fault.field()::startsWith)
                        .findFirst()
                        .map(PARTS::indexOf)
                        .orElse(PARTS.size())))
                .toList();
    }

    /** The field to go on with is named in the model. */
    private static FilledForm changed(FilledForm form, Matcher change, Model model) {
        String violation = "violations[" + change.group("violation") + "]";
        String days = violation + ".observedOn";
        return switch (change.group("what")) {
            case "add-violation" -> {
                model.addAttribute("next", "violations[" + form.size("violations") + "].citation");
                yield form.withOneMore("violations", ".citation");
            }
            case "add-day" -> {
                model.addAttribute("next", days + "[" + form.size(days) + "]");
                yield form.withOneMore(days, "");
            }
            case "remove-violation" -> form.without("violations", index(change.group("violation")));
            default -> form.without(days, index(change.group("day")));
        };
    }

    /** Which one; none where the address was not made by the page. */
    private static int index(String number) {
        return number == null ? Integer.MAX_VALUE : Integer.parseInt(number);
    }

    private static FilledForm withoutEmptyEntries(FilledForm form) {
        FilledForm left = form.withoutEmpty("violations");
        for (String violation : left.entries("violations")) {
            left = left.withoutEmpty(violation + ".observedOn");
        }
        return left;
    }

    private NewCase newCase(Program program, FilledForm form, FormReader reader) {
        String name = reader.text("responsibleParty.name");
        String address = reader.text("responsibleParty.address");
        boolean unknown = form.is("facts." + CaseQuestions.PARTY_KNOWN, "false") && name == null && address == null;
        return new NewCase(
                program,
                facilities.read(form, reader),
                unknown ? null : new NewParty(name, address),
                reader.day("discoveredOn"),
                reader.violations());
    }
}
