package org.abate.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Code in a diagram, wherever it hides: there is none but questions to the record and to the calendar. */
final class Code {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Set<String> ELEMENTS = Set.of(
            "scriptTask", "sendTask", "script", "executionListener", "taskListener", "connector", "field", "formData");
    private static final Set<String> ATTRIBUTES = Set.of("class", "expression", "type", "topic", "formKey");

    private final List<Finding> findings = new ArrayList<>();

    private Code() {}

    static List<Finding> check(Path diagram) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Code code = new Code();
            code.walk(factory.newDocumentBuilder().parse(diagram.toFile()).getDocumentElement(), "the file");
            return code.findings;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException(diagram + " is not XML", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void walk(Element element, String owner) {
        String id = element.hasAttribute("id") ? element.getAttribute("id") : owner;
        if (ELEMENTS.contains(element.getLocalName())) {
            find(id, "has a " + element.getLocalName() + ": a diagram holds no code");
        }
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            attribute(id, (Attr) attributes.item(i));
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                walk(inner, id);
            } else {
                expression(id, child.getNodeValue());
            }
        }
    }

    private void attribute(String id, Attr attribute) {
        boolean camunda = CAMUNDA.equals(attribute.getNamespaceURI());
        if (camunda && ATTRIBUTES.contains(attribute.getLocalName())) {
            find(id, "has the attribute " + attribute.getLocalName() + ": a diagram holds no code");
        }
        if (attribute.getLocalName().equals("language")) {
            find(id, "has a script language");
        }
        expression(id, attribute.getValue());
    }

    private void expression(String id, String text) {
        ExpressionPolicy.objection(text)
                .ifPresent(objection -> find(id, "has an expression that is not allowed: " + objection));
    }

    private void find(String element, String message) {
        findings.add(new Finding(element, message));
    }
}
