package org.abate.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Hearings;
import org.abate.casefile.Matter;
import org.abate.casefile.WaterSystem;
import org.abate.casefile.WaterSystem.Standing;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/**
 * Records what became of a request, for each of its systems: the setting {@code decided}. {@code HEARD} concludes its notice
 * and hearing; the cases that have joined are told the outcome, or that the notice was given up where the request is
 * withdrawn.
 */
@Component("recordRequest")
class RecordRequest implements JavaDelegate {

    /** What the setting may be. */
    static final List<String> DECIDED = List.of("GRANTED", "DENIED", "RESCINDED", "WITHDRAWN", "HEARD");

    /** What it sends to the cases that have joined: the outcome, or that there is none. */
    static final List<String> MESSAGES = List.of("HearingConcluded", "NoticeGivenUp");

    private final CaseRecord caseRecord;
    private final Hearings hearings;

    RecordRequest(CaseRecord caseRecord, Hearings hearings) {
        this.caseRecord = caseRecord;
        this.hearings = hearings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        String decided = Settings.of((ExecutionEntity) execution).get("decided");
        if (decided.equals("HEARD")) {
            tellJoined(
                    execution,
                    MESSAGES.get(0),
                    Map.of(
                            "hearingDecision",
                            said(execution, "hearingDecision"),
                            "hearingReason",
                            said(execution, "hearingReason")));
            noteEffect(execution, caseNumber);
            hearings.end(caseNumber, true);
            return;
        }
        if (decided.equals("WITHDRAWN")) {
            tellJoined(execution, MESSAGES.get(1), Map.of());
            hearings.end(caseNumber, false);
            hearings.leave(caseNumber);
        }
        caseRecord.get(caseNumber).request().systems().stream()
                .filter(system -> isOpen(system.standing()))
                .forEach(system -> settle(caseNumber, system, Standing.valueOf(decided)));
    }

    /** Without a hearing a proposal is effective thirty days after the notice (10 CSR 60-6.040(6), interpretation D9). */
    private void noteEffect(DelegateExecution execution, String caseNumber) {
        if (said(execution, "hearingDecision").isEmpty()) {
            LocalDate effective =
                    LocalDate.parse(said(execution, "publicNoticeIssuedOn")).plusDays(HearingWork.DAYS_TO_REQUEST);
            Stream.concat(
                            Stream.of(caseNumber),
                            hearings.joined(caseNumber).stream().map(Hearings.Matter::caseNumber))
                    .forEach(each -> caseRecord.note(
                            each,
                            "PUBLIC_HEARING",
                            "Without a hearing: effective on " + RequestWords.date(effective)
                                    + " (10 CSR 60-6.040(6))"));
        }
    }

    private void settle(String caseNumber, WaterSystem system, Standing standing) {
        caseRecord.standing(caseNumber, system.number(), standing);
        if (standing == Standing.GRANTED && caseRecord.get(caseNumber).matter() == Matter.EXEMPTION) {
            caseRecord.latestCompliance(
                    caseNumber, system.number(), system.complianceDueOn().plusYears(RequestWork.MOST_YEARS), 0);
        }
    }

    private static boolean isOpen(Standing standing) {
        return standing == Standing.REQUESTED || standing == Standing.GRANTED;
    }

    /** Whoever has joined waits for one of these messages; one that was withdrawn meanwhile waits no more. */
    private void tellJoined(DelegateExecution execution, String message, Map<String, Object> outcome) {
        RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
        for (Hearings.Matter joined : hearings.joined(execution.getProcessBusinessKey())) {
            runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(joined.caseNumber())
                    .setVariables(outcome)
                    .correlateAll();
        }
    }

    private static String said(DelegateExecution execution, String variable) {
        return Optional.ofNullable(execution.getVariable(variable))
                .map(Object::toString)
                .orElse("");
    }
}
