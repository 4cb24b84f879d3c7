package org.abate.cycletime;

import java.util.HashMap;
import java.util.Map;
import org.abate.casefile.ReasonOccasion;
import org.springframework.stereotype.Repository;

/**
 * The reasons that staff have stated, by the finished stage they are about, in memory as the stages are: see
 * docs/decisions/0012. Rows are only ever added; the newest, whose transactions may still be under way, are read anew each
 * time.
 */
@Repository
class RememberedReasons {

    /** What nobody has explained. */
    static final String NOT_STATED = "NOT_STATED";

    private static final int STILL_MOVING = 1_000;

    private static final String ROWS = """
            SELECT r.id, r.occasion, r.code, r.title, s.written
            FROM stated_reason r JOIN finished_stage s ON s.id = r.stage_id
            WHERE r.id > :after ORDER BY r.id""";

    private final StreamedRows rows;
    private long edition = -1;
    private long settled;
    private Stated stated = new Stated(Map.of(), Map.of());

    RememberedReasons(StreamedRows rows) {
        this.rows = rows;
    }

    /** A reason of one occasion. */
    record Code(ReasonOccasion occasion, String code) {}

    /**
     * What is stated.
     *
     * @param codes the reason stated last, by the stage's number in the order of writing
     * @param titles what each reason was called when it was chosen last
     */
    record Stated(Map<Long, String> codes, Map<Code, String> titles) {

        String title(ReasonOccasion occasion, String code) {
            return code.equals(NOT_STATED) ? "Not stated" : titles.get(new Code(occasion, code));
        }
    }

    synchronized Stated current() {
        rows.read(database -> {
            long now = database.sql("SELECT edition FROM finished_stage_edition")
                    .query(Long.class)
                    .single();
            long last = database.sql("SELECT COALESCE(MAX(id), 0) FROM stated_reason")
                    .query(Long.class)
                    .single();
            if (now != edition) {
                stated = new Stated(Map.of(), Map.of());
                settled = 0;
                edition = now;
            }
            Map<Long, String> codes = new HashMap<>();
            Map<Code, String> titles = new HashMap<>();
            database.sql(ROWS).param("after", settled).query(row -> {
                String code = row.getString("code");
                codes.put(row.getLong("written"), code);
                titles.put(new Code(ReasonOccasion.valueOf(row.getString("occasion")), code), row.getString("title"));
            });
            stated = new Stated(with(stated.codes(), codes), with(stated.titles(), titles));
            settled = Math.max(settled, last - STILL_MOVING);
            return null;
        });
        return stated;
    }

    /** The same map where nothing is new in it. */
    private static <K> Map<K, String> with(Map<K, String> before, Map<K, String> added) {
        if (before.entrySet().containsAll(added.entrySet())) {
            return before;
        }
        Map<K, String> all = new HashMap<>(before);
        all.putAll(added);
        return all;
    }
}
