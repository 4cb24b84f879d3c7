package org.abate.process;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private final FeelEngine feel;
    private final List<Objection> objections = new ArrayList<>();

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
            if (decision.attribute(CAMUNDA + ":historyTimeToLive") == null) {
                objections.add(
                        Objection.to(decision, decision.attribute("id"), "needs a history time to live (P3650D)"));
            }
            if (decision.element("decisionTable") == null) {
                objections.add(Objection.to(decision, decision.attribute("id"), "must be a decision table"));
            }
        }
        walk(root, "definitions");
        if (objections.isEmpty()) {
            read(content);
        }
        return objections;
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
