package org.abate.casefile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Tells the database, with every connection it hands out, who uses it: the audit trail's triggers write that down. */
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
                case "H2" -> "CALL SET(@abate_actor, ?)";
                default ->
                    throw new IllegalStateException(
                            "The record is kept on PostgreSQL or H2; change SPRING_DATASOURCE_URL");
            };
        }
        return announce;
    }
}
