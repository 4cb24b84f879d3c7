package org.abate.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.abate.penalty.RuleTables;

/** An answer of a form, already checked, as the JSON value that a rule takes. */
final class WorksheetValue {

    private static final ObjectMapper JSON = new ObjectMapper();

    private WorksheetValue() {}

    /**
     * Puts the answer where the rule expects it; what was not answered is left out.
     *
     * @param takenOff whether the amount asked for is the opposite of what the rule takes
     */
    static void put(ObjectNode entry, RuleTables.Field field, Optional<String> answer, boolean takenOff) {
        if (answer.isPresent()) {
            put(entry, field, answer.get(), takenOff);
        } else if (mayBeEmpty(field)) {
            entry.putArray(field.name());
        }
    }

    /** A list that must be there, and may name nothing. */
    static boolean mayBeEmpty(RuleTables.Field field) {
        return field.kind() == RuleTables.Kind.CHOICES && !field.mayBeLeftOut() && field.min() == null;
    }

    private static void put(ObjectNode entry, RuleTables.Field field, String text, boolean takenOff) {
        String name = field.name();
        switch (field.kind()) {
            case FLAG -> putFlag(entry, field, Boolean.parseBoolean(text));
            case WHOLE, PERCENT -> entry.put(name, new BigDecimal(text).longValueExact());
            case QUANTITY -> entry.put(name, new BigDecimal(text));
            case RATE -> entry.put(name, new BigDecimal(text).toPlainString());
            case MONEY -> entry.put(name, dollars(text, takenOff));
            case CHOICES -> list(text).forEach(entry.withArray(name)::add);
            case NUMBERS -> putNumbers(entry.withArray(name), list(text));
            default -> entry.put(name, text);
        }
    }

    /** No is what a rule takes where nothing is said, and for some answers it would be one too many. */
    private static void putFlag(ObjectNode entry, RuleTables.Field field, boolean answer) {
        if (answer || field.ifAbsent() == null) {
            entry.put(field.name(), answer);
        }
    }

    private static String dollars(String text, boolean takenOff) {
        BigDecimal amount = new BigDecimal(text).setScale(2);
        return (takenOff ? amount.negate() : amount).toPlainString();
    }

    private static void putNumbers(ArrayNode numbers, JsonNode texts) {
        texts.forEach(text -> numbers.add(text.asInt()));
    }

    private static JsonNode list(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A checked list is no JSON", e);
        }
    }
}
