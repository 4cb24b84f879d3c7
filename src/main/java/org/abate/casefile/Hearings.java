package org.abate.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Public notices of an opportunity for hearing and the proposals each covers (10 CSR 60-6.040). The case that prepares a
 * notice leads it; other cases may join until it is issued, and wait for the end of its hearing; one of them leads it on
 * where the lead drops out of a notice that is issued. Who changes a notice holds its row.
 */
@Service
@Transactional
public class Hearings {

    /** A proposal of a case, as the notice prints it. */
    public record Matter(String caseNumber, String summary) {}

    /**
     * An issued notice as the case that leads it on finds it.
     *
     * @param leadCase who leads it on
     * @param circulated whether it was posted and published by its day of issue
     * @param toHold whether a hearing is called for
     * @param motion whether one on the department's own motion waits for the section chief
     * @param hearingOn the day of the hearing where it is arranged, with the day its notice was written
     * @param granted the requests for a hearing that are granted
     * @param toDecide the identities of those that are not decided
     */
    public record Taken(
            String leadCase,
            LocalDate issuedOn,
            LocalDate writtenOn,
            boolean circulated,
            boolean toHold,
            boolean motion,
            Optional<LocalDate> hearingOn,
            Optional<LocalDate> hearingWrittenOn,
            List<HearingRequest> granted,
            List<Long> toDecide) {}

    /** A hearing on the department's own motion, as it is put to the section chief. */
    public record Motion(String reason, String putBy) {}

    private final JdbcClient database;
    private final Clock clock;

