package org.abate.process;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;

/**
 * A small process of a case that calls one building block, and answers new violations as the programs do: a letter that
 * names the timer of the follow-up.
 */
final class Trial {

    private static final String INSTEAD_OF = "metallic-minerals-enforcement";

    private final String block;

    private Trial(String block) {
        this.block = block;
    }

    static Trial of(String block) {
        return new Trial(block);
    }

    /** In the place of a program's diagram; whoever deploys it takes it back. */
    Deployment deploy(ProcessEngine engine) {
        return engine.getRepositoryService()
                .createDeployment()
                .addString("trial.bpmn", diagram())
                .deploy();
    }

    private String diagram() {
        String hands = "<camunda:in businessKey=\"#{execution.processBusinessKey}\"/>"
                + "<camunda:in source=\"caseNumber\" target=\"caseNumber\"/><camunda:in source=\"facilityName\" target=\"facilityName\"/>"
                + "<camunda:in source=\"office\" target=\"office\"/><camunda:in source=\"program\" target=\"program\"/>";
        return Diagrams.whole("<bpmn:process id=\"" + INSTEAD_OF
                + "\" isExecutable=\"true\" camunda:historyTimeToLive=\"P3650D\">"
                + Diagrams.settings("office", "land-reclamation", "program", "metallic-minerals")
                + "<bpmn:startEvent id=\"Begin\"/><bpmn:sequenceFlow id=\"f1\" sourceRef=\"Begin\" targetRef=\"Open\"/>"
                + "<bpmn:serviceTask id=\"Open\" camunda:delegateExpression=\"${openCase}\"/>"
                + "<bpmn:sequenceFlow id=\"f2\" sourceRef=\"Open\" targetRef=\"Path\"/>"
                + "<bpmn:businessRuleTask id=\"Path\" name=\"Determine enforcement path\" camunda:decisionRef=\"enforcement-path\""
                + " camunda:decisionRefBinding=\"latest\" camunda:mapDecisionResult=\"singleResult\" camunda:resultVariable=\"pathDecision\">"
                + "<bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name=\"enforcementPath\">${pathDecision.path}"
                + "</camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:businessRuleTask>"
                + "<bpmn:sequenceFlow id=\"f5\" sourceRef=\"Path\" targetRef=\"Block\"/>"
                + "<bpmn:callActivity id=\"Block\" calledElement=\"" + block + "\"><bpmn:extensionElements>" + hands
                + "</bpmn:extensionElements></bpmn:callActivity>"
                + "<bpmn:subProcess id=\"Answer\" triggeredByEvent=\"true\">"
                + "<bpmn:startEvent id=\"Found\" isInterrupting=\"false\"><bpmn:messageEventDefinition messageRef=\"m\"/></bpmn:startEvent>"
                + "<bpmn:sequenceFlow id=\"f3\" sourceRef=\"Found\" targetRef=\"Warn\"/>"
                + Diagrams.serviceTask(
                                "camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${sendLetter}\"",
                                Diagrams.settings(
                                        "letter", "LETTER_OF_WARNING", "deadlineTimer", "ResponseForNewViolationDue"))
                        .replace("id=\"Do\"", "id=\"Warn\"")
                + "<bpmn:sequenceFlow id=\"f4\" sourceRef=\"Warn\" targetRef=\"FollowUp\"/>"
                + "<bpmn:callActivity id=\"FollowUp\" calledElement=\"new-violation-follow-up\"><bpmn:extensionElements>"
                + hands + "<camunda:in source=\"newViolations\" target=\"newViolations\"/>"
                + "</bpmn:extensionElements></bpmn:callActivity></bpmn:subProcess>"
                + endsOn("CaseWithdrawn")
                + endsOn("ReturnedToCompliance")
                + "</bpmn:process>"
                + "<bpmn:message id=\"m\" name=\"NewViolationFound\"/>"
                + "<bpmn:message id=\"CaseWithdrawn\" name=\"CaseWithdrawn\"/>"
                + "<bpmn:message id=\"ReturnedToCompliance\" name=\"ReturnedToCompliance\"/>");
    }

    private static String endsOn(String message) {
        return "<bpmn:subProcess id=\"On" + message + "\" triggeredByEvent=\"true\"><bpmn:startEvent id=\"Heard"
                + message + "\"><bpmn:messageEventDefinition messageRef=\"" + message
                + "\"/></bpmn:startEvent></bpmn:subProcess>";
    }
}
