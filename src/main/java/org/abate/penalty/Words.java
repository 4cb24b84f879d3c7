package org.abate.penalty;

import java.math.BigDecimal;
import java.util.Collection;

/** Numbers, options and foreign text as people read them. */
final class Words {

    private static final int SHORT = 60;
    private static final int GROUP = 3;

    private Words() {}

    /** Text from outside, short and without control characters, so that it can be repeated in a message. */
    static String shortened(String text) {
        if (text == null) {
            return "";
        }
        String start = text.length() > SHORT ? text.substring(0, SHORT) + "…" : text;
        StringBuilder clean = new StringBuilder(start.length());
        start.codePoints().map(c -> isUnprintable(c) ? '\uFFFD' : c).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    static boolean isUnprintable(int codePoint) {
        return Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE
                || Character.getType(codePoint) == Character.UNASSIGNED;
    }

    static String list(Collection<String> words) {
        return String.join(", ", words);
    }

    /** {@code 12,345} or {@code 0.5}. */
    static String number(BigDecimal number) {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return grouped(plain.signum() < 0 ? "−" : "", plain.abs().toPlainString());
    }

    static String number(long number) {
        return grouped(number < 0 ? "−" : "", Long.toString(Math.abs(number)));
    }

    /** A comma before every third digit left of the point, and a sign before them all. */
    static String grouped(String sign, String digits) {
        int point = digits.indexOf('.');
        int comma = (point < 0 ? digits.length() : point) - GROUP;
        if (comma <= 0) {
            return sign.isEmpty() ? digits : sign + digits;
        }
        StringBuilder text = new StringBuilder(sign.length() + digits.length() + comma);
        text.append(sign).append(digits);
        for (; comma > 0; comma -= GROUP) {
            text.insert(sign.length() + comma, ',');
        }
        return text.toString();
    }

    /** {@code 1 day}, {@code 12 days}. */
    static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    static String days(long number) {
        return count(number, "day", "days");
    }

    /** {@code 1 further day}, {@code 11 further days}. */
    static String furtherDays(long number) {
        return count(number, "further day", "further days");
    }

    static String percent(int percent) {
        return (percent > 0 ? "+" : "") + number(percent) + " %";
    }
}
