package org.abate.penalty;

/** The arithmetic of one rule, clause by clause; its tables are in the rule's files. */
interface Calculator {

    /** The rule's name, as {@code clean-water}. */
    String rule();

    /**
     * Adds what bars a penalty (the gates) and what contradicts itself. The worksheet may have faults already: answers
     * can be absent.
     */
    void check(Answers worksheet, RuleVersion rule, Faults faults);

    /** Assesses a worksheet that has no fault. */
    Assessment assess(Answers worksheet, RuleVersion rule);
}
