package org.abate.casefile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Tells the database, with every connection it hands out, who uses it: the audit trail's triggers write that down. H2 it
 * tells besides to write what is committed at once, as PostgreSQL does by itself: half a second later, as is its custom, a
 * killed node would have lost what somebody was told is done.
 */
class AttributedDataSource extends DelegatingDataSource {

    private volatile String announce;

    AttributedDataSource(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return attributed(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return attributed(super.getConnection(username, password));
    }

    private Connection attributed(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(announcement(connection))) {
            statement.setString(1, Actor.current());
            statement.execute();
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private String announcement(Connection connection) throws SQLException {
        if (announce == null) {
            announce = switch (connection.getMetaData().getDatabaseProductName()) {
                case "PostgreSQL" -> "SELECT set_config('abate.actor', ?, false)";
                // The statement SET does the same and makes H2 forget every statement it has compiled, of all
                // connections
                case "H2" -> {
                    writeAtOnce(connection);
                    yield "CALL SET(@abate_actor, ?)";
                }
                default ->
                    throw new IllegalStateException(
                            "The record is kept on PostgreSQL or H2; change SPRING_DATASOURCE_URL");
            };
        }
        return announce;
    }

    /** Once: it holds for the database as long as it is open, and H2 forgets it with the file that it writes it to. */
    private static void writeAtOnce(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET WRITE_DELAY 0");
        }
    }
}
