package org.abate.penalty;

/** The rule book has no rule of that name; {@link RuleBook#rules()} lists those it has. */
public final class NoSuchRule extends RuntimeException {

    public NoSuchRule(String rule) {
        super("The rule book has no rule \"" + Words.shortened(rule) + "\"");
    }
}
