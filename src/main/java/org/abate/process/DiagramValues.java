package org.abate.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Which texts one process compares its variables with, and what it sets them to as far as that is drawn.
 *
 * @param compared in the order of the file
 * @param given by variable: parameters of its steps, and what it takes back from the blocks it calls
 * @param handed what it gives to the blocks it calls
 * @param outcomes how its end events say that it ended
 * @param open the variables whose value no drawing tells: elements of a list, results of a table, codes of an error
 */
record DiagramValues(
        List<Comparison> compared,
        Map<String, List<Given>> given,
        List<Handed> handed,
        Set<String> outcomes,
        Set<String> open) {

    /** A variable compared with a text. */
    record Comparison(DiagramData.Place place, String variable, String value) {}

    /**
     * @param block the called process in which the expression is read; empty for this one
     * @param expression a text or an expression
     */
    record Given(String block, String expression) {}

    /** @param variable the name in the block */
    record Handed(String block, String variable, String expression) {}

    static DiagramValues of(Element process) {
        DiagramValues values = new DiagramValues(
                new ArrayList<>(), new HashMap<>(), new ArrayList<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        values.read(process, process.attribute("id"));
        return values;
    }

    private void read(Element element, String owner) {
        String id = element.attribute("id") == null ? owner : element.attribute("id");
        DiagramData.Place place = DiagramData.Place.of(element, id);
        element.attributes().forEach(name -> compare(place, element.attribute(name)));
        compare(place, element.getText());
        switch (element.getTagName()) {
            case "inputParameter", "outputParameter" -> {
                if (element.elements().isEmpty()) {
                    give(element.attribute("name"), new Given("", element.getText()));
                } else {
                    open.add(element.attribute("name"));
                }
            }
            case "callActivity" -> readCall(element);
            case "endEvent" -> Settings.parse(element).find("outcome").ifPresent(outcomes::add);
            case "businessRuleTask" -> add(open, camunda(element, "resultVariable"));
            case "multiInstanceLoopCharacteristics" -> add(open, camunda(element, "elementVariable"));
            default -> {
                // sets nothing
            }
        }
        for (String variable : List.of("errorCodeVariable", "errorMessageVariable", "escalationCodeVariable")) {
            add(open, camunda(element, variable));
        }
        element.elements().forEach(child -> read(child, id));
    }

    private void compare(DiagramData.Place place, String text) {
        ExpressionPolicy.comparisons(text)
                .forEach((variable, values) ->
                        values.forEach(value -> compared.add(new Comparison(place, variable, value))));
    }

    private void readCall(Element call) {
        Element extensions = call.element("extensionElements");
        String block = call.attribute("calledElement");
        for (Element mapping : extensions == null ? List.<Element>of() : extensions.elements()) {
            String source = Optional.ofNullable(mapping.attribute("source"))
                    .map(variable -> "${" + variable + "}")
                    .orElse(mapping.attribute("sourceExpression"));
            String target = mapping.attribute("target");
            if (target != null && mapping.getTagName().equals("in")) {
                handed.add(new Handed(block, target, source));
            } else if (target != null && mapping.getTagName().equals("out")) {
                give(target, new Given(block, source));
            }
        }
    }

    private void give(String variable, Given value) {
        given.computeIfAbsent(variable, name -> new ArrayList<>()).add(value);
    }

    private static void add(Set<String> variables, String variable) {
        if (variable != null) {
            variables.add(variable);
        }
    }

    private static String camunda(Element element, String attribute) {
        return element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, attribute);
    }
}
