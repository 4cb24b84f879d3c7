package org.abate.cycletime;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the record of finished stages. A stage that finishes now and one that is rebuilt from the engine's history are
 * written by the same statements, so they cannot differ.
 */
@Repository
public class FinishedStages {

    private static final String FROM_CREATION_TO =
            "GREATEST(0, CAST(EXTRACT(EPOCH FROM s.%s)" + " - EXTRACT(EPOCH FROM s.created_at) AS BIGINT))";

    private static final String SECONDS = FROM_CREATION_TO.formatted("finished_at");

    /** The engine keeps local times, as the database's session understands them. */
    private static final String WITH_DURATIONS = """
            INSERT INTO finished_stage (id, kind, case_number, program, region, process, version, diagram, diagram_version,
              stage, name, waits_on, inbox, created_at, claimed_at, due_at, finished_at, outcome, stopped_by, stopped_from,
              stopped_until, reached, days_from_discovery, seconds, waiting_seconds, stayed_seconds, extended_seconds, step_overdue)
            SELECT s.*, %1$s,
              CASE WHEN s.claimed_at IS NULL THEN NULL ELSE LEAST(%2$s, %1$s) END, %3$s, %4$s, %5$s
            FROM (%6$s) s
            """;

    private static final String NEW = "WHERE NOT EXISTS (SELECT 1 FROM finished_stage present WHERE present.id = s.id)";

    private static final String STOPPED_BY = """
            CASE WHEN s.stopped_by = '%s' THEN
              LEAST(%s, CAST(EXTRACT(EPOCH FROM s.stopped_until) - EXTRACT(EPOCH FROM s.stopped_from) AS BIGINT))
              ELSE 0 END""";

    /** What the stops of a case's tasks cover together: each counts from where those that began before it have ended. */
    private static final String STOPPED_IN_CASE = """
            LEAST(%2$s, (SELECT COALESCE(SUM(GREATEST(0, CAST(EXTRACT(EPOCH FROM t.stopped_until)
                - EXTRACT(EPOCH FROM GREATEST(t.stopped_from, COALESCE((SELECT MAX(o.stopped_until) FROM finished_stage o
                    WHERE o.case_number = t.case_number AND o.stopped_by = '%1$s'
                      AND (o.stopped_from < t.stopped_from OR (o.stopped_from = t.stopped_from AND o.id < t.id))),
                  t.stopped_from))) AS BIGINT))), 0)
              FROM finished_stage t WHERE t.case_number = s.case_number AND t.stopped_by = '%1$s'
                AND t.stopped_from >= s.created_at))""";

    /** Of a case, whether one of its tasks was overdue; none where no task had a due date. */
    private static final String STEP_OVERDUE = """
            (SELECT MAX(CASE WHEN t.finished_at > t.due_at THEN 1 ELSE 0 END) = 1 FROM finished_stage t
              WHERE t.case_number = s.case_number AND t.kind = 'TASK' AND t.process = s.process
                AND t.due_at IS NOT NULL)""";

