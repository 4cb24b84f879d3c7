package org.abate.casefile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects everything that is wrong with an input before it is refused, and hands back what it has checked. */
final class Faults {

    /** No record of the department that this one continues is older. */
    static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);

    private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("999999999999.99");

    /** A place in a file, as {@code line 7.feeDue}. */
    private static final Pattern LINE = Pattern.compile("line (\\d+).*");

    private final List<Fault> found = new ArrayList<>();

    void add(String field, String message) {
        found.add(new Fault(field, message));
    }

    /** Those that were found as it was read. */
    void addAll(List<Fault> read) {
        found.addAll(read);
    }

    boolean in(String field) {
        return found.stream().anyMatch(fault -> fault.field().equals(field));
    }

    /** In the order of the lines of a file; what is of no line comes first. */
    void sortByLine() {
        found.sort(Comparator.comparingInt(fault -> {
            Matcher line = LINE.matcher(fault.field());
            return line.matches() ? Integer.parseInt(line.group(1)) : 0;
        }));
    }

    List<Fault> found() {
        return List.copyOf(found);
    }

    /** @throws CaseRefused if there is any */
    void refuse() {
        if (!found.isEmpty()) {
            throw new CaseRefused(found);
        }
    }

    /** One line of text that must be given, without the blanks around it. */
    String line(String field, String value, int longest) {
        return given(field, value) ? checked(field, value, longest, false) : value;
    }

    /** As {@link #line}; may be left out, then null. */
    String optionalLine(String field, String value, int longest) {
        return value == null || value.isBlank() ? null : checked(field, value, longest, false);
    }

    /** Lines of text that must be given. */
    String text(String field, String value, int longest) {
        return given(field, value) ? checked(field, value, longest, true) : value;
    }

    /** As {@link #text}; may be left out, then null. */
    String optionalText(String field, String value, int longest) {
        return value == null || value.isBlank() ? null : checked(field, value, longest, true);
    }

    /** A day that must be given and is not after the last one allowed. */
    void day(String field, LocalDate value, LocalDate first, LocalDate today) {
        if (value == null) {
            if (!in(field)) {
                add(field, "is missing; give a day as 2026-10-01");
            }
        } else if (value.isAfter(today)) {
            add(field, "must not be after today, " + today);
        } else if (value.isBefore(first)) {
            add(field, "must not be before " + first);
        }
    }

    /** Dollars and cents that must be given. */
    void dollars(String field, BigDecimal value, boolean zeroAllowed) {
        if (value == null) {
            add(field, "is missing; give dollars as 500.00");
        } else if (value.signum() < 0 || value.signum() == 0 && !zeroAllowed) {
            add(field, zeroAllowed ? "must not be below 0" : "must be more than 0");
        } else if (value.stripTrailingZeros().scale() > 2) {
            add(field, "must have at most two decimals");
        } else if (value.compareTo(LARGEST_AMOUNT) > 0) {
            add(field, "must be at most " + LARGEST_AMOUNT);
        }
    }

    /** What stands in letters as it is given: a name, an address, a note. */
    void printed(PrintedWords words, String field, String value) {
        words.unprintable(value).ifPresent(objection -> add(field, objection));
    }

    private boolean given(String field, String value) {
        if (value == null || value.isBlank()) {
            add(field, "is missing");
            return false;
        }
        return true;
    }

    private String checked(String field, String value, int longest, boolean linesAllowed) {
        String stripped = value.strip();
        if (stripped.length() > longest) {
            add(field, "must have at most " + longest + " characters; it has " + stripped.length());
        }
        if (stripped.codePoints().anyMatch(character -> isUnprintable(character, linesAllowed))) {
            add(field, "must not contain control characters" + (linesAllowed ? "" : " or line breaks"));
        }
        return stripped;
    }

    private static boolean isUnprintable(int character, boolean linesAllowed) {
        boolean lineBreak = character == '\n' || character == '\r' || character == '\t';
        boolean halfACharacter = Character.getType(character) == Character.SURROGATE;
        return halfACharacter || Character.isISOControl(character) && !(lineBreak && linesAllowed);
    }
}
