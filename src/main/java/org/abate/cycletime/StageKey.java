package org.abate.cycletime;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.abate.casefile.Program;

/**
 * What many finished stages have in common.
 *
 * @param kind tasks, cases as a whole, or limits that stand on no task
 * @param process the diagram the case runs on, whatever block the stage stands in
 * @param diagram the diagram in which the stage stands
 * @param waitsOn RESPONSIBLE_PARTY, DEPARTMENT or STAY; null for others than tasks
 * @param inbox the group that was asked; null where none was
 */
record StageKey(
        FinishedStages.Kind kind,
        Program program,
        String region,
        String process,
        int version,
        String diagram,
        int diagramVersion,
        String stage,
        String name,
        String waitsOn,
        String inbox,
        StageOutcome outcome) {

    boolean isTask() {
        return kind == FinishedStages.Kind.TASK;
    }

    boolean isCase() {
        return kind == FinishedStages.Kind.CASE;
    }

    /** A limit that stands on no task. */
    boolean isLimit() {
        return kind == FinishedStages.Kind.LIMIT;
    }

    /** Whether it is the task of that id; for null, a case as a whole. */
    boolean is(String task) {
        return task == null ? isCase() : isTask() && task.equals(stage);
    }

    static StageKey of(ResultSet row) throws SQLException {
        return new StageKey(
                FinishedStages.Kind.valueOf(row.getString("kind")),
                Program.of(row.getString("program")).orElseThrow(),
                row.getString("region"),
                row.getString("process"),
                row.getInt("version"),
                row.getString("diagram"),
                row.getInt("diagram_version"),
                row.getString("stage"),
                row.getString("name"),
                row.getString("waits_on"),
                row.getString("inbox"),
                StageOutcome.of(row.getString("outcome")).orElseThrow());
    }
}
