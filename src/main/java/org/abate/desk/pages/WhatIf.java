package org.abate.desk.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.abate.penalty.Fault;
import org.abate.penalty.RuleTables;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A worksheet as a form: built from the fields of the rule's own file, filled in with what was typed. Inputs are named by
 * the path of their property; an entry of a list is marked by an input of its own name ({@code violations[0]}), so that an
 * empty one counts too.
 */
final class WhatIf {

    /** A form with more is no form any more; the REST interface takes what the rule allows. */
    static final int MOST_ENTRIES = 20;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern ADD = Pattern.compile("add:([A-Za-z.\\[\\]0-9]{1,100})");
    private static final Pattern REMOVE = Pattern.compile("remove:([A-Za-z.\\[\\]0-9]{1,100})\\[(\\d{1,2})]");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,10})?");

    private final RuleTables rule;
    private final MultiValueMap<String, String> typed;

    WhatIf(RuleTables rule, MultiValueMap<String, String> typed) {
        this.rule = rule;
        this.typed = typed;
    }

    /** A form that is filled in with a worksheet. */
    static WhatIf of(RuleTables rule, JsonNode worksheet) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        worksheet.properties().forEach(property -> fill(typed, property.getKey(), property.getValue()));
        return new WhatIf(rule, typed);
    }

    private static void fill(MultiValueMap<String, String> typed, String name, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(property -> fill(typed, name + "." + property.getKey(), property.getValue()));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                if (value.get(i).isObject()) {
                    typed.add(name + "[" + i + "]", "");
                    fill(typed, name + "[" + i + "]", value.get(i));
                } else {
                    typed.add(name, value.get(i).asText());
                }
            }
        } else {
            typed.add(name, value.asText());
        }
    }

    /** With one entry more, or one less: {@code add:violations}, {@code remove:violations[1]}. */
    WhatIf changed(String change) {
        Matcher less = REMOVE.matcher(change);
        Matcher more = ADD.matcher(change);
        MultiValueMap<String, String> left = new LinkedMultiValueMap<>();
        if (less.matches()) {
            remove(less.group(1), Integer.parseInt(less.group(2)), left);
        } else {
            left.addAll(typed);
        }
        if (more.matches()) {
            left.set(more.group(1) + "[" + size(more.group(1)) + "]", "");
        }
        return new WhatIf(rule, left);
    }

    /** Those after it move up. */
    private void remove(String list, int index, MultiValueMap<String, String> left) {
        Pattern entry = Pattern.compile(Pattern.quote(list) + "\\[(\\d{1,2})](.*)");
        typed.forEach((name, values) -> {
            Matcher matcher = entry.matcher(name);
            int at = matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
            if (at < index) {
                left.addAll(name, values);
            } else if (at > index) {
                left.addAll(list + "[" + (at - 1) + "]" + matcher.group(2), values);
            }
        });
    }

    /** The names of the questions that are there only because of an answer beside them, as the form shows them. */
    List<String> conditional() {
        List<String> names = new ArrayList<>();
        conditional(questions(List.of(), false), names);
        return names;
    }

    private static void conditional(List<Question> questions, List<String> names) {
        for (Question question : questions) {
            if (question.field().when() != null) {
                names.add(question.name());
            }
            question.parts().forEach(part -> conditional(part.questions(), names));
        }
    }

    /**
     * The form's questions.
     *
     * @param faults what the rule refuses
     * @param all whether what was left empty is a fault to be shown already
     */
    List<Question> questions(List<Fault> faults, boolean all) {
        return questions("", rule.worksheet(), byName(faults), all);
    }

    private List<Question> questions(
            String path, List<RuleTables.Field> fields, Map<String, List<Fault>> faults, boolean all) {
        List<Question> questions = new ArrayList<>();
        for (RuleTables.Field field : fields) {
            if (belongs(path, field)) {
                questions.add(question(path + field.name(), field, faults, all));
            }
        }
        return questions;
    }

    private Question question(String name, RuleTables.Field field, Map<String, List<Fault>> faults, boolean all) {
        List<Question.Part> parts = new ArrayList<>();
        if (field.kind() == RuleTables.Kind.ENTRY) {
            parts.add(new Question.Part(name, 1, questions(name + ".", field.fields(), faults, all)));
        }
        if (field.kind() == RuleTables.Kind.ENTRIES) {
            for (int i = 0; i < entries(name, field); i++) {
                String entry = name + "[" + i + "]";
                parts.add(new Question.Part(entry, i + 1, questions(entry + ".", field.fields(), faults, all)));
            }
        }
        boolean toBeShown = all || !isBlank(name);
        return new Question(
                field,
                name,
                typed.getOrDefault(name, List.of()),
                toBeShown ? fault(name, faults) : null,
                rule.citation().equals(field.citation()) ? null : field.citation(),
                parts);
    }

    private boolean belongs(String path, RuleTables.Field field) {
        return field.when() == null
                || typed.getOrDefault(path + field.when().field(), List.of()).stream()
                        .anyMatch(field.when().values()::contains);
    }

    private int entries(String list, RuleTables.Field field) {
        int least = field.mayBeLeftOut() ? 0 : field.min().intValue();
        return Math.min(MOST_ENTRIES, Math.max(least, size(list)));
    }

    private int size(String list) {
        int size = 0;
        while (typed.containsKey(list + "[" + size + "]")) {
            size++;
        }
        return size;
    }

    /** Whether a question was left without an answer. */
    boolean isBlank(String name) {
        return typed.getOrDefault(name, List.of()).stream().allMatch(String::isBlank);
    }

    /** The worksheet the form stands for; what cannot be read as the rule wants it stays as it was typed. */
    ObjectNode worksheet() {
        return entry("", rule.worksheet());
    }

    private ObjectNode entry(String path, List<RuleTables.Field> fields) {
        ObjectNode object = JSON.objectNode();
        for (RuleTables.Field field : fields) {
            JsonNode value = belongs(path, field) ? value(path + field.name(), field) : null;
            if (value != null) {
                object.set(field.name(), value);
            }
        }
        return object;
    }

    private JsonNode value(String name, RuleTables.Field field) {
        boolean leftOut = isBlank(name);
        return switch (field.kind()) {
            case ENTRY -> entryOrNothing(name, field);
            case ENTRIES -> list(name, field);
            case CHOICES, NUMBERS -> leftOut && field.ifAbsent() != null ? null : chosen(name, field);
            default -> leftOut ? null : answer(typed.getFirst(name).strip(), field);
        };
    }

    private JsonNode entryOrNothing(String name, RuleTables.Field field) {
        boolean empty = typed.entrySet().stream()
                .noneMatch(each -> each.getKey().startsWith(name + ".")
                        && each.getValue().stream().anyMatch(value -> !value.isBlank()));
        return empty && field.mayBeLeftOut() ? null : entry(name + ".", field.fields());
    }

    private JsonNode list(String name, RuleTables.Field field) {
        int size = entries(name, field);
        if (size == 0 && field.mayBeLeftOut()) {
            return null;
        }
        ArrayNode list = JSON.arrayNode();
        for (int i = 0; i < size; i++) {
            list.add(entry(name + "[" + i + "].", field.fields()));
        }
        return list;
    }

    private ArrayNode chosen(String name, RuleTables.Field field) {
        ArrayNode chosen = JSON.arrayNode();
        for (String value : typed.getOrDefault(name, List.of())) {
            if (!value.isBlank()) {
                chosen.add(field.kind() == RuleTables.Kind.NUMBERS ? number(value, WHOLE) : JSON.textNode(value));
            }
        }
        return chosen;
    }

    private static JsonNode answer(String text, RuleTables.Field field) {
        return switch (field.kind()) {
            case MONEY, RATE -> JSON.textNode(plain(text));
            case WHOLE, PERCENT -> number(plain(text), WHOLE);
            case QUANTITY -> number(plain(text), DECIMAL);
            case FLAG ->
                text.equals("true") || text.equals("false")
                        ? JSON.booleanNode(text.equals("true"))
                        : JSON.textNode(text);
            default -> JSON.textNode(text);
        };
    }

    /** {@code $1,250.00} as {@code 1250.00}; what is no number stays as it was typed. */
    private static String plain(String text) {
        String plain = text.replace('\u2212', '-').replaceAll("[$,\\s]", "");
        return DECIMAL.matcher(plain).matches() ? plain : text;
    }

    private static JsonNode number(String text, Pattern pattern) {
        if (!pattern.matcher(text).matches()) {
            return JSON.textNode(text);
        }
        return pattern == WHOLE ? JSON.numberNode(Integer.parseInt(text)) : JSON.numberNode(new BigDecimal(text));
    }

    /** The faults by the name of their question; a fault of one option belongs to the question that offers it. */
    private static Map<String, List<Fault>> byName(List<Fault> faults) {
        return faults.stream().collect(Collectors.groupingBy(fault -> question(fault.field())));
    }

    /** {@code effects[1]} is about {@code effects}. */
    private static String question(String path) {
        return path.endsWith("]") ? path.substring(0, path.lastIndexOf('[')) : path;
    }

    private String fault(String name, Map<String, List<Fault>> faults) {
        String found = faults.getOrDefault(name, List.of()).stream()
                .map(fault -> sentence(name, fault))
                .collect(Collectors.joining("; "));
        return found.isEmpty() ? null : found;
    }

    /** A fault in words for a form: where nothing was answered yet, that is what there is to say. */
    private String sentence(String name, Fault fault) {
        boolean unanswered = fault.message().startsWith("is required: ")
                || fault.message().startsWith("must be a list of at least one");
        return unanswered && isBlank(name) ? "is needed" : fault.message();
    }

    /**
     * One thing that is wrong.
     *
     * @param id the id of the input it is about; null for the worksheet as a whole
     * @param missing whether nothing was answered there yet
     */
    record Finding(String id, String label, String message, boolean missing) {}

    /** What is wrong, in the order of the form. */
    List<Finding> findings(List<Fault> faults) {
        Map<String, Question> byName = new LinkedHashMap<>();
        Map<String, String> labels = new LinkedHashMap<>();
        walk("", questions(List.of(), false), (label, question) -> {
            byName.put(question.name(), question);
            labels.put(question.name(), label);
        });
        List<Finding> findings = new ArrayList<>();
        for (Fault fault : faults) {
            String name = question(fault.field());
            Question question = byName.get(name);
            findings.add(
                    question == null
                            ? new Finding(null, fault.field(), fault.message(), false)
                            : new Finding(question.id(), labels.get(name), sentence(name, fault), isBlank(name)));
        }
        return findings;
    }

    /** One answer, in words. */
    record Answered(String label, String answer) {}

    /** What was answered, by the labels of the questions: what the printed page shows of the form. */
    List<Answered> answers() {
        List<Answered> answers = new ArrayList<>();
        walk("", questions(List.of(), false), (label, question) -> {
            if (question.parts().isEmpty() && !isBlank(question.name())) {
                answers.add(new Answered(label, question.answer()));
            }
        });
        return answers;
    }

    /** Visits every question of the form with its label: "Violations 1, facility: size". */
    private static void walk(String heading, List<Question> questions, BiConsumer<String, Question> visitor) {
        for (Question question : questions) {
            visitor.accept(heading + question.field().label(), question);
            for (Question.Part part : question.parts()) {
                walk(heading + question.titleOf(part) + ": ", part.questions(), visitor);
            }
        }
    }
}
