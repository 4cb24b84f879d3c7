package org.abate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Calculates the penalty of the case by its program's rule and files the assessment with its worksheet. */
@Component("assessPenalty")
class AssessPenalty implements JavaDelegate {

    private final PenaltyWork penalties;

    AssessPenalty(PenaltyWork penalties) {
        this.penalties = penalties;
    }

    @Override
    public void execute(DelegateExecution execution) {
        penalties.assessCase(execution.getProcessBusinessKey(), execution);
    }
}
