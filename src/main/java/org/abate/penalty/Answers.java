package org.abate.penalty;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.StringJoiner;

/**
 * What was answered on a worksheet, or on one entry of it: read, typed and in range. A property that was left out
 * without a default, or that was at fault, is absent; {@link #has} tells.
 */
final class Answers {

    private static final int NOT_IN_A_LIST = -1;

    private final Form form;
    private final Answers around;
    private final String name;
    private final int index;
    private final Object[] values;
    private final boolean[] given;
    private StringJoiner defaults;
    private boolean sound = true;

    private Answers(Form form, Answers around, String name, int index) {
        this.form = form;
        this.around = around;
        this.name = name;
        this.index = index;
        values = new Object[form.properties().size()];
        given = new boolean[values.length];
    }

    static Answers ofWorksheet(Form form) {
        return new Answers(form, null, "", NOT_IN_A_LIST);
    }

    /** The answers of the one entry that a property has. */
    Answers entryOf(Form.Property property) {
        return new Answers(property.form(), this, property.field().name(), NOT_IN_A_LIST);
    }

    /** The answers of one entry of a list. */
    Answers entryOf(Form.Property property, int position) {
        return new Answers(property.form(), this, property.field().name(), position);
    }

    /** The path of a property of this entry, as {@code violations[0].days}. */
    String path(String property) {
        return around == null ? property : path() + "." + property;
    }

    /** The path of this entry; empty for the worksheet itself. */
    String path() {
        if (around == null) {
            return "";
        }
        return around.path(name) + (index == NOT_IN_A_LIST ? "" : "[" + index + "]");
    }

    void given(Form.Property property, Object value) {
        given[property.place()] = true;
        values[property.place()] = value;
    }

    void byDefault(Form.Property property) {
        values[property.place()] = property.byDefault();
        if (defaults == null) {
            defaults = new StringJoiner("; ");
        }
        defaults.add(property.defaultInWords());
    }

    /** The properties left out, with what is used instead, in words; null where there are none. */
    String defaults() {
        return defaults == null ? null : defaults.toString();
    }

    boolean has(String property) {
        return value(property) != null;
    }

    void atFault() {
        sound = false;
    }

    /** Whether every answer of this entry could be read and is in range. */
    boolean isSound() {
        return sound;
    }

    /** Whether the worksheet itself has the property, whatever it says. */
    boolean given(String property) {
        int place = form.place(property);
        return place != Form.NOWHERE && given[place];
    }

    /** True where the answer is yes; false where it is no or absent. */
    boolean flag(String property) {
        return Boolean.TRUE.equals(value(property));
    }

    /** Money, a rate or a quantity. */
    BigDecimal number(String property) {
        return (BigDecimal) required(property);
    }

    int whole(String property) {
        return (Integer) required(property);
    }

    LocalDate date(String property) {
        return (LocalDate) required(property);
    }

    String text(String property) {
        return (String) required(property);
    }

    RuleTables.Row choice(String property) {
        return (RuleTables.Row) required(property);
    }

    /** Whether the answer is this option, or {@code true}. */
    boolean says(String property, String answer) {
        Object value = value(property);
        return answer.equals(value instanceof RuleTables.Row row ? row.value() : String.valueOf(value));
    }

    /** What the rule file says of a property. */
    RuleTables.Field field(String property) {
        return form.property(property).field();
    }

    /** An option that a property offers, chosen or not. */
    RuleTables.Row option(String property, String value) {
        return form.property(property).option(value);
    }

    Answers entry(String property) {
        return (Answers) required(property);
    }

    /** The options chosen; empty where absent. */
    List<RuleTables.Row> choices(String property) {
        return list(property);
    }

    List<Integer> numbers(String property) {
        return list(property);
    }

    /** The entries of a list; empty where absent. */
    List<Answers> entries(String property) {
        return list(property);
    }

    private Object value(String property) {
        int place = form.place(property);
        return place == Form.NOWHERE ? null : values[place];
    }

    private Object required(String property) {
        Object value = value(property);
        if (value == null) {
            throw new IllegalStateException("The worksheet has no " + path(property));
        }
        return value;
    }

    /** The reader puts in lists of what the property's kind says. */
    @SuppressWarnings("unchecked")
    private <T> List<T> list(String property) {
        return value(property) instanceof List<?> list ? (List<T>) list : List.of();
    }
}
