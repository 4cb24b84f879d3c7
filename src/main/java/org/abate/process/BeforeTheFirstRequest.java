package org.abate.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.abate.process.demo.DemoCases;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Deploys the packaged diagrams, and opens the demonstration's cases, before the web server takes a request. */
@Component
class BeforeTheFirstRequest implements SmartLifecycle {

    private final PackagedProcesses packaged;
    private final ObjectProvider<DemoCases> demonstration;
    private boolean running;

    BeforeTheFirstRequest(PackagedProcesses packaged, ObjectProvider<DemoCases> demonstration) {
        this.packaged = packaged;
        this.demonstration = demonstration;
    }

    @Override
    public void start() {
        try {
            packaged.deploy();
        } catch (IOException e) {
            throw new UncheckedIOException("A packaged diagram, decision or form cannot be read", e);
        }
        demonstration.ifAvailable(DemoCases::open);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Long before the web server, which comes among the last. */
    @Override
    public int getPhase() {
        return 0;
    }
}
