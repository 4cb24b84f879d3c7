package org.abate.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The inspections and notices of an operator: of the cases of one program with the same responsible party, or at the same
 * facility where the party of one of them is unknown. What was withdrawn does not count (interpretation M12).
 */
@Component
class OperatorHistory {

    private static final String CASES = """
            WITH operator_case AS (
              SELECT other.case_number FROM case_file own
              JOIN case_file other ON other.program = own.program AND other.status <> 'WITHDRAWN'
              LEFT JOIN responsible_party p ON p.id = own.responsible_party_id
              LEFT JOIN responsible_party q ON q.id = other.responsible_party_id
              WHERE own.case_number = :case
                AND (LOWER(TRIM(p.name)) = LOWER(TRIM(q.name))
                  OR other.facility_id = own.facility_id AND (p.id IS NULL OR q.id IS NULL)))
            """;

    private static final String DAYS = """
            SELECT o.observed_on AS inspected_on FROM violation_observation o JOIN violation v ON v.id = o.violation_id
              WHERE v.case_number IN (SELECT case_number FROM operator_case)
            UNION
            SELECT contact_on FROM contact
              WHERE case_number IN (SELECT case_number FROM operator_case) AND kind = 'INSPECTION'""";

    /** A violation goes into the first notice that was filed once it was recorded. */
    private static final String NOTICES = """
            SELECT d.id, d.case_number, d.sent_at, v.citation, MAX(o.observed_on) AS observed_on
            FROM violation v JOIN violation_observation o ON o.violation_id = v.id
            JOIN document d ON d.id = (SELECT MIN(n.id) FROM document n WHERE n.case_number = v.case_number
              AND n.kind = 'NOTICE_OF_VIOLATION' AND n.sent_at IS NOT NULL AND n.created_at >= v.recorded_at)
            WHERE v.case_number IN (SELECT case_number FROM operator_case)
            GROUP BY d.id, d.case_number, d.sent_at, v.id, v.citation
            ORDER BY d.id""";

    private record Noticed(Inspection.Notice notice, Instant sentAt, LocalDate observedOn) {}

    private final JdbcClient database;
    private final Clock clock;

    OperatorHistory(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** In the order of their dates. */
    List<Inspection> of(String caseNumber) {
        TreeMap<LocalDate, List<Inspection.Notice>> inspections = new TreeMap<>();
        database.sql(CASES + DAYS)
                .param("case", caseNumber)
                .query(LocalDate.class)
                .list()
                .forEach(day -> inspections.put(day, new ArrayList<>()));
        for (Noticed noticed : notices(caseNumber)) {
            LocalDate sent = LocalDate.ofInstant(noticed.sentAt(), clock.getZone());
            LocalDate inspected =
                    noticed.observedOn().isAfter(sent) ? inspections.floorKey(sent) : noticed.observedOn();
            inspections
                    .get(inspected == null ? noticed.observedOn() : inspected)
                    .add(noticed.notice());
        }
        return inspections.entrySet().stream()
                .map(day -> new Inspection(day.getKey(), day.getValue()))
                .toList();
    }

    /** Each notice once, with the last day on which what it is about was observed. */
    private List<Noticed> notices(String caseNumber) {
        Map<Long, Noticed> notices = new LinkedHashMap<>();
        database.sql(CASES + NOTICES)
                .param("case", caseNumber)
                .query((row, n) -> new Noticed(
                        new Inspection.Notice(
                                row.getString("case_number"), row.getLong("id"), Set.of(row.getString("citation"))),
                        Sql.instant(row, "sent_at"),
                        Sql.day(row, "observed_on")))
                .list()
                .forEach(noticed -> notices.merge(noticed.notice().documentId(), noticed, OperatorHistory::together));
        return List.copyOf(notices.values());
    }

    private static Noticed together(Noticed one, Noticed other) {
        TreeSet<String> citations = new TreeSet<>(one.notice().citations());
        citations.addAll(other.notice().citations());
        return new Noticed(
                new Inspection.Notice(one.notice().caseNumber(), one.notice().documentId(), citations),
                one.sentAt(),
                one.observedOn().isAfter(other.observedOn()) ? one.observedOn() : other.observedOn());
    }
}
