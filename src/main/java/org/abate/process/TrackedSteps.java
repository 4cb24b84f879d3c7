package org.abate.process;

import static org.abate.process.CaseVariables.MILESTONES;
import static org.abate.process.CaseVariables.MISSED_STEP;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.casefile.CaseRecord;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** The steps that are left of the schedule of a grant while it is in force (interpretations VE10, VE11, VE20). */
@Component
class TrackedSteps {

    private final CaseRecord caseRecord;
    private final Clock clock;

    TrackedSteps(CaseRecord caseRecord, Clock clock) {
        this.caseRecord = caseRecord;
        this.clock = clock;
    }

    /** The step that ended the schedule: as it was recorded, else the earliest whose day has passed; empty without one. */
    Optional<Milestone> missed(VariableScope grant) {
        if (!"missed".equals(grant.getVariable("scheduleOutcome"))) {
            return Optional.empty();
        }
        return MISSED_STEP.from(grant).getOptional().map(Milestone::parse).or(() -> left(grant).stream()
                .filter(step -> step.dueOn().isBefore(LocalDate.now(clock)))
                .min(Comparator.comparing(Milestone::dueOn)));
    }

    /** A step is met, and is not tracked again where the schedule goes on after an interruption. */
    void met(String caseNumber, DelegateTask task, Milestone step) {
        ofGrant(caseNumber, task).ifPresent(grant -> replace(grant, step, List.of()));
    }

    /** A step is not met; what follows is decided of the grant. */
    void notMet(String caseNumber, DelegateTask task, Milestone step) {
        ofGrant(caseNumber, task).ifPresent(grant -> MISSED_STEP.on(grant).set(step.toString()));
    }

    /** A missed step on which the schedule stands is not tracked again (interpretation VE11). */
    void forgive(VariableScope grant) {
        missed(grant).ifPresent(step -> replace(grant, step, List.of()));
    }

    /**
     * A step is extended.
     *
     * @throws Refusal where the new day lies after the period of the grant
     */
    void extended(String caseNumber, DelegateTask task, Milestone step, Milestone extended) {
        ofGrant(caseNumber, task).ifPresent(grant -> {
            LocalDate last = caseRecord.get(caseNumber).request().system().endsOn();
            if (last != null && extended.dueOn().isAfter(last)) {
                throw new Refusal(
                        "newDueDate",
                        "must not be after " + RequestWords.date(last)
                                + ", the end of the grant: a later day needs a new"
                                + " schedule, which is heard first, or the renewal of an exemption (10 CSR 60-6.030(1)(C),"
                                + " (2)(B), (D))");
            }
            replace(grant, step, List.of(extended));
        });
    }

    /** The grant whose schedule a task tracks; empty for the schedule of an enforcement case. */
    private Optional<VariableScope> ofGrant(String caseNumber, DelegateTask task) {
        return caseRecord.get(caseNumber).request() == null
                ? Optional.empty()
                : Optional.ofNullable(
                        ((TaskEntity) task).getExecution().getProcessInstance().getSuperExecution());
    }

    private static List<Milestone> left(VariableScope grant) {
        return grant.getVariable(MILESTONES.getName()) instanceof List<?> steps
                ? steps.stream().map(step -> Milestone.parse(step.toString())).toList()
                : List.of();
    }

    private static void replace(VariableScope grant, Milestone step, List<Milestone> by) {
        MILESTONES
                .on(grant)
                .set(Stream.concat(left(grant).stream().filter(other -> !other.equals(step)), by.stream())
                        .map(Milestone::toString)
                        .collect(Collectors.toCollection(ArrayList::new)));
    }
}
