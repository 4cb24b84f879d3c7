package org.abate.penalty;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The properties of a worksheet, or of an entry of it, made ready for reading once for each rule version: their places,
 * options and defaults.
 */
final class Form {

    /** The place of a property there is not. */
    static final int NOWHERE = -1;

    private final List<Property> properties = new ArrayList<>();
    private final Map<String, Property> byName = new HashMap<>();
    private final String names;

    Form(List<RuleTables.Field> fields) {
        for (RuleTables.Field field : fields) {
            Property property = new Property(properties.size(), field);
            properties.add(property);
            // As literals are, and the names in parsed JSON: so a look-up need not compare letters
            byName.put(field.name().intern(), property);
        }
        names = Words.list(fields.stream().map(RuleTables.Field::name).toList());
    }

    List<Property> properties() {
        return properties;
    }

    /** The names of the properties, for whoever used another. */
    String names() {
        return names;
    }

    int place(String name) {
        Property property = byName.get(name);
        return property == null ? NOWHERE : property.place;
    }

    /** What the rule file says of a property. What is not in the file is a fault of the file, never of a worksheet. */
    Property property(String name) {
        Property property = byName.get(name);
        if (property == null) {
            throw new IllegalStateException("The worksheet of the rule has no property " + name);
        }
        return property;
    }

    /** One property. */
    static final class Property {

        private final int place;
        private final RuleTables.Field field;
        private final Map<String, RuleTables.Row> options = new HashMap<>();
        private final Form form;
        private final Object byDefault;
        private final String defaultInWords;

        private Property(int place, RuleTables.Field field) {
            this.place = place;
            this.field = field;
            if (field.options() != null) {
                field.options().forEach(option -> options.put(option.value(), option));
            }
            form = field.fields() == null ? null : new Form(field.fields());
            byDefault = field.ifAbsent() == null ? null : byDefault(field);
            defaultInWords = field.ifAbsent() == null ? null : field.name() + ": " + defaultInWords(field);
        }

        int place() {
            return place;
        }

        RuleTables.Field field() {
            return field;
        }

        /** The option of this name; null where none is offered, or the name is null. */
        RuleTables.Row option(String name) {
            return options.get(name);
        }

        /** The properties of an entry. */
        Form form() {
            return form;
        }

        /** What is used where it is left out; null where leaving it out changes nothing. */
        Object byDefault() {
            return byDefault;
        }

        /** {@code days: 1}; null where it has no default. */
        String defaultInWords() {
            return defaultInWords;
        }

        private static Object byDefault(RuleTables.Field field) {
            String text = field.ifAbsent();
            return switch (field.kind()) {
                case FLAG -> Boolean.valueOf(text);
                case WHOLE, PERCENT -> Integer.valueOf(text);
                case MONEY -> new BigDecimal(text);
                case CHOICES, NUMBERS, ENTRIES -> List.of();
                case CHOICE, ENTRY -> null;
                default -> throw new IllegalStateException(field.name() + " cannot have a default");
            };
        }

        private static String defaultInWords(RuleTables.Field field) {
            String text = field.ifAbsent();
            return switch (field.kind()) {
                case FLAG -> Boolean.parseBoolean(text) ? "yes" : "no";
                case PERCENT -> text + " %";
                case MONEY -> Dollars.words(new BigDecimal(text));
                default -> text;
            };
        }
    }
}
