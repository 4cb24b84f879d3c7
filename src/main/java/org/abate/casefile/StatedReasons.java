package org.abate.casefile;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Why cases were withdrawn and deadlines missed; a row is written once, a later one of the same stage counts instead. */
@Component
public class StatedReasons {

    private final JdbcClient database;
    private final Clock clock;

    StatedReasons(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Records a reason that was found to be one of those offered.
     *
     * @param stage the id of the late task, or of the process instance of the withdrawn case
     * @param title what the code means, in the words of now
     */
    public void add(String caseNumber, String stage, ReasonOccasion occasion, String code, String title) {
        database.sql("""
                        INSERT INTO stated_reason (case_number, stage_id, occasion, code, title, recorded_at, recorded_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(caseNumber, stage, occasion.name(), code, title, Sql.of(clock.instant()), Actor.current())
                .update();
    }
}
