package org.abate.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** Diagrams to try deployments on: small ones written here, and the packaged ones with an edit. */
final class Diagrams {

    private Diagrams() {}

    /** A small process that is fine, around what is put inside it. */
    static String around(String inside) {
        return whole("<bpmn:process id=\"trial\" isExecutable=\"true\" camunda:historyTimeToLive=\"P3650D\">"
                + "<bpmn:startEvent id=\"Begin\"/>" + inside + "</bpmn:process>");
    }

    static String whole(String inside) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                + " xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" xmlns:activiti=\"http://activiti.org/bpmn\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" id=\"d\" targetNamespace=\"t\">" + inside
                + "</bpmn:definitions>";
    }

    /** A user task that is fine, with more attributes and content. */
    static String userTask(String attributes, String inside) {
        return "<bpmn:userTask id=\"Look\" camunda:formRef=\"call-owner\" camunda:formRefBinding=\"latest\""
                + " camunda:candidateGroups=\"tanks-staff\" " + attributes + ">" + inside + "</bpmn:userTask>";
    }

    static String serviceTask(String attributes, String inside) {
        return "<bpmn:serviceTask id=\"Do\" " + attributes + ">" + inside + "</bpmn:serviceTask>";
    }

    static String callActivity(String attributes, String inside) {
        return "<bpmn:callActivity id=\"Call\" " + attributes + "><bpmn:extensionElements>" + inside
                + "</bpmn:extensionElements></bpmn:callActivity>";
    }

    /** Settings by name and value in turn. */
    static String settings(String... namesAndValues) {
        StringBuilder settings = new StringBuilder("<bpmn:extensionElements><camunda:properties>");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            settings.append("<camunda:property name=\"")
                    .append(namesAndValues[i])
                    .append("\" value=\"")
                    .append(namesAndValues[i + 1])
                    .append("\"/>");
        }
        return settings + "</camunda:properties></bpmn:extensionElements>";
    }

    static String decision(String attributes, String table) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\""
                + " xmlns:camunda=\"http://camunda.org/schema/1.0/dmn\" id=\"d\" name=\"d\" namespace=\"t\">"
                + "<decision id=\"trial\" name=\"Trial\" " + attributes + ">" + table + "</decision></definitions>";
    }

    /** A decision table with one input, one output and one rule. */
    static String table(String inputAttributes, String outputEntry) {
        return "<decisionTable id=\"t\"><input id=\"i\"><inputExpression id=\"ie\" typeRef=\"string\" "
                + inputAttributes
                + "><text>amount</text></inputExpression></input><output id=\"o\" name=\"o\" typeRef=\"string\"/>"
                + "<rule id=\"r\"><inputEntry id=\"r1\"><text></text></inputEntry>" + outputEntry
                + "</rule></decisionTable>";
    }

    static String form(String components) {
        return "{\"id\": \"trial-form\", \"type\": \"default\", \"components\": [" + components + "]}";
    }

    /** A packaged file. */
    static String packaged(String path) {
        try {
            return new ClassPathResource("processes/" + path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
