package org.abate.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.variable.Variables;

/**
 * What a form may consist of: the components whose input {@link FormCheck} can check as the form itself does, and
 * names that are not the engine's or this application's own.
 */
final class DrawnFormCheck {

    private static final Set<String> SHOWN = Set.of("text", "separator", "spacer");
    private static final Set<String> ASKED = Set.of(
            "textfield", "textarea", "number", "radio", "select", "checkbox", "checklist", "taglist", "datetime");
    private static final Set<String> CHOICES = Set.of("radio", "select", "checklist", "taglist");

    /** What the process itself keeps under these names is not for a person to enter. */
    private static final Set<String> OWN_NAMES = Set.of(
            "caseNumber",
            "office",
            "program",
            "penaltyRule",
            "preparedBy",
            "deadline",
            "caseManagers",
            "commissionMeetings",
            "hearingOfficers",
            "calendarIsEmpty",
            "approvalSteps",
            "approvalStep",
            "outcome");

    private final FeelEngine feel;
    private final List<Objection> objections = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    DrawnFormCheck(FeelEngine feel) {
        this.feel = feel;
    }

    /** @throws BadUserRequestException where it is no JSON */
    List<Objection> check(String content) {
        JsonNode form;
        try {
            form = new ObjectMapper().readTree(content);
        } catch (JsonProcessingException e) {
            throw new BadUserRequestException("the form is no JSON: " + e.getOriginalMessage(), e);
        }
        if (form.path("id").asText("").isBlank()) {
            objections.add(Objection.to("form", "has no id"));
        }
        if (!form.path("components").isArray()) {
            objections.add(Objection.to("form", "has no components"));
        }
        Set<String> asked = Form.parse(form).keys();
        form.path("components").forEach(component -> {
            checkComponent(component);
            if (component.hasNonNull("key")) {
                checkHiddenBy(component, asked);
            }
        });
        return objections;
    }

    private void checkComponent(JsonNode component) {
        String type = component.path("type").asText("");
        String id = component.path("key").asText(component.path("id").asText("form"));
        checkCondition(component, id);
        if (SHOWN.contains(type)) {
            return;
        }
        if (!ASKED.contains(type)) {
            objections.add(Objection.to(
                    id,
                    "the component \"" + type + "\" is not used; ask with one of "
                            + String.join(", ", new java.util.TreeSet<>(ASKED))));
            return;
        }
        checkKey(component, id);
        if (component.path("disabled").asBoolean() || component.path("readonly").asBoolean()) {
            objections.add(Objection.to(id, "show what cannot be changed in a text, {{" + id + "}}"));
        }
        if (type.equals("datetime") && !component.path("subtype").asText().equals("date")) {
            objections.add(Objection.to(id, "a date is asked for without a time of day"));
        }
        if (CHOICES.contains(type)
                && !component.path("values").isArray()
                && component.path("valuesKey").asText("").isBlank()) {
            objections.add(Objection.to(id, "has no values to choose from"));
        }
        if (component.path("validate").hasNonNull("validationType")
                && !component.path("validate").path("validationType").asText().equals("custom")) {
            objections.add(Objection.to(id, "check it with a pattern instead of a validation type"));
        }
        checkPattern(component, id);
    }

    private void checkKey(JsonNode component, String id) {
        String key = component.path("key").asText("");
        if (!key.matches("[A-Za-z][A-Za-z0-9_]*")) {
            objections.add(Objection.to(id, "the key must be a plain name of letters and digits"));
        } else if (OWN_NAMES.contains(key) || ExpressionPolicy.TAKEN_NAMES.contains(key)) {
            objections.add(Objection.to(id, "the key \"" + key + "\" is taken; choose another"));
        } else if (!keys.add(key)) {
            objections.add(Objection.to(id, "the key is used twice"));
        }
    }

    private void checkPattern(JsonNode component, String id) {
        try {
            Pattern.compile(component.path("validate").path("pattern").asText(""));
        } catch (PatternSyntaxException e) {
            objections.add(Objection.to(id, "the pattern cannot be read: " + e.getDescription()));
        }
    }

    private void checkCondition(JsonNode component, String id) {
        JsonNode condition = component.path("conditional").path("hide");
        if (condition.isMissingNode()) {
            return;
        }
        String text = condition.asText("").strip();
        try {
            feel.evaluateSimpleExpression(
                    text.startsWith("=") ? text.substring(1) : text,
                    Variables.createVariables().asVariableContext());
        } catch (FeelException e) {
            objections.add(Objection.to(id, "the condition that hides it cannot be read: " + text));
        }
    }

    /** A field hides by the other answers of its form, or by what the case or the caller of its block has. */
    private void checkHiddenBy(JsonNode component, Set<String> asked) {
        String id = component.path("key").asText();
        Set<String> names =
                DecisionData.names(component.path("conditional").path("hide").asText(""));
        names.removeAll(asked);
        names.removeAll(CaseVariables.HIDING);
        names.forEach(name -> objections.add(Objection.to(
                id,
                "the condition that hides it names \"" + name + "\", which the form does not ask for"
                        + Nearest.to(name, asked)
                                .map(near -> "; did you mean \"" + near + "\"?")
                                .orElse(""))));
    }
}
