package org.abate.casefile;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened in a case, in the order it was recorded: put together from all of the record's tables. A letter that was
 * sent before its case was opened stands where it was sent.
 */
@Component
class Timeline {

    private static final Pattern KIND = Pattern.compile("[A-Z][A-Z_]{0,59}");

    /** A day within an entry, as it is given to the record: 2026-10-01. */
    private static final Pattern DAY = Pattern.compile("(?<![\\w.-])\\d{4}-\\d{2}-\\d{2}(?![\\w-])");

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

    /** What is recorded at the same moment stands in the order of these parts; days in braces and [kind] are written in words. */
    private static final String SELECT = """
            SELECT c.opened_at AS happened_at, c.opened_by AS actor, 'CASE_OPENED' AS kind,
              'Case opened: ' || f.name || ', ' || f.county AS text,
              CAST(NULL AS BIGINT) AS document_id, FALSE AS confidential, 0 AS part, CAST(0 AS BIGINT) AS id
            FROM case_file c JOIN facility f ON f.id = c.facility_id WHERE c.case_number = :case
            UNION ALL
            SELECT recorded_at, recorded_by, 'VIOLATION_RECORDED',
              'Violation ' || violation_number || ' recorded: ' || citation, NULL, FALSE, 1, id
            FROM violation WHERE case_number = :case
            UNION ALL
            SELECT recorded_at, recorded_by, kind, body, NULL, confidential, 2, id
            FROM timeline_note WHERE case_number = :case
            UNION ALL
            SELECT recorded_at, recorded_by, 'CONTACT',
              [kind] || ' with ' || with_whom || ' on ' || {contact_on} || ', '
                || COALESCE(minutes || CASE minutes WHEN 1 THEN ' minute' ELSE ' minutes' END, 'length not stated')
                || ', ' || staff, NULL, FALSE, 3, id
            FROM contact WHERE case_number = :case
            UNION ALL
            SELECT recorded_at, recorded_by, 'ASSESSMENT_FILED',
              CASE WHEN total IS NULL THEN 'Worksheet completed for ' ELSE 'Penalty calculated for ' END
                || CASE subject WHEN 0 THEN 'the case' ELSE 'violation ' || subject END || ', version ' || version
                || COALESCE(': $' || TO_CHAR(total, 'FM999,999,999,990.00'), ''), NULL, TRUE, 4, id
            FROM assessment WHERE case_number = :case
            UNION ALL
            SELECT CASE WHEN sent_at < created_at THEN sent_at ELSE created_at END, created_by,
              CASE WHEN sent_at IS NULL THEN 'DOCUMENT_FILED' ELSE 'DOCUMENT_SENT' END,
              title || CASE WHEN sent_at IS NULL THEN ' filed' ELSE ' sent' END
                || COALESCE(', response due by ' || {respond_by}, ''), id, confidential, 5, id
            FROM document WHERE case_number = :case
            UNION ALL
            SELECT recorded_at, recorded_by, 'PAYMENT_RECORDED',
              'Payment of $' || TO_CHAR(amount, 'FM999,999,999,990.00') || ' on ' || {paid_on}
                || ', ' || method || COALESCE(' ' || reference, ''), NULL, TRUE, 6, id
            FROM payment WHERE case_number = :case
            UNION ALL
            SELECT recorded_at, recorded_by, 'DECISION',
              question || COALESCE(' (' || capacity || ')', '') || ': ' || answer
                || COALESCE(', $' || TO_CHAR(amount, 'FM999,999,999,990.00'), '') || COALESCE('. ' || reason, ''),
              NULL, confidential, 7, id
            FROM decision WHERE case_number = :case
            UNION ALL
            SELECT closed_at, closed_by, 'CASE_CLOSED',
              CASE status WHEN 'RETURNED_TO_COMPLIANCE' THEN 'Returned to compliance' WHEN 'SETTLED' THEN 'Settled'
                WHEN 'REFERRED' THEN 'Legal action concluded' WHEN 'WITHDRAWN' THEN 'Withdrawn' ELSE 'Closed' END
                || ' on ' || {closed_on} || COALESCE(': ' || closing_reason, ''), NULL, FALSE, 8, 0
            FROM case_file WHERE case_number = :case AND closed_at IS NOT NULL
            ORDER BY happened_at, part, id""".replaceAll(
                    "\\{(\\w+)}",
                    "TO_CHAR($1, 'FMMonth') || ' ' || EXTRACT(DAY FROM $1) || ', ' || EXTRACT(YEAR FROM $1)")
            .replace(
                    "[kind]",
                    Arrays.stream(ContactKind.values())
                            .map(kind -> "WHEN '" + kind.name() + "' THEN '" + kind.title() + "'")
                            .collect(Collectors.joining(" ", "CASE kind ", " END")));

    private final JdbcClient database;
    private final Clock clock;

    Timeline(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A day as the timeline writes it: October 1, 2026. */
    static String words(LocalDate day) {
        return day.format(WORDS);
    }

    /** Every day of a text as {@link #words(LocalDate)}; what only looks like a day stays. */
    private static String daysInWords(String text) {
        return DAY.matcher(text).replaceAll(day -> {
            try {
                return words(LocalDate.parse(day.group()));
            } catch (DateTimeException e) {
                return day.group();
            }
        });
    }

    void note(String caseNumber, String kind, String text, boolean confidential) {
        Faults faults = new Faults();
        if (kind == null || !KIND.matcher(kind).matches()) {
            faults.add("kind", "must be capitals and underscores, at most 60");
        }
        String body = faults.text("text", text, 4000);
        faults.refuse();
        database.sql("""
                        INSERT INTO timeline_note (case_number, kind, body, confidential, recorded_at, recorded_by)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(caseNumber, kind, body, confidential, Sql.of(clock.instant()), Actor.current())
                .update();
    }

    List<TimelineEntry> of(String caseNumber) {
        return database.sql(SELECT)
                .param("case", caseNumber)
                .query((row, n) -> new TimelineEntry(
                        Sql.instant(row, "happened_at"),
                        row.getString("actor"),
                        row.getString("kind"),
                        daysInWords(row.getString("text")),
                        row.getObject("document_id", Long.class),
                        row.getBoolean("confidential")))
                .list();
    }
}
