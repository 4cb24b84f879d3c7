package org.abate.penalty;

/** What bars a penalty before any arithmetic, beyond single answers (those stand in the rule files, {@code mustBe}). */
final class Gates {

    private static final String RESOLVED = "resolvedThroughCcp";
    private static final String EXCEPTIONS = "resolvedExceptions";

    private Gates() {}

    /**
     * Where conference, conciliation and persuasion resolved the violation, a penalty needs one of the rule's exceptions
     * (10 CSR 20-3.010(1)(B), 25-14.010(1)(B), 60-6.070(1)(B)).
     */
    static void checkResolved(Answers worksheet, Faults faults) {
        boolean exception = worksheet.given(EXCEPTIONS)
                && !(worksheet.has(EXCEPTIONS) && worksheet.choices(EXCEPTIONS).isEmpty());
        if (worksheet.flag(RESOLVED) && !exception) {
            faults.add(
                    worksheet.path(EXCEPTIONS),
                    "must name an exception: a violation resolved through conference, conciliation and persuasion is not"
                            + " penalized otherwise ("
                            + worksheet.field(EXCEPTIONS).citation() + ")");
        }
        if (exception && worksheet.has(RESOLVED) && !worksheet.flag(RESOLVED)) {
            faults.add(worksheet.path(EXCEPTIONS), "is only for violations with " + RESOLVED + " true");
        }
    }

    /** Writes the gates that were passed. */
    static void write(Sheet sheet, Answers worksheet) {
        RuleTables.Field sought = worksheet.field("ccpSought");
        sheet.say(sought.citation(), sought.label(), "yes", null);
        for (RuleTables.Row exception : worksheet.choices(EXCEPTIONS)) {
            sheet.say(exception, exception.value());
        }
    }
}
