package org.abate.process;

import io.holunda.camunda.bpm.data.factory.VariableFactory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Hearings;
import org.abate.casefile.Matter;
import org.abate.casefile.WaterRequest;
import org.abate.casefile.WaterSystem;
import org.abate.casefile.WaterSystem.Standing;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/**
 * Records what became of a request: the setting {@code decided}. {@code RESCHEDULED} gives a grant the period of its new
 * schedule, with {@code NOT_RESCHEDULED} it goes on as before, with {@code RUN_OUT} it ends with its last day. With {@code OVERTAKEN} its notice is
 * given up, for its terms are written again. {@code HEARD} concludes its notice and hearing; the cases
 * that have joined are told how it ended, or that the lead drops out of the notice.
 */
@Component("recordRequest")
class RecordRequest implements JavaDelegate {

    /** What the setting may be. */
    static final List<String> DECIDED = List.of(
            "GRANTED",
            "DENIED",
            "RESCINDED",
            "WITHDRAWN",
            "HEARD",
            "RESCHEDULED",
            "NOT_RESCHEDULED",
            "RUN_OUT",
            "OVERTAKEN");

    /** What it tells the cases that have joined of the hearing; null where none was held. */
    private static final List<String> HEARD =
            List.of("hearingEndedOn", "hearingRecord", CaseVariables.HEARING_OFFICER_ID.getName());

    private final CaseRecord caseRecord;
    private final Hearings hearings;
    private final ProposalDates proposals;
    private final NoticeLead notices;
    private final Clock clock;

    RecordRequest(CaseRecord caseRecord, Hearings hearings, ProposalDates proposals, NoticeLead notices, Clock clock) {
        this.caseRecord = caseRecord;
        this.hearings = hearings;
        this.proposals = proposals;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        String decided = Settings.of((ExecutionEntity) execution).get("decided");
        ProcessEngineServices engine = execution.getProcessEngineServices();
        switch (decided) {
            case "HEARD" -> conclude(execution, caseNumber, engine);
            case "RESCHEDULED" -> reschedule(execution, caseNumber);
            case "NOT_RESCHEDULED" -> keepSchedule(execution, caseNumber);
            case "RUN_OUT" -> runOut(caseNumber, engine);
            case "OVERTAKEN" -> notices.dropOut(caseNumber, "its terms are written again", engine);
            case "WITHDRAWN" -> {
                notices.dropOut(caseNumber, "the request is withdrawn", engine);
                settle(execution, caseNumber, Standing.WITHDRAWN);
            }
            default -> settle(execution, caseNumber, Standing.valueOf(decided));
        }
    }

    /**
     * After a hearing each proposal is decided by itself. Without one each is effective thirty days after the notice, or with
     * the decision that goes out upon this step (10 CSR 60-6.040(6), (7), interpretation D9).
     *
     * @throws IllegalStateException where it would order what is past, with what to do
     */
    private void conclude(DelegateExecution execution, String caseNumber, ProcessEngineServices engine) {
        Map<String, Object> outcome = new HashMap<>();
        for (String name : HEARD) {
            outcome.put(name, execution.getVariable(name));
        }
        if (outcome.get("hearingEndedOn") == null) {
            LocalDate today = LocalDate.now(clock);
            List<String> past = proposals.beforeEffect(caseNumber, today, engine);
            if (!past.isEmpty()) {
                throw new IllegalStateException("It cannot be concluded: " + ProposalDates.effectiveAfter(past));
            }
            LocalDate effective = proposals.effectiveUnheard(caseNumber, today);
            CaseVariables.EFFECTIVE_ON.on(execution).set(effective.toString());
            outcome.put(CaseVariables.EFFECTIVE_ON.getName(), effective.toString());
            hearings.covered(caseNumber)
                    .forEach(each -> caseRecord.note(
                            each,
                            "PUBLIC_HEARING",
                            "Without a hearing: effective on " + RequestWords.date(effective)
                                    + " (10 CSR 60-6.040(6))"));
        }
        notices.conclude(caseNumber, outcome, engine);
    }

    private void settle(DelegateExecution execution, String caseNumber, Standing standing) {
        WaterSystem system = caseRecord.get(caseNumber).request().system();
        if (!isOpen(system.standing())) {
            return;
        }
        caseRecord.standing(caseNumber, standing);
        Matter matter = caseRecord.get(caseNumber).matter();
        if (standing == Standing.GRANTED && matter != Matter.MONITORING_WAIVER) {
            caseRecord.period(
                    caseNumber, endsOn(execution), matter == Matter.EXEMPTION ? GrantWork.lastDay(system) : null, 0);
        }
    }

    /** A request that was begun before its end was a variable of its own says it as the date of final compliance. */
    private static LocalDate endsOn(DelegateExecution execution) {
        return execution.hasVariable(CaseVariables.GRANT_ENDS_ON.getName())
                ? day(execution, CaseVariables.GRANT_ENDS_ON)
                : Optional.ofNullable((String) execution.getVariable("finalComplianceOn"))
                        .map(LocalDate::parse)
                        .orElse(null);
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
        CaseVariables.NEW_SCHEDULE_RESULT.on(execution).set("final");
    }

    /** No new schedule: the grant goes on with that in force, and is not renewed (10 CSR 60-6.030(2)(D), 60-6.040(7)). */
    private void keepSchedule(DelegateExecution execution, String caseNumber) {
        boolean renewal =
                CaseVariables.RENEWED_UNTIL.from(execution).getOptional().isPresent();
        String words = RequestWords.notRescheduled(
                caseRecord.get(caseNumber).request(),
                renewal,
                execution.getVariable("hearingEndedOn") != null,
                String.valueOf(execution.getVariable("hearingReason")));
        caseRecord.note(caseNumber, "NO_NEW_SCHEDULE", words);
        CaseVariables.DECISION_TEXT.on(execution).set(words);
        CaseVariables.DECISION_CONDITIONS.on(execution).set(null);
        CaseVariables.EFFECTIVE_ON.on(execution).set(null);
        CaseVariables.RENEWED_UNTIL.on(execution).set(null);
        CaseVariables.NEW_SCHEDULE_RESULT.on(execution).set(renewal ? "notRenewed" : "notPrescribed");
    }

    /** A grant ends with the last day that its notice names (10 CSR 60-6.010(4)(B)2, 60-6.020(4)(A)). */
    private void runOut(String caseNumber, ProcessEngineServices engine) {
        WaterRequest request = caseRecord.get(caseNumber).request();
        notices.dropOut(caseNumber, "the " + request.matter().words() + " has ended with its last day", engine);
        caseRecord.standing(caseNumber, Standing.TERMINATED);
        caseRecord.note(
                caseNumber,
                "GRANT_ENDED",
                "The " + request.matter().words() + " ended on "
                        + RequestWords.date(request.system().endsOn()));
    }

    private static LocalDate day(DelegateExecution execution, VariableFactory<String> variable) {
        return variable.from(execution).getOptional().map(LocalDate::parse).orElse(null);
    }

    private static boolean isOpen(Standing standing) {
        return standing == Standing.REQUESTED || standing == Standing.GRANTED;
    }
}
