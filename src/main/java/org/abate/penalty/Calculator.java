package org.abate.penalty;

/**
 * The arithmetic of one rule, clause by clause; its tables are in the rule's files.
 *
 * @param <R> an {@link Assessment}, or what a calculation beside the assessments gives
 */
interface Calculator<R> {

    /** The rule's name, as {@code clean-water}. */
    String rule();

    /** The date of the worksheet that picks the rule version. */
    default String dateProperty() {
        return RuleBook.VIOLATION_DATE;
    }

    /**
     * Adds what bars a penalty (the gates) and what contradicts itself. The worksheet may have faults already: answers
     * can be absent.
     */
    void check(Answers worksheet, RuleVersion rule, Faults faults);

    /** Assesses a worksheet that has no fault. */
    R assess(Answers worksheet, RuleVersion rule);
}
