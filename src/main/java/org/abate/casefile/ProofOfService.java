package org.abate.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sent documents that nobody has proof of service for, in cases that are in work: in a closed case it does not matter
 * any more. Each is asked about once for each time it was sent (10 CSR 20-3.010(1)(C), 25-14.010(1)(C), 60-6.070(1)(C)).
 */
@Service
@Transactional
public class ProofOfService {

    /**
     * A document whose service is not proven.
     *
     * @param sending which time it was sent, from 1
     * @param sentOn the day of that sending
     */
    public record Awaited(String caseNumber, long documentId, String title, int sending, LocalDate sentOn) {}

    /** Sent and not served, in a case in work; an entry that was corrected does not count. */
    private static final String AWAITED = """
            SELECT a.* FROM (
              SELECT d.id, d.case_number, d.kind, d.title, d.sent_at,
                (SELECT COUNT(*) FROM document_service s WHERE s.document_id = d.id AND s.event = 'SENT'
                  AND NOT EXISTS (SELECT 1 FROM document_service c WHERE c.corrects = s.id)) AS sent_again,
                (SELECT MAX(s.happened_on) FROM document_service s WHERE s.document_id = d.id AND s.event = 'SENT'
                  AND NOT EXISTS (SELECT 1 FROM document_service c WHERE c.corrects = s.id)) AS sent_again_on
              FROM document d JOIN case_file f ON f.case_number = d.case_number
              WHERE d.sent_at IS NOT NULL AND f.closed_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM document_service s
                  WHERE s.document_id = d.id AND s.event IN ('RECEIVED', 'REFUSED', 'REJECTED')
                    AND NOT EXISTS (SELECT 1 FROM document_service c WHERE c.corrects = s.id))) a
            """;

    private final JdbcClient database;
    private final Clock clock;

    ProofOfService(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Those that were last sent before a day and not asked about since, the oldest first.
     *
     * @param atMost how many
     */
    public List<Awaited> overdue(Set<DocumentKind> kinds, LocalDate sentBefore, int atMost) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        return database.sql(AWAITED + """
                        WHERE a.kind IN (:kinds) AND a.sent_at < :moment
                          AND (a.sent_again_on IS NULL OR a.sent_again_on < :day)
                          AND NOT EXISTS (SELECT 1 FROM service_reminder r
                            WHERE r.document_id = a.id AND r.sending = a.sent_again + 1)
                        ORDER BY a.id FETCH FIRST :atMost ROWS ONLY""")
                .param("kinds", kinds.stream().map(Enum::name).toList())
                .param("moment", Sql.of(sentBefore.atStartOfDay(clock.getZone()).toInstant()))
                .param("day", sentBefore)
                .param("atMost", atMost)
                .query((row, n) -> {
                    LocalDate again = Sql.day(row, "sent_again_on");
                    return new Awaited(
                            row.getString("case_number"),
                            row.getLong("id"),
                            row.getString("title"),
                            row.getInt("sent_again") + 1,
                            again == null ? LocalDate.ofInstant(Sql.instant(row, "sent_at"), clock.getZone()) : again);
                })
                .list();
    }

    /** Whether service of this sending is still to be proven: not served, nor sent once more, nor its case closed. */
    @Transactional(readOnly = true)
    public boolean isAwaited(long documentId, int sending) {
        return database.sql(AWAITED + "WHERE a.id = ? AND a.sent_again + 1 = ?")
                        .params(documentId, sending)
                        .query()
                        .listOfRows()
                        .size()
                == 1;
    }

    /** Somebody is asked: this sending will not be asked about again. */
    public void asked(Awaited awaited) {
        database.sql("INSERT INTO service_reminder (document_id, sending, asked_at) VALUES (?, ?, ?)")
                .params(awaited.documentId(), awaited.sending(), Sql.of(clock.instant()))
                .update();
    }
}
