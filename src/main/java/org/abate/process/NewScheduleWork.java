package org.abate.process;

import static org.abate.process.CaseVariables.DECISION_CONDITIONS;
import static org.abate.process.CaseVariables.DECISION_TEXT;
import static org.abate.process.CaseVariables.EFFECTIVE_ON;
import static org.abate.process.CaseVariables.GRANT_CONDITIONS;
import static org.abate.process.CaseVariables.GRANT_ENDS_ON;
import static org.abate.process.CaseVariables.GRANT_MATTER;
import static org.abate.process.CaseVariables.NOTICE_SUMMARY;
import static org.abate.process.CaseVariables.PROPOSED_CONDITIONS;
import static org.abate.process.CaseVariables.RENEWED_UNTIL;
import static org.abate.process.CaseVariables.TRACKED_STEPS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Fault;
import org.abate.casefile.Matter;
import org.abate.casefile.WaterRequest;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** The schedule that is prescribed anew for a grant in effect (10 CSR 60-6.030; interpretations VE10 and VE12). */
@Component
class NewScheduleWork {

    /** Characters of what a letter says of a decision. */
    private static final int LONGEST_LETTER = 4000;

    private final CaseRecord caseRecord;
    private final Clock clock;

    NewScheduleWork(CaseRecord caseRecord, Clock clock) {
        this.caseRecord = caseRecord;
        this.clock = clock;
    }

    /** Of what the grant is, for what the form asks of an exemption only; until when the schedule may run; what is in effect. */
    void show(Recording what, DelegateTask task) {
        if (what == Recording.NEW_SCHEDULE) {
            WaterRequest request =
                    caseRecord.get(DiagramListener.caseNumber(task)).request();
            GRANT_MATTER.on(task).setLocal(request.matter().name());
            if (request.matter() == Matter.EXEMPTION) {
                task.setVariableLocal("scheduleLastDay", RequestWords.date(lastDay(request, task)));
            }
            List<Milestone> left = TrackedSteps.left(task);
            task.setVariableLocal(
                    "scheduleInEffect",
                    left.isEmpty()
                            ? "no step with a date"
                            : left.stream().map(step -> "- " + step.inWords()).collect(Collectors.joining("\n")));
        }
    }

    /** The last day for compliance under an exemption, or its renewal (10 CSR 60-6.030(2)(C), (D)). */
    private static LocalDate lastDay(WaterRequest request, VariableScope task) {
        return RENEWED_UNTIL
                .from(task)
                .getOptional()
                .map(LocalDate::parse)
                .orElseGet(() -> GrantWork.lastDay(request.system()));
    }

    static NewScheduleCheck check(WaterRequest request, VariableScope task, LocalDate today) {
        return new NewScheduleCheck(
                request,
                request.matter() == Matter.EXEMPTION ? lastDay(request, task) : null,
                ProposalCheck.earliest(task, today));
    }

    /**
     * A new schedule, for its public notice and for the letter that prescribes it; that of a renewed exemption with the
     * renewal.
     *
     * @throws Refusal where it is none that 10 CSR 60-6.030 allows, with every fault
     */
    void proposed(String caseNumber, DelegateTask task, Answers answers) {
        if (TermsWork.none(task, answers)) {
            return;
        }
        WaterRequest request = caseRecord.get(caseNumber).request();
        List<Fault> faults = check(request, task, LocalDate.now(clock)).faults(task.getVariables());
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        LocalDate last = LocalDate.parse(answers.text("finalComplianceOn"));
        Optional<LocalDate> renewedUntil =
                RENEWED_UNTIL.from(task).getOptional().map(LocalDate::parse);
        LocalDate endsOn = renewedUntil.orElse(last);
        List<Milestone> steps = RequestWork.steps(answers.text("newSteps"), last);
        List<Milestone> interim = Milestone.parseAll(answers.text("interimMeasures"));
        String period = renewedUntil
                        .map(until -> RequestWords.renewedPeriod(until, last))
                        .orElseGet(() -> RequestWords.period(request.matter(), ProposalCheck.DATES, last))
                + (request.matter() == Matter.EXEMPTION
                        ? RequestWords.practicable(answers.text(NewScheduleCheck.PRACTICABLE_REASON))
                        : "");
        boolean renewed = renewedUntil.isPresent();
        // Prescribed anew, a schedule always has dates
        task.setVariable("scheduleKind", ProposalCheck.DATES);
        TRACKED_STEPS.on(task).set(RequestWords.tracked(steps, interim));
        GRANT_ENDS_ON.on(task).set(endsOn.toString());
        NewConditions conditions = NewConditions.of(
                GRANT_CONDITIONS.from(task).getOptional().orElse(""),
                answers.find("newConditions").orElse(""));
        PROPOSED_CONDITIONS.on(task).set(String.join("\n", conditions.all()));
        NOTICE_SUMMARY
                .on(task)
                .set(RequestWork.fitting(
                        "newSteps", RequestWords.newSummary(request, renewed, period, conditions, steps, interim)));
        DECISION_TEXT
                .on(task)
                .set(fitting(RequestWords.rescheduled(
                        request, renewed, period, conditions, renewed ? answers.text("renewalReason") : "")));
        DECISION_CONDITIONS.on(task).set(RequestWords.conditions(conditions.all(), steps, interim));
        EFFECTIVE_ON.on(task).set(LocalDate.now(clock).toString());
    }

    /** @throws Refusal where a letter has no room for it: of a renewal both reasons go into it */
    private static String fitting(String letter) {
        int over = letter.length() - LONGEST_LETTER;
        if (over > 0) {
            throw new Refusal(
                    NewScheduleCheck.PRACTICABLE_REASON,
                    "makes the letter too long: shorten it by " + RequestWords.number(over)
                            + " characters, for the reason of the renewal is in the letter too");
        }
        return letter;
    }
}
