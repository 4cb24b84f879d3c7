package org.abate.cycletime;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.abate.casefile.Program;
import org.abate.casefile.Regions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Invents cases that went through the diagrams as they are deployed, with the engine's history of them: what cycle times
 * are measured with. The same seed on the same day gives the same cases. Tasks take days as people do, log-normally about
 * a mean of their own; some are late, some are ended by their deadline, three cases of a hundred are withdrawn.
 */
@Component
public class InventedHistory {

    private static final int FACILITIES = 1_000;
    private static final int CASES_AT_A_TIME = 1_000;
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int YEARS = 5;

    /** The last two years run on the newer version of a diagram, where there is one. */
    private static final Duration NEWER = YEAR.multipliedBy(2);

    private static final double WITHDRAWN = 0.03;
    private static final double CLAIMED = 0.9;
    private static final double DEADLINE_PASSED = 0.15;

    /** So many seconds after its day a timer is found due at the latest. */
    private static final int LOOKED_FOR = 5;

    private final JdbcTemplate database;
    private final InventedSteps steps;
    private final Regions regions;
    private final Clock clock;
    private final TransactionTemplate transaction;

    InventedHistory(
            JdbcTemplate database, InventedSteps steps, Regions regions, Clock clock, TransactionTemplate transaction) {
        this.database = database;
        this.steps = steps;
        this.regions = regions;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** @return how many tasks and cases there are then; the last case may make it a few more than were asked for */
    public long write(long stages, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        ZonedDateTime end =
                clock.instant().atZone(clock.getZone()).toLocalDate().atStartOfDay(clock.getZone());
        Map<Program, List<List<InventedSteps.Step>>> ways = new EnumMap<>(Program.class);
        for (Program program : Program.values()) {
            ways.put(program, steps.of(program));
        }
        List<Long> facilities = facilities();
        Map<String, Integer> serials = serials();
        long written = 0;
        while (written < stages) {
            InventedRows rows = new InventedRows(database);
            for (int i = 0; i < CASES_AT_A_TIME && written < stages; i++) {
                Program program = Program.values()[random.nextInt(Program.values().length)];
                Instant opened = end.toInstant()
                        .minus(YEAR.multipliedBy(YEARS))
                        .plusSeconds(random.nextLong(YEAR.multipliedBy(YEARS).toSeconds()));
                List<List<InventedSteps.Step>> versions = ways.get(program);
                boolean newer =
                        versions.size() > 1 && opened.isAfter(end.toInstant().minus(NEWER));
                List<InventedSteps.Step> way = versions.get(newer ? 1 : 0);
                int year = opened.atZone(clock.getZone()).getYear();
                int serial = serials.merge(program.id() + " " + year, 1, Integer::sum);
                rows.open(program, way.get(0).root(), year, serial, facilities.get(random.nextInt(FACILITIES)), opened);
                written += one(rows, way, newer, opened, end.toInstant(), random);
            }
            transaction.executeWithoutResult(status -> rows.write(serials));
        }
        return written;
    }

    /** A case from its opening to its end, or as far as it has come by now. */
    private static int one(
            InventedRows rows,
            List<InventedSteps.Step> way,
            boolean newer,
            Instant opened,
            Instant now,
            RandomGenerator random) {
        Instant at = opened;
        int tasks = 0;
        List<InventedSteps.Step> taken = taken(way, random);
        boolean withdrawn = random.nextDouble() < WITHDRAWN;
        int last = withdrawn ? random.nextInt(taken.size()) : taken.size() - 1;
        for (int i = 0; i <= last; i++) {
            InventedSteps.Step step = taken.get(i);
            double usual = step.days() * (newer && !step.waitsOnParty() ? 0.85 : 1);
            long seconds = Math.max(60, (long) (86_400 * usual * Math.exp(0.8 * random.nextGaussian() - 0.32)));
            boolean passed = step.waitsOnParty() && random.nextDouble() < DEADLINE_PASSED;
            Instant due = at.plus(Duration.ofDays(step.dueInDays()));
            Instant end = passed ? due.plusSeconds(1 + random.nextInt(LOOKED_FOR)) : at.plusSeconds(seconds);
            if (!end.isBefore(now)) {
                return tasks;
            }
            Instant claimed = random.nextDouble() < CLAIMED
                    ? at.plusSeconds((long) (Duration.between(at, end).toSeconds() * 0.8 * random.nextDouble()))
                    : null;
            rows.task(
                    step, at, claimed, due, end, withdrawn && i == last ? "deleted" : passed ? "passed" : "completed");
            tasks++;
            at = end;
        }
        rows.close(at, withdrawn);
        return tasks + 1;
    }

    /** At least one, in the order of the diagrams. */
    private static List<InventedSteps.Step> taken(List<InventedSteps.Step> way, RandomGenerator random) {
        double share = Math.min(1, 8.0 / way.size());
        List<InventedSteps.Step> taken = new ArrayList<>();
        for (InventedSteps.Step step : way) {
            if (random.nextDouble() < share) {
                taken.add(step);
            }
        }
        return taken.isEmpty() ? List.of(way.get(0)) : taken;
    }

    /** The last ones given, by program and year. */
    private Map<String, Integer> serials() {
        Map<String, Integer> serials = new TreeMap<>();
        database.query("SELECT program, opening_year, last_serial FROM case_number", row -> {
            serials.put(row.getString("program") + " " + row.getInt("opening_year"), row.getInt("last_serial"));
        });
        return serials;
    }

    private List<Long> facilities() {
        Long before = database.queryForObject("SELECT COALESCE(MAX(id), 0) FROM facility", Long.class);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < FACILITIES; i++) {
            rows.add(new Object[] {
                "Invented facility " + i,
                i + " Main Street",
                "Cole",
                regions.names().get(i % regions.names().size()),
                Timestamp.from(clock.instant())
            });
        }
        database.batchUpdate(
                "INSERT INTO facility (name, address, county, region, recorded_at) VALUES (?, ?, ?, ?, ?)", rows);
        return database.queryForList("SELECT id FROM facility WHERE id > ? ORDER BY id", Long.class, before);
    }
}
