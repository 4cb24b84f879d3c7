package org.abate.process;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * The one clock of the application: the engine's. Whoever moves the engine's time moves the record, the letters and
 * the deadlines with it. Days are counted in the department's time zone.
 */
@Component
class EngineClock extends Clock {

    /** Jefferson City keeps central time. */
    static final ZoneId DEPARTMENT_ZONE = ZoneId.of("America/Chicago");

    private final ZoneId zone;

    EngineClock() {
        this(DEPARTMENT_ZONE);
    }

    private EngineClock(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new EngineClock(other);
    }

    @Override
    public Instant instant() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
