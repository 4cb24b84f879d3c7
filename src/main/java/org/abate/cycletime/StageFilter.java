package org.abate.cycletime;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Fault;
import org.abate.casefile.Program;
import org.abate.casefile.Regions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns what is asked for into a condition on {@code finished_stage}. */
@Component
class StageFilter {

    private final JdbcClient database;
    private final Regions regions;
    private final Clock clock;

    StageFilter(JdbcClient database, Regions regions, Clock clock) {
        this.database = database;
        this.regions = regions;
        this.clock = clock;
    }

    /** A condition in SQL, and its parameters by name. */
    record Condition(String sql, Map<String, Object> parameters) {}

    /** @throws CaseRefused for a process that is not deployed, or a region the department does not have */
    Condition of(StageQuery query) {
        requireKnown(query);
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        if (query.programs().isEmpty()) {
            conditions.add("1 = 0");
        } else if (query.programs().size() < Program.values().length) {
            conditions.add("program IN (:programs)");
            parameters.put("programs", ids(query.programs()));
        }
        String version = query.version() == null ? "" : " AND %s = :version";
        add(
                "(process = :process" + version.formatted("version") + " OR diagram = :process"
                        + version.formatted("diagram_version") + ")",
                "process",
                query.process(),
                conditions,
                parameters);
        if (query.version() != null) {
            parameters.put("version", query.version());
            if (query.process() == null) {
                conditions.add("version = :version");
            }
        }
        add("region = :region", "region", query.region(), conditions, parameters);
        String outcome = query.outcome() == null ? null : query.outcome().name();
        add("outcome = :outcome", "outcome", outcome, conditions, parameters);
        add("finished_at >= :from", "from", start(query.from(), 0), conditions, parameters);
        add("finished_at < :until", "until", start(query.to(), 1), conditions, parameters);
        return new Condition(conditions.isEmpty() ? "1 = 1" : String.join(" AND ", conditions), parameters);
    }

    /**
     * The same of what runs now, where {@code c} is the case, {@code f} its facility, {@code d} the definition of its process
     * and {@code b} that of the diagram: neither the period nor how something ended is asked for.
     *
     * @throws CaseRefused likewise
     */
    Condition ofRunning(StageQuery query) {
        requireKnown(query);
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        if (query.programs().isEmpty()) {
            conditions.add("1 = 0");
        }
        if (query.programs().size() < Program.values().length) {
            add("c.program IN (:programs)", "programs", ids(query.programs()), conditions, parameters);
        }
        add("(d.key_ = :process OR b.key_ = :process)", "process", query.process(), conditions, parameters);
        add(
                "CASE WHEN b.key_ = d.key_ OR d.key_ = :ofProcess THEN d.version_ ELSE b.version_ END = :version",
                "version",
                query.version(),
                conditions,
                parameters);
        if (query.version() != null) {
            parameters.put("ofProcess", query.process());
        }
        add("f.region = :region", "region", query.region(), conditions, parameters);
        return new Condition(conditions.isEmpty() ? "1 = 1" : String.join(" AND ", conditions), parameters);
    }

    /** The same, but nothing where what is open now is not asked for. */
    Condition ofOpen(StageQuery query) {
        return asksForNow(query) ? ofRunning(query) : new Condition("1 = 0", Map.of());
    }

    /** Whether what is open now is asked for: not where the query asks how stages ended, or for a period that is over. */
    boolean asksForNow(StageQuery query) {
        boolean over = query.to() != null && query.to().isBefore(LocalDate.now(clock));
        return !over && query.outcome() == null;
    }

    private static List<String> ids(Set<Program> programs) {
        return programs.isEmpty() ? null : programs.stream().map(Program::id).toList();
    }

    private static void add(
            String condition, String name, Object value, List<String> conditions, Map<String, Object> parameters) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    private OffsetDateTime start(LocalDate day, int daysLater) {
        return day == null
                ? null
                : day.plusDays(daysLater).atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    /** @throws CaseRefused likewise */
    void requireKnown(StageQuery query) {
        requireKnown(query.process(), query.region());
    }

    /** @throws CaseRefused likewise; null is known */
    void requireKnown(String process, String region) {
        List<Fault> faults = new ArrayList<>();
        if (process != null && !isDeployed(process)) {
            faults.add(new Fault("process", "is the id of no diagram that is deployed, such as tank-enforcement"));
        }
        if (region != null && !regions.names().contains(region)) {
            faults.add(new Fault("region", "must be one of " + String.join(", ", regions.names())));
        }
        if (!faults.isEmpty()) {
            throw new CaseRefused(faults);
        }
    }

    private boolean isDeployed(String process) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM act_re_procdef WHERE key_ = :process)")
                .param("process", process)
                .query(Boolean.class)
                .single();
    }
}
