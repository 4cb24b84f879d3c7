package org.abate.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Program;
import org.abate.casefile.Violation;
import org.abate.penalty.RuleBook;
import org.abate.penalty.RuleTables;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What a worksheet begins with, and how it is written down: what the record knows of what its rule asks. */
@Component
class WorksheetFacts {

    static final String DISCOVERED = "discoveredOn";

    /** Their penalties are imposed by an order, which is not prepared before an offer to meet (interpretation P30). */
    private static final Set<Program> BY_ORDER = Set.of(Program.WATER, Program.HAZARDOUS_WASTE, Program.DRINKING_WATER);

    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    private final CaseRecord caseRecord;
    private final RecordQuestions questions;
    private final PenaltyStanding standing;
    private final RuleBook rules;
    private final Clock clock;

    WorksheetFacts(
            CaseRecord caseRecord, RecordQuestions questions, PenaltyStanding standing, RuleBook rules, Clock clock) {
        this.caseRecord = caseRecord;
        this.questions = questions;
        this.standing = standing;
        this.rules = rules;
        this.clock = clock;
    }

    /** What the record knows of what the rule asks. */
    ObjectNode begun(String caseNumber, String rule, List<Violation> violations) {
        ObjectNode worksheet = JSON.createObjectNode();
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
    RuleTables tables(String rule, ObjectNode worksheet) {
        return rules.tables(
                rule, LocalDate.parse(worksheet.path(RuleBook.VIOLATION_DATE).asText()));
    }

    /** What was answered in a form, where the process holds it. */
    static Optional<String> answer(VariableScope scope, String name) {
        return Optional.ofNullable(scope.getVariable(name))
                .map(Object::toString)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An assessment could not be written as JSON", e);
        }
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A filed worksheet is no JSON", e);
        }
    }
}
