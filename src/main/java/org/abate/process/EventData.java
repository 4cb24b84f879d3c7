package org.abate.process;

import static org.abate.process.CaseVariables.APPEAL_FILED_ON;
import static org.abate.process.CaseVariables.NEW_VIOLATIONS;
import static org.abate.process.CaseVariables.REASON;
import static org.abate.process.CaseVariables.WITHDRAWN_BY;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Violation;
import org.abate.casefile.WaterRequest;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Whatever way an event reaches a case's diagram (its page, our REST interface, the engine's {@code /message}, a
 * modification by the administrator), it comes with what belongs to it, or it did not happen: its letter could not be
 * written later, and the case would be stuck.
 */
final class EventData implements ExecutionListener {

    private final CaseEvent event;
    private final CaseRecord caseRecord;

    EventData(CaseEvent event, CaseRecord caseRecord) {
        this.event = event;
        this.caseRecord = caseRecord;
    }

    /** @throws Refusal where the event lacks its data; nothing of it stays */
    @Override
    public void notify(DelegateExecution execution) {
        switch (event) {
            case CASE_WITHDRAWN, PENALTY_ORDER_WITHDRAWN, PENALTY_FACTS_FOUND -> checkReason(execution);
            case REQUEST_WITHDRAWN -> {
                WaterRequest request = file(execution).request();
                if (!RequestWithdrawal.isOpen(request)) {
                    throw new Refusal("event", RequestWithdrawal.notOf(request));
                }
                checkReason(execution);
                if (text(execution, WITHDRAWN_BY.getName()).isEmpty()) {
                    throw refusal(
                            execution, WITHDRAWN_BY.getName(), "who withdrew it is missing, which the letter states");
                }
            }
            case APPEAL_FILED -> checkDate(execution);
            case NEW_VIOLATION_FOUND -> checkNewViolations(execution);
            case RETURNED_TO_COMPLIANCE -> checkCorrected(execution);
            case LATE_RESPONSE_RECEIVED, AGREEMENT_REACHED, TERMS_OVERTAKEN -> {
                // says all there is to say
            }
        }
    }

    private void checkReason(DelegateExecution execution) {
        if (text(execution, REASON.getName()).isEmpty()) {
            throw refusal(execution, REASON.getName(), "its reason is missing, which the letter states");
        }
    }

    private void checkDate(DelegateExecution execution) {
        String name = APPEAL_FILED_ON.getName();
        try {
            LocalDate.parse(text(execution, name).orElse(""));
        } catch (DateTimeParseException e) {
            throw refusal(execution, name, "the day it was filed is missing, a date like 2027-03-01");
        }
    }

    /** Several may run at once, so each follow-up holds its own numbers. */
    private void checkNewViolations(DelegateExecution execution) {
        String name = NEW_VIOLATIONS.getName();
        ExecutionEntity scope = (ExecutionEntity) execution;
        while (!scope.isProcessInstanceExecution() && !scope.hasVariableLocal(name)) {
            scope = scope.getParent();
        }
        String text = scope.isProcessInstanceExecution() ? "" : String.valueOf(scope.getVariableLocal(name));
        if (!text.matches("\\d{1,4}(,\\s*\\d{1,4})*")) {
            throw refusal(execution, name, "the number of the new violation is missing, which its letter is about");
        }
        Set<Integer> numbers = new TreeSet<>(FormCheck.violationNumbers(text));
        Set<Integer> onRecord =
                file(execution).violations().stream().map(Violation::number).collect(Collectors.toSet());
        numbers.removeAll(onRecord);
        if (!numbers.isEmpty()) {
            throw refusal(execution, name, "the case has no violation " + numbers);
        }
    }

    private void checkCorrected(DelegateExecution execution) {
        Set<Integer> followedUp = FollowUps.running(
                execution.getProcessEngineServices(), ((ExecutionEntity) execution).getRootProcessInstanceId());
        List<Integer> open = file(execution).violations().stream()
                .filter(violation -> violation.correctedOn() == null)
                .map(Violation::number)
                .filter(number -> !followedUp.contains(number))
                .toList();
        if (!open.isEmpty()) {
            throw refusal(execution, "date", "the day on which violation " + open + " was corrected is missing");
        }
    }

    private CaseFile file(DelegateExecution execution) {
        return caseRecord.get(execution.getProcessBusinessKey());
    }

    private static Optional<String> text(DelegateExecution execution, String name) {
        return Optional.ofNullable(execution.getVariable(name))
                .map(Object::toString)
                .filter(text -> !text.isBlank());
    }

    private Refusal refusal(DelegateExecution execution, String field, String missing) {
        return new Refusal(
                field,
                event.message() + " is refused: " + missing
                        + ". Raise the event on the case's page, or with POST /api/cases/"
                        + execution.getProcessBusinessKey() + "/events {\"event\": \"" + event + "\", …}");
    }
}
