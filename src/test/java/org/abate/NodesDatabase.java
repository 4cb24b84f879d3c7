package org.abate;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A PostgreSQL that several nodes share; it can be stopped, and started again as it was. */
final class NodesDatabase implements AutoCloseable {

    private final Path directory;
    private final int port;
    private EmbeddedPostgres server;

    /** @param directory where it keeps its data; empty at first */
    NodesDatabase(Path directory) throws IOException {
        this.directory = directory;
        try (ServerSocket socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
        start();
    }

    void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(directory.resolve("data"))
                .setCleanDataDirectory(false)
                .start();
    }

    /** Starts a node on it, with the accounts of the demonstration and without its cases; does not wait. */
    Node node(String name) {
        return Node.start(
                name,
                "--spring.profiles.active=demo",
                "--abate.demo.cases=false",
                // A dead node's steps are taken over sooner than in production: the test waits for it
                "--camunda.bpm.job-execution.lock-time-in-millis=10000",
                "--camunda.bpm.job-execution.max-wait=1000",
                "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres") + "&ApplicationName=" + name,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres");
    }

    long count(String question) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                ResultSet answer = connection.createStatement().executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    /** Until the connection is closed nobody writes to the table. */
    Connection hold(String table) throws SQLException {
        Connection holder = server.getPostgresDatabase().getConnection();
        holder.setAutoCommit(false);
        holder.createStatement().execute("LOCK TABLE " + table + " IN SHARE MODE");
        return holder;
    }

    /** Whether the node is at something that it cannot go on with before somebody else has ended. */
    boolean isWaiting(String node) throws SQLException {
        return count("SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND application_name = '"
                        + node + "'")
                > 0;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
