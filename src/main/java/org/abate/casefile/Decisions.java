package org.abate.casefile;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
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

    /** Of the last decision on a question; empty where there is none, or it was about none. */
    Optional<BigDecimal> amount(String caseNumber, String question) {
        return database.sql("""
                        SELECT amount FROM decision WHERE case_number = ? AND question = ? AND amount IS NOT NULL
                        ORDER BY id DESC FETCH FIRST 1 ROW ONLY""")
                .params(caseNumber, question)
                .query(BigDecimal.class)
                .optional();
    }

    /** Whether a violation was recorded after the last decision on a question. */
    boolean violationRecordedSince(String caseNumber, String question) {
        return database.sql("""
                        SELECT COUNT(*) FROM violation WHERE case_number = :case AND recorded_at >
                          (SELECT MAX(recorded_at) FROM decision WHERE case_number = :case AND question = :question)""")
                        .param("case", caseNumber)
                        .param("question", question)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
