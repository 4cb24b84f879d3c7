package org.abate.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What a diagram calls: delegates from the closed set, and processes, decisions and forms that are there. */
final class Calls {

    private static final Set<String> BEGINNINGS = Set.of("${openCase}", "${openInventoryYear}", "${recordSubmission}");
    private static final Set<String> DELEGATES = Set.of(
            "${openCase}",
            "${sendLetter}",
            "${assessPenalty}",
            "${recordOutcome}",
            "${startCase}",
            "${notify}",
            "${openInventoryYear}",
            "${inventoryWork}",
            "${recordSubmission}",
            "${recordRequest}",
            "${serviceWatch}");
    private final BpmnModelInstance model;
    private final Models models;
    private final List<Finding> findings = new ArrayList<>();

    private Calls(BpmnModelInstance model, Models models) {
        this.model = model;
        this.models = models;
    }

    /** @param models among which the called processes, decisions and forms must be */
    static List<Finding> check(BpmnModelInstance model, Models models) {
        Calls calls = new Calls(model, models);
        model.getModelElementsByType(ServiceTask.class).forEach(calls::serviceTask);
        model.getModelElementsByType(CallActivity.class).forEach(calls::callActivity);
        model.getModelElementsByType(BusinessRuleTask.class).forEach(calls::decision);
        model.getModelElementsByType(UserTask.class).forEach(task -> calls.form(task, task.getCamundaFormRef()));
        model.getModelElementsByType(StartEvent.class).forEach(start -> calls.form(start, start.getCamundaFormRef()));
        return calls.findings;
    }

    private void serviceTask(ServiceTask task) {
        String delegate = task.getCamundaDelegateExpression();
        require(
                delegate != null && DELEGATES.contains(delegate),
                task,
                "calls " + delegate + ", not one of " + DELEGATES);
        if (delegate == null || !BEGINNINGS.contains(delegate)) {
            require(task.isCamundaAsyncBefore(), task, "is not asynchronous before");
            require(retries(task).filter("R3/PT1M"::equals).isPresent(), task, "does not retry R3/PT1M");
        }
    }

    private static Optional<String> retries(ServiceTask task) {
        return extensions(task, CamundaFailedJobRetryTimeCycle.class).stream()
                .map(cycle -> cycle.getTextContent().strip())
                .findFirst();
    }

    private void callActivity(CallActivity call) {
        require(models.have(String.valueOf(call.getCalledElement()), ".bpmn"), call, "calls no process of ours");
        require("latest".equals(call.getCamundaCalledElementBinding()), call, "does not call the latest version");
        require(
                extensions(call, CamundaIn.class).stream()
                        .anyMatch(in -> "#{execution.processBusinessKey}".equals(in.getCamundaBusinessKey())),
                call,
                "does not hand on the case number as business key");
    }

    private void decision(BusinessRuleTask task) {
        require(models.have(String.valueOf(task.getCamundaDecisionRef()), ".dmn"), task, "asks no decision of ours");
        require("latest".equals(task.getCamundaDecisionRefBinding()), task, "does not ask the latest version");
    }

    private void form(BaseElement element, String form) {
        require(form == null || models.have(form, ".form"), element, "has the form " + form + ", which is not there");
    }

    private static <T extends ModelElementInstance> List<T> extensions(BaseElement element, Class<T> type) {
        ExtensionElements extensions = element.getExtensionElements();
        return extensions == null
                ? List.of()
                : extensions.getElementsQuery().filterByType(type).list();
    }

    private void require(boolean holds, BaseElement element, String otherwise) {
        if (!holds) {
            findings.add(new Finding(element.getId(), otherwise));
        }
    }
}
