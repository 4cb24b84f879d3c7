package org.abate.penalty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Map;

/** Worksheets for the tests. */
final class Samples {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final ObjectMapper JSON = new ObjectMapper();

    private Samples() {}

    static Assessment assess(String rule, String worksheet) {
        return RuleBook.standard().assess(rule, Worksheets.parse(worksheet), TODAY);
    }

    static Assessment assess(String rule, Map<String, ?> worksheet) {
        return RuleBook.standard().assess(rule, json(worksheet), TODAY);
    }

    static JsonNode json(Map<String, ?> worksheet) {
        return JSON.valueToTree(worksheet);
    }
}
