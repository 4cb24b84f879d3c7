package org.abate.process;

import static org.abate.process.CaseVariables.PENALTY_RULE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.casefile.Assessment;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Fault;
import org.abate.casefile.NewAssessment;
import org.abate.casefile.Program;
import org.abate.casefile.Violation;
import org.abate.correspondence.Correspondence;
import org.abate.correspondence.Letter;
import org.abate.penalty.RuleBook;
import org.abate.penalty.RuleTables;
import org.abate.penalty.WorksheetRefused;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/**
 * From the worksheets of the violations to the penalty of the case: each worksheet is checked by its rule and filed as
 * it is completed; the case's calculation takes the current ones together.
 */
@Component
class PenaltyWork {

    private static final String DISCOVERED = "discoveredOn";
    private static final String VIOLATIONS = "violations";
    private static final String RESOLVED = "resolvedThroughCcp";
    private static final String FIRST_VIOLATION = "violations[0].";
    private static final Pattern ENTRY = Pattern.compile("violations\\[(\\d+)]\\.?(.*)");

    /** The field of the calculation in which worksheets are taken back. */
    private static final String REDO = "worksheetsToRedo";

    /** Their penalties are imposed by an order, which is not prepared before an offer to meet (interpretation P30). */
    private static final Set<Program> BY_ORDER = Set.of(Program.WATER, Program.HAZARDOUS_WASTE, Program.DRINKING_WATER);

    private static final String NO_OFFER =
            "; no offer to meet is on record: send one, or record the contact (OFFER_TO_MEET)";

    private final CaseRecord caseRecord;
    private final RecordQuestions questions;
    private final PenaltyStanding standing;
    private final Correspondence correspondence;
    private final RuleBook rules;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper().findAndRegisterModules();

    PenaltyWork(
            CaseRecord caseRecord,
            RecordQuestions questions,
            PenaltyStanding standing,
            Correspondence correspondence,
            RuleBook rules,
            Clock clock) {
        this.caseRecord = caseRecord;
        this.questions = questions;
        this.standing = standing;
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
        ObjectNode worksheet = fromRecord(caseNumber, rule, List.of(violation));
        RuleTables tables = tables(rule, worksheet);
        Optional<NoPenalty> ground = NoPenalty.of(answers);
        refuseOutOfTime(caseNumber, violation, tables, ground);
        if (ground.isPresent()) {
            WorksheetForm.ofViolation(tables).fill(answers::take);
            setAside(
                    caseNumber,
                    violation,
                    rule,
                    worksheet,
                    ground.get(),
                    answers.take(NoPenalty.REASON).orElse(""));
            CaseVariables.CLOSURE_REASON.on(task).set(closureReason(caseNumber, rule, task));
            return;
        }
        worksheet.setAll(WorksheetForm.ofCase(tables)
                .required()
                .fill(name -> text(task, name))
                .json());
        WorksheetForm.Filled entry = WorksheetForm.ofViolation(tables).fill(answers::take);
        worksheet.withArray(VIOLATIONS).add(entry.json());
        caseRecord.file(caseNumber, worksheetOf(violation, rule, tables.version(), worksheet, entry));
    }

    /** @throws Refusal where a penalty would be assessed too late, or is said to be and is not (10 CSR 60-6.070(1)(G)) */
    private void refuseOutOfTime(
            String caseNumber, Violation violation, RuleTables tables, Optional<NoPenalty> ground) {
        boolean counts =
                tables.worksheet().stream().anyMatch(field -> field.name().equals(DISCOVERED));
        Optional<String> tooLate = counts ? standing.tooLate(caseNumber, violation) : Optional.empty();
        if (ground.isEmpty() && tooLate.isPresent()) {
            throw new Refusal(NoPenalty.TOO_LATE.field(), "holds for this violation: " + tooLate.orElseThrow());
        }
        if (ground.filter(NoPenalty.TOO_LATE::equals).isPresent() && tooLate.isEmpty()) {
            throw new Refusal(NoPenalty.TOO_LATE.field(), "does not hold: a penalty may still be assessed for it");
        }
    }

    /** Files that no penalty is imposed for a violation, and why: it counts as having a worksheet, and brings no amount. */
    private void setAside(
            String caseNumber,
            Violation violation,
            String rule,
            ObjectNode worksheet,
            NoPenalty ground,
            String reason) {
        RuleTables tables = tables(rule, worksheet);
        String citation =
                switch (ground) {
                    case MINOR -> citation(tables, ground.field());
                    case RESOLVED -> citation(tables, RESOLVED);
                    case ASSESSED, COLLECTED -> standing.bar(caseNumber).citation();
                    case TOO_LATE -> citation(tables, DISCOVERED);
                };
        worksheet
                .putObject(PenaltyStanding.NO_PENALTY)
                .put("ground", ground.name())
                .put("citation", citation)
                .put("reason", reason);
        caseRecord.file(
                caseNumber, new NewAssessment(rule, tables.version(), violation.id(), write(worksheet), null, null));
        caseRecord.confidentialNote(
                caseNumber,
                "NO_PENALTY",
                "No penalty for violation " + violation.number() + ": " + ground.words() + " (" + citation + ")"
                        + (reason.isEmpty() ? "" : ". " + reason));
    }

