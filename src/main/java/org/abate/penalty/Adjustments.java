package org.abate.penalty;

import java.math.BigDecimal;

/**
 * Amounts the department adds to or takes from the total, each with its reason (10 CSR 20-3.010(3)(E), 25-14.010(3)(E),
 * 60-6.070(3)(E)). Which kinds a rule knows, and which way each may go, are rows of its file.
 */
final class Adjustments {

    static final String FIELD = "adjustments";

    private static final String KIND = "kind";
    private static final String AMOUNT = "amount";

    private Adjustments() {}

    static void check(Answers worksheet, Faults faults) {
        for (Answers adjustment : worksheet.entries(FIELD)) {
            if (adjustment.has(KIND) && adjustment.has(AMOUNT)) {
                checkDirection(adjustment, faults);
            }
        }
    }

    private static void checkDirection(Answers adjustment, Faults faults) {
        RuleTables.Row kind = adjustment.choice(KIND);
        BigDecimal amount = adjustment.number(AMOUNT);
        if (kind.high() != null && amount.compareTo(kind.high()) > 0) {
            faults.add(adjustment.path(AMOUNT), kind.value() + " only decreases a penalty: it must not be above 0");
        }
        if (kind.low() != null && amount.compareTo(kind.low()) < 0) {
            faults.add(adjustment.path(AMOUNT), kind.value() + " only increases a penalty: it must not be below 0");
        }
    }

    static void write(Answers adjustment, Sheet sheet) {
        RuleTables.Row kind = adjustment.choice(KIND);
        sheet.add(kind, words(adjustment), adjustment.number(AMOUNT));
    }

    private static String words(Answers adjustment) {
        String criteria = adjustment.has("criteria")
                ? " ("
                        + Words.list(adjustment.choices("criteria").stream()
                                .map(RuleTables.Row::value)
                                .toList()) + ")"
                : "";
        return Dollars.words(adjustment.number(AMOUNT)) + criteria + ": " + adjustment.text("reason");
    }

    static BigDecimal amount(Answers adjustment) {
        return adjustment.number(AMOUNT);
    }
}
