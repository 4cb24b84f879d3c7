package org.abate.cycletime;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Tasks, finished and open, as an event log for process mining. Rows go from a cursor of the database straight to the output, so
 * that a million of them take no more memory than a thousand. No names of people, parties or facilities, no penalties.
 */
@Service
public class EventLog {

    private final StreamedRows rows;
    private final StageFilter filter;

    EventLog(StreamedRows rows, StageFilter filter) {
        this.rows = rows;
        this.filter = filter;
    }

    /** What is asked for, found to be in order. */
    public static final class Selection {

        private final StageFilter.Condition finished;
        private final StageFilter.Condition open;

        private Selection(StageFilter.Condition finished, StageFilter.Condition open) {
            this.finished = finished;
            this.open = open;
        }
    }

    /**
     * What is open now is in it unless the query asks how stages ended, or for a period that is over.
     *
     * @throws org.abate.casefile.CaseRefused for a process or a region that is not known
     */
    public Selection select(StageQuery query) {
        return new Selection(filter.of(query), filter.ofOpen(query));
    }

    /** A line for each event, by case and time; the columns are named as XES names them. */
    public void csv(Selection selection, OutputStream out) throws IOException {
        writing(database -> {
            CsvLog log = new CsvLog(out);
            events(database, selection, log::event);
            log.end();
        });
    }

    /** IEEE 1849-2016 with the extensions concept, lifecycle, time and org; a trace for each case. */
    public void xes(Selection selection, OutputStream out) throws IOException {
        writing(database -> {
            XesLog log = new XesLog(out);
            events(database, selection, log::event);
            log.end();
        });
    }

    /** OCEL 2.0 in JSON: cases, facilities and documents as objects, tasks and filed documents as events. */
    public void ocel(Selection selection, OutputStream out) throws IOException {
        writing(database -> {
            OcelLog log = new OcelLog(out, (sql, row) -> rows(database, selection, sql, row));
            log.write();
        });
    }

    private static void events(JdbcClient database, Selection selection, Consumer<StageEvent> event) {
        rows(database, selection, StageEvent.SQL, row -> event.accept(StageEvent.of(row)));
    }

    /** @param sql with the conditions to be put in, on the record and on what runs */
    private static void rows(JdbcClient database, Selection selection, String sql, RowCallbackHandler row) {
        database.sql(sql.formatted(selection.finished.sql(), selection.open.sql()))
                .params(selection.finished.parameters())
                .params(selection.open.parameters())
                .query(row);
    }

    private void writing(Consumer<JdbcClient> log) throws IOException {
        try {
            rows.read(database -> {
                log.accept(database);
                return null;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
