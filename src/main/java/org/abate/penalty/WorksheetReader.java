package org.abate.penalty;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a worksheet strictly by the fields of its rule: what is missing, unknown, of the wrong type or out of range is a
 * fault with its path; nothing is taken silently.
 */
final class WorksheetReader {

    static final String WORKSHEET = "worksheet";

    private final Faults faults;

    WorksheetReader(Faults faults) {
        this.faults = faults;
    }

    Answers read(List<RuleTables.Field> fields, JsonNode worksheet) {
        return entry("", fields, worksheet);
    }

    private Answers entry(String path, List<RuleTables.Field> fields, JsonNode object) {
        Answers answers = new Answers(path);
        int before = faults.count();
        read(answers, path, fields, object);
        if (faults.count() > before) {
            answers.atFault();
        }
        return answers;
    }

    private void read(Answers answers, String path, List<RuleTables.Field> fields, JsonNode object) {
        if (object == null || !object.isObject()) {
            faults.add(path.isEmpty() ? WORKSHEET : path, "must be a JSON object");
            return;
        }
        refuseUnknown(answers, fields, object);
        for (RuleTables.Field field : fields) {
            JsonNode given = object.get(field.name());
            if (given != null) {
                answered(answers, field, given);
                refuseForeign(answers, field);
            } else if (belongs(answers, field.when())) {
                leftOut(answers, field);
            }
        }
    }

    /** Whether a property belongs here for sure: the property beside it says so. */
    private static boolean belongs(Answers answers, RuleTables.When when) {
        return when == null || when.values().stream().anyMatch(value -> answers.says(when.field(), value));
    }

    private void refuseForeign(Answers answers, RuleTables.Field field) {
        RuleTables.When when = field.when();
        boolean undecided = when != null && answers.given(when.field()) && !answers.has(when.field());
        if (!belongs(answers, when) && !undecided) {
            faults.add(
                    answers.path(field.name()),
                    "belongs to a worksheet only where " + when.field() + " is " + String.join(" or ", when.values()));
        }
    }

