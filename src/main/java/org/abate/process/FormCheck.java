package org.abate.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.abate.casefile.Fault;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;

/**
 * Checks what a person entered against the form it was entered in, as the form itself would, whichever way it came in.
 * Every fault is named at once, by field. What comes out has the types the diagrams expect: a yes-or-no answer is a
 * Boolean (a box that is not ticked says no), a date an ISO date, a choice of several a JSON list.
 */
class FormCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_NUMBER = 18;
    /** A time of the day as people write it; letters print it so. */
    private static final Pattern TIME = Pattern.compile(
            "(1[0-2]|0?[1-9])(:[0-5]\\d)? ?[ap]\\.?m\\.?|([01]?\\d|2[0-3]):[0-5]\\d|noon", Pattern.CASE_INSENSITIVE);
    /** As far back as the record goes. */
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    /** No schedule, payment or suspension of the department's runs longer. */
    private static final int MOST_YEARS_AHEAD = 30;

    private final FeelEngine feel;
    private final LocalDate today;
    private final Map<String, Set<String>> offered;
    private final EarliestDays earliest;
    private final BiFunction<String, String, Optional<String>> words;

    /**
     * @param offered the values to choose from, by the name of the variable that offers them
     * @param earliest before which day what is asked for cannot have happened
     * @param words what is wrong with words that are typed into a field of this name and go into a letter
     */
    FormCheck(
            FeelEngine feel,
            LocalDate today,
            Map<String, Set<String>> offered,
            EarliestDays earliest,
            BiFunction<String, String, Optional<String>> words) {
        this.words = words;
        this.earliest = earliest;
        this.feel = feel;
        this.today = today;
        this.offered = offered;
    }

    /** @throws Refusal with every fault */
    Map<String, Object> check(Form form, Map<String, Object> entered) {
        List<Fault> faults = new ArrayList<>();
        for (String name : entered.keySet()) {
            if (!form.keys().contains(name)) {
                String asked =
                        form.keys().isEmpty() ? "nothing is" : "the form takes " + String.join(", ", form.keys());
                // Of several, the first says it
                faults.add(new Fault(name, "is not asked for" + (faults.isEmpty() ? "; " + asked : "")));
            }
        }
        Map<String, Object> answers = answers(form, entered, faults);
        Set<String> hidden =
                hiddenBy(form, answers).stream().map(Form.Field::key).collect(Collectors.toSet());
        answers.keySet().removeAll(hidden);
        form.fields().stream()
                .filter(Form.Field::isCheckbox)
                .filter(box -> hidden.contains(box.key()))
                .forEach(box -> answers.put(box.key(), false));
        for (Form.Field field : form.fields()) {
            boolean missing = !answers.containsKey(field.key())
                    && faults.stream().noneMatch(fault -> fault.field().equals(field.key()));
            if (field.required() && missing && !hidden.contains(field.key())) {
                faults.add(new Fault(field.key(), "\"" + field.label() + "\" is required" + choices(field)));
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        answers.replaceAll((key, typed) -> kept(typed));
        return answers;
    }

    /** The answers that are as the form wants them, whatever is wrong with the others. */
    Map<String, Object> valid(Form form, Map<String, Object> entered) {
        Map<String, Object> answers = answers(form, entered, new ArrayList<>());
        hiddenBy(form, answers).forEach(field -> answers.remove(field.key()));
        return answers;
    }

    /** The components that the form does not show, the answers so far being what they are. */
    Set<Form.Field> hidden(Form form, Map<String, Object> entered) {
        return hiddenBy(form, answers(form, entered, new ArrayList<>()));
    }

    /** The answers that are of the kind their fields ask for; the others are faults. */
    private Map<String, Object> answers(Form form, Map<String, Object> entered, List<Fault> faults) {
        Map<String, Object> answers = new HashMap<>();
        for (Form.Field field : form.fields()) {
            try {
                Object value = value(entered, field.key());
                Object typed = isEmpty(value) ? null : typed(field, value);
                if (typed != null && !saysNothing(typed)) {
                    answers.put(field.key(), typed);
                } else if (field.isCheckbox()) {
                    answers.put(field.key(), false);
                }
            } catch (IllegalArgumentException e) {
                faults.add(new Fault(field.key(), e.getMessage()));
            }
        }
        return answers;
    }

    /** A serialized object is looked at by nobody: what a form asks for is text, a number, yes or no, or a list. */
    private static Object value(Map<String, Object> entered, String name) {
        TypedValue value = entered instanceof VariableMap typed ? typed.getValueTyped(name) : null;
        if (value instanceof JsonValue json && !json.isDeserialized()) {
            return json.getValueSerialized();
        }
        if (value instanceof SerializableValue serialized && !serialized.isDeserialized()) {
            throw new IllegalArgumentException("must be text, a number, true or false, or a list");
        }
        return entered.get(name) instanceof JsonValue json ? json.getValue() : entered.get(name);
    }

    private static boolean isEmpty(Object value) {
        return value == null || value instanceof String text && text.chars().allMatch(FormCheck::isSpace);
    }

    /** The spaces of a web page and of word processors, which are no white space to Java, count as well. */
    private static boolean isSpace(int sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign) || sign == '\u200b' || sign == '\ufeff';
    }

    /** A list that names nothing says as much as none. */
    private static boolean saysNothing(Object typed) {
        return typed instanceof List<?> list && list.isEmpty();
    }

    /** What a list is kept as: JSON, which Tasklist shows again. */
    private static Object kept(Object typed) {
        return typed instanceof List<?> list
                ? SpinValues.jsonValue(Spin.JSON(list)).create()
                : typed;
    }

    private String choices(Form.Field field) {
        Set<String> options = options(field);
        return options.isEmpty() ? "" : ": one of " + String.join(", ", options);
    }

    private Set<String> options(Form.Field field) {
        return field.optionsVariable()
                .map(variable -> offered.getOrDefault(variable, Set.of()))
                .orElseGet(field::options);
    }

    /** The fields that nobody is asked, the other answers being what they are: what is entered there counts for nothing. */
    private Set<Form.Field> hiddenBy(Form form, Map<String, Object> answers) {
        Map<String, Object> asEntered = new HashMap<>();
        form.fields().forEach(field -> {
            Object value = answers.get(field.key());
            asEntered.put(field.key(), value instanceof Boolean && !field.isCheckbox() ? value.toString() : value);
        });
        return form.components().stream()
                .filter(field -> isHidden(field, asEntered))
                .collect(Collectors.toSet());
    }

    private boolean isHidden(Form.Field field, Map<String, Object> asEntered) {
        return field.hiddenWhen()
                .map(expression -> {
                    Object hidden = feel.evaluateSimpleExpression(
                            expression, Variables.fromMap(asEntered).asVariableContext());
                    return Boolean.TRUE.equals(hidden);
                })
                .orElse(false);
    }

    private Object typed(Form.Field field, Object value) {
        return switch (field.type()) {
            case "textfield", "textarea" -> text(field, value);
            case "number" -> number(field, value);
            case "radio", "select" -> choice(field, value);
            case "checkbox" -> trueOrFalse(value);
            case "datetime" -> date(field, value);
            case "checklist", "taglist" -> several(field, value);
            default ->
                throw new IllegalArgumentException(
                        "the form asks for it in a way that is not supported (" + field.type() + ")");
        };
    }

    private String text(Form.Field field, Object value) {
        if (!(value instanceof String text)) {
            throw new IllegalArgumentException("must be text");
        }
        int longest = field.limit("maxLength").map(BigDecimal::intValue).orElse(LONGEST_TEXT);
        if (text.length() > longest) {
            throw new IllegalArgumentException("is longer than " + longest + " characters (" + text.length() + ")");
        }
        int shortest = field.limit("minLength").map(BigDecimal::intValue).orElse(0);
        if (text.length() < shortest) {
            throw new IllegalArgumentException("is shorter than " + shortest + " characters");
        }
        if (field.pattern().filter(pattern -> !text.matches(pattern)).isPresent()) {
            throw new IllegalArgumentException(
                    "does not look as it should (" + field.pattern().orElseThrow() + ")");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            throw new IllegalArgumentException("contains control characters");
        }
        words.apply(field.key(), text).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        switch (field.meaning()) {
            case "milestones" -> checkMilestones(text);
            case "violations" -> violationNumbers(text);
            case "time" -> checkTime(text);
            default -> {
                // plain text
            }
        }
        return text;
    }

    private static void checkTime(String text) {
        if (!TIME.matcher(text.strip()).matches()) {
            throw new IllegalArgumentException("must be a time of the day, such as 6:30 p.m., 10 a.m. or noon");
        }
    }

    private void checkMilestones(String text) {
        List<String> objections = Milestone.objections(text, today, today.plusYears(MOST_YEARS_AHEAD));
        if (!objections.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", objections));
        }
    }

    /** The numbers in a text like "1, 3". */
    static List<Integer> violationNumbers(String text) {
        List<Integer> numbers = new ArrayList<>();
        for (String number : text.split("[,\\s]+")) {
            if (!number.matches("\\d{1,4}")) {
                throw new IllegalArgumentException(
                        "must be numbers of violations, separated by commas, for example 1, 3");
            }
            numbers.add(Integer.valueOf(number));
        }
        return numbers;
    }

    private Object number(Form.Field field, Object value) {
        BigDecimal number;
        try {
            number = new BigDecimal(value.toString().strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a number", e);
        }
        if (number.precision() > LONGEST_NUMBER || Math.abs(number.scale()) > LONGEST_NUMBER) {
            throw new IllegalArgumentException("has too many digits");
        }
        if (number.stripTrailingZeros().scale() > field.decimalDigits()) {
            throw new IllegalArgumentException(
                    field.decimalDigits() == 0
                            ? "must be a whole number"
                            : "has more than " + field.decimalDigits() + " decimals");
        }
        field.limit("min").filter(least -> number.compareTo(least) < 0).ifPresent(least -> {
            throw new IllegalArgumentException("must be at least " + least.toPlainString());
        });
        field.limit("max").filter(most -> number.compareTo(most) > 0).ifPresent(most -> {
            throw new IllegalArgumentException("must be at most " + most.toPlainString());
        });
        if (field.decimalDigits() == 0) {
            // 3000.0 is three thousand, whichever way it is written
            return value instanceof String ? number.toBigInteger().toString() : whole(number.longValue());
        }
        return value instanceof String ? number.toPlainString() : value;
    }

    private static Number whole(long number) {
        return number == (int) number ? (Number) (int) number : (Number) number;
    }

    private Object choice(Form.Field field, Object value) {
        if (field.meaning().equals("boolean")) {
            return trueOrFalse(value);
        }
        if (field.meaning().equals("date")) {
            // What is offered are days; another one may be given as well
            return date(field, value);
        }
        if (field.meaning().equals("place")) {
            // What is offered are the usual names; the record knows others for the same place, and says which is
            // nearest
            return text(field, value);
        }
        Set<String> options = options(field);
        if (!(value instanceof String) || !options.contains(value)) {
            throw new IllegalArgumentException(
                    options.isEmpty()
                            ? "there is nothing to choose from yet"
                            : "must be one of " + String.join(", ", options));
        }
        return value;
    }

    /** The values named, in the order of the form; a list, or the JSON text of one. */
    private List<String> several(Form.Field field, Object value) {
        List<Object> named = new ArrayList<>();
        if (value instanceof Collection<?> values) {
            named.addAll(values);
        } else {
            named.addAll(list(value.toString()));
        }
        Set<String> options = options(field);
        if (named.stream().anyMatch(each -> each == null || !options.contains(each))) {
            throw new IllegalArgumentException("must be a list of some of " + String.join(", ", options));
        }
        if (Set.copyOf(named).size() < named.size()) {
            throw new IllegalArgumentException("names a value twice");
        }
        return options.stream().filter(named::contains).toList();
    }

    private static List<Object> list(String text) {
        try {
            return JSON.readValue(text, new TypeReference<List<Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("must be a list, for example [\"A\", \"B\"]", e);
        }
    }

    private static Boolean trueOrFalse(Object value) {
        if (value instanceof Boolean answer) {
            return answer;
        }
        if ("true".equals(value) || "false".equals(value)) {
            return Boolean.valueOf((String) value);
        }
        throw new IllegalArgumentException("must be true or false");
    }

    private String date(Form.Field field, Object value) {
        LocalDate day;
        try {
            day = value instanceof Date moment
                    ? moment.toInstant().atZone(EngineClock.DEPARTMENT_ZONE).toLocalDate()
                    : LocalDate.parse(value.toString());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be a date like 2027-03-01", e);
        }
        checkRange(day);
        if (field.property("latest").filter("today"::equals).isPresent() && day.isAfter(today)) {
            throw new IllegalArgumentException("is in the future; give a day up to today, " + today);
        }
        earliest.objection(field, day, today).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        return day.toString();
    }

    private void checkRange(LocalDate day) {
        LocalDate latest = today.plusYears(MOST_YEARS_AHEAD);
        if (day.isBefore(EARLIEST) || day.isAfter(latest)) {
            throw new IllegalArgumentException("must lie between " + EARLIEST + " and " + latest);
        }
    }
}
