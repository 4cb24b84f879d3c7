package org.abate.casefile.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.h2.api.Trigger;

/** Writes each change of a row to the audit trail of an H2 database, in the transaction of the change. */
public class AuditTrigger implements Trigger {

    /** Set while this thread writes to the audit trail: nobody else may (see {@link PermanenceTrigger}). */
    private static final ThreadLocal<Boolean> WRITING = ThreadLocal.withInitial(() -> false);

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String INSERT = """
            INSERT INTO audit_trail (changed_at, actor, table_name, row_key, operation, row_before, row_after)
            VALUES (CURRENT_TIMESTAMP, COALESCE(@abate_actor, 'database:' || USER), ?, ?, ?, ?, ?)""";

    private String table;
    private List<String> columns;
    private List<Integer> key;

    static boolean isWriting() {
        return WRITING.get();
    }

    @Override
    public void init(Connection connection, String schema, String trigger, String tableName, boolean before, int type)
            throws SQLException {
        table = tableName.toLowerCase(Locale.ROOT);
        columns = new ArrayList<>();
        try (ResultSet column = connection.getMetaData().getColumns(null, schema, tableName, null)) {
            while (column.next()) {
                columns.add(column.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        SortedMap<Integer, Integer> parts = new TreeMap<>();
        try (ResultSet part = connection.getMetaData().getPrimaryKeys(null, schema, tableName)) {
            while (part.next()) {
                parts.put(
                        part.getInt("KEY_SEQ"),
                        columns.indexOf(part.getString("COLUMN_NAME").toLowerCase(Locale.ROOT)));
            }
        }
        key = List.copyOf(parts.values());
    }

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        Object[] row = after == null ? before : after;
        String operation = before == null ? "INSERT" : after == null ? "DELETE" : "UPDATE";
        WRITING.set(true);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, table);
            insert.setString(
                    2, key.stream().map(column -> String.valueOf(row[column])).collect(Collectors.joining("/")));
            insert.setString(3, operation);
            insert.setString(4, json(before));
            insert.setString(5, json(after));
            insert.executeUpdate();
        } finally {
            WRITING.remove();
        }
    }

    private String json(Object[] row) throws SQLException {
        if (row == null) {
            return null;
        }
        ObjectNode json = JSON.createObjectNode();
        for (int i = 0; i < row.length; i++) {
            String column = columns.get(i);
            if (row[i] instanceof Blob content) {
                json.put("bytes", content.length());
                json.put("sha256", sha256(content));
            } else if (row[i] instanceof Number number) {
                json.put(column, new BigDecimal(number.toString()));
            } else if (row[i] instanceof Boolean bool) {
                json.put(column, bool);
            } else {
                json.put(column, row[i] == null ? null : row[i].toString());
            }
        }
        return json.toString();
    }

    private static String sha256(Blob content) throws SQLException {
        try (InputStream stream = content.getBinaryStream()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(stream, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new SQLException("A document's fingerprint cannot be taken", e);
        }
    }
}
