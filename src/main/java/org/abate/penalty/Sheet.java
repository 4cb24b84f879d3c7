package org.abate.penalty;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The worksheet as it is written, line after line. A line's amount is what it adds: the exact amounts of all lines add up
 * to the total.
 */
final class Sheet {

    private static final String NOT_VERIFIED = "Not verified: no printed source at hand.";

    private static final int USUAL_LINES = 24;

    private final List<Assessment.Line> lines = new ArrayList<>(USUAL_LINES);
    private BigDecimal total = Dollars.ZERO;
    private BigDecimal printedTotal = Dollars.ZERO;
    private int points;

    /** A line in words only. */
    void say(String citation, String text, String input, String note) {
        lines.add(new Assessment.Line(citation, text, input, null, null, note, null, null));
    }

    /** What was chosen, in the rule's words. */
    void say(RuleTables.Row row, String input) {
        say(row.citation(), row.text(), input, note(row));
    }

    /** A line that adds an amount (negative: deducts), not rounded. */
    void add(String citation, String text, String input, BigDecimal amount, String note) {
        total = total.add(amount);
        printedTotal = Dollars.cents(total);
        lines.add(new Assessment.Line(citation, text, input, null, amount, note, null, printedTotal));
    }

    void add(RuleTables.Row row, String input, BigDecimal amount) {
        add(row.citation(), row.text(), input, amount, note(row));
    }

    /** A line for an answer that has no row of its own: its label is the text. */
    void add(RuleTables.Field field, String input, BigDecimal amount) {
        add(field.citation(), field.label(), input, amount, note(field));
    }

    /** A line that shows the total so far. */
    void subtotal(String citation, String text, String input) {
        lines.add(new Assessment.Line(citation, text, input, null, null, null, null, printedTotal));
    }

    /** Starts a new sum of points. */
    void startPoints() {
        points = 0;
    }

    /** A line that adds points. */
    void points(String citation, String text, String input, int added, String note) {
        points += added;
        lines.add(new Assessment.Line(citation, text, input, added, null, note, points, null));
    }

    void points(RuleTables.Row row, String input, int added) {
        points(row.citation(), row.text(), input, added, note(row));
    }

    int points() {
        return points;
    }

    /** The dollars so far, not rounded. */
    BigDecimal total() {
        return total;
    }

    /** The dollars so far, as printed. */
    BigDecimal printedTotal() {
        return printedTotal;
    }

    List<Assessment.Line> lines() {
        return lines;
    }

    /** What the worksheet says beside a row: its interpretation, and that nobody could verify it. */
    static String note(RuleTables.Row row) {
        return row.verified() ? row.note() : notes(row.note(), NOT_VERIFIED);
    }

    /** What the worksheet says beside an answer without a row: that nobody could verify its source. */
    static String note(RuleTables.Field field) {
        return field.verified() ? null : NOT_VERIFIED;
    }

    static boolean isUnverified(String note) {
        return note != null && note.contains(NOT_VERIFIED);
    }

    /** Two notes in one; null where there is neither. */
    static String notes(String first, String second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return first + " " + second;
    }
}