    /**
     * Its own deadline ended it where the timer that
     * gave it its due date ran on its execution as it ended. It counts under the process at the root, whatever block it
     * stands in, and under the version of it in which it ended. It was claimed when somebody took it who did not put it back:
     * what follows a change of hands at once was not put back. An extension is a later due date of the same step after a decision on it; of several, the clock stands from the first due date on. The offsets keep PostgreSQL from
     * working a column out again wherever it is named. The outer joins, none of which
     * may stay empty, keep H2 from weighing every order of six tables, and POSITION in place of LIKE from doing so again with
     * each run.
     */
    private static final String TASKS = """
            SELECT e.id, e.kind, e.case_number, e.program, e.region, e.process, e.version, e.diagram, e.diagram_version,
              e.stage, e.name, e.waits_on, e.inbox, e.created_at, e.claimed_at, e.due_at, e.finished_at, e.outcome,
              CASE WHEN e.waits_on = 'STAY' THEN 'STAY'
                WHEN e.extended_from < LEAST(e.finished_at, e.due_at) THEN 'EXTENSION' END AS stopped_by,
              CASE WHEN e.waits_on = 'STAY' THEN e.created_at
                WHEN e.extended_from < LEAST(e.finished_at, e.due_at)
                  THEN LEAST(GREATEST(e.created_at, e.extended_from), LEAST(e.finished_at, e.due_at)) END AS stopped_from,
              CASE WHEN e.waits_on = 'STAY' THEN e.finished_at
                WHEN e.extended_from < LEAST(e.finished_at, e.due_at) THEN LEAST(e.finished_at, e.due_at)
                END AS stopped_until,
              CAST(NULL AS VARCHAR(18)) AS reached, CAST(NULL AS INTEGER) AS days_from_discovery
            FROM (
            SELECT t.id_ AS id, 'TASK' AS kind, c.case_number, c.program, f.region, d.key_ AS process,
              d.version_ AS version, b.key_ AS diagram, b.version_ AS diagram_version, t.task_def_key_ AS stage,
              COALESCE(t.name_, t.task_def_key_) AS name,
            """ + OpenTasks.WAITS_ON + """
             AS waits_on,
              (SELECT MIN(l.group_id_) FROM act_hi_identitylink l
                WHERE l.root_proc_inst_id_ = t.root_proc_inst_id_ AND l.task_id_ = t.id_ AND l.type_ = 'candidate'
                  AND l.operation_type_ = 'add') AS inbox,
              CAST(t.start_time_ AS TIMESTAMP WITH TIME ZONE) AS created_at,
              (SELECT CAST(MIN(l.timestamp_) AS TIMESTAMP WITH TIME ZONE) FROM act_hi_identitylink l
                WHERE l.root_proc_inst_id_ = t.root_proc_inst_id_ AND l.task_id_ = t.id_ AND l.type_ = 'assignee'
                  AND l.operation_type_ = 'add' AND t.assignee_ IS NOT NULL
                  AND NOT EXISTS (SELECT 1 FROM act_hi_identitylink g
                    WHERE g.root_proc_inst_id_ = t.root_proc_inst_id_ AND g.task_id_ = t.id_ AND g.type_ = 'assignee'
                      AND g.operation_type_ = 'delete' AND g.timestamp_ > l.timestamp_
                      AND NOT EXISTS (SELECT 1 FROM act_hi_identitylink n
                        WHERE n.root_proc_inst_id_ = t.root_proc_inst_id_ AND n.task_id_ = t.id_ AND n.type_ = 'assignee'
                          AND n.operation_type_ = 'add' AND n.timestamp_ >= g.timestamp_
                          AND n.timestamp_ < g.timestamp_ + INTERVAL '1' SECOND))) AS claimed_at,
              CAST(t.due_date_ AS TIMESTAMP WITH TIME ZONE) AS due_at,
              CAST(t.end_time_ AS TIMESTAMP WITH TIME ZONE) AS finished_at,
              CASE WHEN t.delete_reason_ = 'completed' THEN 'COMPLETED'
                WHEN EXISTS (SELECT 1 FROM act_hi_job_log j WHERE j.process_instance_id_ = t.proc_inst_id_
                  AND j.execution_id_ = t.execution_id_ AND j.job_def_type_ = 'timer-transition' AND j.job_state_ = 2
                  AND j.job_duedate_ = t.due_date_ AND j.timestamp_ >= t.end_time_) THEN 'TIMER_PASSED'
                WHEN EXISTS (SELECT 1 FROM act_hi_actinst w WHERE w.proc_inst_id_ = t.root_proc_inst_id_
                  AND w.act_id_ = 'CaseWithdrawnReceived' AND w.start_time_ >= t.end_time_
                  AND w.start_time_ < t.end_time_ + INTERVAL '5' SECOND) THEN 'WITHDRAWN'
                ELSE 'INTERRUPTED' END AS outcome,
              CASE WHEN POSITION('Record milestone' IN t.name_) = 1 THEN
                (SELECT CAST(MIN(p.due_date_) AS TIMESTAMP WITH TIME ZONE) FROM act_hi_taskinst p
                  JOIN act_hi_actinst pa ON pa.proc_inst_id_ = p.proc_inst_id_ AND pa.task_id_ = p.id_
                  JOIN act_hi_actinst ta ON ta.proc_inst_id_ = p.proc_inst_id_
                    AND ta.parent_act_inst_id_ = pa.parent_act_inst_id_
                  JOIN act_hi_taskinst x ON x.proc_inst_id_ = p.proc_inst_id_ AND POSITION('Decide on extension' IN x.name_) = 1
                  WHERE p.proc_inst_id_ = t.proc_inst_id_ AND p.task_def_key_ = t.task_def_key_ AND ta.task_id_ = t.id_
                    AND p.due_date_ < t.due_date_ AND p.end_time_ <= x.start_time_ AND x.end_time_ <= t.start_time_)
                END AS extended_from
            FROM act_hi_taskinst t
            JOIN act_hi_procinst root ON root.id_ = t.root_proc_inst_id_
            JOIN case_file c ON c.case_number = root.business_key_
            LEFT JOIN facility f ON f.id = c.facility_id
            LEFT JOIN act_re_procdef d ON d.id_ =
              CASE WHEN t.proc_inst_id_ = t.root_proc_inst_id_ THEN t.proc_def_id_ ELSE root.proc_def_id_ END
            LEFT JOIN act_re_procdef b ON b.id_ = t.proc_def_id_
            WHERE t.end_time_ IS NOT NULL AND t.task_def_key_ IS NOT NULL
              AND f.id IS NOT NULL AND d.id_ IS NOT NULL AND b.id_ IS NOT NULL%s
            OFFSET 0 ROWS) e
            OFFSET 0 ROWS""";

