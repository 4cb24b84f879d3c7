package org.abate.casefile.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.h2.api.Trigger;

/**
 * Refuses, on H2, what the record does not allow: any change of an audit trail, a document or an assessment once it is
 * written, but for the day a document was served; and an audit trail that somebody else wrote.
 */
public class PermanenceTrigger implements Trigger {

    /** SQL state of a restrict violation. */
    private static final String RESTRICTED = "23001";

    private String table;
    private int servedAt = -1;

    @Override
    public void init(Connection connection, String schema, String trigger, String tableName, boolean before, int type)
            throws SQLException {
        table = tableName;
        try (ResultSet column = connection.getMetaData().getColumns(null, schema, tableName, "SERVED_AT")) {
            if (column.next()) {
                servedAt = column.getInt("ORDINAL_POSITION") - 1;
            }
        }
    }

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        boolean allowed = before == null ? AuditTrigger.isWriting() : after != null && isService(before, after);
        if (!allowed) {
            String operation = before == null ? "INSERT" : after == null ? "DELETE" : "UPDATE";
            throw new SQLException(table + " is permanent: " + operation + " refused", RESTRICTED);
        }
    }

    private boolean isService(Object[] before, Object[] after) {
        for (int i = 0; i < before.length; i++) {
            boolean allowed = i == servedAt ? after[i] != null : Objects.equals(before[i], after[i]);
            if (!allowed) {
                return false;
            }
        }
        return servedAt >= 0;
    }
}
