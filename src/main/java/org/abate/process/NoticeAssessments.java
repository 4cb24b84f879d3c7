package org.abate.process;

import static org.abate.process.CaseVariables.NOTICE_VIOLATIONS;
import static org.abate.process.CaseVariables.PENALTY_RULE;
import static org.abate.process.CaseVariables.SERVED_VIOLATIONS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.abate.casefile.Assessment;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Violation;
import org.abate.penalty.RuleBook;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/**
 * What one notice of assessment comes to: the worksheets of the violations that it is about, and no others, for each
 * notice of violation is assessed by itself (10 CSR 40-10.070(7)(A) as quoted in Manual 8.4).
 */
@Component
class NoticeAssessments {

    private static final String VIOLATIONS = "violations";

    private final CaseRecord caseRecord;
    private final PenaltyStanding standing;
    private final RuleBook rules;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper().findAndRegisterModules();

    NoticeAssessments(CaseRecord caseRecord, PenaltyStanding standing, RuleBook rules, Clock clock) {
        this.caseRecord = caseRecord;
        this.standing = standing;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * @param violations their numbers
     * @param amount dollars
     * @param calculation line by line, as JSON
     */
    record Assessed(List<Integer> violations, BigDecimal amount, String calculation) {}

    /**
     * Of the violations that the notice is about, those with a worksheet that were not served before.
     *
     * @param notice the review of the order or notice
     */
    Assessed of(String caseNumber, VariableScope notice) {
        String rule = PENALTY_RULE.from(notice).get();
        List<Integer> about = standing.toPenalize(
                caseNumber,
                rule,
                NOTICE_VIOLATIONS.from(notice).getOrNull(),
                SERVED_VIOLATIONS.from(notice).getOrNull());
        List<Assessment> filed = caseRecord.assessments(caseNumber);
        List<Integer> numbers = new ArrayList<>();
        List<JsonNode> worksheets = new ArrayList<>();
        for (Violation violation : caseRecord.get(caseNumber).violations()) {
            int number = violation.number();
            if (about.contains(number)) {
                filed.stream()
                        .filter(each -> each.rule().equals(rule)
                                && Long.valueOf(violation.id()).equals(each.violationId()))
                        .findFirst()
                        .map(each -> read(each.worksheetJson()))
                        .ifPresent(worksheet -> {
                            numbers.add(number);
                            worksheets.add(worksheet);
                        });
            }
        }
        if (worksheets.isEmpty()) {
            throw new IllegalStateException("Nothing is assessed in case " + caseNumber
                    + " that this notice could be served for: a worksheet is missing");
        }
        var result = rules.assess(rule, together(worksheets), LocalDate.now(clock));
        return new Assessed(List.copyOf(numbers), result.total().setScale(2), write(result));
    }

    /** One worksheet of all of them; its rule is the one of the earliest violation. */
    private static ObjectNode together(List<JsonNode> worksheets) {
        ObjectNode all = worksheets.get(0).deepCopy();
        ArrayNode entries = all.putArray(VIOLATIONS);
        String earliest = all.path(RuleBook.VIOLATION_DATE).asText();
        for (JsonNode worksheet : worksheets) {
            entries.add(entry(worksheet));
            String day = worksheet.path(RuleBook.VIOLATION_DATE).asText();
            earliest = day.compareTo(earliest) < 0 ? day : earliest;
        }
        return all.put(RuleBook.VIOLATION_DATE, earliest);
    }

    private static JsonNode entry(JsonNode worksheet) {
        return worksheet.path(VIOLATIONS).path(0);
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A filed worksheet is no JSON", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An assessment could not be written as JSON", e);
        }
    }
}
