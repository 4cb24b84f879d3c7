package org.abate.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A Camunda Form as the manager has drawn it: the one place that says what a person is asked, and so what is accepted.
 */
record Form(String id, List<Field> components) {

    /** Where there is no form nothing is asked, and nothing is taken. */
    static final Form NOTHING = new Form("", List.of());

    static Form parse(JsonNode form) {
        return new Form(
                form.path("id").asText(),
                StreamSupport.stream(form.path("components").spliterator(), false)
                        .map(Field::new)
                        .toList());
    }

    /** The components that take input. */
    List<Field> fields() {
        return components.stream().filter(Field::isAsked).toList();
    }

    /** The form without what is answered elsewhere. */
    Form without(Set<String> keys) {
        return new Form(
                id,
                components.stream().filter(field -> !keys.contains(field.key())).toList());
    }

    Set<String> keys() {
        return fields().stream().map(Field::key).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The field with this name. */
    Optional<Field> field(String key) {
        return fields().stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /** A component of the form; most take input. */
    record Field(JsonNode component) {

        /** Whether it takes input; a text or a line does not. */
        boolean isAsked() {
            return component.hasNonNull("key");
        }

        /** What a text of the form says; empty for anything else. */
        String text() {
            return component.path("text").asText("");
        }

        String key() {
            return component.path("key").asText();
        }

        String type() {
            return component.path("type").asText();
        }

        boolean isCheckbox() {
            return type().equals("checkbox");
        }

        boolean isAnsweredByTrueOrFalse() {
            return isCheckbox() || meaning().equals("boolean");
        }

        String label() {
            return component
                    .path(component.hasNonNull("dateLabel") ? "dateLabel" : "label")
                    .asText(key());
        }

        /** What helps to answer; null where there is nothing. */
        String help() {
            return component.path("description").textValue();
        }

        /** The answer it is shown with before there is one; empty where there is none. */
        String preset() {
            return component.path("defaultValue").asText("");
        }

        boolean required() {
            return component.path("validate").path("required").asBoolean();
        }

        /** The FEEL expression that hides the field, without the leading equals sign. */
        Optional<String> hiddenWhen() {
            return Optional.of(component.path("conditional").path("hide").asText(""))
                    .filter(text -> !text.isBlank())
                    .map(text -> text.startsWith("=") ? text.substring(1) : text);
        }

        /** A custom property that says more of the field than its type does: boolean, date, milestones, violations. */
        String meaning() {
            return property("type").orElse("");
        }

        Optional<String> property(String name) {
            return Optional.ofNullable(component.path("properties").path(name).textValue());
        }

        /** The values to choose from; empty where a variable offers them. */
        Set<String> options() {
            return StreamSupport.stream(component.path("values").spliterator(), false)
                    .map(option -> option.path("value").asText())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        /** The values that an answer can have; empty where it may be any. */
        Optional<Set<String>> answers() {
            if (isAnsweredByTrueOrFalse()) {
                return Optional.of(Set.of("true", "false"));
            }
            return Optional.of(options())
                    .filter(options ->
                            !options.isEmpty() && Set.of("radio", "select").contains(type()));
        }

        /** A value to choose from in the words of the form. */
        String words(String value) {
            return StreamSupport.stream(component.path("values").spliterator(), false)
                    .filter(option -> option.path("value").asText().equals(value))
                    .map(option -> option.path("label").asText(value))
                    .findFirst()
                    .orElse(value);
        }

        /** The variable that offers the values to choose from. */
        Optional<String> optionsVariable() {
            return Optional.ofNullable(component.path("valuesKey").textValue());
        }

        Optional<BigDecimal> limit(String name) {
            return Optional.of(component.path("validate").path(name))
                    .filter(JsonNode::isNumber)
                    .map(JsonNode::decimalValue);
        }

        /** What a text must look like. */
        Optional<String> pattern() {
            return Optional.of(component.path("validate").path("pattern").asText(""))
                    .filter(text -> !text.isEmpty());
        }

        int decimalDigits() {
            return component.path("decimalDigits").asInt(Integer.MAX_VALUE);
        }
    }
}
