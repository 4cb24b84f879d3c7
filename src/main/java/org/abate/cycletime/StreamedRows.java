package org.abate.cycletime;

import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows as the database gives them, some at a time: a million take no more memory than a thousand. */
@Component
class StreamedRows {

    private static final int AT_A_TIME = 1_000;

    private final JdbcClient database;
    private final TransactionTemplate reading;

    StreamedRows(DataSource source, PlatformTransactionManager transactions) {
        JdbcTemplate cursor = new JdbcTemplate(source);
        cursor.setFetchSize(AT_A_TIME);
        this.database = JdbcClient.create(cursor);
        // PostgreSQL hands out rows a few at a time only within a transaction
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Everything that is read in one go is seen as of one moment. */
    <T> T read(Function<JdbcClient, T> work) {
        return reading.execute(transaction -> work.apply(database));
    }
}
