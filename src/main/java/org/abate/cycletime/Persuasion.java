package org.abate.cycletime;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.abate.casefile.Program;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What became of conference, conciliation and persuasion: how often the facility returned to compliance in it, and how
 * often it took more than 90 and 180 calendar days from discovery (Manual 3, Time Limits). Told by the engine's history,
 * which is kept for ten years.
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

    /**
     * It ended by an event of its own diagram; or the case's own event that the facility has returned to compliance ended
     * it. A day is one of Central Time; the 90th is the last that is not more than 90.
     */
    private static final String SQL = """
            SELECT x.result, COUNT(*) AS cases,
              SUM(CASE WHEN x.last_day > x.discovered_on + INTERVAL '90' DAY THEN 1 ELSE 0 END) AS past_90,
              SUM(CASE WHEN x.last_day > x.discovered_on + INTERVAL '180' DAY THEN 1 ELSE 0 END) AS past_180
            FROM (
              SELECT c.discovered_on, p.ended_on, COALESCE(p.ended_on, :today) AS last_day,
                CASE WHEN p.ended_on IS NULL THEN 'UNDER_WAY'
                  WHEN p.end_act_id_ = 'ReturnedToComplianceEnd' THEN 'COMPLIANCE'
                  WHEN p.end_act_id_ = 'ScheduleAgreed' THEN 'SCHEDULE'
                  WHEN p.end_act_id_ = 'FormalEnforcement' THEN 'FORMAL_ENFORCEMENT'
                  WHEN EXISTS (SELECT 1 FROM act_hi_actinst a WHERE a.proc_inst_id_ = p.root_proc_inst_id_
                    AND a.act_id_ = 'ComplianceReached' AND a.start_time_ >= p.end_time_ - INTERVAL '5' SECOND
                    AND a.start_time_ < p.end_time_ + INTERVAL '5' SECOND) THEN 'COMPLIANCE'
                  ELSE 'ENDED_OTHERWISE' END AS result
              FROM (SELECT h.*,
                  CAST(CAST(h.end_time_ AS TIMESTAMP WITH TIME ZONE) AT TIME ZONE '%s' AS DATE) AS ended_on
                FROM act_hi_procinst h WHERE h.proc_def_key_ = 'conference-conciliation-persuasion') p
              JOIN act_hi_procinst root ON root.id_ = p.root_proc_inst_id_
              JOIN case_file c ON c.case_number = root.business_key_
              JOIN facility f ON f.id = c.facility_id
              JOIN act_re_procdef d ON d.id_ = root.proc_def_id_
              JOIN act_re_procdef b ON b.id_ = p.proc_def_id_
              WHERE c.program IN (:programs)
                AND (CAST(:region AS VARCHAR(100)) IS NULL OR f.region = :region)
                AND (CAST(:process AS VARCHAR(255)) IS NULL OR d.key_ = :process OR b.key_ = :process)
                AND (CAST(:version AS INTEGER) IS NULL OR CASE WHEN b.key_ = :process THEN b.version_ ELSE d.version_ END = :version)
            ) x
            WHERE x.ended_on IS NULL OR (x.ended_on >= :from AND x.ended_on <= :to)
            GROUP BY x.result""";

    private static final LocalDate EVER = LocalDate.of(1970, 1, 1);

    private final JdbcClient database;
    private final Clock clock;

    Persuasion(JdbcClient database, Clock clock) {
        this.database = database;
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

    /** Those that ended in the period, and those under way now; how its stages ended is no matter here. */
    @Transactional(readOnly = true)
    public Report of(StageQuery query) {
        Map<Result, Count> results = new EnumMap<>(Result.class);
        for (Result result : Result.values()) {
            results.put(result, new Count(0, 0, 0));
        }
        if (query.programs().isEmpty()) {
            return new Report(results);
        }
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("today", today);
        parameters.put("programs", query.programs().stream().map(Program::id).toList());
        parameters.put("region", query.region());
        parameters.put("process", query.process());
        parameters.put("version", query.version());
        parameters.put("from", query.from() == null ? EVER : query.from());
        parameters.put("to", query.to() == null ? today : query.to());
        database.sql(SQL.formatted(clock.getZone().getId())).params(parameters).query(row -> {
            results.put(
                    Result.valueOf(row.getString("result")),
                    new Count(row.getLong("cases"), row.getLong("past_90"), row.getLong("past_180")));
        });
        return new Report(results);
    }
}
