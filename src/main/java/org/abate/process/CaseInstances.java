package org.abate.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** The running process instances of a case: its own process, and the blocks that it has called. */
@Component
class CaseInstances {

    private final RuntimeService runtime;

    CaseInstances(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** What the case's own process waits for, and then the blocks it has called. */
    List<EventSubscription> waiting(String caseNumber) {
        List<EventSubscription> waiting = new ArrayList<>();
        root(caseNumber).ifPresent(root -> addWaiting(root, waiting));
        return waiting;
    }

    private void addWaiting(ProcessInstance instance, List<EventSubscription> waiting) {
        waiting.addAll(runtime.createEventSubscriptionQuery()
                .processInstanceId(instance.getId())
                .eventType("message")
                .list());
        called(instance).forEach(block -> addWaiting(block, waiting));
    }

    /** The blocks that an instance has called. */
    List<ProcessInstance> called(ProcessInstance instance) {
        return runtime.createProcessInstanceQuery()
                .superProcessInstanceId(instance.getId())
                .list();
    }

    /** The case's own process: no block, and no watch over a failed step or a letter. */
    Optional<ProcessInstance> root(String caseNumber) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .rootProcessInstances()
                .processDefinitionKeyNotIn(FailedSteps.PROCESS, ServiceReminders.PROCESS)
                .singleResult());
    }
}
