package org.abate.process;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.VariableInstance;

/**
 * The violations found later that a follow-up of their own is still running for: what the case decides of the others
 * says nothing of them. Such a follow-up holds their numbers for as long as it runs.
 */
final class FollowUps {

    private FollowUps() {}

    static String inWords(Set<Integer> numbers) {
        return "the follow-up of violation "
                + numbers.stream().map(String::valueOf).collect(Collectors.joining(", "))
                + ", found later, is still running";
    }

    /** Whether a task belongs to the follow-up of a violation found later, itself or in a block that it calls. */
    static boolean include(DelegateTask task) {
        ExecutionEntity scope = ((TaskEntity) task).getExecution();
        while (scope != null && !scope.hasVariable(CaseVariables.NEW_VIOLATIONS.getName())) {
            scope = scope.getProcessInstance().getSuperExecution();
        }
        return scope != null;
    }

    /** The numbers of the violations whose own follow-up is still running. */
    static Set<Integer> running(ProcessEngineServices engine, String rootProcessInstanceId) {
        List<VariableInstance> followUps = engine.getRuntimeService()
                .createVariableInstanceQuery()
                .processInstanceIdIn(rootProcessInstanceId)
                .variableName(CaseVariables.NEW_VIOLATIONS.getName())
                .list();
        return followUps.stream()
                .map(VariableInstance::getValue)
                .filter(String.class::isInstance)
                .flatMap(numbers -> FormCheck.violationNumbers(numbers.toString()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
