package org.abate.process;

import io.holunda.camunda.bpm.data.factory.VariableFactory;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * Records what became of a request: the setting {@code decided}. {@code RESCHEDULED} gives a grant the period of its new
 * schedule. {@code HEARD} concludes its notice and hearing; the cases
 * that have joined are told how it ended, or that the notice was given up where the request is withdrawn.
 */
@Component("recordRequest")
class RecordRequest implements JavaDelegate {

    /** What the setting may be. */
    static final List<String> DECIDED = List.of("GRANTED", "DENIED", "RESCINDED", "WITHDRAWN", "HEARD", "RESCHEDULED");

    /** What it sends to the cases that have joined: how the hearing ended, or that there is none. */
    static final List<String> MESSAGES = List.of("HearingConcluded", "NoticeGivenUp");

    /** What it tells them of the hearing; null where none was held. */
    private static final List<String> HEARD = List.of("hearingEndedOn", "hearingRecord");

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
            conclude(execution, caseNumber);
            return;
        }
        if (decided.equals("RESCHEDULED")) {
            reschedule(execution, caseNumber);
            return;
        }
        if (decided.equals("WITHDRAWN")) {
            hearings.joined(caseNumber)
                    .forEach(
                            joined -> caseRecord.note(
                                    joined.caseNumber(),
                                    "PUBLIC_HEARING",
                                    "The notice of case " + caseNumber
                                            + " is given up, its request is withdrawn: this proposal needs a notice of its own"));
            tellJoined(execution, MESSAGES.get(1), Map.of());
            hearings.end(caseNumber, false);
            hearings.leave(caseNumber);
        }
        WaterSystem system = caseRecord.get(caseNumber).request().system();
        if (isOpen(system.standing())) {
            settle(execution, caseNumber, system, Standing.valueOf(decided));
        }
    }

    /**
     * After a hearing each proposal is decided by itself. Without one each is effective thirty days after the notice (10 CSR
     * 60-6.040(6), (7), interpretation D9).
     */
    private void conclude(DelegateExecution execution, String caseNumber) {
        Map<String, Object> outcome = new HashMap<>();
        for (String name : HEARD) {
            outcome.put(name, execution.getVariable(name));
        }
        if (outcome.get("hearingEndedOn") == null) {
            LocalDate effective = LocalDate.parse(CaseVariables.PUBLIC_NOTICE_ISSUED_ON
                            .from(execution)
                            .get())
                    .plusDays(HearingWork.DAYS_TO_REQUEST);
            CaseVariables.EFFECTIVE_ON.on(execution).set(effective.toString());
            outcome.put(CaseVariables.EFFECTIVE_ON.getName(), effective.toString());
            hearings.covered(caseNumber)
                    .forEach(each -> caseRecord.note(
                            each,
                            "PUBLIC_HEARING",
                            "Without a hearing: effective on " + RequestWords.date(effective)
                                    + " (10 CSR 60-6.040(6))"));
        }
        tellJoined(execution, MESSAGES.get(0), outcome);
        hearings.end(caseNumber, true);
    }

    private void settle(DelegateExecution execution, String caseNumber, WaterSystem system, Standing standing) {
        caseRecord.standing(caseNumber, standing);
        Matter matter = caseRecord.get(caseNumber).matter();
        if (standing == Standing.GRANTED && matter != Matter.MONITORING_WAIVER) {
            caseRecord.period(
                    caseNumber,
                    day(execution, CaseVariables.GRANT_ENDS_ON),
                    matter == Matter.EXEMPTION ? GrantWork.lastDay(system) : null,
                    0);
        }
    }

    /** A renewal is one once its schedule is final: its notice and hearing cover both (10 CSR 60-6.030(2)(B), (D)). */
    private void reschedule(DelegateExecution execution, String caseNumber) {
        WaterSystem system = caseRecord.get(caseNumber).request().system();
        LocalDate endsOn = day(execution, CaseVariables.GRANT_ENDS_ON);
        LocalDate renewedUntil = day(execution, CaseVariables.RENEWED_UNTIL);
        LocalDate latest = system.latestComplianceOn();
        boolean later = renewedUntil != null && (latest == null || renewedUntil.isAfter(latest));
        caseRecord.period(
                caseNumber, endsOn, later ? renewedUntil : latest, system.renewals() + (renewedUntil == null ? 0 : 1));
        CaseVariables.RENEWED_UNTIL.on(execution).set(null);
    }

    private static LocalDate day(DelegateExecution execution, VariableFactory<String> variable) {
        return variable.from(execution).getOptional().map(LocalDate::parse).orElse(null);
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
}