    /** A case as a whole is the run of its program's own diagram; its start is in nobody's inbox and has no due date. */
    private static final String CASES = """
            SELECT p.id_ AS id, 'CASE' AS kind, c.case_number, c.program, f.region, d.key_ AS process,
              d.version_ AS version, d.key_ AS diagram, d.version_ AS diagram_version, d.key_ AS stage,
              COALESCE(d.name_, d.key_) AS name,
              CAST(NULL AS VARCHAR(20)) AS waits_on, CAST(NULL AS VARCHAR(255)) AS inbox,
              CAST(p.start_time_ AS TIMESTAMP WITH TIME ZONE) AS created_at,
              CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS claimed_at, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS due_at,
              CAST(p.end_time_ AS TIMESTAMP WITH TIME ZONE) AS finished_at,
              CASE WHEN c.status = 'WITHDRAWN' THEN 'WITHDRAWN' WHEN p.state_ = 'COMPLETED' THEN 'COMPLETED'
                ELSE 'INTERRUPTED' END AS outcome,
              %1$s, CAST(NULL AS VARCHAR(18)) AS reached, CAST(NULL AS INTEGER) AS days_from_discovery
            FROM act_hi_procinst p
            JOIN case_file c ON c.case_number = p.business_key_
            LEFT JOIN facility f ON f.id = c.facility_id
            LEFT JOIN act_re_procdef d ON d.id_ = p.proc_def_id_
            WHERE p.end_time_ IS NOT NULL AND p.super_process_instance_id_ IS NULL AND f.id IS NOT NULL
              AND d.key_ = CASE WHEN c.program = 'tanks' THEN 'tank' ELSE c.program END || '-enforcement'%2$s""";

