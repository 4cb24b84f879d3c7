package org.abate.penalty;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

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

    Answers read(Form form, JsonNode worksheet) {
        return read(Answers.ofWorksheet(form), form, worksheet);
    }

    private Answers read(Answers answers, Form form, JsonNode object) {
        int before = faults.count();
        if (object == null || !object.isObject()) {
            String path = answers.path();
            faults.add(path.isEmpty() ? WORKSHEET : path, "must be a JSON object");
        } else {
            readProperties(answers, form, object);
        }
        if (faults.count() > before) {
            answers.atFault();
        }
        return answers;
    }

    private void readProperties(Answers answers, Form form, JsonNode object) {
        int known = 0;
        for (Form.Property property : form.properties()) {
            JsonNode given = object.get(property.field().name());
            if (given != null) {
                known++;
                answered(answers, property, given);
                refuseForeign(answers, property.field());
            } else if (belongs(answers, property.field().when())) {
                leftOut(answers, property);
            }
        }
        if (object.size() != known) {
            refuseUnknown(answers, form, object);
        }
    }

    /** Whether a property belongs here for sure: the property beside it says so. */
    private static boolean belongs(Answers answers, RuleTables.When when) {
        if (when == null) {
            return true;
        }
        for (String value : when.values()) {
            if (answers.says(when.field(), value)) {
                return true;
            }
        }
        return false;
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

    private void refuseUnknown(Answers answers, Form form, JsonNode object) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext() && !faults.isFull(); ) {
            String name = names.next();
            if (form.place(name) == Form.NOWHERE) {
                faults.add(answers.path(Words.shortened(name)), "is unknown; known here are " + form.names());
            }
        }
    }

    private void leftOut(Answers answers, Form.Property property) {
        RuleTables.Field field = property.field();
        if (field.ifAbsent() != null) {
            answers.byDefault(property);
        } else if (!field.optional()) {
            faults.add(answers.path(field.name()), "is required: " + expected(field));
        }
    }

    private void answered(Answers answers, Form.Property property, JsonNode given) {
        RuleTables.Field field = property.field();
        if (given.isNull()) {
            answers.given(property, null);
            faults.add(
                    answers.path(field.name()),
                    "must not be null: " + (field.optional() ? "leave it out or give " : "") + expected(field));
            return;
        }
        Object value =
                switch (field.kind()) {
                    case MONEY, RATE -> decimal(answers, field, given);
                    case WHOLE, PERCENT -> whole(answers, field, given);
                    case QUANTITY -> quantity(answers, field, given);
                    case DATE -> date(answers, field, given);
                    case FLAG -> flag(answers, field, given);
                    case TEXT -> text(answers, field, given);
                    case CHOICE -> choice(answers, property, given);
                    case CHOICES, NUMBERS -> different(answers, property, given);
                    case ENTRY -> read(answers.entryOf(property), property.form(), given);
                    case ENTRIES -> entries(answers, property, given);
                };
        answers.given(property, value);
    }

    private BigDecimal decimal(Answers answers, RuleTables.Field field, JsonNode given) {
        String text = given.textValue();
        BigDecimal value = text == null ? null : Literals.decimal(text, decimals(field));
        return within(field, value) ? value : refused(answers, field, given);
    }

    private Integer whole(Answers answers, RuleTables.Field field, JsonNode given) {
        return isWholeWithin(field, given) ? (Integer) given.intValue() : refused(answers, field, given);
    }

    private static boolean isWholeWithin(RuleTables.Field field, JsonNode given) {
        return given.isIntegralNumber()
                && given.canConvertToInt()
                && field.min().intValue() <= given.intValue()
                && given.intValue() <= field.max().intValue();
    }

    private BigDecimal quantity(Answers answers, RuleTables.Field field, JsonNode given) {
        BigDecimal value = Literals.quantity(given);
        return within(field, value) ? value : refused(answers, field, given);
    }

    private Object date(Answers answers, RuleTables.Field field, JsonNode given) {
        String text = given.textValue();
        Object value = text == null ? null : Literals.date(text);
        return value != null ? value : refused(answers, field, given);
    }

    private Boolean flag(Answers answers, RuleTables.Field field, JsonNode given) {
        if (!given.isBoolean()) {
            return refused(answers, field, given);
        }
        if (field.mustBe() != null && field.mustBe() != given.booleanValue()) {
            faults.add(answers.path(field.name()), field.because());
        }
        return given.booleanValue();
    }

    private String text(Answers answers, RuleTables.Field field, JsonNode given) {
        String text = given.textValue();
        return text != null && Literals.isText(text, field.max().intValue()) ? text : refused(answers, field, given);
    }

    private RuleTables.Row choice(Answers answers, Form.Property property, JsonNode given) {
        RuleTables.Row option = option(property, given);
        return option != null ? option : refused(answers, property.field(), given);
    }

    private static RuleTables.Row option(Form.Property property, JsonNode given) {
        return property.option(given.textValue());
    }

    /** A list of options, or of whole numbers, each named once. */
    private List<Object> different(Answers answers, Form.Property property, JsonNode given) {
        RuleTables.Field field = property.field();
        if (!given.isArray() || given.size() > most(field) || given.size() < least(field)) {
            return refused(answers, field, given);
        }
        List<Object> items = new ArrayList<>(given.size());
        for (int i = 0; i < given.size(); i++) {
            Object item = item(property, given.get(i));
            if (item == null) {
                refuse(answers.path(field.name()) + "[" + i + "]", field, expectedItem(field), given.get(i));
            } else if (items.contains(item)) {
                faults.add(answers.path(field.name()) + "[" + i + "]", "is named twice");
            } else {
                items.add(item);
            }
        }
        return items.size() == given.size() ? items : null;
    }

    private static Object item(Form.Property property, JsonNode given) {
        if (property.field().kind() == RuleTables.Kind.CHOICES) {
            return option(property, given);
        }
        return isWholeWithin(property.field(), given) ? given.intValue() : null;
    }

    private static String expectedItem(RuleTables.Field field) {
        return field.kind() == RuleTables.Kind.CHOICES ? "one of " + optionNames(field) : wholeWords(field);
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

    private List<Answers> entries(Answers answers, Form.Property property, JsonNode given) {
        RuleTables.Field field = property.field();
        if (!given.isArray()
                || given.size() < field.min().intValue()
                || given.size() > field.max().intValue()) {
            return refused(answers, field, given);
        }
        List<Answers> entries = new ArrayList<>(given.size());
        for (int i = 0; i < given.size(); i++) {
            entries.add(read(answers.entryOf(property, i), property.form(), given.get(i)));
        }
        return entries;
    }

    private static boolean within(RuleTables.Field field, BigDecimal value) {
        return value != null
                && (field.min() == null || value.compareTo(field.min()) >= 0)
                && (field.max() == null || value.compareTo(field.max()) <= 0);
    }

    private <T> T refused(Answers answers, RuleTables.Field field, JsonNode given) {
        return refuse(answers.path(field.name()), field, expected(field), given);
    }

    private <T> T refuse(String path, RuleTables.Field field, String expected, JsonNode given) {
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
