package org.abate.process;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Clock;
import org.abate.access.Office;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an operator watches of the engine, at {@code /actuator/prometheus}. Each is one count in the database when asked,
 * so all nodes say the same: take the greatest, not the sum. Asked past the engine, whose answer would depend on who is
 * signed in.
 */
@Component
class EngineGauges implements MeterBinder {

    private static final String DUE = "FROM act_ru_job WHERE retries_ > 0 AND suspension_state_ = 1"
            + " AND (duedate_ IS NULL OR duedate_ <= :now) AND (lock_exp_time_ IS NULL OR lock_exp_time_ <= :now)";

    private final JdbcClient database;
    private final Clock clock;

    EngineGauges(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("abate.incidents.open", this, gauges -> gauges.count("SELECT COUNT(*) FROM act_ru_incident"))
                .description("Steps that failed for good and wait for somebody to put them right")
                .register(registry);
        Gauge.builder("abate.jobs.due", this, gauges -> gauges.count("SELECT COUNT(*) " + DUE))
                .description(
                        "Letters, timers and other steps that are due and that no node works on; near zero when all is well")
                .register(registry);
        for (Office office : Office.values()) {
            Gauge.builder("abate.tasks.open", this, gauges -> gauges.count(openTasks(office)))
                    .description("Open tasks by office")
                    .tag("office", office.id())
                    .register(registry);
        }
    }

    private static String openTasks(Office office) {
        return "SELECT COUNT(*) FROM act_ru_task WHERE tenant_id_ = '" + office.id() + "'";
    }

    private double count(String question) {
        return database.sql(question)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }
}
