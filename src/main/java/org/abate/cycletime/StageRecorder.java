package org.abate.cycletime;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.abate.cycletime.FinishedStages.Kind;
import org.camunda.bpm.engine.history.HistoricJobLog;
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
 * Hears from the engine what finishes, and puts it into the record just before the transaction commits
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
            finishedHere(Kind.TASK, event);
        } else if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END)) {
            boolean whole = event.getProcessInstanceId().equals(event.getRootProcessInstanceId());
            finishedHere(whole ? Kind.CASE : Kind.PERSUASION, event);
        } else if (event instanceof HistoricJobLog job
                && job.getJobDueDate() != null
                && (job.isSuccessLog() || job.isDeletionLog())) {
            finishedHere(Kind.LIMIT, event);
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private void finishedHere(Kind kind, HistoryEvent event) {
        TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Finished.class::isInstance)
                .map(Finished.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    Finished finished = new Finished();
                    TransactionSynchronizationManager.registerSynchronization(finished);
                    return finished;
                })
                .events
                .computeIfAbsent(kind, added -> new ArrayList<>())
                .add(event);
    }

    /** What has finished in the current transaction. */
    private class Finished implements TransactionSynchronization {

        private final Map<Kind, List<HistoryEvent>> events = new EnumMap<>(Kind.class);

        /** By now the engine's history of them is in the database, and each has its id. */
        @Override
        public void beforeCommit(boolean readOnly) {
            Map<Kind, Set<String>> ids = new EnumMap<>(Kind.class);
            events.forEach((kind, each) ->
                    ids.put(kind, each.stream().map(HistoryEvent::getId).collect(Collectors.toSet())));
            stages.record(ids);
        }
    }
}
