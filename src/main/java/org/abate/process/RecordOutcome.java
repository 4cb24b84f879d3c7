package org.abate.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseStatus;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/**
 * Records how the case ended: the setting {@code outcome}. With the setting {@code goesOn} the case is referred and its
 * work goes on. A violation found in the moment of closing keeps the case open: the step fails and can be repeated when
 * its follow-up has ended.
 */
@Component("recordOutcome")
class RecordOutcome implements JavaDelegate {

    private final CaseRecord caseRecord;
    private final Clock clock;

    RecordOutcome(CaseRecord caseRecord, Clock clock) {
        this.caseRecord = caseRecord;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Settings settings = Settings.of((ExecutionEntity) execution);
        if (settings.isOn("goesOn")) {
            caseRecord.refer(execution.getProcessBusinessKey());
            return;
        }
        CaseStatus outcome = CaseStatus.valueOf(settings.get("outcome"));
        String reason = Stream.of("reason", "closureReason")
                .map(execution::getVariable)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse(null);
        // Closing locks the case: whatever was found before is visible now, whatever comes after is refused
        caseRecord.close(execution.getProcessBusinessKey(), outcome, LocalDate.now(clock), reason);
        Set<Integer> open = FollowUps.running(
                execution.getProcessEngineServices(), ((ExecutionEntity) execution).getRootProcessInstanceId());
        if (!open.isEmpty()) {
            throw new IllegalStateException("The case cannot be closed: " + FollowUps.inWords(open));
        }
    }
}
