package org.abate.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.abate.casefile.Fault;
import org.abate.casefile.WaterRequest;

/**
 * What is wrong with the items of a request that are said not to apply (10 CSR 60-6.010(2), 60-6.020(2)).
 *
 * @param form of the task; each item's field says when it applies in any case
 */
record CompletenessCheck(WaterRequest request, Form form) {

    static final String NOT_APPLICABLE = "NOT_APPLICABLE";
    static final String REASON = "notApplicableReason";

    /** The property of an item's field that names the subject whose requests all have it. */
    private static final String ALWAYS = "always";

    List<Fault> faults(Map<String, Object> answers) {
        List<Fault> faults = new ArrayList<>(applicable(answers));
        faults.addAll(unexplained(answers));
        return faults;
    }

    private List<Fault> applicable(Map<String, Object> answers) {
        return form.fields().stream()
                .filter(field -> field.property(ALWAYS)
                        .filter(request.subject().name()::equals)
                        .isPresent())
                .filter(field -> NOT_APPLICABLE.equals(answers.get(field.key())))
                .map(field -> new Fault(
                        field.key(), "applies to every request for a variance from an MCL (10 CSR 60-6.010(2))"))
                .toList();
    }

    /** Where several items may not apply, each that does not has a line of its own, its letter first. */
    private List<Fault> unexplained(Map<String, Object> answers) {
        List<Form.Field> optional = form.fields().stream()
                .takeWhile(field -> !field.key().equals(REASON))
                .filter(field -> field.answers()
                        .filter(values -> values.contains(NOT_APPLICABLE))
                        .isPresent())
                .toList();
        List<String> reasons = Answers.lines(Objects.toString(answers.get(REASON), ""));
        List<String> without = optional.stream()
                .filter(field -> NOT_APPLICABLE.equals(answers.get(field.key())))
                .map(CompletenessCheck::letter)
                .filter(letter -> reasons.stream().noneMatch(reason -> explains(reason, letter)))
                .toList();
        return optional.size() < 2 || without.isEmpty()
                ? List.of()
                : List.of(new Fault(
                        REASON,
                        "gives no reason for " + String.join(", ", without)
                                + ": give each a line of its own, its letter first, such as \"" + without.get(0)
                                + " The system has no other source\""));
    }

    /** Whether the line is the letter, in brackets or not, and words after it. */
    private static boolean explains(String reason, String letter) {
        String bare = letter.replaceAll("[()]", "");
        return reason.strip().matches("\\(?" + bare + "\\)?[.:,]?\\s+\\S.*");
    }

    /** The letter of an item, as its label has it: "(A)". */
    static String letter(Form.Field field) {
        return field.label().replaceFirst("(?s)^(\\(.\\)).*", "$1");
    }
}
