package org.abate.process;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.access.Group;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;

/** What a decision may consist of: tables whose cells are FEEL. No scripts, no other expression language. */
final class DecisionCheck {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    private static final Set<String> FEEL =
            Set.of("feel", "https://www.omg.org/spec/DMN/20191111/FEEL/", "http://www.omg.org/spec/FEEL/20140401");
    private static final Set<String> NOT_USED = Set.of(
            "literalExpression",
            "invocation",
            "context",
            "functionDefinition",
            "encapsulatedLogic",
            "businessKnowledgeModel",
            "relation",
            "list");

    /** The column that says who approves. */
    private static final String APPROVER = "approver";

    private static final Map<String, DecisionData> ASKED = Stream.of(
                    new DecisionData(
                            "penalty-approval",
                            "",
                            sorted("program", "amount"),
                            sorted(APPROVER, "label"),
                            Map.of(),
                            Map.of()),
                    new DecisionData(
                            "time-limits",
                            "",
                            sorted("program", "action"),
                            sorted("mostDays", "citation"),
                            Map.of(),
                            Map.of()),
                    new DecisionData(
                            ReasonCodes.DECISION, "", sorted("occasion"), sorted("code", "title"), Map.of(), Map.of()))
            .collect(Collectors.toUnmodifiableMap(DecisionData::key, Function.identity()));

    /** Whether letters, orders or pages ask a table, with inputs that no diagram gives. */
    static boolean isAskedBesides(String table) {
        return ASKED.containsKey(table);
    }

    private final FeelEngine feel;
    private final List<Objection> objections = new ArrayList<>();

    private static Set<String> sorted(String... names) {
        return new TreeSet<>(List.of(names));
    }

    DecisionCheck(FeelEngine feel) {
        this.feel = feel;
    }

    /** @throws BadUserRequestException where it is no decision at all */
    List<Objection> check(byte[] content) {
        Element root = Xml.parse(content);
        if (root.elements("decision").isEmpty()) {
            objections.add(Objection.to(root, "definitions", "there is no decision in the file"));
        }
        for (Element decision : root.elements("decision")) {
            HistoryKept.objection(decision.attribute(CAMUNDA + ":historyTimeToLive"))
                    .ifPresent(reason -> objections.add(Objection.to(decision, decision.attribute("id"), reason)));
            if (decision.element("decisionTable") == null) {
                objections.add(Objection.to(decision, decision.attribute("id"), "must be a decision table"));
            } else {
                checkApprovers(decision.element("decisionTable"));
                checkAsked(decision, DecisionData.of(decision, ""));
                if (ReasonCodes.DECISION.equals(decision.attribute("id"))) {
                    objections.addAll(new ReasonCodesCheck(decision.element("decisionTable")).check());
                }
            }
        }
        walk(root, "definitions");
        if (objections.isEmpty()) {
            read(content);
        }
        return objections;
    }

    /** Whoever approves is a group that exists: a task for another would be nobody's. */
    private void checkApprovers(Element table) {
        List<String> columns = table.elements("output").stream()
                .map(output -> output.attribute("name"))
                .toList();
        int approver = columns.indexOf(APPROVER);
        for (Element rule : table.elements("rule")) {
            List<Element> cells = rule.elements("outputEntry");
            if (approver >= 0 && approver < cells.size()) {
                checkApprover(cells.get(approver));
            }
        }
    }

    private void checkApprover(Element cell) {
        Element text = cell.element("text");
        List<String> named = text == null ? List.of() : DecisionData.texts(text.getText());
        if (named.isEmpty()) {
            objections.add(Objection.to(cell, cell.attribute("id"), "names no group that approves"));
        }
        for (String group : named) {
            if (!Group.all().containsKey(group)) {
                String meant = Nearest.to(group, Group.all().keySet())
                        .map(near -> "; did you mean \"" + near + "\"?")
                        .orElse("");
                objections.add(Objection.to(
                        cell, cell.attribute("id"), "there is no group \"" + group + "\" to approve" + meant));
            }
        }
    }

    /** Tables that letters, orders or pages ask, not diagrams alone. */
    private void checkAsked(Element decision, DecisionData table) {
        DecisionData asked = ASKED.get(table.key());
        if (asked == null) {
            return;
        }
        Set<String> unknown = new TreeSet<>(table.inputs());
        unknown.removeAll(asked.inputs());
        unknown.forEach(input -> objections.add(Objection.to(
                decision,
                table.key(),
                "it reads \"" + input + "\", but is asked with " + String.join(" and ", asked.inputs()) + " only")));
        Set<String> missing = new TreeSet<>(asked.results());
        missing.removeAll(table.results());
        missing.forEach(result -> objections.add(Objection.to(
                decision,
                table.key(),
                "it must have a result named \"" + result + "\", which letters, orders or pages take")));
    }

    private void walk(Element element, String owner) {
        String id = Optional.ofNullable(element.attribute("id")).orElse(owner);
        String language = element.attribute("expressionLanguage");
        if (language != null && !FEEL.contains(language)) {
            objections.add(Objection.to(element, id, "the cells of a decision are FEEL, not " + language));
        }
        if (NOT_USED.contains(element.getTagName())) {
            objections.add(Objection.to(
                    element, id, "\"" + element.getTagName() + "\" is not used in the department's decisions"));
        }
        Element text = element.element("text");
        if (text != null
                && !text.getText().isBlank()
                && !isReadable(element.getTagName(), text.getText().strip())) {
            objections.add(Objection.to(
                    element,
                    id,
                    "the cell cannot be read as FEEL: " + text.getText().strip()));
        }
        for (Element child : element.elements()) {
            walk(child, id);
        }
    }

    /** Tried without any values: what is not there is null in FEEL, so only what cannot be read fails. */
    private boolean isReadable(String cell, String text) {
        try {
            switch (cell) {
                case "inputExpression", "outputEntry" ->
                    feel.evaluateSimpleExpression(
                            text, Variables.createVariables().asVariableContext());
                case "inputEntry" ->
                    feel.evaluateSimpleUnaryTests(
                            text,
                            "input",
                            Variables.createVariables().putValue("input", null).asVariableContext());
                default -> {
                    // no cell
                }
            }
            return true;
        } catch (FeelException e) {
            return false;
        }
    }

    private void read(byte[] content) {
        try {
            Dmn.readModelFromStream(new ByteArrayInputStream(content));
        } catch (ModelException e) {
            objections.add(Objection.to("definitions", "the file is no decision table: " + e.getMessage()));
        }
    }
}
