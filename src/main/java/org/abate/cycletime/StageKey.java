package org.abate.cycletime;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.abate.casefile.Program;

/**
 * What many finished stages have in common.
 *
 * @param task whether they are tasks; else cases as a whole
 * @param process the diagram the case runs on, whatever block the stage stands in
 * @param diagram the diagram in which the stage stands
 * @param waitsOn RESPONSIBLE_PARTY, DEPARTMENT or STAY; null for a case
 * @param inbox the group that was asked; null where none was
 */
record StageKey(
        boolean task,
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

    static StageKey of(ResultSet row) throws SQLException {
        return new StageKey(
                row.getString("kind").equals("TASK"),
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
