package org.abate.process;

import java.util.List;

/**
 * The start form of a program's process as its managers have drawn it: what is said and asked, in the order of the form.
 */
public record StartForm(List<Part> parts) {

    /** One component of the form. */
    public sealed interface Part permits Words, Question {}

    /**
     * Words between the questions, as Markdown.
     *
     * @param shown false where the form hides them, the answers so far being what they are
     */
    public record Words(String text, boolean shown) implements Part {}

    /**
     * One question.
     *
     * @param key the name of the answer
     * @param help what helps to answer; may be null
     * @param options what there is to choose from; empty where the answer is not chosen
     * @param preset the answer it is shown with; empty where there is none
     * @param bounds which days are taken; null where the answer is no day
     * @param recorded whether the answer goes to the case's record (its facility, its violations) and not to the process
     * @param conditional whether it is asked upon some answers only
     * @param asked false where the form hides it, the answers so far being what they are
     */
    public record Question(
            String key,
            Kind kind,
            String label,
            String help,
            boolean required,
            List<Option> options,
            String preset,
            Days bounds,
            boolean recorded,
            boolean conditional,
            boolean asked)
            implements Part {}

    /** What is chosen, and its words on the form. */
    public record Option(String value, String label) {}

    /** How a question is answered. */
    public enum Kind {
        LINE,
        TEXT,
        NUMBER,
        DAY,
        TICK,
        ONE_OF_A_FEW,
        ONE_OF_A_LIST,
        SEVERAL
    }

    /** The days that are taken. */
    public enum Days {
        ANY,
        UNTIL_TODAY,
        FROM_TODAY
    }
}
