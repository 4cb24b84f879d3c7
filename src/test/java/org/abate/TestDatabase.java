package org.abate;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each application context of a test an empty database of its own: H2 in memory, or a real PostgreSQL. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final boolean POSTGRESQL = "postgresql".equals(System.getProperty("abate.test.database"));

    public static boolean isPostgresql() {
        return POSTGRESQL;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String name = "abate_" + UUID.randomUUID().toString().replace("-", "");
        TestPropertyValues.of(POSTGRESQL ? postgresql(name) : h2(name))
                .and("abate.demo.cases=false")
                .applyTo(context);
    }

    private static String[] h2(String name) {
        return new String[] {
            "spring.datasource.url=jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=256"
        };
    }

    private static String[] postgresql(String name) {
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("The test PostgreSQL refuses a new database", e);
        }
        return new String[] {
            "spring.datasource.url=" + Server.RUNNING.getJdbcUrl("postgres", name),
            "spring.datasource.username=postgres",
            "spring.datasource.password=postgres"
        };
    }

    /**
     * Started once for all tests of one JVM, when the first of them asks; stopped after the last application context,
     * not beside it, for an engine whose database is gone waits for a connection before it ends.
     */
    private static final class Server {
        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .setServerConfig("max_connections", "400")
                        // As production has it
                        .setServerConfig("jit", "off")
                        // What is lost in a crash is not missed here
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("wal_level", "minimal")
                        .setServerConfig("max_wal_senders", "0")
                        .start();
                SpringApplication.getShutdownHandlers().add(() -> stop(server));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
