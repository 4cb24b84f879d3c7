package org.abate.process;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Fills a form at random with what it accepts: any choice, any number within its limits, any day it takes. */
final class RandomAnswers {

    private static final double OPTIONAL_ANSWERED = 0.4;

    private final Random random;
    private final LocalDate today;
    private final Map<String, Set<String>> offered;

    /** @param offered the values to choose from, by the name of the variable that offers them */
    RandomAnswers(Random random, LocalDate today, Map<String, Set<String>> offered) {
        this.random = random;
        this.today = today;
        this.offered = offered;
    }

    Map<String, Object> to(Form form) {
        Map<String, Object> answers = new HashMap<>();
        for (Form.Field field : form.fields()) {
            if (field.required() || random.nextDouble() < OPTIONAL_ANSWERED) {
                answers.put(field.key(), answer(field));
            }
        }
        return answers;
    }

    private Object answer(Form.Field field) {
        return switch (field.type()) {
            case "textfield", "textarea" -> text(field);
            case "number" -> number(field);
            case "radio", "select" -> field.meaning().equals("date") ? day(field) : one(options(field));
            case "checklist", "taglist" -> some(options(field));
            case "checkbox" -> random.nextBoolean();
            case "datetime" -> day(field);
            default -> throw new IllegalStateException("No answer for a field of type " + field.type());
        };
    }

    private List<String> options(Form.Field field) {
        return List.copyOf(field.optionsVariable()
                .map(variable -> offered.getOrDefault(variable, Set.of()))
                .orElseGet(field::options));
    }

    private Object one(List<String> options) {
        return options.isEmpty() ? null : options.get(random.nextInt(options.size()));
    }

    private List<String> some(List<String> options) {
        List<String> chosen = new ArrayList<>(options);
        chosen.removeIf(option -> chosen.size() > 1 && random.nextBoolean());
        return chosen;
    }

    private String text(Form.Field field) {
        return switch (field.meaning()) {
            case "milestones" -> today.plusDays(20 + random.nextInt(40)) + " Repair what is broken";
            case "violations" -> "1";
            case "time" -> "6:30 p.m.";
            default ->
                field.key().equals("notApplicableReason")
                        ? "CEFGHIJ".replaceAll("(.)", "$1 As found on site\n").strip()
                        : "As found on site";
        };
    }

    private Object number(Form.Field field) {
        BigDecimal least = field.limit("min").orElse(BigDecimal.ZERO);
        BigDecimal most = field.limit("max").orElse(least.add(BigDecimal.valueOf(5000)));
        BigDecimal number = least.add(most.subtract(least).multiply(BigDecimal.valueOf(random.nextDouble())));
        return field.decimalDigits() == 0
                ? number.setScale(0, RoundingMode.FLOOR).intValueExact()
                : number.setScale(Math.min(field.decimalDigits(), 2), RoundingMode.FLOOR)
                        .toPlainString();
    }

    private String day(Form.Field field) {
        boolean past = field.property("latest").filter("today"::equals).isPresent();
        return (past ? today : today.plusDays(random.nextInt(60))).toString();
    }
}
