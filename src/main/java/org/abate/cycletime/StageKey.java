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
 * @param persuaded what persuasion came to; null for other than persuasions
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
        StageOutcome outcome,
        Persuaded persuaded) {

    /**
     * What conference, conciliation and persuasion came to.
     *
     * @param past90 whether it took more than 90 days from discovery
     * @param past180 whether more than 180
     */
    record Persuaded(Persuasion.Result result, boolean past90, boolean past180) {

        private static Persuaded of(ResultSet row) throws SQLException {
            int days = row.getInt("days_from_discovery");
            return new Persuaded(Persuasion.Result.valueOf(row.getString("reached")), days > 90, days > 180);
        }
    }

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

    /** Whether it is the task that {@link StageChoices.Task#address} names; for null, a case as a whole. */
    boolean is(String task) {
        return task == null ? isCase() : isTask() && (task.equals(stage) || task.equals(diagram + ":" + stage));
    }

    static StageKey of(ResultSet row) throws SQLException {
        FinishedStages.Kind kind = FinishedStages.Kind.valueOf(row.getString("kind"));
        return new StageKey(
                kind,
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
                StageOutcome.of(row.getString("outcome")).orElseThrow(),
                kind == FinishedStages.Kind.PERSUASION ? Persuaded.of(row) : null);
    }
}
