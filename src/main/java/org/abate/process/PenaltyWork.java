package org.abate.process;

import static org.abate.process.CaseVariables.PENALTY_RULE;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.abate.casefile.Assessment;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Fault;
import org.abate.casefile.NewAssessment;
import org.abate.casefile.Violation;
import org.abate.correspondence.Correspondence;
import org.abate.correspondence.Letter;
import org.abate.penalty.RuleBook;
import org.abate.penalty.WorksheetRefused;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** The penalty of the case: its calculation takes the current worksheets of its violations together. */
@Component
class PenaltyWork {

    private static final String VIOLATIONS = "violations";
    private static final String RESOLVED = "resolvedThroughCcp";
    private static final Pattern ENTRY = Pattern.compile("violations\\[(\\d+)]\\.?(.*)");

    /** The field of the calculation in which worksheets are taken back. */
    private static final String REDO = "worksheetsToRedo";

    private static final String NO_OFFER =
            "; no offer to meet is on record: send one, or record the contact (OFFER_TO_MEET)";

    private final CaseRecord caseRecord;
    private final PenaltyStanding standing;
    private final WorksheetFacts facts;
    private final Correspondence correspondence;
    private final RuleBook rules;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper().findAndRegisterModules();

    PenaltyWork(
            CaseRecord caseRecord,
            PenaltyStanding standing,
            WorksheetFacts facts,
            Correspondence correspondence,
            RuleBook rules,
            Clock clock) {
        this.caseRecord = caseRecord;
        this.standing = standing;
        this.facts = facts;
        this.correspondence = correspondence;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Where an order is to assess the penalty, the form says from the start that persuasion resolved the violations: every
     * one is corrected, and formal enforcement was not asked for ((1)(B) of 10 CSR 20-3.010, 25-14.010 and 60-6.070).
     */
    void showCalculation(DelegateTask task) {
        String caseNumber = CaseVariables.CASE_NUMBER.from(task).get();
        List<Integer> toPenalize = standing.toPenalize(caseNumber, rule(task));
        boolean corrected = violations(caseNumber).stream()
                .filter(violation -> toPenalize.contains(violation.number()))
                .allMatch(violation -> violation.correctedOn() != null);
        boolean enforced = caseRecord.documents(caseNumber).stream()
                .anyMatch(document -> document.kind() == DocumentKind.ENFORCEMENT_ACTION_REQUEST);
        boolean ordered = CaseVariables.PENALTY_COURSE
                .from(task)
                .getOptional()
                .filter("ORDER"::equals)
                .isPresent();
        if (ordered && corrected && !enforced && !task.hasVariable(RESOLVED)) {
            task.setVariable(RESOLVED, true);
        }
    }

    /** Checks the case's calculation, and takes back the worksheets that are to be done again. */
    void checkCalculation(String caseNumber, DelegateTask task, Answers answers) {
        Optional<String> redo = answers.take(REDO);
        if (redo.isPresent()) {
            redo(caseNumber, redo);
        } else if (caseRecord.violationsWithoutWorksheet(caseNumber).isEmpty()) {
            assess(caseNumber, task);
        }
    }

    /** Takes back the worksheets of the violations with these numbers; their earlier versions are kept. */
    void redo(String caseNumber, Optional<String> numbers) {
        for (int number : numbers.map(FormCheck::violationNumbers).orElse(List.of())) {
            Violation violation = violations(caseNumber).stream()
                    .filter(each -> each.number() == number)
                    .findFirst()
                    .orElseThrow(() -> new Refusal(REDO, "the case has no violation " + number));
            caseRecord.reopenWorksheet(caseNumber, violation.id());
        }
    }

    /** Calculates the penalty of the case from its current worksheets, and files it with its worksheet. */
    void assessCase(String caseNumber, DelegateExecution execution) {
        Assessed assessed = assess(caseNumber, execution);
        var result = assessed.result();
        Assessment filed = caseRecord.file(
                caseNumber,
                new NewAssessment(
                        rule(execution),
                        result.version(),
                        null,
                        WorksheetFacts.write(assessed.worksheet()),
                        WorksheetFacts.write(result),
                        result.total()));
        correspondence.file(new Letter(
                caseNumber,
                DocumentKind.PENALTY_WORKSHEET,
                LocalDate.now(clock),
                null,
                Map.of(
                        "assessment", json.convertValue(result, new TypeReference<Map<String, Object>>() {}),
                        "worksheetVersion", String.valueOf(filed.version()),
                        "confidentialityLabel", PenaltyLabel.of(execution, result.total()))));
    }

    private record Assessed(ObjectNode worksheet, org.abate.penalty.Assessment result) {}

    private Assessed assess(String caseNumber, VariableScope scope) {
        String rule = rule(scope);
        List<Integer> toPenalize = standing.toPenalize(caseNumber, rule);
        List<Violation> violations = violations(caseNumber).stream()
                .filter(violation -> toPenalize.contains(violation.number()))
                .toList();
        ObjectNode worksheet = facts.begun(caseNumber, rule, violations);
        WorksheetForm.Filled answered =
                WorksheetForm.ofCase(facts.tables(rule, worksheet)).fill(name -> WorksheetFacts.answer(scope, name));
        worksheet.setAll(answered.json());
        List<Integer> numbers = addViolations(caseNumber, rule, violations, worksheet);
        try {
            return new Assessed(worksheet, rules.assess(rule, worksheet, LocalDate.now(clock)));
        } catch (WorksheetRefused e) {
            throw new Refusal(e.faults().stream()
                    .map(fault -> ofCase(fault.field(), fault.message(), answered, numbers))
                    .toList());
        }
    }

    /** @return the numbers of the violations, in the order of the worksheet */
    private List<Integer> addViolations(
            String caseNumber, String rule, List<Violation> violations, ObjectNode worksheet) {
        List<Assessment> filed = caseRecord.assessments(caseNumber);
        ArrayNode entries = worksheet.withArray(VIOLATIONS);
        List<Integer> numbers = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (Violation violation : violations) {
            filed.stream()
                    .filter(each -> each.violationId() != null && each.violationId() == violation.id())
                    .findFirst()
                    .ifPresent(each -> {
                        if (!each.rule().equals(rule)) {
                            faults.add(new Fault(
                                    REDO,
                                    "must name violation " + violation.number() + ": its worksheet is one of "
                                            + each.rule() + ", not of " + rule));
                        }
                        numbers.add(violation.number());
                        if (each.rule().equals(rule)) {
                            entries.add(WorksheetFacts.read(each.worksheetJson())
                                    .path(VIOLATIONS)
                                    .get(0));
                        }
                    });
        }
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        return numbers;
    }

    /** A fault at the field of the calculation's form; one of a worksheet where the form takes it back. */
    private static Fault ofCase(String place, String message, WorksheetForm.Filled answered, List<Integer> numbers) {
        Matcher entry = ENTRY.matcher(place);
        if (entry.matches()) {
            return new Fault(
                    REDO,
                    "must name violation " + numbers.get(Integer.parseInt(entry.group(1))) + ": in its worksheet "
                            + entry.group(2) + " " + message);
        }
        return answered.fault(place, place.equals("ccpSought") ? message + NO_OFFER : message);
    }

    private List<Violation> violations(String caseNumber) {
        return caseRecord.get(caseNumber).violations();
    }

    private static String rule(VariableScope scope) {
        return PENALTY_RULE.from(scope).get();
    }
}
