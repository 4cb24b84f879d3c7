package org.abate.process;

import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What staff considered of a request and found, prepared for whoever decides on it. */
final class Considered {

    /** A text of a case has no more characters. */
    private static final int LONGEST = 4000;

    private Considered() {}

    /** The findings, and the factors where there is room for them; else that the timeline has them. */
    static String shown(Form form, Answers answers) {
        String findings = lines(form, answers, field -> !isWords(field));
        String all = findings + "\n" + lines(form, answers, Considered::isWords);
        return all.length() <= LONGEST
                ? all.strip()
                : findings
                        + "\n\nThe factors that were reviewed are too long to be shown here: read them on the timeline.";
    }

    /** Each question of the form with its answer, a line each. */
    static String lines(Form form, Answers answers, Predicate<Form.Field> asked) {
        return form.fields().stream()
                .filter(asked)
                .filter(field -> field.property("considered").isPresent()
                        || field.answers().isEmpty())
                .flatMap(field -> answers
                        .find(field.key())
                        .map(answer ->
                                "- " + numberAsWritten(field.label()) + " **" + onOneLine(field.words(answer)) + "**")
                        .stream())
                .collect(Collectors.joining("\n"));
    }

    static boolean isWords(Form.Field field) {
        return field.type().equals("textarea");
    }

    private static String onOneLine(String answer) {
        return answer.strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    /** Or the form takes the number of a question for a list within the list, and each counts from one. */
    private static String numberAsWritten(String question) {
        return question.replaceFirst("^(\\d+)\\.", "$1\\\\.");
    }
}
