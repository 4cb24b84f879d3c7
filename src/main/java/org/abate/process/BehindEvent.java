package org.abate.process;

import java.util.Optional;
import org.abate.casefile.CaseRecord;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.EventSubscriptionDeclaration;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;

/**
 * A step behind an event of its case is not begun without what belongs to the event: the administrator who moves a case
 * there by hand, past the event, gets the event's own words.
 */
final class BehindEvent implements ExecutionListener {

    private final CaseRecord caseRecord;

    BehindEvent(CaseRecord caseRecord) {
        this.caseRecord = caseRecord;
    }

    /** @throws Refusal where the event lacks its data */
    @Override
    public void notify(DelegateExecution execution) throws Exception {
        Optional<CaseEvent> event = before(((ExecutionEntity) execution).getActivity());
        if (event.isPresent()) {
            new EventData(event.orElseThrow(), caseRecord).notify(execution);
        }
    }

    private static Optional<CaseEvent> before(ActivityImpl step) {
        for (ScopeImpl scope = step.getFlowScope(); scope instanceof ActivityImpl part; scope = part.getFlowScope()) {
            if (part.isTriggeredByEvent()) {
                return part.getActivities().stream()
                        .flatMap(start -> message(start).stream())
                        .findFirst()
                        .flatMap(CaseEvent::of);
            }
        }
        return Optional.empty();
    }

    /** The name of the message that an event waits for. */
    static Optional<String> message(ActivityImpl event) {
        return Optional.ofNullable(EventSubscriptionDeclaration.getDeclarationsForScope(event.getEventScope())
                        .get(event.getActivityId()))
                .filter(subscription -> EventType.MESSAGE.name().equals(subscription.getEventType()))
                .map(EventSubscriptionDeclaration::getUnresolvedEventName);
    }
}
