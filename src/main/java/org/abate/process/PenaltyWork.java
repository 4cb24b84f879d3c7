package org.abate.process;

import static org.abate.process.CaseVariables.PENALTY_RULE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.abate.casefile.Assessment;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Fault;
import org.abate.casefile.NewAssessment;
import org.abate.casefile.Violation;
import org.abate.correspondence.Correspondence;
import org.abate.correspondence.Letter;
import org.abate.penalty.RuleBook;
import org.abate.penalty.RuleTables;
import org.abate.penalty.WorksheetRefused;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/**
 * From the worksheets of the violations to the penalty of the case: each worksheet is checked by its rule and filed as
 * it is completed; the case's calculation takes the current ones together.
 */
@Component
class PenaltyWork {

    private final CaseRecord caseRecord;
    private final Correspondence correspondence;
    private final RuleBook rules;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper().findAndRegisterModules();

    PenaltyWork(CaseRecord caseRecord, Correspondence correspondence, RuleBook rules, Clock clock) {
        this.caseRecord = caseRecord;
        this.correspondence = correspondence;
        this.rules = rules;
        this.clock = clock;
    }

    /** Files the worksheet of one violation; refuses what its rule refuses. */
    void fileWorksheet(String caseNumber, DelegateTask task, Answers answers) {
        int number = Integer.parseInt(String.valueOf(task.getVariable("violation")));
        Violation violation = violations(caseNumber).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow();
        String rule = rule(task);
        ObjectNode entry = json.createObjectNode();
        for (RuleTables.Field field : violationFields(rule)) {
            answers.take(field.name()).ifPresent(text -> put(entry, field, text));
        }
        ObjectNode worksheet = worksheet(List.of(violation));
        worksheet.withArray("violations").add(entry);
        var result = assess(rule, worksheet);
        caseRecord.file(
                caseNumber,
                new NewAssessment(
                        rule, result.version(), violation.id(), write(worksheet), write(result), result.total()));
    }

    /** Checks the case's calculation, and takes back the worksheets that are to be done again. */
    void checkCalculation(String caseNumber, DelegateTask task, Answers answers) {
        Optional<String> redo = answers.take("worksheetsToRedo");
        if (redo.isPresent()) {
            redo(caseNumber, redo);
        } else if (caseRecord.violationsWithoutWorksheet(caseNumber).isEmpty()) {
            assess(rule(task), caseWorksheet(caseNumber, task));
        }
    }

    /** Takes back the worksheets of the violations with these numbers; their earlier versions are kept. */
    void redo(String caseNumber, Optional<String> numbers) {
        for (int number : numbers.map(FormCheck::violationNumbers).orElse(List.of())) {
            Violation violation = violations(caseNumber).stream()
                    .filter(each -> each.number() == number)
                    .findFirst()
                    .orElseThrow(() -> new Refusal("worksheetsToRedo", "the case has no violation " + number));
            caseRecord.reopenWorksheet(caseNumber, violation.id());
        }
    }

    /** Calculates the penalty of the case from its current worksheets, and files it with its worksheet. */
    void assessCase(String caseNumber, VariableScope scope) {
        String rule = rule(scope);
        ObjectNode worksheet = caseWorksheet(caseNumber, scope);
        var result = assess(rule, worksheet);
        Assessment filed = caseRecord.file(
                caseNumber,
                new NewAssessment(rule, result.version(), null, write(worksheet), write(result), result.total()));
        correspondence.file(new Letter(
                caseNumber,
                DocumentKind.PENALTY_WORKSHEET,
                LocalDate.now(clock),
                null,
                Map.of(
                        "assessment", json.convertValue(result, new TypeReference<Map<String, Object>>() {}),
                        "worksheetVersion", String.valueOf(filed.version()))));
    }

