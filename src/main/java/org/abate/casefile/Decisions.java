package org.abate.casefile;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The decisions taken in the cases; a row is written once, and read on the timeline. */
@Component
class Decisions {

    private static final int LONGEST_REASON = 8000;

    private final JdbcClient database;
    private final Clock clock;

    Decisions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void add(String caseNumber, NewDecision given) {
        Faults faults = new Faults();
        String question = faults.line("question", given.question(), 300);
        String capacity = faults.optionalLine("capacity", given.capacity(), 300);
        String answer = faults.line("answer", given.answer(), 300);
        String reason = faults.optionalText("reason", given.reason(), LONGEST_REASON);
        if (given.amount() != null) {
            faults.dollars("amount", given.amount(), true);
        }
        if (given.amount() != null && !given.confidential()) {
            faults.add("confidential", "a decision that tells the penalty is confidential");
        }
        faults.refuse();
        database.sql("""
                        INSERT INTO decision (case_number, question, capacity, answer, amount, reason, confidential,
                          recorded_at, recorded_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        caseNumber,
                        question,
                        capacity,
                        answer,
                        given.amount(),
                        reason,
                        given.confidential(),
                        Sql.of(clock.instant()),
                        Actor.current())
                .update();
    }
}
