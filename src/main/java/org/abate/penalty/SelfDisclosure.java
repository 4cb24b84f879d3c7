package org.abate.penalty;

import java.util.List;

/**
 * EPA's self-disclosure (audit) policy, which the state "can implement at the state level as well" (Manual 8): a decision
 * somebody approves, never automatic. All nine conditions take the gravity component away, all but the first (systematic
 * discovery) take three quarters off it; the economic benefit stays.
 */
final class SelfDisclosure {

    static final String FIELD = "selfDisclosure";

    private static final String CONDITIONS = "conditionsMet";
    private static final int ALL = 9;
    private static final int SYSTEMATIC_DISCOVERY = 1;

    private SelfDisclosure() {}

    static void check(Answers worksheet, Faults faults) {
        if (!worksheet.has(FIELD) || !worksheet.entry(FIELD).has(CONDITIONS)) {
            return;
        }
        Answers disclosure = worksheet.entry(FIELD);
        List<Integer> met = disclosure.numbers(CONDITIONS);
        if (met.size() < ALL - 1 || (met.size() == ALL - 1 && met.contains(SYSTEMATIC_DISCOVERY))) {
            faults.add(
                    disclosure.path(CONDITIONS),
                    "must be all nine conditions, or all but the first (systematic discovery): with fewer the policy"
                            + " reduces nothing");
        }
    }

    /** The row with the percentage that comes off the gravity component. */
    static RuleTables.Row reduction(Answers worksheet) {
        boolean all = worksheet.entry(FIELD).numbers(CONDITIONS).size() == ALL;
        return worksheet.option(FIELD, all ? "ALL_NINE" : "ALL_BUT_THE_FIRST");
    }

    static String words(Answers disclosure) {
        return "Conditions met: "
                + Words.list(disclosure.numbers(CONDITIONS).stream()
                        .sorted()
                        .map(String::valueOf)
                        .toList()) + "; approved by " + disclosure.text("approvedBy") + ": "
                + disclosure.text("reason");
    }
}
