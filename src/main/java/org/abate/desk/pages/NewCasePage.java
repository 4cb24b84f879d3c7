package org.abate.desk.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.NewCase;
import org.abate.casefile.NewParty;
import org.abate.casefile.Program;
import org.abate.desk.Casework;
import org.abate.desk.VisibleCases;
import org.abate.process.OpenedCase;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form that opens a tank case. Works without a script: violations and days are added by a button of the form. */
@Controller
@RequestMapping("/cases/new")
class NewCasePage {

    private static final String VIEW = "desk/case-new";

    private static final Pattern CHANGE = Pattern.compile("(?<what>add-violation|add-day|remove-violation|remove-day)"
            + "(?:-(?<violation>\\d{1,2})(?:-(?<day>\\d{1,2}))?)?");

    private final VisibleCases visible;
    private final Casework casework;
    private final FacilityChoice facilities;

    NewCasePage(VisibleCases visible, Casework casework, FacilityChoice facilities) {
        this.visible = visible;
        this.casework = casework;
        this.facilities = facilities;
    }

    @GetMapping
    String empty(Model model) {
        visible.requireWorkIn(Program.TANKS);
        return shown(FilledForm.of(Map.of()), model);
    }

    /** Another facility than the one that is filled in; nothing is checked and nothing is stored. */
    @PostMapping(params = "facility-choice")
    String facility(@RequestParam Map<String, String> fields, Model model) {
        visible.requireWorkIn(Program.TANKS);
        return shown(facilities.changed(FilledForm.of(fields), fields.get("facility-choice"), model), model);
    }

    /** One more field, or one less; nothing is checked and nothing is stored. */
    @PostMapping(params = "change")
    String changed(@RequestParam Map<String, String> fields, Model model) {
        visible.requireWorkIn(Program.TANKS);
        Matcher change = CHANGE.matcher(fields.get("change"));
        FilledForm form = FilledForm.of(fields);
        return shown(change.matches() ? changed(form, change, model) : form, model);
    }

    @PostMapping(params = {"!change", "!facility-choice"})
    String open(@RequestParam Map<String, String> fields, Model model, RedirectAttributes redirect) {
        visible.requireWorkIn(Program.TANKS);
        FilledForm form = withoutEmptyEntries(FilledForm.of(fields));
        FormReader reader = new FormReader(form);
        Map<String, Object> facts = facts(reader);
        NewCase newCase = newCase(form, reader, facts);
        try {
            OpenedCase opened = casework.open(newCase, facts, reader.faults());
            redirect.addFlashAttribute("done", "The case " + opened.caseNumber() + " is open.");
            return "redirect:/cases/" + opened.caseNumber();
        } catch (CaseRefused e) {
            return shown(form.with(e.faults()), model);
        }
    }

    private String shown(FilledForm form, Model model) {
        model.addAttribute("form", form);
        facilities.show(form, model);
        return VIEW;
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

    private static Map<String, Object> facts(FormReader reader) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("responsiblePartyKnown", reader.answer("facts.responsiblePartyKnown"));
        facts.put("violationCurrent", reader.answer("facts.violationCurrent"));
        if (reader.text("facts.actionsRequired") != null) {
            facts.put("actionsRequired", reader.text("facts.actionsRequired"));
        }
        return facts;
    }

    private NewCase newCase(FilledForm form, FormReader reader, Map<String, Object> facts) {
        String name = reader.text("responsibleParty.name");
        String address = reader.text("responsibleParty.address");
        boolean unknown = Boolean.FALSE.equals(facts.get("responsiblePartyKnown")) && name == null && address == null;
        return new NewCase(
                Program.TANKS,
                facilities.read(form, reader),
                unknown ? null : new NewParty(name, address),
                reader.day("discoveredOn"),
                reader.violations());
    }
}
