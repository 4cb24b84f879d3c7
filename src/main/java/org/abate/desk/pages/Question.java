package org.abate.desk.pages;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.penalty.RuleTables;

/**
 * One question of a what-if's form: a field of the rule's worksheet, as it was answered.
 *
 * @param name the path of the property, which is also the name of its input
 * @param given the answers as they were typed or chosen
 * @param fault what is wrong with the answer, to be shown beside it; null where nothing is
 * @param source the citation; null where it is the rule's own
 * @param parts the entries of a list, or the one entry of an object
 */
record Question(
        RuleTables.Field field, String name, List<String> given, String fault, String source, List<Part> parts) {

    private static final int ONE_LINE = 200;

    /**
     * One entry: a violation, an adjustment, a facility.
     *
     * @param number counts from 1
     */
    record Part(String name, int number, List<Question> questions) {}

    /** The id of its input. */
    public String id() {
        return name.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
    }

    public String value() {
        return given.isEmpty() ? "" : given.get(0);
    }

    public boolean has(String value) {
        return given.contains(value);
    }

    /** How it is asked; the template has a fragment of this name. */
    public String asked() {
        return switch (field.kind()) {
            case FLAG -> field.ifAbsent() == null ? "yes-or-no" : "tick";
            case CHOICE -> "choice";
            case CHOICES, NUMBERS -> "choices";
            case DATE -> "day";
            case TEXT -> field.max().intValue() > ONE_LINE ? "text" : "line";
            case ENTRY -> "entry";
            case ENTRIES -> "entries";
            default -> "line";
        };
    }

    /** The answer as a person reads it. */
    public String answer() {
        return switch (field.kind()) {
            case FLAG -> has("true") ? "Yes" : "No";
            case CHOICE, CHOICES, NUMBERS ->
                field.options().stream()
                        .filter(option -> has(option.value()))
                        .map(RuleTables.Row::text)
                        .collect(Collectors.joining("; "));
            default -> value();
        };
    }

    /** "Violation 2"; an object's one entry has the label of the question. */
    public String titleOf(Part part) {
        return field.kind() == RuleTables.Kind.ENTRY ? field.label() : one() + " " + part.number();
    }

    /** Whether an entry may be taken away. */
    public boolean mayShrink() {
        return parts.size() > (isOptional() ? 0 : field.min().intValue());
    }

    /** What the button says that adds an entry: "Add an adjustment", "Add another violation". */
    public String addition() {
        String one = one().toLowerCase(Locale.ROOT);
        String article = "aeiou".indexOf(one.charAt(0)) < 0 ? "a " : "an ";
        return "Add " + (parts.isEmpty() ? article : "another ") + one;
    }

    /** What one entry of the list is called. */
    public String one() {
        return switch (field.name()) {
            case "violations" -> "Violation";
            case "adjustments" -> "Adjustment";
            case "inspections" -> "Inspection";
            case "settlementParts" -> "Part";
            default -> "Entry";
        };
    }

    /** An option in the rule's words, with its points. */
    public String words(RuleTables.Row option) {
        return option.text() + (option.points() == null ? "" : " (" + option.points() + " points)");
    }

    public boolean isOptional() {
        return field.mayBeLeftOut();
    }

    /** Help, how to write it, what is used where it is left out, and the source. */
    public String hint() {
        return Stream.of(
                        field.help(),
                        written(),
                        isOptional() && field.kind() != RuleTables.Kind.FLAG ? otherwise() : null,
                        source,
                        field.verified() ? null : "No printed source at hand")
                .filter(Objects::nonNull)
                .map(sentence -> sentence.endsWith(".") ? sentence : sentence + ".")
                .collect(Collectors.joining(" "));
    }

    private String written() {
        return switch (field.kind()) {
            case MONEY -> "Dollars";
            case RATE -> "As a share, 0.08 for 8 %";
            case PERCENT -> "Whole percent, " + field.min() + " to " + field.max();
            case WHOLE -> isNarrow() ? field.min() + " to " + field.max() : null;
            default -> null;
        };
    }

    private boolean isNarrow() {
        return field.max() != null && field.max().compareTo(BigDecimal.valueOf(100)) <= 0;
    }

    private String otherwise() {
        String absent = field.ifAbsent();
        return absent == null || absent.equals("none") || absent.equals("0")
                ? "Optional"
                : "Optional: otherwise " + absent;
    }
}
