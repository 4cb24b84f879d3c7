package org.abate.cycletime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The numbers of every finished stage, column by column in memory: 29 bytes a stage. Percentiles of any selection then
 * need no sorting by the database; see docs/decisions/0012. The newest stages, whose transactions may still be under
 * way, are read anew each time, so an answer never lacks what was committed before it was asked for.
 */
@Repository
class RememberedStages {

    private static final Logger LOG = LoggerFactory.getLogger(RememberedStages.class);

    /** As many rows are written at least before what came before them is kept. */
    private static final int STILL_MOVING = 1_000;

    /** No transaction takes longer: what is kept then is counted once more, in case one of its rows came late. */
    private static final Duration SETTLING = Duration.ofMinutes(1);

    private static final String ROWS = """
            SELECT kind, program, region, process, version, diagram, diagram_version, stage, name, waits_on, inbox, outcome,
              finished_at, seconds, waiting_seconds, stayed_seconds, extended_seconds, written, reached, days_from_discovery,
              CASE WHEN due_at IS NULL AND step_overdue IS NULL THEN 0 WHEN finished_at > due_at OR step_overdue THEN 2
                ELSE 1 END AS due
            FROM finished_stage WHERE written > :after AND written <= :until""";

    private final StreamedRows rows;
    private final StageFilter filter;
    private final Clock clock;
    private Settled settled = new Settled(-1, 0, List.of());
    private Newest newest = new Newest(-1, 0, 0, new StageColumns().finished());
    private Instant countAgainAt = Instant.MAX;

    RememberedStages(StreamedRows rows, StageFilter filter, Clock clock) {
        this.rows = rows;
        this.filter = filter;
        this.clock = clock;
    }

    /** What will not change any more unless there is another edition. */
    private record Settled(long edition, long until, List<StageColumns> columns) {

        int size() {
            return columns.stream().mapToInt(StageColumns::size).sum();
        }
    }

    /** What came after that. Rows are only added, so it is what it was as long as there are no more. */
    private record Newest(long edition, long after, long until, StageColumns columns) {}

    /** The stages before the first person asks; a start does not wait for it. */
    @EventListener
    void remember(ApplicationReadyEvent ready) {
        Thread thread = new Thread(
                () -> LOG.debug(
                        "Cycle times: {} finished stages remembered",
                        current().stream().mapToInt(StageColumns::size).sum()),
                "finished-stages");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((where, e) -> LOG.warn("Finished stages could not be read ahead", e));
        thread.start();
    }

    /**
     * Shows the stages that are asked for to what takes them, those of a key at once or in several parts.
     *
     * @param taker who takes the stages of a key; null leaves them out
     * @throws org.abate.casefile.CaseRefused for a process or a region that is not known
     */
    <T> void each(StageQuery query, Function<StageKey, T> taker, BiConsumer<T, StageColumns.Slice> taking) {
        filter.requireKnown(query);
        current().forEach(columns -> columns.each(query, taker, taking));
    }

    private List<StageColumns> current() {
        return rows.read(database -> {
            synchronized (this) {
                long last = database.sql("SELECT COALESCE(MAX(written), 0) FROM finished_stage")
                        .query(Long.class)
                        .single();
                Settled base = settled(database, edition(database), last);
                List<StageColumns> all = new ArrayList<>(base.columns());
                all.add(newest(database, base, last));
                return all;
            }
        });
    }

    private StageColumns newest(JdbcClient database, Settled base, long last) {
        boolean same = newest.edition() == base.edition() && newest.after() == base.until() && newest.until() == last;
        if (!same || newest.columns().size() != count(database, base.until(), last)) {
            newest = new Newest(base.edition(), base.until(), last, read(database, base.until(), last));
        }
        return newest.columns();
    }

    private static int count(JdbcClient database, long after, long until) {
        return database.sql("SELECT COUNT(*) FROM finished_stage WHERE written > :after AND written <= :until")
                .param("after", after)
                .param("until", until)
                .query(Integer.class)
                .single();
    }

    private static long edition(JdbcClient database) {
        return database.sql("SELECT edition FROM finished_stage_edition")
                .query(Long.class)
                .single();
    }

    /** Another node may just have made another edition, while this transaction still sees the last one. */
    private Settled settled(JdbcClient database, long edition, long last) {
        if (edition < settled.edition()) {
            return new Settled(edition, 0, List.of());
        }
        if (edition > settled.edition() || lacksSome(database)) {
            settled = new Settled(edition, 0, List.of());
        }
        long until = (last / STILL_MOVING - 1) * STILL_MOVING;
        if (until > settled.until()) {
            List<StageColumns> columns = new ArrayList<>(settled.columns());
            columns.add(read(database, settled.until(), until));
            settled = new Settled(edition, until, List.copyOf(columns));
            countAgainAt = clock.instant().plus(SETTLING);
        }
        return settled;
    }

    private boolean lacksSome(JdbcClient database) {
        if (clock.instant().isBefore(countAgainAt)) {
            return false;
        }
        countAgainAt = Instant.MAX;
        return settled.size() != count(database, 0, settled.until());
    }

    private StageColumns read(JdbcClient database, long after, long until) {
        StageColumns columns = new StageColumns();
        database.sql(ROWS).param("after", after).param("until", until).query(row -> {
            LocalDate day = row.getObject("finished_at", OffsetDateTime.class)
                    .atZoneSameInstant(clock.getZone())
                    .toLocalDate();
            columns.add(
                    StageKey.of(row),
                    new StageColumns.Numbers(
                            (int) day.toEpochDay(),
                            row.getLong("written"),
                            row.getByte("due"),
                            capped(row, "seconds"),
                            row.getObject("waiting_seconds") == null ? -1 : capped(row, "waiting_seconds"),
                            capped(row, "stayed_seconds"),
                            capped(row, "extended_seconds")));
        });
        return columns.finished();
    }

    /** 68 years are the most that a whole number holds. */
    private static int capped(ResultSet row, String column) throws SQLException {
        return (int) Math.min(Integer.MAX_VALUE, row.getLong(column));
    }
}
