package org.abate.desk.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.NewCase;
import org.abate.casefile.NewFacility;
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

    private static final Pattern CHANGE = Pattern.compile(
            "(add-violation)|add-day-(\\d{1,2})|remove-violation-(\\d{1,2})|remove-day-(\\d{1,2})-(\\d{1,2})");

    private final VisibleCases visible;
    private final Casework casework;

    NewCasePage(VisibleCases visible, Casework casework) {
        this.visible = visible;
        this.casework = casework;
    }

    @GetMapping
    String empty(Model model) {
        visible.requireWorkIn(Program.TANKS);
        return shown(FilledForm.of(Map.of()), model);
    }

    /** One more field, or one less; nothing is checked and nothing is stored. */
    @PostMapping(params = "change")
    String changed(@RequestParam Map<String, String> fields, Model model) {
        visible.requireWorkIn(Program.TANKS);
        Matcher change = CHANGE.matcher(fields.get("change"));
        FilledForm form = FilledForm.of(fields);
        return shown(change.matches() ? changed(form, change) : form, model);
    }

    @PostMapping(params = "!change")
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

    private static String shown(FilledForm form, Model model) {
        model.addAttribute("form", form);
        return VIEW;
    }

    private static FilledForm changed(FilledForm form, Matcher change) {
        if (change.group(1) != null) {
            return form.withOneMore("violations", ".citation");
        }
        if (change.group(2) != null) {
            return form.withOneMore("violations[" + change.group(2) + "].observedOn", "");
        }
        return change.group(3) != null
                ? form.without("violations", Integer.parseInt(change.group(3)))
                : form.without("violations[" + change.group(4) + "].observedOn", Integer.parseInt(change.group(5)));
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

    private static NewCase newCase(FilledForm form, FormReader reader, Map<String, Object> facts) {
        String number = reader.text("facility.identifiers.ustFacility");
        NewFacility facility = new NewFacility(
                null,
                reader.text("facility.name"),
                reader.text("facility.address"),
                reader.text("facility.county"),
                reader.text("facility.region"),
                number == null ? Map.of() : Map.of("ustFacility", number));
        String name = reader.text("responsibleParty.name");
        String address = reader.text("responsibleParty.address");
        boolean unknown = Boolean.FALSE.equals(facts.get("responsiblePartyKnown")) && name == null && address == null;
        return new NewCase(
                Program.TANKS,
                facility,
                unknown ? null : new NewParty(name, address),
                reader.day("discoveredOn"),
                reader.violations());
    }
}
