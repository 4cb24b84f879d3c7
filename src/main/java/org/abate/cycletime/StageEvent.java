package org.abate.cycletime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/**
 * One transition in the life of a task.
 *
 * @param activity the name of the task
 * @param transition of the standard life cycle of XES: schedule, assign, start, complete, ate_abort or pi_abort
 * @param group whose inbox it was in, may be null
 * @param outcome null while the task is open
 * @param due null where it has no due date
 * @param stoppedBy STAY or EXTENSION where one stopped its clock, as {@code stoppedFrom} and {@code stoppedUntil}; else null
 */
record StageEvent(
        String caseNumber,
        String program,
        String region,
        String activity,
        String transition,
        Instant at,
        String group,
        String process,
        int version,
        String diagram,
        String stage,
        String stageId,
        String waitsOn,
        String outcome,
        Instant due,
        String stoppedBy,
        Instant stoppedFrom,
        Instant stoppedUntil) {

    private static final int MILLISECONDS = 3;

    /**
     * Finished tasks, and open ones, of which it is known only since when they are there. The first condition is on the
     * record, the second on what runs.
     */
    static final String TASKS = """
            SELECT id, case_number, program, region, process, version, diagram, stage, name, waits_on, inbox, created_at,
              claimed_at, due_at, finished_at, outcome, stopped_by, stopped_from, stopped_until
            FROM finished_stage WHERE kind = 'TASK' AND %1$s
            UNION ALL
            SELECT t.id_, c.case_number, c.program, f.region, d.key_, d.version_, b.key_, t.task_def_key_,
              COALESCE(t.name_, t.task_def_key_),
            """ + OpenTasks.WAITS_ON + """
            ,
            """ + OpenTasks.INBOX + """
            , CAST(t.create_time_ AS TIMESTAMP WITH TIME ZONE), NULL, CAST(t.due_date_ AS TIMESTAMP WITH TIME ZONE), NULL,
              NULL, NULL, NULL, NULL""" + OpenTasks.from("%2$s");

    /**
     * By case and time. A task that was nobody's was neither assigned nor started. At the same moment a task ends before
     * another is there.
     */
    static final String SQL = """
            SELECT e.case_number, e.program, e.region, e.name, e.transition, e.happened_at, e.inbox, e.process, e.version,
              e.diagram, e.stage, e.id, e.waits_on, e.outcome, e.due_at, e.stopped_by, e.stopped_from, e.stopped_until
            FROM (
              SELECT s.*, t.step,
                CASE WHEN t.step < 4 THEN t.name WHEN s.outcome = 'COMPLETED' THEN 'complete'
                  WHEN s.outcome = 'WITHDRAWN' THEN 'pi_abort' ELSE 'ate_abort' END AS transition,
                CASE t.step WHEN 1 THEN s.created_at WHEN 4 THEN s.finished_at ELSE s.claimed_at END AS happened_at
              FROM (""" + TASKS + """
            ) s
              CROSS JOIN (SELECT 1 AS step, 'schedule' AS name UNION ALL SELECT 2, 'assign' UNION ALL SELECT 3, 'start'
                UNION ALL SELECT 4, 'complete') t
            ) e
            WHERE e.happened_at IS NOT NULL
            ORDER BY e.case_number, e.happened_at,
              CASE WHEN e.step = 4 AND e.created_at < e.finished_at THEN 0 ELSE e.step END, e.id
            """;

    private static final DateTimeFormatter MOMENT =
            new DateTimeFormatterBuilder().appendInstant(MILLISECONDS).toFormatter(Locale.ROOT);

    /** Milliseconds even where they are none: readers of logs differ in what they make of more digits or fewer. */
    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    static StageEvent of(ResultSet row) throws SQLException {
        return new StageEvent(
                row.getString("case_number"),
                row.getString("program"),
                row.getString("region"),
                row.getString("name"),
                row.getString("transition"),
                instant(row, "happened_at"),
                row.getString("inbox"),
                row.getString("process"),
                row.getInt("version"),
                row.getString("diagram"),
                row.getString("stage"),
                row.getString("id"),
                row.getString("waits_on"),
                row.getString("outcome"),
                instant(row, "due_at"),
                row.getString("stopped_by"),
                instant(row, "stopped_from"),
                instant(row, "stopped_until"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
