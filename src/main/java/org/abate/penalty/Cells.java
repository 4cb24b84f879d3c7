package org.abate.penalty;

import java.math.BigDecimal;

/**
 * Amounts out of the cell of a matrix: the midpoint, or another amount in the range that the assessor selects and gives a
 * reason for.
 */
final class Cells {

    private static final String REASON = "selectionReason";
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Cells() {}

    /** The printed midpoint; where the rule prints none, the middle of the range. */
    static BigDecimal midpoint(RuleTables.Row cell) {
        return cell.midpoint() != null
                ? cell.midpoint()
                : cell.low().add(cell.high()).multiply(HALF);
    }

    /** The amount selected, or the midpoint. */
    static BigDecimal amount(Answers violation, String selected, RuleTables.Row cell) {
        return violation.has(selected) ? violation.number(selected) : midpoint(cell);
    }

    static void checkWithin(Answers violation, String selected, RuleTables.Row cell, Faults faults) {
        if (violation.has(selected) && isOutside(violation.number(selected), cell)) {
            faults.add(
                    violation.path(selected),
                    "must be in the range of the matrix cell, " + range(cell) + " (" + cell.citation() + "), not "
                            + Dollars.words(violation.number(selected)));
        }
    }

    private static boolean isOutside(BigDecimal amount, RuleTables.Row cell) {
        return amount.compareTo(cell.low()) < 0 || amount.compareTo(cell.high()) > 0;
    }

    /** An amount other than the midpoint needs a reason, and a reason an amount. */
    static void checkReason(Answers violation, Faults faults, String... selected) {
        boolean any = false;
        for (String amount : selected) {
            any |= violation.given(amount);
        }
        if (any && !violation.given(REASON)) {
            faults.add(violation.path(REASON), "is required where an amount is selected");
        }
        if (!any && violation.given(REASON)) {
            faults.add(violation.path(REASON), "has no " + String.join(" or ", selected) + " to explain");
        }
    }

    /** Writes the amount of the cell for one day. */
    static void write(Sheet sheet, Answers violation, String selected, RuleTables.Row cell) {
        write(sheet, violation, selected, cell, 1, "");
    }

    /** Writes the amount of the cell for each of so many further days. */
    static void writeFurther(Sheet sheet, Answers violation, String selected, RuleTables.Row cell, int days) {
        write(sheet, violation, selected, cell, days, Words.furtherDays(days) + " × ");
    }

    /** What a note says of the midpoint is left out where another amount was selected. */
    private static void write(
            Sheet sheet, Answers violation, String selected, RuleTables.Row cell, int days, String times) {
        BigDecimal one = amount(violation, selected, cell);
        String chosen = violation.has(selected)
                ? Dollars.words(one) + " selected: " + violation.text(REASON)
                : "midpoint " + Dollars.words(one);
        sheet.add(
                cell.citation(),
                cell.text(),
                cellWords(cell) + ": " + times + chosen,
                one.multiply(BigDecimal.valueOf(days)),
                violation.has(selected) ? Sheet.note(cell) : Sheet.notes(cell.midpointNote(), Sheet.note(cell)));
    }

    private static String cellWords(RuleTables.Row cell) {
        return cell.harm() + " / " + cell.deviation() + ", " + range(cell);
    }

    private static String range(RuleTables.Row cell) {
        return Dollars.words(cell.low()) + " to " + Dollars.words(cell.high());
    }
}