    private void refuseUnknown(Answers answers, List<RuleTables.Field> fields, JsonNode object) {
        Set<String> known = fields.stream().map(RuleTables.Field::name).collect(Collectors.toSet());
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                faults.add(
                        answers.path(Words.shortened(name)),
                        "is unknown; known here are "
                                + Words.list(fields.stream()
                                        .map(RuleTables.Field::name)
                                        .toList()));
            }
        }
    }

    private void leftOut(Answers answers, RuleTables.Field field) {
        if (field.ifAbsent() != null) {
            ofDefault(answers, field);
        } else if (!field.optional()) {
            faults.add(answers.path(field.name()), "is required: " + expected(field));
        }
    }

    private static void ofDefault(Answers answers, RuleTables.Field field) {
        String text = field.ifAbsent();
        switch (field.kind()) {
            case FLAG ->
                answers.byDefault(field.name(), Boolean.valueOf(text), Boolean.parseBoolean(text) ? "yes" : "no");
            case WHOLE -> answers.byDefault(field.name(), Integer.valueOf(text), text);
            case PERCENT -> answers.byDefault(field.name(), Integer.valueOf(text), text + " %");
            case MONEY -> answers.byDefault(field.name(), new BigDecimal(text), Dollars.words(new BigDecimal(text)));
            case CHOICES, NUMBERS, ENTRIES -> answers.byDefault(field.name(), List.of(), text);
            case CHOICE, ENTRY -> answers.byDefault(field.name(), null, text);
            default -> throw new IllegalStateException(field.name() + " cannot have a default");
        }
    }

    private void answered(Answers answers, RuleTables.Field field, JsonNode given) {
        String path = answers.path(field.name());
        if (given.isNull()) {
            answers.given(field.name(), null);
            faults.add(
                    path, "must not be null: " + (field.optional() ? "leave it out or give " : "") + expected(field));
            return;
        }
        Object value =
                switch (field.kind()) {
                    case MONEY, RATE -> decimal(path, field, given);
                    case WHOLE, PERCENT -> whole(path, field, given);
                    case QUANTITY -> quantity(path, field, given);
                    case DATE -> date(path, field, given);
                    case FLAG -> flag(path, field, given);
                    case TEXT -> text(path, field, given);
                    case CHOICE -> choice(path, field, given);
                    case CHOICES, NUMBERS -> different(path, field, given);
                    case ENTRY -> entry(path, field.fields(), given);
                    case ENTRIES -> entries(path, field, given);
                };
        answers.given(field.name(), value);
    }

    private BigDecimal decimal(String path, RuleTables.Field field, JsonNode given) {
        BigDecimal value = given.isTextual() ? Literals.decimal(given.textValue(), decimals(field)) : null;
        return within(field, value) ? value : refused(path, field, given);
    }

    private Integer whole(String path, RuleTables.Field field, JsonNode given) {
        boolean fits = given.isIntegralNumber() && given.canConvertToInt();
        return fits && within(field, given.decimalValue())
                ? (Integer) given.intValue()
                : refused(path, field, wholeWords(field), given);
    }

    private BigDecimal quantity(String path, RuleTables.Field field, JsonNode given) {
        BigDecimal value = Literals.quantity(given);
        return within(field, value) ? value : refused(path, field, given);
    }

    private Object date(String path, RuleTables.Field field, JsonNode given) {
        Object value = given.isTextual() ? Literals.date(given.textValue()) : null;
        return value != null ? value : refused(path, field, given);
    }

    private Boolean flag(String path, RuleTables.Field field, JsonNode given) {
        if (!given.isBoolean()) {
            return refused(path, field, given);
        }
        if (field.mustBe() != null && field.mustBe() != given.booleanValue()) {
            faults.add(path, field.because());
        }
        return given.booleanValue();
    }

    private String text(String path, RuleTables.Field field, JsonNode given) {
        return given.isTextual()
                        && Literals.isText(given.textValue(), field.max().intValue())
                ? given.textValue()
                : refused(path, field, given);
    }

    private RuleTables.Row choice(String path, RuleTables.Field field, JsonNode given) {
        if (given.isTextual()) {
            for (RuleTables.Row option : field.options()) {
                if (option.value().equals(given.textValue())) {
                    return option;
                }
            }
        }
        return refused(path, field, "one of " + optionNames(field), given);
    }

    /** A list of options, or of whole numbers, each named once. */
    private List<Object> different(String path, RuleTables.Field field, JsonNode given) {
        if (!given.isArray() || given.size() > most(field) || given.size() < least(field)) {
            return refused(path, field, given);
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String itemPath = path + "[" + i + "]";
            Object item = field.kind() == RuleTables.Kind.CHOICES
                    ? choice(itemPath, field, given.get(i))
                    : whole(itemPath, field, given.get(i));
            if (item != null && items.contains(item)) {
                faults.add(itemPath, "is named twice");
            } else if (item != null) {
                items.add(item);
            }
        }
        return items.size() == given.size() ? items : null;
    }

    /** How many options a list must name at least. */
    private static int least(RuleTables.Field field) {
        return field.kind() == RuleTables.Kind.CHOICES && field.min() != null
                ? field.min().intValueExact()
                : 0;
    }

    /** How many items a list of different values can have at all. */
    private static int most(RuleTables.Field field) {
        return field.kind() == RuleTables.Kind.CHOICES
                ? field.options().size()
                : field.max().subtract(field.min()).intValue() + 1;
    }

    private List<Answers> entries(String path, RuleTables.Field field, JsonNode given) {
        if (!given.isArray() || !within(field, BigDecimal.valueOf(given.size()))) {
            return refused(path, field, given);
        }
        List<Answers> entries = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            entries.add(entry(path + "[" + i + "]", field.fields(), given.get(i)));
        }
        return entries;
    }

    private static boolean within(RuleTables.Field field, BigDecimal value) {
        return value != null
                && (field.min() == null || value.compareTo(field.min()) >= 0)
                && (field.max() == null || value.compareTo(field.max()) <= 0);
    }

    private <T> T refused(String path, RuleTables.Field field, JsonNode given) {
        return refused(path, field, expected(field), given);
    }

    private <T> T refused(String path, RuleTables.Field field, String expected, JsonNode given) {
        String because = field.because() == null || field.mustBe() != null ? "" : "; " + field.because();
        faults.add(path, "must be " + expected + ", not " + Literals.words(given) + because);
        return null;
    }

    private static int decimals(RuleTables.Field field) {
        return field.kind() == RuleTables.Kind.MONEY ? 2 : Literals.RATE_DECIMALS;
    }

    private static String expected(RuleTables.Field field) {
        return switch (field.kind()) {
            case MONEY -> "dollars with at most two decimals, as text such as \"1250.00\"" + limits(field);
            case RATE -> "a share as text, such as \"0.08\" for 8 %" + limits(field);
            case WHOLE, PERCENT -> wholeWords(field);
            case QUANTITY -> "a number with at most six decimals" + limits(field);
            case DATE -> "a date such as \"2026-10-01\"";
            case FLAG -> "true or false";
            case TEXT -> "a text of 1 to " + Words.number(field.max()) + " characters without control characters";
            case CHOICE -> "one of " + optionNames(field);
            case CHOICES -> "a list of " + (least(field) > 0 ? "at least one" : "any") + " of " + optionNames(field);
            case NUMBERS -> "a list of whole numbers, each at most once," + limits(field);
            case ENTRY -> "a JSON object";
            case ENTRIES -> "a list of " + Words.number(field.min()) + " to " + Words.number(field.max()) + " entries";
        };
    }

    private static String wholeWords(RuleTables.Field field) {
        return "a whole number" + (field.kind() == RuleTables.Kind.PERCENT ? " of percent" : "") + limits(field);
    }

    private static String optionNames(RuleTables.Field field) {
        return Words.list(field.options().stream().map(RuleTables.Row::value).toList());
    }

    private static String limits(RuleTables.Field field) {
        if (field.min() == null) {
            return field.max() == null ? "" : ", at most " + Words.number(field.max());
        }
        return field.max() == null
                ? ", at least " + Words.number(field.min())
                : " from " + Words.number(field.min()) + " to " + Words.number(field.max());
    }
}