    /** As a director's review of a notice of violation decides: no penalty for these, which are minor. */
    void setAsideMinor(String caseNumber, VariableScope scope, String numbers) {
        String rule = rule(scope);
        List<Integer> minor = FormCheck.violationNumbers(numbers);
        for (Violation violation : caseRecord.violationsWithoutWorksheet(caseNumber)) {
            if (minor.contains(violation.number())) {
                setAside(
                        caseNumber,
                        violation,
                        rule,
                        fromRecord(caseNumber, rule, List.of(violation)),
                        NoPenalty.MINOR,
                        "Decided in the review of the notice");
            }
        }
    }

    /** Why the case is closed without a penalty; null while a violation may be penalized. */
    private String closureReason(String caseNumber, String rule, VariableScope scope) {
        Map<Integer, NoPenalty> aside = standing.setAside(caseNumber, rule);
        boolean all = caseRecord.violationsWithoutWorksheet(caseNumber).isEmpty()
                && standing.toPenalize(
                                caseNumber,
                                rule,
                                CaseVariables.NOTICE_VIOLATIONS.from(scope).getOrNull(),
                                CaseVariables.SERVED_VIOLATIONS.from(scope).getOrNull())
                        .isEmpty();
        return all
                ? aside.entrySet().stream()
                        .map(each -> "No penalty for violation " + each.getKey() + ": "
                                + each.getValue().words())
                        .collect(Collectors.joining(". "))
                : null;
    }

    private static String citation(RuleTables tables, String field) {
        return tables.worksheet().stream()
                .flatMap(each ->
                        Stream.concat(Stream.of(each), each.fields() == null ? Stream.empty() : each.fields().stream()))
                .filter(each -> each.name().equals(field) && each.citation() != null)
                .map(RuleTables.Field::citation)
                .findFirst()
                .orElse(tables.citation());
    }

    /** Without figures where only the case's calculation brings what they depend on. */
    private NewAssessment worksheetOf(
            Violation violation, String rule, String version, ObjectNode worksheet, WorksheetForm.Filled entry) {
        try {
            var result = rules.assess(rule, worksheet, LocalDate.now(clock));
            return new NewAssessment(
                    rule, result.version(), violation.id(), write(worksheet), write(result), result.total());
        } catch (WorksheetRefused e) {
            List<Fault> own = e.faults().stream()
                    .filter(fault -> fault.field().startsWith(FIRST_VIOLATION))
                    .map(fault -> atField(fault.field().substring(FIRST_VIOLATION.length()), fault.message(), entry))
                    .toList();
            if (!own.isEmpty()) {
                throw new Refusal(own);
            }
            return new NewAssessment(rule, version, violation.id(), write(worksheet), null, null);
        }
    }

    private static Fault atField(String place, String message, WorksheetForm.Filled filled) {
        return new Fault(filled.key(place).orElse(place), message);
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
                        write(assessed.worksheet()),
                        write(result),
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
        ObjectNode worksheet = fromRecord(caseNumber, rule, violations);
        WorksheetForm.Filled answered =
                WorksheetForm.ofCase(tables(rule, worksheet)).fill(name -> text(scope, name));
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
                            entries.add(
                                    read(each.worksheetJson()).path(VIOLATIONS).get(0));
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
        return atField(place, place.equals("ccpSought") ? message + NO_OFFER : message, answered);
    }

    /** What the record knows of what the rule asks. */
    private ObjectNode fromRecord(String caseNumber, String rule, List<Violation> violations) {
        ObjectNode worksheet = json.createObjectNode();
        LocalDate today = LocalDate.now(clock);
        String violationDate = violations.stream()
                .flatMap(violation -> violation.observedOn().stream())
                .min(Comparator.naturalOrder())
                .orElse(today)
                .toString();
        worksheet.put(RuleBook.VIOLATION_DATE, violationDate);
        for (RuleTables.Field field : tables(rule, worksheet).worksheet()) {
            switch (field.name()) {
                case "ccpSought" ->
                    worksheet.put(
                            field.name(),
                            BY_ORDER.contains(caseRecord.get(caseNumber).program())
                                    || questions.offeredToMeet(caseNumber));
                case DISCOVERED ->
                    worksheet.put(
                            field.name(),
                            standing.discovered(caseNumber, violations).toString());
                case "assessedOn" -> worksheet.put(field.name(), today.toString());
                default -> {
                    // asked for in a form
                }
            }
        }
        return worksheet;
    }

    /** The rule as it was when the worksheet's violation happened. */
    private RuleTables tables(String rule, ObjectNode worksheet) {
        return rules.tables(
                rule, LocalDate.parse(worksheet.path(RuleBook.VIOLATION_DATE).asText()));
    }

    private static Optional<String> text(VariableScope scope, String name) {
        return Optional.ofNullable(scope.getVariable(name))
                .map(Object::toString)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
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
