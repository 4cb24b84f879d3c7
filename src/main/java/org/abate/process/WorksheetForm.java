package org.abate.process;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.abate.casefile.Fault;
import org.abate.penalty.RuleTables;

/**
 * How forms ask for what a rule's worksheet takes, the same way for every rule. A form's keys are flat:
 *
 * <ul>
 *   <li>a property goes by its own name: {@code days};
 *   <li>one of an entry by both names: {@code facility.type} is {@code facilityType};
 *   <li>of a list whose entries have a kind, there is at most one of each: the amount of the adjustment {@code GOOD_FAITH}
 *       is {@code goodFaithAmount}, and where a kind only decreases the penalty it is what is taken off.
 * </ul>
 */
final class WorksheetForm {

    /** What the record knows about a case; no form asks for it. */
    static final Set<String> FROM_RECORD = Set.of("violationDate", "ccpSought", "discoveredOn", "assessedOn");

    private static final String VIOLATIONS = "violations";
    private static final String KIND = "kind";
    private static final String AMOUNT = "amount";

    private final List<RuleTables.Field> fields;

    private WorksheetForm(Stream<RuleTables.Field> fields) {
        this.fields = fields.toList();
    }

    /** What the worksheet of one violation asks. */
    static WorksheetForm ofViolation(RuleTables rule) {
        return new WorksheetForm(rule.worksheet().stream()
                .filter(field -> field.name().equals(VIOLATIONS))
                .flatMap(field -> field.fields().stream()));
    }

    /** What the calculation of the case asks. */
    static WorksheetForm ofCase(RuleTables rule) {
        return new WorksheetForm(rule.worksheet().stream()
                .filter(field -> !field.name().equals(VIOLATIONS) && !FROM_RECORD.contains(field.name())));
    }

    /** Only what no worksheet can do without. */
    WorksheetForm required() {
        return new WorksheetForm(fields.stream().filter(field -> !field.mayBeLeftOut()));
    }

    /**
     * What is asked, one question for each key.
     *
     * @param path where the answer belongs in the worksheet; an entry of a list goes by its kind
     * @param kind the kind of the list's entry that it is a part of; null elsewhere
     * @param when the key and the answers on which the question depends; null where it is always asked
     */
    record Question(String key, String path, RuleTables.Field field, RuleTables.Row kind, RuleTables.When when) {

        /** Whether it asks for how much one kind of entry comes to: answering it begins the entry. */
        boolean isAmountOfKind() {
            return kind != null && field.name().equals(AMOUNT);
        }

        /** Whether the amount asked for is the opposite of what the rule takes: its kind only decreases the penalty. */
        boolean isTakenOff() {
            return isAmountOfKind() && kind.high() != null && kind.high().signum() == 0;
        }
    }

    List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (RuleTables.Field field : fields) {
            switch (field.kind()) {
                case ENTRY -> field.fields().forEach(part -> questions.add(part(field, part)));
                case ENTRIES -> kinds(field).forEach(kind -> ofKind(field, kind).forEach(questions::add));
                default -> questions.add(new Question(field.name(), field.name(), field, null, field.when()));
            }
        }
        return questions;
    }

    private static Question part(RuleTables.Field entry, RuleTables.Field part) {
        RuleTables.When when = part.when();
        return new Question(
                key(entry.name(), part.name()),
                entry.name() + "." + part.name(),
                part,
                null,
                when == null ? null : new RuleTables.When(key(entry.name(), when.field()), when.values()));
    }

    private static List<RuleTables.Row> kinds(RuleTables.Field list) {
        return list.fields().stream()
                .filter(part -> part.name().equals(KIND))
                .findFirst()
                .map(RuleTables.Field::options)
                .orElseThrow(() -> new IllegalStateException(list.name() + " has no kinds to ask for"));
    }

    private static Stream<Question> ofKind(RuleTables.Field list, RuleTables.Row kind) {
        return list.fields().stream()
                .filter(part -> !part.name().equals(KIND))
                .filter(part -> part.when() == null || part.when().values().contains(kind.value()))
                .map(part -> new Question(
                        key(camel(kind.value()), part.name()),
                        list.name() + "[" + kind.value() + "]." + part.name(),
                        part,
                        kind,
                        null));
    }

    /**
     * What was answered, as the rule takes it.
     *
     * @param json the properties of the worksheet
     * @param keys the form's key of each place in it, for what the rule finds wrong there
     */
    record Filled(ObjectNode json, Map<String, String> keys) {

        /** The key of the field that asks for a place in the worksheet, or for the first of its parts. */
        private Optional<String> key(String path) {
            for (String place = path; !place.isEmpty(); place = place.substring(0, outer(place))) {
                if (keys.containsKey(place)) {
                    return Optional.of(keys.get(place));
                }
            }
            return Optional.empty();
        }

        /** A fault of the worksheet, at the field of the form that it is about. */
        Fault fault(String place, String message) {
            return new Fault(key(place).orElse(place), message);
        }

        private static int outer(String path) {
            return Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('[')));
        }
    }

    /** @param answers the text of an answer by its key; of a list, its JSON */
    Filled fill(Function<String, Optional<String>> answers) {
        Filled filled = new Filled(JsonNodeFactory.instance.objectNode(), new LinkedHashMap<>());
        for (RuleTables.Field field : fields) {
            switch (field.kind()) {
                case ENTRY -> fillEntry(field, answers, filled);
                case ENTRIES -> fillList(field, answers, filled);
                default -> {
                    filled.keys().put(field.name(), field.name());
                    WorksheetValue.put(filled.json(), field, answers.apply(field.name()), false);
                }
            }
        }
        return filled;
    }

    private static void fillEntry(RuleTables.Field entry, Function<String, Optional<String>> answers, Filled filled) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (RuleTables.Field part : entry.fields()) {
            String key = key(entry.name(), part.name());
            filled.keys().putIfAbsent(entry.name(), key);
            filled.keys().put(entry.name() + "." + part.name(), key);
            WorksheetValue.put(json, part, answers.apply(key), false);
        }
        if (!entry.mayBeLeftOut() || !json.isEmpty()) {
            filled.json().set(entry.name(), json);
        }
    }

    private static void fillList(RuleTables.Field list, Function<String, Optional<String>> answers, Filled filled) {
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        for (RuleTables.Row kind : kinds(list)) {
            List<Question> questions = ofKind(list, kind).toList();
            filled.keys().putIfAbsent(list.name(), questions.get(0).key());
            Optional<String> amount = answers.apply(key(camel(kind.value()), AMOUNT));
            if (amount.filter(text -> new BigDecimal(text).signum() != 0).isPresent()) {
                ObjectNode json = JsonNodeFactory.instance.objectNode().put(KIND, kind.value());
                for (Question question : questions) {
                    String name = question.field().name();
                    filled.keys().put(list.name() + "[" + entries.size() + "]." + name, question.key());
                    WorksheetValue.put(json, question.field(), answers.apply(question.key()), question.isTakenOff());
                }
                entries.add(json);
            }
        }
        if (!entries.isEmpty()) {
            filled.json().set(list.name(), entries);
        }
    }

    /** {@code GOOD_FAITH} as a key: {@code goodFaith}. */
    private static String camel(String kind) {
        StringBuilder key = new StringBuilder();
        for (String word : kind.toLowerCase(Locale.ROOT).split("_")) {
            key.append(key.isEmpty() ? word : capitalized(word));
        }
        return key.toString();
    }

    private static String key(String outer, String inner) {
        return outer + capitalized(inner);
    }

    private static String capitalized(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
