package org.abate.desk.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.abate.casefile.Fault;

/**
 * A form as it was filled in, and what is wrong with it. Fields are named by the path they have in the input they
 * become ({@code violations[0].citation}), so that a fault finds its field; what was typed is kept as it was typed.
 */
final class FilledForm {

    private final Map<String, String> values;
    private final List<Fault> faults;

    FilledForm(Map<String, String> values, List<Fault> faults) {
        this.values = new LinkedHashMap<>(values);
        this.faults = List.copyOf(faults);
    }

    static FilledForm of(Map<String, String> values) {
        return new FilledForm(values, List.of());
    }

    FilledForm with(List<Fault> found) {
        return new FilledForm(values, found);
    }

    /** What was typed; empty if nothing. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean is(String name, String value) {
        return value(name).equals(value);
    }

    /** What is wrong with a field, in one text; null if nothing. */
    public String fault(String name) {
        String found = faults.stream()
                .filter(fault -> fault.field().equals(name))
                .map(Fault::message)
                .collect(Collectors.joining("; "));
        return found.isEmpty() ? null : found;
    }

    public List<Fault> faults() {
        return faults;
    }

    /** How many entries a list has by the fields that were sent; at least one. */
    public int size(String list) {
        Pattern entry = Pattern.compile(Pattern.quote(list) + "\\[(\\d{1,2})].*");
        TreeSet<Integer> found = new TreeSet<>();
        for (String name : values.keySet()) {
            Matcher matcher = entry.matcher(name);
            if (matcher.matches()) {
                found.add(Integer.valueOf(matcher.group(1)));
            }
        }
        return found.isEmpty() ? 1 : found.last() + 1;
    }

    /** As it is with another text in a field. */
    FilledForm with(String name, String value) {
        FilledForm other = of(values);
        other.values.put(name, value);
        return other;
    }

    /** As it is with one more entry at the end of a list. */
    FilledForm withOneMore(String list, String field) {
        FilledForm more = of(values);
        more.values.put(list + "[" + size(list) + "]" + field, "");
        return more;
    }

    /** As it is without one entry of a list; those after it move up. */
    FilledForm without(String list, int index) {
        Pattern entry = Pattern.compile(Pattern.quote(list) + "\\[(\\d{1,2})](.*)");
        Map<String, String> left = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            Matcher matcher = entry.matcher(name);
            int at = matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
            if (at < index) {
                left.put(name, value);
            } else if (at > index) {
                left.put(list + "[" + (at - 1) + "]" + matcher.group(2), value);
            }
        });
        return of(left);
    }

    /** As it is without the entries of a list that were left empty; one stays in any case. */
    FilledForm withoutEmpty(String list) {
        FilledForm form = this;
        for (int i = form.size(list) - 1; i >= 0; i--) {
            String entry = list + "[" + i + "]";
            boolean empty = form.values.entrySet().stream()
                    .noneMatch(each ->
                            each.getKey().startsWith(entry) && !each.getValue().isBlank());
            if (empty && form.size(list) > 1) {
                form = form.without(list, i);
            }
        }
        return form;
    }

    /** What was typed without the blanks around it; null if nothing. */
    String text(String name) {
        return Optional.of(value(name).strip()).filter(text -> !text.isEmpty()).orElse(null);
    }

    /** The fields of a list, by name: {@code observedOn[0]}, {@code observedOn[1]}. */
    public List<String> entries(String list) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < size(list); i++) {
            names.add(list + "[" + i + "]");
        }
        return names;
    }
}
