package org.abate.desk.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Fault;

/** Reads the parameters of an address strictly: one that is not known, given twice or of the wrong form is a fault. */
final class QueryGuard {

    private final Map<String, String[]> given;
    private final List<Fault> faults = new ArrayList<>();

    QueryGuard(Map<String, String[]> given, Set<String> known) {
        this.given = given;
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                faults.add(new Fault(
                        JsonObject.shortened(name),
                        "is not known here; known are " + String.join(", ", new TreeSet<>(known))));
            } else if (values.length > 1) {
                faults.add(new Fault(name, "must be given once"));
            } else if (values[0].codePoints().anyMatch(Character::isISOControl)) {
                faults.add(new Fault(name, "must not contain control characters"));
            }
        });
    }

    /** A text; null where it is not given, or blank. */
    String text(String name) {
        String[] values = given.get(name);
        return values == null || values[0].isBlank() ? null : values[0];
    }

    int wholeNumber(String name, int ifAbsent) {
        return Optional.ofNullable(oneOf(name, "a whole number", QueryGuard::parsed))
                .orElse(ifAbsent);
    }

    /** What the text stands for; null where it is not given. */
    <T> T oneOf(String name, String expected, Function<String, Optional<T>> meaning) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        Optional<T> value = meaning.apply(text);
        if (value.isEmpty()) {
            faults.add(new Fault(name, "must be " + expected + ", not \"" + JsonObject.shortened(text) + "\""));
        }
        return value.orElse(null);
    }

    /** One of the names of an enumeration; null where it is not given. */
    <E extends Enum<E>> E oneOf(String name, Class<E> names) {
        return oneOf(name, "one of " + Arrays.toString(names.getEnumConstants()), text -> Arrays.stream(
                        names.getEnumConstants())
                .filter(each -> each.name().equals(text))
                .findFirst());
    }

    /** Adds what a check of the whole finds wrong. */
    void check(Runnable check) {
        try {
            check.run();
        } catch (CaseRefused e) {
            faults.addAll(e.faults());
        }
    }

    /** @throws CaseRefused if anything is wrong */
    void refuse() {
        if (!faults.isEmpty()) {
            throw new CaseRefused(faults.stream().distinct().toList());
        }
    }

    private static Optional<Integer> parsed(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
