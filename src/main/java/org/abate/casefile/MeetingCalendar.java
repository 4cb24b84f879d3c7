package org.abate.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The commissions' meetings, and the cases on their agendas. Referral is pursued at the commission's next meeting
 * (Manual 8.3).
 */
@Service
@Transactional
public class MeetingCalendar {

    private static final String SELECT = """
            SELECT m.id, m.commission, m.meets_on, m.place,
              (SELECT COUNT(*) FROM agenda_item i WHERE i.meeting_id = m.id) AS cases
            FROM commission_meeting m""";

    private final JdbcClient database;
    private final CaseFiles cases;
    private final Timeline timeline;
    private final Clock clock;

    MeetingCalendar(JdbcClient database, CaseFiles cases, Timeline timeline, Clock clock) {
        this.database = database;
        this.cases = cases;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** All that are in the calendar, in the order of their days. */
    @Transactional(readOnly = true)
    public List<Meeting> all() {
        return database.sql(SELECT + " ORDER BY m.meets_on, m.commission")
                .query((row, n) -> new Meeting(
                        row.getLong("id"),
                        Commission.valueOf(row.getString("commission")),
                        Sql.day(row, "meets_on"),
                        row.getString("place"),
                        row.getInt("cases")))
                .list();
    }

    /** The meetings of a commission from today on, the next one first. */
    @Transactional(readOnly = true)
    public List<Meeting> coming(Commission commission) {
        LocalDate today = LocalDate.now(clock);
        return all().stream()
                .filter(meeting ->
                        meeting.commission() == commission && !meeting.date().isBefore(today))
                .toList();
    }

    /**
     * Enters a meeting.
     *
     * @throws CaseRefused with every fault of the input
     */
    public void add(NewMeeting given) {
        Faults faults = new Faults();
        if (given.commission() == null) {
            faults.add("commission", "is missing; choose one");
        }
        if (given.date() == null) {
            faults.add("date", "is missing; give the day of the meeting");
        } else if (given.date().isBefore(LocalDate.now(clock))) {
            faults.add("date", "has passed");
        } else if (given.date().isAfter(LocalDate.now(clock).plusYears(5))) {
            faults.add("date", "is more than five years away");
        } else if (find(given.commission(), given.date()).isPresent()) {
            faults.add("date", "is in the calendar already: the commission meets once a day");
        }
        String place = faults.line("place", given.place(), 200);
        faults.refuse();
        database.sql("""
                        INSERT INTO commission_meeting (commission, meets_on, place, recorded_at, recorded_by)
                        VALUES (?, ?, ?, ?, ?)""")
                .params(given.commission().name(), given.date(), place, Sql.of(clock.instant()), Actor.current())
                .update();
    }

    /**
     * Takes a cancelled meeting out of the calendar; that it was there stays in the audit trail. Again, it changes
     * nothing.
     *
     * @throws CaseRefused if a case is on its agenda
     */
    public void cancel(long id) {
        int used = database.sql("SELECT COUNT(*) FROM agenda_item WHERE meeting_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
        if (used > 0) {
            throw new CaseRefused(
                    "meeting", "is on record with cases on its agenda: record that the commission put them off");
        }
        database.sql("DELETE FROM commission_meeting WHERE id = ?").param(id).update();
    }

    /** Places a case on the agenda of its commission's meeting that day; one that the calendar does not have, too. */
    public void place(String caseNumber, LocalDate date) {
        cases.lock(caseNumber);
        CaseFile file = cases.find(caseNumber).orElseThrow();
        Optional<Commission> commission = Commission.of(file.program());
        Optional<Meeting> meeting = commission.flatMap(which -> find(which, date));
        meeting.filter(found -> !isOnAgenda(found.id(), caseNumber)).ifPresent(found -> database.sql("""
                                INSERT INTO agenda_item (meeting_id, case_number, recorded_at, recorded_by)
                                VALUES (?, ?, ?, ?)""")
                .params(found.id(), caseNumber, Sql.of(clock.instant()), Actor.current())
                .update());
        timeline.note(
                caseNumber,
                "PLACED_ON_AGENDA",
                "On the agenda of the " + commission.map(Commission::title).orElse("commission") + ", "
                        + Timeline.words(date)
                        + meeting.map(found -> ", " + found.place()).orElse(""),
                false);
    }

    private boolean isOnAgenda(long meeting, String caseNumber) {
        return database.sql("SELECT COUNT(*) FROM agenda_item WHERE meeting_id = ? AND case_number = ?")
                        .params(meeting, caseNumber)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private Optional<Meeting> find(Commission commission, LocalDate date) {
        return all().stream()
                .filter(meeting ->
                        meeting.commission() == commission && meeting.date().equals(date))
                .findFirst();
    }
}
