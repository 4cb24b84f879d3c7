package org.abate.penalty;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;

/** The values of a worksheet as they are written. Each method gives null where the value is not written that way. */
final class Literals {

    static final int RATE_DECIMALS = 10;

    private static final int QUANTITY_DECIMALS = 6;
    private static final int WHOLE_DIGITS = 12;
    private static final BigDecimal GREATEST = BigDecimal.TEN.pow(WHOLE_DIGITS);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final int YEAR_END = 4;
    private static final int MONTH_END = 7;
    private static final int DATE_LENGTH = 10;
    private static final int TEN = 10;

    private Literals() {}

    /** {@code 1250.00} or {@code -20}: digits, at most one point, at most so many decimals. */
    static BigDecimal decimal(String text, int decimals) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        int wholeEnd = point == -1 ? text.length() : point;
        boolean sound = isDigits(text, start, wholeEnd)
                && wholeEnd - start <= WHOLE_DIGITS
                && (point == -1 || areDecimals(text, point + 1, decimals));
        return sound ? new BigDecimal(text) : null;
    }

    private static boolean areDecimals(String text, int from, int most) {
        return isDigits(text, from, text.length()) && text.length() - from <= most;
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

    /** {@code 2026-10-01}. */
    static LocalDate date(String text) {
        boolean sound = text.length() == DATE_LENGTH
                && isDigits(text, 0, YEAR_END)
                && text.charAt(YEAR_END) == '-'
                && isDigits(text, YEAR_END + 1, MONTH_END)
                && text.charAt(MONTH_END) == '-'
                && isDigits(text, MONTH_END + 1, DATE_LENGTH);
        if (!sound) {
            return null;
        }
        int year = Integer.parseInt(text, 0, YEAR_END, TEN);
        try {
            return year < FIRST_YEAR || year > LAST_YEAR
                    ? null
                    : LocalDate.of(
                            year,
                            Integer.parseInt(text, YEAR_END + 1, MONTH_END, TEN),
                            Integer.parseInt(text, MONTH_END + 1, DATE_LENGTH, TEN));
        } catch (DateTimeException e) {
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
