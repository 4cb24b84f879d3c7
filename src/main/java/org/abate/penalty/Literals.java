package org.abate.penalty;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** The values of a worksheet as they are written. Each method gives null where the value is not written that way. */
final class Literals {

    static final int RATE_DECIMALS = 10;

    private static final int QUANTITY_DECIMALS = 6;
    private static final int WHOLE_DIGITS = 12;
    private static final BigDecimal GREATEST = BigDecimal.TEN.pow(WHOLE_DIGITS);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private Literals() {}

    /** {@code 1250.00} or {@code -20}: digits, at most one point, at most so many decimals. */
    static BigDecimal decimal(String text, int decimals) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        int wholeEnd = point < 0 ? text.length() : point;
        int decimalsGiven = point < 0 ? 0 : text.length() - point - 1;
        boolean sound = isDigits(text, start, wholeEnd)
                && wholeEnd - start <= WHOLE_DIGITS
                && (point < 0 || isDigits(text, point + 1, text.length()))
                && decimalsGiven <= decimals;
        return sound ? new BigDecimal(text) : null;
    }

    private static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return to > from;
    }

    /** A JSON number that is finite, not enormous and has at most six decimals. */
    static BigDecimal quantity(JsonNode node) {
        if (!node.isNumber() || isNotFinite(node)) {
            return null;
        }
        BigDecimal value = node.decimalValue();
        boolean sound = value.abs().compareTo(GREATEST) <= 0
                && (value.signum() == 0 || value.precision() <= WHOLE_DIGITS + QUANTITY_DECIMALS)
                && (value.signum() == 0 || value.stripTrailingZeros().scale() <= QUANTITY_DECIMALS);
        return sound ? value : null;
    }

    private static boolean isNotFinite(JsonNode node) {
        return (node.isDouble() || node.isFloat()) && !Double.isFinite(node.doubleValue());
    }

    static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR ? null : date;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Words of a person: not blank, not too long, nothing that cannot be printed. */
    static boolean isText(String text, int most) {
        return !text.isBlank()
                && text.length() <= most
                && text.codePoints().noneMatch(c -> Words.isUnprintable(c) && c != '\n' && c != '\r' && c != '\t');
    }

    /** A refused value as it may be repeated in a message. */
    static String words(JsonNode node) {
        if (node.isTextual()) {
            return "\"" + Words.shortened(node.textValue()) + "\"";
        }
        if (node.isArray()) {
            return "a list of " + Words.number(node.size());
        }
        if (node.isObject()) {
            return "an object";
        }
        return Words.shortened(node.asText());
    }
}
