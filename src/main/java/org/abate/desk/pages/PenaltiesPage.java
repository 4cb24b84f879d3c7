package org.abate.desk.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.abate.access.Caller;
import org.abate.casefile.Program;
import org.abate.penalty.Assessment;
import org.abate.penalty.Fault;
import org.abate.penalty.HabitualViolator;
import org.abate.penalty.LatePayment;
import org.abate.penalty.NoSuchRule;
import org.abate.penalty.PenaltyWorksheet;
import org.abate.penalty.RuleBook;
import org.abate.penalty.RuleTables;
import org.abate.penalty.WorksheetRefused;
import org.abate.process.PenaltyLabel;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * What-ifs: a penalty worked out by any rule, with the worksheet beside the form. Nothing of a case is shown and nothing is
 * stored. Works by plain submits; where scripts run, the worksheet follows what is typed.
 */
@Controller
@RequestMapping("/penalties")
class PenaltiesPage {

    private static final String ONE_RULE = "/{rule}";
    private static final String RULE_OF_A_RULE = "/{rule}/{part}";
    private static final String PAGE = "desk/penalty";

    private final RuleBook rules;
    private final PenaltyLabel label;
    private final Caller caller;
    private final Clock clock;

    PenaltiesPage(RuleBook rules, PenaltyLabel label, Caller caller, Clock clock) {
        this.rules = rules;
        this.label = label;
        this.caller = caller;
        this.clock = clock;
    }

    @ModelAttribute
    void require() {
        if (!caller.mayWorkOutPenalties()) {
            throw new AccessDeniedException("Your account does not work out penalties");
        }
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute(
                "rules",
                rules.rules().stream().map(rule -> rules.tables(rule.rule())).toList());
        return "desk/penalties";
    }

    @GetMapping({ONE_RULE, RULE_OF_A_RULE})
    String empty(
            @PathVariable String rule,
            @PathVariable(required = false) String part,
            @RequestParam(defaultValue = "false") String example,
            Model model) {
        RuleTables tables = tables(rule, part, null);
        if (example.equals("true")) {
            return shown(WhatIf.of(tables, tables.example()), tables, true, model);
        }
        MultiValueMap<String, String> nothing = new LinkedMultiValueMap<>();
        nothing.add(RuleBook.VIOLATION_DATE, today().toString());
        return shown(new WhatIf(tables, nothing), tables, false, model);
    }

    @PostMapping({ONE_RULE, RULE_OF_A_RULE})
    String worked(
            @PathVariable String rule,
            @PathVariable(required = false) String part,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean byScript,
            HttpServletResponse answer,
            Model model) {
        RuleTables tables = tables(rule, part, typed.getFirst(RuleBook.VIOLATION_DATE));
        WhatIf given = new WhatIf(tables, typed);
        String change = typed.getFirst("change");
        WhatIf form = change == null ? given : given.changed(change);
        boolean asked = typed.containsKey("calculate");
        String page = shown(form, tables, asked, model);
        if (!byScript) {
            return page;
        }
        boolean sameQuestions = typed.getOrDefault("conditional", List.of()).equals(form.conditional());
        if (change == null && !asked && sameQuestions) {
            return "desk/penalty-worksheet :: update";
        }
        answer.setHeader("HX-Retarget", "#what-if");
        answer.setHeader("HX-Reswap", "outerHTML");
        return PAGE + " :: work";
    }

    private String shown(WhatIf form, RuleTables tables, boolean asked, Model model) {
        List<Fault> faults = List.of();
        try {
            result(rules.calculate(tables.rule(), form.worksheet(), today()), model);
        } catch (WorksheetRefused e) {
            faults = e.faults();
        }
        model.addAttribute("rule", tables);
        model.addAttribute("asked", asked);
        model.addAttribute("questions", form.questions(faults, asked));
        model.addAttribute("conditional", form.conditional());
        model.addAttribute("findings", form.findings(faults));
        model.addAttribute("answers", form.answers());
        return PAGE;
    }

    private void result(Object result, Model model) {
        if (result instanceof Assessment assessment) {
            model.addAttribute("label", "CONFIDENTIAL: " + label.of(program(assessment.rule()), assessment.total()));
            model.addAttribute("worksheet", PenaltyWorksheet.of(assessment));
        } else if (result instanceof LatePayment late) {
            model.addAttribute("late", late);
        } else if (result instanceof HabitualViolator habitual) {
            model.addAttribute("habitual", habitual);
        }
    }

    /** Whose rule it is. The economic benefit stands in the worksheets of several; clean water's rule is the first to ask for it. */
    private static Program program(String rule) {
        return switch (rule) {
            case "clean-water", "economic-benefit" -> Program.WATER;
            case "drinking-water-civil" -> Program.DRINKING_WATER;
            case "underground-storage-tank" -> Program.TANKS;
            default -> Program.of(rule).orElseThrow();
        };
    }

    /** The version of the rule on the date of the violation, as far as it can be read. */
    private RuleTables tables(String rule, String part, String violationDate) {
        try {
            return rules.tables(part == null ? rule : rule + "/" + part, day(violationDate));
        } catch (NoSuchRule e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
        }
    }

    private LocalDate day(String typed) {
        try {
            return typed == null ? today() : LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            return today();
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
