package org.abate.process;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;

/**
 * The deadline that a letter prints: a timer of its own diagram, or of a block that its diagram calls.
 *
 * @param countsFrom the variable with the date the timer counts from
 */
record LetterDeadline(String countsFrom, String duration) {

    /** @throws IllegalStateException where there is no such timer, or it does not say from which date it counts */
    static LetterDeadline of(ExecutionEntity letter, String timerId) {
        ProcessDefinitionEntity diagram = letter.getProcessDefinition();
        ActivityImpl timer = Optional.ofNullable(diagram.findActivity(timerId))
                .or(() -> called(diagram, letter)
                        .map(block -> block.findActivity(timerId))
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElseThrow(
                        () -> new IllegalStateException("There is no timer " + timerId + " that the letter names"));
        String duration = String.valueOf(timer.getProperty(DiagramListener.DURATION));
        return CountedFrom.of((ActivityImpl) timer.getEventScope(), duration)
                .map(countsFrom -> new LetterDeadline(countsFrom, duration))
                .orElseThrow(() -> new IllegalStateException(
                        "The timer " + timerId + " does not say from which date it counts: set countsFrom"));
    }

    /** The duration in days; one that a task or a decision has set ({@code P${daysAllowed}D}) as it stands now. */
    String duration(ExecutionEntity letter) {
        return ExpressionPolicy.hasExpression(duration)
                ? Context.getProcessEngineConfiguration()
                        .getExpressionManager()
                        .createExpression(duration)
                        .getValue(letter)
                        .toString()
                : duration;
    }

    private static Stream<ProcessDefinitionEntity> called(ScopeImpl scope, ExecutionEntity letter) {
        return scope.getActivities().stream()
                .flatMap(activity -> Stream.concat(
                        activity.getActivityBehavior() instanceof CallActivityBehavior call
                                ? Stream.ofNullable(Context.getProcessEngineConfiguration()
                                        .getDeploymentCache()
                                        .findDeployedLatestProcessDefinitionByKeyAndTenantId(
                                                call.getCallableElement().getDefinitionKey(letter), null))
                                : Stream.empty(),
                        called(activity, letter)));
    }
}
