package org.abate.cycletime;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finished tasks as an event log for process mining. Rows go from a cursor of the database straight to the output, so
 * that a million of them take no more memory than a thousand. No names of people, parties or facilities, no penalties.
 */
@Service
public class EventLog {

    private static final int ROWS_AT_A_TIME = 1000;

    private final JdbcClient database;
    private final StageFilter filter;
    private final TransactionTemplate reading;

    EventLog(DataSource dataSource, StageFilter filter, PlatformTransactionManager transactions) {
        JdbcTemplate cursor = new JdbcTemplate(dataSource);
        cursor.setFetchSize(ROWS_AT_A_TIME);
        this.database = JdbcClient.create(cursor);
        this.filter = filter;
        // PostgreSQL hands out rows a few at a time only within a transaction
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** What is asked for, found to be in order. */
    public static final class Selection {

        private final StageFilter.Condition condition;

        private Selection(StageFilter.Condition condition) {
            this.condition = condition;
        }
    }

    /** @throws org.abate.casefile.CaseRefused for a process or a region that is not known */
    public Selection select(StageQuery query) {
        return new Selection(filter.of(query));
    }

    /** A line for each event, by case and time; the columns are named as XES names them. */
    public void csv(Selection selection, OutputStream out) throws IOException {
        writing(() -> {
            CsvLog log = new CsvLog(out);
            events(selection, log::event);
            log.end();
        });
    }

    /** IEEE 1849-2016 with the extensions concept, lifecycle, time and org; a trace for each case. */
    public void xes(Selection selection, OutputStream out) throws IOException {
        writing(() -> {
            XesLog log = new XesLog(out);
            events(selection, log::event);
            log.end();
        });
    }

    /** OCEL 2.0 in JSON: cases, facilities and documents as objects, finished tasks and filed documents as events. */
    public void ocel(Selection selection, OutputStream out) throws IOException {
        writing(() -> {
            OcelLog log = new OcelLog(out, (sql, row) -> rows(selection, sql, row));
            log.write();
        });
    }

    private void events(Selection selection, Consumer<StageEvent> event) {
        rows(selection, StageEvent.SQL, row -> event.accept(StageEvent.of(row)));
    }

    /** @param sql with the condition to be put in for {@code %s} */
    private void rows(Selection selection, String sql, RowCallbackHandler row) {
        database.sql(sql.formatted("kind = 'TASK' AND " + selection.condition.sql()))
                .params(selection.condition.parameters())
                .query(row);
    }

    private void writing(Runnable log) throws IOException {
        try {
            reading.executeWithoutResult(transaction -> log.run());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
