package org.abate.casefile.internal;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/**
 * Refuses, on H2, what the record does not allow: any change of an audit trail, a document or an assessment once it is
 * written; and an audit trail that somebody else wrote.
 */
public class PermanenceTrigger implements Trigger {

    /** SQL state of a restrict violation. */
    private static final String RESTRICTED = "23001";

    private String table;

    @Override
    public void init(Connection connection, String schema, String trigger, String tableName, boolean before, int type)
            throws SQLException {
        table = tableName;
    }

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        boolean allowed = before == null && AuditTrigger.isWriting();
        if (!allowed) {
            String operation = before == null ? "INSERT" : after == null ? "DELETE" : "UPDATE";
            throw new SQLException(table + " is permanent: " + operation + " refused", RESTRICTED);
        }
    }
}
