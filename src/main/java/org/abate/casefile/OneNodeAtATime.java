package org.abate.casefile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets nodes that start at the same moment on one PostgreSQL start one after another: from before the first table is
 * made until diagrams, accounts and filters are there, so that each later node finds everything done. An advisory lock
 * of the session: the database drops it by itself when a node dies on the way, and a start that fails closes its
 * connections. H2 carries one node only and needs none.
 */
@Component
class OneNodeAtATime implements FlywayMigrationStrategy {

    /** "abate" in letters; any number would do that nothing else on this database locks. */
    private static final long LOCK = 0x6162617465L;

    private static final long PAUSE_IN_MILLISECONDS = 250;
    private static final Logger LOG = LoggerFactory.getLogger(OneNodeAtATime.class);

    private Connection turn;

    /** The record's tables are the first that a start writes. */
    @Override
    public void migrate(Flyway flyway) {
        try {
            takeTurn(flyway.getConfiguration().getDataSource());
        } catch (SQLException e) {
            throw new IllegalStateException("The database refuses the lock under which nodes start", e);
        }
        flyway.migrate();
    }

    @EventListener
    void passTurn(ApplicationStartedEvent started) throws SQLException {
        try (Connection passed = turn) {
            if (passed != null) {
                ask(passed, "SELECT pg_advisory_unlock(?)");
            }
        }
        turn = null;
    }

    private void takeTurn(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            connection.close();
            return;
        }
        turn = connection;
        boolean told = false;
        // Asked again and again: a statement that waited for the lock would hold up an index built concurrently
        while (!ask(turn, "SELECT pg_try_advisory_lock(?)")) {
            if (!told) {
                LOG.info("Another node is starting on this database; this one goes on when it is there");
                told = true;
            }
            pause();
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(1, LOCK);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_IN_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while another node was starting", e);
        }
    }
}