    Hearings(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Begins a notice, or changes the summary of the one that the case has begun. */
    public void prepare(String leadCase, String summary) {
        long id = ofLead(leadCase, "PREPARED").orElseGet(() -> {
            GeneratedKeyHolder key = new GeneratedKeyHolder();
            database.sql(
                            "INSERT INTO hearing (lead_case, state, recorded_at, recorded_by) VALUES (?, 'PREPARED', ?, ?)")
                    .params(leadCase, Sql.of(clock.instant()), Actor.current())
                    .update(key, "id");
            return key.getKeyAs(Long.class);
        });
        put(id, leadCase, summary);
    }

    /** The cases whose notices are being prepared, which another proposal can join. */
    @Transactional(readOnly = true)
    public List<String> inPreparation(String except) {
        return database.sql("SELECT lead_case FROM hearing WHERE state = 'PREPARED' AND lead_case <> ? ORDER BY id")
                .param(except)
                .query(String.class)
                .list();
    }

    /**
     * Joins the notice that another case is preparing.
     *
     * @throws CaseRefused where it has been issued or given up meanwhile
     */
    public void join(String leadCase, String caseNumber, String summary) {
        long id = ofLead(leadCase, "PREPARED")
                .orElseThrow(() -> new CaseRefused(
                        "noticeToJoin", "case " + leadCase + " is preparing no notice any more: prepare an own one"));
        put(id, caseNumber, summary);
    }

    private void put(long id, String caseNumber, String summary) {
        int changed = database.sql(
                        "UPDATE hearing_matter SET summary = ?, waiting = TRUE WHERE hearing_id = ? AND case_number = ?")
                .params(summary, id, caseNumber)
                .update();
        if (changed == 0) {
            database.sql(
                            "INSERT INTO hearing_matter (hearing_id, case_number, summary, waiting) VALUES (?, ?, ?, TRUE)")
                    .params(id, caseNumber, summary)
                    .update();
        }
    }

    /** The notice goes out: from now on nobody joins. Issued again with another day, it counts from that. */
    public void issue(String leadCase, LocalDate issuedOn) {
        open(leadCase).forEach(id -> database.sql("""
                        UPDATE hearing SET state = 'ISSUED', issued_on = ?, written_on = ?, circulated = FALSE
                        WHERE id = ?""")
                .params(issuedOn, LocalDate.now(clock), id)
                .update());
    }

    /** The notice is posted and published, by its day of issue or after it. */
    public void circulated(String leadCase, boolean inTime) {
        change(leadCase, "circulated = ?", inTime);
    }

    /** A hearing on the department's own motion is put to the section chief (10 CSR 60-6.040(4)). */
    public void putMotion(String leadCase, String reason) {
        change(leadCase, "motion_reason = ?, motion_by = ?", reason, Actor.current());
    }

    /** The motion that waits for the section chief, upon the lead's open notice. */
    @Transactional(readOnly = true)
    public Optional<Motion> motion(String leadCase) {
        return database.sql("""
                        SELECT motion_reason, motion_by FROM hearing
                        WHERE lead_case = ? AND state = 'ISSUED' AND motion_reason IS NOT NULL""")
                .param(leadCase)
                .query((row, n) -> new Motion(row.getString("motion_reason"), row.getString("motion_by")))
                .optional();
    }

    /** It waits no more, whatever was decided. */
    public void motionDecided(String leadCase) {
        change(leadCase, "motion_reason = NULL, motion_by = NULL");
    }

    /** The department holds a hearing on its own motion (10 CSR 60-6.040(4)). */
    public void onMotion(String leadCase) {
        change(leadCase, "on_motion = ?", true);
    }

    /** The day of issue of the lead's open notice; empty before it has one. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> issuedOn(String leadCase) {
        return database.sql("SELECT issued_on FROM hearing WHERE lead_case = ? AND state = 'ISSUED'")
                .param(leadCase)
                .query((row, n) -> Sql.day(row, "issued_on"))
                .optional();
    }

    /** Whether a hearing is called for upon the lead's open notice, on request or on motion. */
    @Transactional(readOnly = true)
    public boolean calledFor(String leadCase) {
        return database.sql("""
                        SELECT COUNT(*) FROM hearing h WHERE h.lead_case = ? AND h.state = 'ISSUED'
                          AND (h.on_motion OR h.hearing_on IS NOT NULL OR EXISTS (
                            SELECT 1 FROM hearing_request q WHERE q.hearing_id = h.id AND q.state = 'GRANTED'))""").param(leadCase).query(Integer.class).single() > 0;
    }

    /** The hearing is arranged and its notice written. */
    public void arranged(String leadCase, LocalDate day) {
        change(leadCase, "hearing_on = ?, hearing_written_on = ?", day, LocalDate.now(clock));
    }

    /** The hearing is to be arranged anew. */
    public void moved(String leadCase) {
        change(leadCase, "hearing_on = NULL, hearing_written_on = NULL");
    }

    private void change(String leadCase, String columns, Object... values) {
        ofLead(leadCase, "ISSUED").ifPresent(id -> database.sql("UPDATE hearing SET " + columns + " WHERE id = ?")
                .params(Stream.concat(Stream.of(values), Stream.of(id)).toList())
                .update());
    }

    /**
     * The lead of an issued notice drops out: the next of the cases that it covers leads it on, for the hearing includes each
     * of their proposals (10 CSR 60-6.040(1)).
     *
     * @return the notice as that case finds it; empty where there is no such case, or the notice is not issued
     */
    public Optional<Taken> handOver(String leadCase) {
        List<Matter> others = joined(leadCase);
        Optional<Long> issued = ofLead(leadCase, "ISSUED");
        if (issued.isEmpty() || others.isEmpty()) {
            return Optional.empty();
        }
        String next = others.get(0).caseNumber();
        leave(leadCase);
        database.sql("UPDATE hearing SET lead_case = ? WHERE id = ?")
                .params(next, issued.get())
                .update();
        List<HearingRequest> granted = database.sql(
                        "SELECT * FROM hearing_request WHERE hearing_id = ? AND state = 'GRANTED' ORDER BY id")
                .param(issued.get())
                .query((row, n) -> requestOf(row))
                .list();
        return Optional.of(database.sql("SELECT * FROM hearing WHERE id = ?")
                .param(issued.get())
                .query((row, n) -> new Taken(
                        next,
                        Sql.day(row, "issued_on"),
                        Optional.ofNullable(Sql.day(row, "written_on")).orElse(Sql.day(row, "issued_on")),
                        row.getBoolean("circulated"),
                        row.getBoolean("on_motion") || !granted.isEmpty() || Sql.day(row, "hearing_on") != null,
                        row.getString("motion_reason") != null,
                        Optional.ofNullable(Sql.day(row, "hearing_on")),
                        Optional.ofNullable(Sql.day(row, "hearing_written_on")),
                        granted,
                        toDecide(next)))
                .single());
    }

    /** The other proposals that the lead's open notice covers. */
    @Transactional(readOnly = true)
    public List<Matter> joined(String leadCase) {
        return database.sql("""
                        SELECT m.case_number, m.summary FROM hearing_matter m JOIN hearing h ON h.id = m.hearing_id
                        WHERE h.lead_case = ? AND h.state IN ('PREPARED', 'ISSUED') AND m.waiting
                          AND m.case_number <> h.lead_case ORDER BY m.case_number""")
                .param(leadCase)
                .query((row, n) -> new Matter(row.getString("case_number"), row.getString("summary")))
                .list();
    }

    /** The cases whose proposals the lead's open notice covers, its own the first. */
    @Transactional(readOnly = true)
    public List<String> covered(String leadCase) {
        return Stream.concat(Stream.of(leadCase), joined(leadCase).stream().map(Matter::caseNumber))
                .toList();
    }

    /** The case that leads the notice for which this one waits; empty where it waits for none. */
    @Transactional(readOnly = true)
    public Optional<String> waitsFor(String caseNumber) {
        return database.sql("""
                        SELECT h.lead_case FROM hearing_matter m JOIN hearing h ON h.id = m.hearing_id
                        WHERE m.case_number = ? AND m.waiting AND h.lead_case <> m.case_number
                          AND h.state IN ('PREPARED', 'ISSUED') ORDER BY h.id DESC""").param(caseNumber).query(String.class).list().stream()
                .findFirst();
    }

    /** Whether a notice that is not over covers a proposal of the case. */
    @Transactional(readOnly = true)
    public boolean noticed(String caseNumber) {
        return database.sql("""
                        SELECT COUNT(*) FROM hearing_matter m JOIN hearing h ON h.id = m.hearing_id
                        WHERE m.case_number = ? AND m.waiting AND h.state IN ('PREPARED', 'ISSUED')""").param(caseNumber).query(Integer.class).single() > 0;
    }

    /** The notice is over: its hearing has ended or none is held, or its lead is withdrawn. */
    public void end(String leadCase, boolean withOutcome) {
        open(leadCase).forEach(id -> {
            database.sql("UPDATE hearing_matter SET waiting = FALSE WHERE hearing_id = ?")
                    .param(id)
                    .update();
            database.sql("UPDATE hearing SET state = ? WHERE id = ?")
                    .params(withOutcome ? "CONCLUDED" : "GIVEN_UP", id)
                    .update();
        });
    }

    /** A joined case is withdrawn; the notice goes on without it. */
    public void leave(String caseNumber) {
        database.sql("UPDATE hearing_matter SET waiting = FALSE WHERE case_number = ? AND waiting")
                .param(caseNumber)
                .update();
    }

    /**
     * A proposal goes on by itself, with a notice of its own.
     *
     * @throws CaseRefused where the notice is issued: its hearing includes each proposal it covers (10 CSR 60-6.040(1))
     */
    public void leaveBeforeIssue(String caseNumber) {
        waitsFor(caseNumber)
                .filter(lead -> ofLead(lead, "PREPARED").isPresent())
                .orElseThrow(() -> new CaseRefused(
                        "leaveReason",
                        "the notice is issued, and its hearing includes each proposal it covers (10 CSR 60-6.040(1)):"
                                + " wait for its end, or withdraw the request"));
        leave(caseNumber);
    }

    /**
     * A request for a hearing came in upon the notice that the case has issued.
     *
     * @return its identity
     */
    public long requested(String leadCase, HearingRequest request) {
        long id = ofLead(leadCase, "ISSUED").orElseThrow();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        database.sql("""
                        INSERT INTO hearing_request (hearing_id, requester, individual, address, telephone, interest,
                          information, signed, received_on, state, recorded_at, recorded_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'RECEIVED', ?, ?)""")
                .params(
                        id,
                        request.requester(),
                        request.individual(),
                        request.address(),
                        request.telephone(),
                        request.interest(),
                        request.information(),
                        request.signed(),
                        request.receivedOn(),
                        Sql.of(clock.instant()),
                        Actor.current())
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    /** The requests that the lead's open notice brought and that are still to be decided, as they came in. */
    @Transactional(readOnly = true)
    public List<Long> toDecide(String leadCase) {
        return database.sql("""
                        SELECT q.id FROM hearing_request q JOIN hearing h ON h.id = q.hearing_id
                        WHERE h.lead_case = ? AND h.state = 'ISSUED' AND q.state = 'RECEIVED' ORDER BY q.id""").param(leadCase).query(Long.class).list();
    }

    /** Every request that the lead's open notice brought, as they came in, whatever was decided. */
    @Transactional(readOnly = true)
    public List<HearingRequest> requestsUpon(String leadCase) {
        return database.sql("""
                        SELECT q.* FROM hearing_request q JOIN hearing h ON h.id = q.hearing_id
                        WHERE h.lead_case = ? AND h.state = 'ISSUED' ORDER BY q.id""")
                .param(leadCase)
                .query((row, n) -> requestOf(row))
                .list();
    }

    /** Who recorded a request for a hearing. */
    @Transactional(readOnly = true)
    public String recordedBy(long id) {
        return database.sql("SELECT recorded_by FROM hearing_request WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    /** A request for a hearing by its identity. */
    @Transactional(readOnly = true)
    public HearingRequest request(long id) {
        return database.sql("SELECT * FROM hearing_request WHERE id = ?")
                .param(id)
                .query((row, n) -> requestOf(row))
                .single();
    }

    /**
     * Grants or denies a request that is to be decided.
     *
     * @throws CaseRefused where it was decided meanwhile
     */
    public void decided(long id, HearingRequest.State state, HearingRequest.Ground ground, String reason) {
        int changed = database.sql("""
                        UPDATE hearing_request SET state = ?, ground = ?, reason = ?, decided_by = ?
                        WHERE id = ? AND state = 'RECEIVED'""")
                .params(state.name(), ground == null ? null : ground.name(), reason, Actor.current(), id)
                .update();
        if (changed == 0) {
            throw new CaseRefused("hearingRequestGranted", "the request is decided already");
        }
    }

    /** The requests for a hearing upon every notice that covers or covered a proposal of the case, as they came in. */
    @Transactional(readOnly = true)
    public List<HearingRequest> requests(String caseNumber) {
        return database.sql("""
                        SELECT q.* FROM hearing_request q JOIN hearing_matter m ON m.hearing_id = q.hearing_id
                        WHERE m.case_number = ? ORDER BY q.id""")
                .param(caseNumber)
                .query((row, n) -> requestOf(row))
                .list();
    }

    private static HearingRequest requestOf(ResultSet row) throws SQLException {
        return new HearingRequest(
                row.getString("requester"),
                row.getBoolean("individual"),
                row.getString("address"),
                row.getString("telephone"),
                row.getString("interest"),
                row.getString("information"),
                row.getBoolean("signed"),
                Sql.day(row, "received_on"),
                HearingRequest.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("ground"))
                        .map(HearingRequest.Ground::valueOf)
                        .orElse(null),
                row.getString("reason"));
    }

    private List<Long> open(String leadCase) {
        return Stream.of("PREPARED", "ISSUED")
                .flatMap(state -> ofLead(leadCase, state).stream())
                .toList();
    }

    private Optional<Long> ofLead(String leadCase, String state) {
        return database
                .sql("SELECT id FROM hearing WHERE lead_case = ? AND state = ? ORDER BY id FOR UPDATE")
                .params(leadCase, state)
                .query(Long.class)
                .list()
                .stream()
                .findFirst();
    }
}
