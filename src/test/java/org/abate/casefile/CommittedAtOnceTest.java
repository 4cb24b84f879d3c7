package org.abate.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was committed is in the file of H2 the same moment: a node killed then has lost nothing. */
class CommittedAtOnceTest {

    @TempDir
    private Path directory;

    @Test
    void whatIsCommittedIsInTheFileOfAKilledNode() throws Exception {
        DataSource database = new AttributedDataSource(file("node"));
        try (Connection held = database.getConnection()) {
            execute(held, "CREATE TABLE done(what VARCHAR(20))");
            for (int i = 0; i < 20; i++) {
                try (Connection connection = database.getConnection()) {
                    execute(connection, "INSERT INTO done VALUES ('letter sent')");
                }
            }
            // What a kill would leave behind
            Files.copy(directory.resolve("node.mv.db"), directory.resolve("left.mv.db"));
        }

        assertThat(JdbcClient.create(file("left"))
                        .sql("SELECT COUNT(*) FROM done")
                        .query(Integer.class)
                        .single())
                .isEqualTo(20);
    }

    private DataSource file(String name) {
        JdbcDataSource file = new JdbcDataSource();
        file.setURL("jdbc:h2:file:" + directory.resolve(name));
        return file;
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (Statement each = connection.createStatement()) {
            each.execute(statement);
        }
    }
}