    /**
     * Conference, conciliation and persuasion as a whole. It ended by an event of its own diagram; or the case's own event
     * that the facility has returned to compliance ended it. A day is one of Central Time.
     */
    private static final String PERSUASIONS = """
            SELECT p.id_ AS id, 'PERSUASION' AS kind, c.case_number, c.program, f.region, d.key_ AS process,
              d.version_ AS version, b.key_ AS diagram, b.version_ AS diagram_version, b.key_ AS stage,
              COALESCE(b.name_, b.key_) AS name,
              CAST(NULL AS VARCHAR(20)) AS waits_on, CAST(NULL AS VARCHAR(255)) AS inbox,
              CAST(p.start_time_ AS TIMESTAMP WITH TIME ZONE) AS created_at,
              CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS claimed_at, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS due_at,
              CAST(p.end_time_ AS TIMESTAMP WITH TIME ZONE) AS finished_at,
              CASE WHEN p.state_ = 'COMPLETED' THEN 'COMPLETED' ELSE 'INTERRUPTED' END AS outcome,
              %1$s,
              CASE WHEN p.end_act_id_ = 'ReturnedToComplianceEnd' THEN 'COMPLIANCE'
                WHEN p.end_act_id_ = 'ScheduleAgreed' THEN 'SCHEDULE'
                WHEN p.end_act_id_ = 'FormalEnforcement' THEN 'FORMAL_ENFORCEMENT'
                WHEN EXISTS (SELECT 1 FROM act_hi_actinst a WHERE a.proc_inst_id_ = p.root_proc_inst_id_
                  AND a.act_id_ = 'ComplianceReached' AND a.start_time_ >= p.end_time_ - INTERVAL '5' SECOND
                  AND a.start_time_ < p.end_time_ + INTERVAL '5' SECOND) THEN 'COMPLIANCE'
                ELSE 'ENDED_OTHERWISE' END AS reached,
              CAST((EXTRACT(EPOCH FROM CAST(CAST(p.end_time_ AS TIMESTAMP WITH TIME ZONE) AT TIME ZONE '%2$s' AS DATE))
                - EXTRACT(EPOCH FROM c.discovered_on)) / 86400 AS INTEGER) AS days_from_discovery
            FROM act_hi_procinst p
            JOIN act_hi_procinst root ON root.id_ = p.root_proc_inst_id_
            JOIN case_file c ON c.case_number = root.business_key_
            LEFT JOIN facility f ON f.id = c.facility_id
            LEFT JOIN act_re_procdef d ON d.id_ = root.proc_def_id_
            LEFT JOIN act_re_procdef b ON b.id_ = p.proc_def_id_
            WHERE f.id IS NOT NULL AND d.id_ IS NOT NULL AND b.id_ IS NOT NULL AND p.end_time_ IS NOT NULL
              AND p.proc_def_key_ = 'conference-conciliation-persuasion'%3$s""";

    /**
     * Timers that limit a part of a diagram and not one task, from the moment they were set until they passed or were not
     * needed any more. A timer that stands on a task gives the task its due date.
     */
    private static final String LIMITS = """
            SELECT j.id_ AS id, 'LIMIT' AS kind, c.case_number, c.program, f.region, d.key_ AS process,
              d.version_ AS version, b.key_ AS diagram, b.version_ AS diagram_version, j.act_id_ AS stage,
              j.act_id_ AS name,
              CAST(NULL AS VARCHAR(20)) AS waits_on, CAST(NULL AS VARCHAR(255)) AS inbox,
              (SELECT CAST(MIN(m.timestamp_) AS TIMESTAMP WITH TIME ZONE) FROM act_hi_job_log m
                WHERE m.process_instance_id_ = j.process_instance_id_ AND m.job_id_ = j.job_id_ AND m.job_state_ = 0)
                AS created_at,
              CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS claimed_at,
              CAST(j.job_duedate_ AS TIMESTAMP WITH TIME ZONE) AS due_at,
              CAST(j.timestamp_ AS TIMESTAMP WITH TIME ZONE) AS finished_at,
              CASE WHEN j.job_state_ = 2 THEN 'TIMER_PASSED' ELSE 'COMPLETED' END AS outcome,
              %1$s, CAST(NULL AS VARCHAR(18)) AS reached, CAST(NULL AS INTEGER) AS days_from_discovery
            FROM act_hi_job_log j
            JOIN act_hi_procinst root ON root.id_ = j.root_proc_inst_id_
            JOIN case_file c ON c.case_number = root.business_key_
            LEFT JOIN facility f ON f.id = c.facility_id
            LEFT JOIN act_re_procdef d ON d.id_ =
              CASE WHEN j.process_instance_id_ = j.root_proc_inst_id_ THEN j.process_def_id_ ELSE root.proc_def_id_ END
            LEFT JOIN act_re_procdef b ON b.id_ = j.process_def_id_
            WHERE f.id IS NOT NULL AND d.id_ IS NOT NULL AND b.id_ IS NOT NULL
              AND j.job_state_ IN (2, 3) AND j.job_duedate_ IS NOT NULL
              AND j.job_def_type_ IN ('timer-transition', 'timer-start-event-subprocess')
              AND EXISTS (SELECT 1 FROM act_hi_job_log m WHERE m.process_instance_id_ = j.process_instance_id_
                AND m.job_id_ = j.job_id_ AND m.job_state_ = 0)
              AND NOT EXISTS (SELECT 1 FROM act_hi_taskinst t WHERE t.proc_inst_id_ = j.process_instance_id_
                AND t.execution_id_ = j.execution_id_ AND t.due_date_ = j.job_duedate_)%2$s""";

