package org.abate.desk.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Fault;

/**
 * A JSON object that is read strictly: what has the wrong type, and every property nobody asked for, is a fault with its
 * path. What is missing, or null, is read as null; whether that is a fault is for the reader to say.
 */
final class JsonObject {

    private static final int LONGEST_ECHO = 60;

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final JsonNode node;
    private final String path;
    private final List<Fault> faults;
    private final Set<String> asked = new LinkedHashSet<>();

    private JsonObject(JsonNode node, String path, List<Fault> faults) {
        this.node = node;
        this.path = path;
        this.faults = faults;
    }

    /**
     * Reads a body.
     *
     * @param reader makes the value; asks for every property the object may have
     * @param faults takes what is wrong
     * @return null where the body is no object
     */
    static <T> T read(JsonNode body, List<Fault> faults, Function<JsonObject, T> reader) {
        return read(body, "", faults, reader);
    }

    /**
     * The value of a body.
     *
     * @param reader as above
     * @throws CaseRefused with everything that is wrong
     */
    static <T> T read(InputStream body, Function<JsonObject, T> reader) throws IOException {
        List<Fault> faults = new ArrayList<>();
        T value = read(StrictJson.read(body), faults, reader);
        if (!faults.isEmpty()) {
            throw new CaseRefused(faults);
        }
        return value;
    }

    private static <T> T read(JsonNode node, String path, List<Fault> faults, Function<JsonObject, T> reader) {
        if (!node.isObject()) {
            faults.add(new Fault(path.isEmpty() ? "body" : path, "must be an object, not " + words(node)));
            return null;
        }
        JsonObject object = new JsonObject(node, path, faults);
        T value = reader.apply(object);
        object.refuseUnknown();
        return value;
    }

    String text(String name) {
        return value(name, JsonNode::isTextual, "a text", (given, at) -> given.textValue());
    }

    /** One of the names of an enumeration. */
    <E extends Enum<E>> E oneOf(String name, Class<E> names) {
        String given = text(name);
        if (given == null) {
            return null;
        }
        List<E> all = List.of(names.getEnumConstants());
        return all.stream()
                .filter(each -> each.name().equals(given))
                .findFirst()
                .orElseGet(() -> {
                    fault(name, "must be one of " + all.stream().map(Enum::name).collect(Collectors.joining(", ")));
                    return null;
                });
    }

    Boolean flag(String name) {
        return value(name, JsonNode::isBoolean, "true or false", (given, at) -> given.booleanValue());
    }

    Long wholeNumber(String name) {
        return value(
                name,
                given -> given.isIntegralNumber() && given.canConvertToLong(),
                "a whole number",
                (given, at) -> given.longValue());
    }

    /** A whole number that is not far from what people count. */
    Integer count(String name) {
        return value(
                name,
                given -> given.isIntegralNumber() && given.canConvertToInt(),
                "a whole number",
                (given, at) -> given.intValue());
    }

    LocalDate day(String name) {
        return value(name, given -> true, "", this::day);
    }

    List<LocalDate> days(String name) {
        return list(name, this::day);
    }

    <T> T object(String name, Function<JsonObject, T> reader) {
        return value(name, given -> true, "", (given, at) -> read(given, at, faults, reader));
    }

    <T> List<T> objects(String name, Function<JsonObject, T> reader) {
        return list(name, (given, at) -> read(given, at, faults, reader));
    }

    /** An object whose properties are texts of any name. */
    Map<String, String> texts(String name) {
        return object(name, object -> {
            Map<String, String> texts = new LinkedHashMap<>();
            object.node.fieldNames().forEachRemaining(key -> texts.put(key, object.text(key)));
            return texts;
        });
    }

    /** An object with answers of any name: texts, numbers, true or false. What is null is no answer, and a fault. */
    Map<String, Object> answers(String name) {
        return object(name, object -> {
            Map<String, Object> answers = new LinkedHashMap<>();
            object.node.fieldNames().forEachRemaining(key -> {
                Object answer = object.value(key, given -> true, "", object::answer);
                if (object.isNull(key)) {
                    object.fault(key, "must be an answer, not null; leave it out where there is none");
                } else if (answer != null) {
                    answers.put(key, answer);
                }
            });
            return answers;
        });
    }

    private Object answer(JsonNode given, String at) {
        return switch (given.getNodeType()) {
            case STRING -> given.textValue();
            case BOOLEAN -> given.booleanValue();
            case NUMBER ->
                given.canConvertToExactIntegral() && given.canConvertToInt()
                        ? (Object) given.intValue()
                        : (Object) given.doubleValue();
            default -> {
                faults.add(new Fault(at, "must be a text, a number, true or false, not " + words(given)));
                yield null;
            }
        };
    }

    /** Whether the property is there, be it null. */
    boolean has(String name) {
        return node.has(name);
    }

    /** Whether the property is there and null. */
    boolean isNull(String name) {
        return node.path(name).isNull();
    }

    void fault(String name, String message) {
        faults.add(new Fault(at(name), message));
    }

    private <T> List<T> list(String name, BiFunction<JsonNode, String, T> reader) {
        return value(name, JsonNode::isArray, "a list", (given, at) -> {
            List<T> items = new ArrayList<>();
            for (int i = 0; i < given.size(); i++) {
                items.add(reader.apply(given.get(i), at + "[" + i + "]"));
            }
            return items;
        });
    }

    private <T> T value(
            String name, Predicate<JsonNode> type, String expected, BiFunction<JsonNode, String, T> reader) {
        asked.add(name);
        JsonNode given = node.get(name);
        if (given == null || given.isNull()) {
            return null;
        }
        if (!type.test(given)) {
            fault(name, "must be " + expected + ", not " + words(given));
            return null;
        }
        return reader.apply(given, at(name));
    }

    private LocalDate day(JsonNode given, String at) {
        try {
            if (given.isTextual() && DAY.matcher(given.textValue()).matches()) {
                return LocalDate.parse(given.textValue());
            }
        } catch (DateTimeException e) {
            // A day the calendar does not have; refused below
        }
        faults.add(new Fault(at, "must be a day such as \"2026-10-01\", not " + words(given)));
        return null;
    }

    private void refuseUnknown() {
        node.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                fault(shortened(name), "is not known here; known are " + String.join(", ", asked));
            }
        });
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String words(JsonNode given) {
        return switch (given.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case NULL -> "null";
            default -> shortened(given.toString());
        };
    }

    static String shortened(String text) {
        return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "…";
    }
}
