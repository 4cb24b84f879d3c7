package org.abate.cycletime;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the record of finished stages. A stage that finishes now and one that is rebuilt from the engine's history are
 * written by the same statements, so they cannot differ.
 */
@Repository
public class FinishedStages {

    /** The engine keeps local times, as the database's session understands them. */
    private static final String WITH_DURATIONS = """
            INSERT INTO finished_stage (id, kind, case_number, program, region, process, version, stage, name, waits_on,
              inbox, created_at, claimed_at, due_at, finished_at, outcome, seconds, waiting_seconds)
            SELECT s.*,
              GREATEST(0, CAST(EXTRACT(EPOCH FROM s.finished_at) - EXTRACT(EPOCH FROM s.created_at) AS BIGINT)),
              CASE WHEN s.claimed_at IS NULL THEN NULL ELSE
                LEAST(GREATEST(0, CAST(EXTRACT(EPOCH FROM s.claimed_at) - EXTRACT(EPOCH FROM s.created_at) AS BIGINT)),
                  GREATEST(0, CAST(EXTRACT(EPOCH FROM s.finished_at) - EXTRACT(EPOCH FROM s.created_at) AS BIGINT))) END
            FROM (%s) s
            WHERE NOT EXISTS (SELECT 1 FROM finished_stage present WHERE present.id = s.id)
            """;

    /**
     * Whom a task waits on is told by its name; see docs/decisions/0011. Its own deadline ended it where the timer that
     * gave it its due date ran on its execution as it ended.
     */
    private static final String TASKS = """
            SELECT t.id_ AS id, 'TASK' AS kind, c.case_number, c.program, f.region, d.key_ AS process,
              d.version_ AS version, t.task_def_key_ AS stage, COALESCE(t.name_, t.task_def_key_) AS name,
              CASE WHEN t.name_ LIKE 'Record response%' OR t.name_ LIKE 'Record answer%'
                  OR t.name_ LIKE 'Record acknowledgment%' OR t.name_ LIKE 'Record payment%'
                  OR t.name_ LIKE 'Record abatement%' OR t.name_ LIKE 'Record milestone%' THEN 'RESPONSIBLE_PARTY'
                WHEN t.name_ LIKE 'Record decision on appeal%' THEN 'STAY'
                ELSE 'DEPARTMENT' END AS waits_on,
              (SELECT MIN(l.group_id_) FROM act_hi_identitylink l
                WHERE l.task_id_ = t.id_ AND l.type_ = 'candidate' AND l.operation_type_ = 'add') AS inbox,
              CAST(t.start_time_ AS TIMESTAMP WITH TIME ZONE) AS created_at,
              (SELECT CAST(MAX(l.timestamp_) AS TIMESTAMP WITH TIME ZONE) FROM act_hi_identitylink l
                WHERE l.task_id_ = t.id_ AND l.type_ = 'assignee' AND l.operation_type_ = 'add'
                  AND l.user_id_ = t.assignee_) AS claimed_at,
              CAST(t.due_date_ AS TIMESTAMP WITH TIME ZONE) AS due_at,
              CAST(t.end_time_ AS TIMESTAMP WITH TIME ZONE) AS finished_at,
              CASE WHEN t.delete_reason_ = 'completed' THEN 'COMPLETED'
                WHEN EXISTS (SELECT 1 FROM act_hi_job_log j WHERE j.process_instance_id_ = t.proc_inst_id_
                  AND j.execution_id_ = t.execution_id_ AND j.job_def_type_ = 'timer-transition' AND j.job_state_ = 2
                  AND j.job_duedate_ = t.due_date_ AND j.timestamp_ >= t.end_time_) THEN 'TIMER_PASSED'
                WHEN EXISTS (SELECT 1 FROM act_hi_actinst w WHERE w.proc_inst_id_ = t.root_proc_inst_id_
                  AND w.act_id_ = 'CaseWithdrawnReceived' AND w.start_time_ >= t.end_time_
                  AND w.start_time_ < t.end_time_ + INTERVAL '5' SECOND) THEN 'WITHDRAWN'
                ELSE 'INTERRUPTED' END AS outcome
            FROM act_hi_taskinst t
            JOIN act_hi_procinst root ON root.id_ = t.root_proc_inst_id_
            JOIN case_file c ON c.case_number = root.business_key_
            JOIN facility f ON f.id = c.facility_id
            JOIN act_re_procdef d ON d.id_ = t.proc_def_id_
            WHERE t.end_time_ IS NOT NULL AND t.task_def_key_ IS NOT NULL""";

    /** A case as a whole is the run of its program's own diagram; its start is in nobody's inbox and has no due date. */
    private static final String CASES = """
            SELECT p.id_ AS id, 'CASE' AS kind, c.case_number, c.program, f.region, d.key_ AS process,
              d.version_ AS version, d.key_ AS stage, COALESCE(d.name_, d.key_) AS name,
              CAST(NULL AS VARCHAR(20)) AS waits_on, CAST(NULL AS VARCHAR(255)) AS inbox,
              CAST(p.start_time_ AS TIMESTAMP WITH TIME ZONE) AS created_at,
              CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS claimed_at, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS due_at,
              CAST(p.end_time_ AS TIMESTAMP WITH TIME ZONE) AS finished_at,
              CASE WHEN c.status = 'WITHDRAWN' THEN 'WITHDRAWN' WHEN p.state_ = 'COMPLETED' THEN 'COMPLETED'
                ELSE 'INTERRUPTED' END AS outcome
            FROM act_hi_procinst p
            JOIN case_file c ON c.case_number = p.business_key_
            JOIN facility f ON f.id = c.facility_id
            JOIN act_re_procdef d ON d.id_ = p.proc_def_id_
            WHERE p.end_time_ IS NOT NULL AND p.super_process_instance_id_ IS NULL
              AND d.key_ = CASE WHEN c.program = 'tanks' THEN 'tank' ELSE c.program END || '-enforcement'""";

    /** The history of a case is cleaned up table by table: what is due for it may be incomplete. */
    private static final String STILL_WHOLE = " AND (%1$s.removal_time_ IS NULL OR %1$s.removal_time_ > :now)";

    private final JdbcClient database;
    private final Clock clock;

    FinishedStages(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those that finish in the transaction at work; their history is written already. */
    void record(Set<String> tasks, Set<String> cases) {
        if (!tasks.isEmpty()) {
            database.sql(WITH_DURATIONS.formatted(TASKS + " AND t.id_ IN (:ids)"))
                    .param("ids", tasks)
                    .update();
        }
        if (!cases.isEmpty()) {
            database.sql(WITH_DURATIONS.formatted(CASES + " AND p.id_ IN (:ids)"))
                    .param("ids", cases)
                    .update();
        }
    }

    /**
     * Writes anew every stage of which the engine still has the whole history; those whose history was cleaned up stay as
     * they are. Nodes may be at work meanwhile.
     *
     * @return how many stages were written
     */
    @Transactional
    public int rebuild() {
        return rebuilt(TASKS + STILL_WHOLE.formatted("t")) + rebuilt(CASES + STILL_WHOLE.formatted("p"));
    }

    private int rebuilt(String stages) {
        Timestamp now = Timestamp.from(clock.instant());
        database.sql("DELETE FROM finished_stage WHERE id IN (SELECT s.id FROM (" + stages + ") s)")
                .param("now", now)
                .update();
        return database.sql(WITH_DURATIONS.formatted(stages)).param("now", now).update();
    }
}