    private static final String NEVER_STOPPED = "CAST(NULL AS VARCHAR(9)) AS stopped_by,"
            + " CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS stopped_from,"
            + " CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS stopped_until";

    /** What there is in the record, in the order in which it is written: a case sums up what its tasks say. */
    enum Kind {
        TASK("t.id_"),
        CASE("p.id_"),
        PERSUASION("p.id_"),
        LIMIT("j.id_");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        private String table() {
            return id.substring(0, 1);
        }
    }

    private final JdbcClient database;
    private final Clock clock;

    FinishedStages(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What finishes in the transaction at work; its history is written already. */
    void record(Map<Kind, Set<String>> finished) {
        finished.forEach((kind, ids) -> {
            if (!ids.isEmpty()) {
                database.sql(insert(kind, " AND " + kind.id + " IN (:ids)") + NEW)
                        .param("ids", ids)
                        .update();
            }
        });
    }

    /**
     * Writes anew every stage of which the engine still has the whole history; those whose history was cleaned up stay as
     * they are. Nodes may be at work meanwhile: what they finish then is neither deleted nor written here, for all of it is
     * seen as of one moment.
     *
     * @return how many stages were written
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public int rebuild() {
        database.sql("UPDATE finished_stage_edition SET edition = edition + 1").update();
        Timestamp now = Timestamp.from(clock.instant());
        for (Kind kind : Kind.values()) {
            database.sql("DELETE FROM finished_stage WHERE id IN (SELECT s.id FROM (" + select(kind, whole(kind))
                            + ") s)")
                    .param("now", now)
                    .update();
        }
        int written = 0;
        for (Kind kind : Kind.values()) {
            written += database.sql(insert(kind, whole(kind))).param("now", now).update();
        }
        return written;
    }

    /** The history of a case is cleaned up table by table: what is due for it may be incomplete. */
    private static String whole(Kind kind) {
        return " AND (%1$s.removal_time_ IS NULL OR %1$s.removal_time_ > :now)".formatted(kind.table());
    }

    private String select(Kind kind, String which) {
        return switch (kind) {
            case TASK -> TASKS.formatted(which);
            case CASE -> CASES.formatted(NEVER_STOPPED, which);
            case PERSUASION ->
                PERSUASIONS.formatted(NEVER_STOPPED, clock.getZone().getId(), which);
            case LIMIT -> LIMITS.formatted(NEVER_STOPPED, which);
        };
    }

    private String insert(Kind kind, String which) {
        boolean whole = kind == Kind.CASE;
        String stopped = whole ? STOPPED_IN_CASE : STOPPED_BY;
        return WITH_DURATIONS.formatted(
                SECONDS,
                FROM_CREATION_TO.formatted("claimed_at"),
                stopped.formatted("STAY", SECONDS),
                stopped.formatted("EXTENSION", SECONDS),
                whole ? STEP_OVERDUE : "CAST(NULL AS BOOLEAN)",
                select(kind, which));
    }
}
