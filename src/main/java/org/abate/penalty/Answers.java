package org.abate.penalty;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was answered on a worksheet, or on one entry of it: read, typed and in range. A property that was left out
 * without a default, or that was at fault, is absent; {@link #has} tells.
 */
final class Answers {

    private final String path;
    private final Map<String, Object> values = new HashMap<>();
    private final Set<String> given = new HashSet<>();
    private final List<String> defaults = new ArrayList<>();
    private boolean sound = true;

    Answers(String path) {
        this.path = path;
    }

    /** The path of a property of this entry, as {@code violations[0].days}. */
    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    void given(String name, Object value) {
        given.add(name);
        if (value != null) {
            values.put(name, value);
        }
    }

    /** What is used where a property was left out; null where it then has no effect. */
    void byDefault(String name, Object value, String words) {
        if (value != null) {
            values.put(name, value);
        }
        defaults.add(name + ": " + words);
    }

    /** The properties left out, with what is used instead, in words. */
    List<String> defaults() {
        return defaults;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    void atFault() {
        sound = false;
    }

    /** Whether every answer of this entry could be read and is in range. */
    boolean isSound() {
        return sound;
    }

    /** Whether the worksheet itself has the property, whatever it says. */
    boolean given(String name) {
        return given.contains(name);
    }

    /** True where the answer is yes; false where it is no or absent. */
    boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /** Money, a rate or a quantity. */
    BigDecimal number(String name) {
        return value(BigDecimal.class, name);
    }

    int whole(String name) {
        return value(Integer.class, name);
    }

    LocalDate date(String name) {
        return value(LocalDate.class, name);
    }

    String text(String name) {
        return value(String.class, name);
    }

    RuleTables.Row choice(String name) {
        return value(RuleTables.Row.class, name);
    }

    /** Whether the answer is this option, or {@code true}. */
    boolean says(String name, String answer) {
        Object value = values.get(name);
        return answer.equals(value instanceof RuleTables.Row row ? row.value() : String.valueOf(value));
    }

    Answers entry(String name) {
        return value(Answers.class, name);
    }

    /** The options chosen; empty where absent. */
    List<RuleTables.Row> choices(String name) {
        return list(RuleTables.Row.class, name);
    }

    List<Integer> numbers(String name) {
        return list(Integer.class, name);
    }

    /** The entries of a list; empty where absent. */
    List<Answers> entries(String name) {
        return list(Answers.class, name);
    }

    private <T> T value(Class<T> type, String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("The worksheet has no " + path(name));
        }
        return type.cast(value);
    }

    private <T> List<T> list(Class<T> type, String name) {
        List<T> items = new ArrayList<>();
        if (values.get(name) instanceof List<?> list) {
            list.forEach(item -> items.add(type.cast(item)));
        }
        return items;
    }
}
