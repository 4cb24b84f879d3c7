package org.abate.cycletime;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes the record of finished stages anew when a node is started for that: docs/operations.md, "Cycle times". */
@Component
@ConditionalOnProperty("abate.rebuild-cycle-times")
class RebuildAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildAtStart.class);

    private final FinishedStages stages;

    RebuildAtStart(FinishedStages stages) {
        this.stages = stages;
    }

    @EventListener
    void rebuild(ApplicationReadyEvent ready) {
        LOG.info("Cycle times: {} finished stages written anew from the engine's history", stages.rebuild());
    }
}
