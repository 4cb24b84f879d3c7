package org.abate.cycletime;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What became of conference, conciliation and persuasion: how often the facility returned to compliance in it, and how
 * often it took more than 90 and 180 calendar days from discovery (Manual 3, Time Limits). The 90th day is the last that
 * is not more than 90.
 */
@Service
public class Persuasion {

    /** How it came to its end; under way where it has none. */
    public enum Result {
        COMPLIANCE,
        SCHEDULE,
        FORMAL_ENFORCEMENT,
        ENDED_OTHERWISE,
        UNDER_WAY
    }

    private static final String UNDER_WAY = """
            SELECT COUNT(*) AS cases,
              COALESCE(SUM(CASE WHEN c.discovered_on < :day90 THEN 1 ELSE 0 END), 0) AS past_90,
              COALESCE(SUM(CASE WHEN c.discovered_on < :day180 THEN 1 ELSE 0 END), 0) AS past_180
            FROM act_re_procdef b
            JOIN act_ru_execution p ON p.proc_def_id_ = b.id_ AND p.id_ = p.proc_inst_id_
            JOIN act_ru_execution root ON root.id_ = p.root_proc_inst_id_
            JOIN act_re_procdef d ON d.id_ = root.proc_def_id_
            JOIN case_file c ON c.case_number = root.business_key_
            JOIN facility f ON f.id = c.facility_id
            WHERE b.key_ = 'conference-conciliation-persuasion' AND %s""";

    private final RememberedStages stages;
    private final JdbcClient database;
    private final StageFilter filter;
    private final Clock clock;

    Persuasion(RememberedStages stages, JdbcClient database, StageFilter filter, Clock clock) {
        this.stages = stages;
        this.database = database;
        this.filter = filter;
        this.clock = clock;
    }

    /** How many there are, and how many of them took, or have taken, more than 90 and 180 days from discovery. */
    public record Count(long cases, long past90, long past180) {

        Count plus(Count other) {
            return new Count(cases + other.cases, past90 + other.past90, past180 + other.past180);
        }
    }

    /** Every result, those that did not occur with zero. */
    public record Report(Map<Result, Count> results) {

        /** All that have ended. */
        public Count ended() {
            return results.entrySet().stream()
                    .filter(each -> each.getKey() != Result.UNDER_WAY)
                    .map(Map.Entry::getValue)
                    .reduce(new Count(0, 0, 0), Count::plus);
        }

        /** All that have ended, and those under way. */
        public Count all() {
            return ended().plus(results.get(Result.UNDER_WAY));
        }

        /** Of those that ended, from 0 to 1; null where none has. */
        public Double complianceShare() {
            long ended = ended().cases();
            return ended == 0 ? null : (double) results.get(Result.COMPLIANCE).cases() / ended;
        }
    }

    /**
     * Those that ended in the period, and those under way now; how its stages ended is no matter here.
     *
     * @throws org.abate.casefile.CaseRefused for a process or a region that is not known
     */
    @Transactional(readOnly = true)
    public Report of(StageQuery query) {
        Map<Result, Count> results = new EnumMap<>(Result.class);
        for (Result result : Result.values()) {
            results.put(result, new Count(0, 0, 0));
        }
        if (query.programs().isEmpty()) {
            return new Report(results);
        }
        stages.each(query.withAnyOutcome(), StageKey::persuaded, (persuaded, slice) -> {
            long cases = slice.size();
            Count count = new Count(cases, persuaded.past90() ? cases : 0, persuaded.past180() ? cases : 0);
            results.merge(persuaded.result(), count, Count::plus);
        });
        results.put(Result.UNDER_WAY, underWay(query));
        return new Report(results);
    }

    private Count underWay(StageQuery query) {
        LocalDate today = LocalDate.now(clock);
        StageFilter.Condition running = filter.ofRunning(query);
        Map<String, Object> parameters = new HashMap<>(running.parameters());
        parameters.put("day90", today.minusDays(90));
        parameters.put("day180", today.minusDays(180));
        return database.sql(UNDER_WAY.formatted(running.sql()))
                .params(parameters)
                .query((row, number) ->
                        new Count(row.getLong("cases"), row.getLong("past_90"), row.getLong("past_180")))
                .single();
    }
}