    /** The current penalty of the case, where one has been calculated. */
    Optional<BigDecimal> penalty(String caseNumber) {
        return caseRecord.assessments(caseNumber).stream()
                .filter(assessment -> assessment.violationId() == null)
                .findFirst()
                .map(Assessment::total);
    }

    /** The current calculation of the case as a whole, line by line. */
    Optional<Object> assessment(String caseNumber) {
        return caseRecord.assessments(caseNumber).stream()
                .filter(assessment -> assessment.violationId() == null)
                .findFirst()
                .map(Assessment::resultJson);
    }

    private ObjectNode caseWorksheet(String caseNumber, VariableScope scope) {
        List<Violation> violations = violations(caseNumber);
        ObjectNode worksheet = worksheet(violations);
        List<Assessment> filed = caseRecord.assessments(caseNumber);
        ArrayNode entries = worksheet.withArray("violations");
        for (Violation violation : violations) {
            filed.stream()
                    .filter(each -> each.violationId() != null && each.violationId() == violation.id())
                    .findFirst()
                    .ifPresent(each -> entries.add(
                            read(each.worksheetJson()).path("violations").get(0)));
        }
        addAdjustment(worksheet, scope, "ABILITY_TO_PAY", "abilityToPay", "abilityToPayReason", true);
        addAdjustment(worksheet, scope, "OTHER", "otherAdjustment", "otherAdjustmentReason", false);
        return worksheet;
    }

    private static void addAdjustment(
            ObjectNode worksheet,
            VariableScope scope,
            String kind,
            String amountName,
            String reasonName,
            boolean reduction) {
        Object entered = scope.getVariable(amountName);
        if (entered == null || new BigDecimal(entered.toString()).signum() == 0) {
            return;
        }
        BigDecimal amount = new BigDecimal(entered.toString()).setScale(2);
        worksheet
                .withArray("adjustments")
                .addObject()
                .put("kind", kind)
                .put("amount", (reduction ? amount.negate() : amount).toPlainString())
                .put(
                        "reason",
                        scope.getVariable(reasonName) == null
                                ? ""
                                : scope.getVariable(reasonName).toString());
    }

    private List<RuleTables.Field> violationFields(String rule) {
        return rules.tables(rule).worksheet().stream()
                .filter(field -> field.name().equals("violations"))
                .findFirst()
                .map(RuleTables.Field::fields)
                .orElseThrow();
    }

    private ObjectNode worksheet(List<Violation> violations) {
        ObjectNode worksheet = json.createObjectNode();
        violations.stream()
                .flatMap(violation -> violation.observedOn().stream())
                .min(Comparator.naturalOrder())
                .ifPresent(day -> worksheet.put("violationDate", day.toString()));
        return worksheet;
    }

    private static void put(ObjectNode entry, RuleTables.Field field, String text) {
        switch (field.kind()) {
            case FLAG -> entry.put(field.name(), Boolean.parseBoolean(text));
            case WHOLE, PERCENT -> entry.put(field.name(), new BigDecimal(text).longValueExact());
            case QUANTITY -> entry.put(field.name(), new BigDecimal(text));
            case MONEY ->
                entry.put(field.name(), new BigDecimal(text).setScale(2).toPlainString());
            default -> entry.put(field.name(), text);
        }
    }

    private org.abate.penalty.Assessment assess(String rule, ObjectNode worksheet) {
        try {
            return rules.assess(rule, worksheet, LocalDate.now(clock));
        } catch (WorksheetRefused e) {
            throw new Refusal(e.faults().stream()
                    .map(fault -> new Fault(fault.field().replace("violations[0].", ""), fault.message()))
                    .toList());
        }
    }

    private List<Violation> violations(String caseNumber) {
        return caseRecord.get(caseNumber).violations();
    }

    private static String rule(VariableScope scope) {
        return PENALTY_RULE.from(scope).get();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An assessment could not be written as JSON", e);
        }
    }

    private com.fasterxml.jackson.databind.JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A filed worksheet is no JSON", e);
        }
    }
}
