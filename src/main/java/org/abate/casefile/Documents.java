package org.abate.casefile;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The filed documents. */
@Component
class Documents {

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private static final int LARGEST = 20 * 1024 * 1024;

    private static final String SELECT = """
            SELECT d.id, d.kind, d.title, d.confidential, d.respond_by, d.addressee, d.created_at, d.sent_at,
              s.happened_on AS served_on, s.recorded_at AS service_recorded_at
            FROM document d LEFT JOIN document_service s ON s.id = (
              SELECT f.id FROM document_service f
              WHERE f.document_id = d.id AND f.event IN ('RECEIVED', 'REFUSED', 'REJECTED')
                AND NOT EXISTS (SELECT 1 FROM document_service c WHERE c.corrects = f.id)
              ORDER BY f.happened_on, f.id FETCH FIRST 1 ROW ONLY)
            WHERE d.case_number = ?""";

    private final JdbcClient database;
    private final Clock clock;

    Documents(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Document file(String caseNumber, NewDocument given) {
        Faults faults = new Faults();
        String title = faults.line("title", given.title(), 300);
        String addressee = faults.optionalText("addressee", given.addressee(), 800);
        check(given, addressee, faults);
        faults.refuse();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        database.sql("""
                        INSERT INTO document (case_number, kind, title, confidential, respond_by, addressee, created_at,
                          created_by, sent_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        caseNumber,
                        given.kind().name(),
                        title,
                        given.confidential(),
                        given.respondBy(),
                        addressee,
                        Sql.of(clock.instant()),
                        Actor.current(),
                        Sql.of(given.sentAt()))
                .update(key, "id");
        long id = key.getKeyAs(Long.class);
        database.sql("INSERT INTO document_content (document_id, content) VALUES (?, ?)")
                .params(id, given.pdf())
                .update();
        return find(caseNumber, id).orElseThrow();
    }

    List<Document> of(String caseNumber) {
        return select(" ORDER BY d.id", caseNumber).list();
    }

    Optional<Document> find(String caseNumber, long documentId) {
        return select(" AND d.id = ?", caseNumber, documentId).optional();
    }

    Optional<byte[]> content(String caseNumber, long documentId) {
        return database.sql("""
                        SELECT t.content FROM document_content t JOIN document d ON d.id = t.document_id
                        WHERE d.case_number = ? AND d.id = ?""")
                .params(caseNumber, documentId)
                .query((row, n) -> row.getBytes("content"))
                .optional();
    }

    private void check(NewDocument given, String addressee, Faults faults) {
        if (given.kind() == null) {
            faults.add("kind", "is missing");
        }
        if (given.pdf() == null || !Arrays.equals(PDF, Arrays.copyOf(given.pdf(), PDF.length))) {
            faults.add("pdf", "must be a PDF");
        } else if (given.pdf().length > LARGEST) {
            faults.add("pdf", "must have at most " + LARGEST + " bytes");
        }
        if (given.sentAt() != null) {
            faults.day("sentAt", day(given.sentAt()), Faults.EARLIEST, LocalDate.now(clock));
            if (addressee == null) {
                faults.add("addressee", "is missing; what is sent is sent to somebody");
            }
            if (given.respondBy() != null && given.respondBy().isBefore(day(given.sentAt()))) {
                faults.add("respondBy", "must not be before the day it is sent, " + day(given.sentAt()));
            }
        } else if (given.respondBy() != null) {
            faults.add("respondBy", "must be left out: a paper that is not sent asks for no response");
        }
    }

    /** A day has been served when it ends; what is recorded on the day itself, when it is recorded. */
    private Instant servedAt(LocalDate day, Instant recordedAt) {
        if (day == null) {
            return null;
        }
        Instant end =
                day.atTime(LocalTime.of(23, 59, 59)).atZone(clock.getZone()).toInstant();
        return end.isBefore(recordedAt) ? end : recordedAt;
    }

    private LocalDate day(Instant instant) {
        return instant == null ? null : LocalDate.ofInstant(instant, clock.getZone());
    }

    private JdbcClient.MappedQuerySpec<Document> select(String where, Object... parameters) {
        return database.sql(SELECT + where)
                .params(parameters)
                .query((row, n) -> new Document(
                        row.getLong("id"),
                        DocumentKind.valueOf(row.getString("kind")),
                        row.getString("title"),
                        row.getBoolean("confidential"),
                        Sql.day(row, "respond_by"),
                        row.getString("addressee"),
                        Sql.instant(row, "created_at"),
                        Sql.instant(row, "sent_at"),
                        servedAt(Sql.day(row, "served_on"), Sql.instant(row, "service_recorded_at"))));
    }
}
