package org.abate.cycletime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hears from the engine which tasks and cases finish, and puts them into the record just before the transaction commits
 * in which they did: both are there or neither. Unlike a listener of a diagram it cannot be skipped by a caller.
 */
@Component
class StageRecorder extends AbstractProcessEnginePlugin implements HistoryEventHandler {

    private final FinishedStages stages;

    StageRecorder(@Lazy FinishedStages stages) {
        this.stages = stages;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<HistoryEventHandler> handlers = new ArrayList<>(engine.getCustomHistoryEventHandlers());
        handlers.add(this);
        engine.setCustomHistoryEventHandlers(handlers);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_COMPLETE)
                || event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_DELETE)) {
            finishedHere().tasks.add(event.getId());
        } else if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END)
                && event.getProcessInstanceId().equals(event.getRootProcessInstanceId())) {
            finishedHere().cases.add(event.getProcessInstanceId());
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private Finished finishedHere() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Finished.class::isInstance)
                .map(Finished.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    Finished finished = new Finished();
                    TransactionSynchronizationManager.registerSynchronization(finished);
                    return finished;
                });
    }

    /** What has finished in the current transaction. */
    private class Finished implements TransactionSynchronization {

        private final Set<String> tasks = new LinkedHashSet<>();
        private final Set<String> cases = new LinkedHashSet<>();

        /** By now the engine's history of them is in the database. */
        @Override
        public void beforeCommit(boolean readOnly) {
            stages.record(tasks, cases);
        }
    }
}
