package org.abate.casefile;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The versions of the letters' texts. What a manager wrote last is in force; where no manager wrote anything, what came
 * with the application last. So a new release never silently replaces a manager's words, as it replaces no diagram.
 */
@Service
@Transactional
public class LetterTextVersions {

    private static final int LONGEST_TEXT = 40_000;
    private static final String SELECT =
            "SELECT kind, version, text, packaged, reason, written_at, written_by FROM letter_text WHERE kind = ?";

    private final JdbcClient database;
    private final Clock clock;

    LetterTextVersions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<LetterTextVersion> of(DocumentKind kind) {
        return select(" ORDER BY version DESC", kind.name()).list();
    }

    @Transactional(readOnly = true)
    public Optional<LetterTextVersion> find(DocumentKind kind, int version) {
        return select(" AND version = ?", kind.name(), version).optional();
    }

    /** The text of the letters that are written now. */
    @Transactional(readOnly = true)
    public LetterTextVersion inForce(DocumentKind kind) {
        return select(" ORDER BY packaged, version DESC FETCH FIRST 1 ROW ONLY", kind.name())
                .single();
    }

    /** The text as it came with the application last: the one whose mandatory passages count. */
    @Transactional(readOnly = true)
    public LetterTextVersion packaged(DocumentKind kind) {
        return newestPackaged(kind).orElseThrow();
    }

    /** Keeps the text that comes with this application as a version of its own, unless it is the last one that came. */
    public void deliver(DocumentKind kind, String text) {
        Optional<LetterTextVersion> last = newestPackaged(kind);
        if (last.isEmpty() || !last.get().text().equals(text)) {
            insert(kind, text, true, "Delivered with the application");
        }
    }

    /**
     * A manager's version, in force from now on.
     *
     * @param changed the version that was changed: it has to be the newest, or somebody else wrote one meanwhile
     * @throws CaseRefused with every fault; nothing is stored
     */
    public LetterTextVersion write(DocumentKind kind, String text, String reason, int changed) {
        Faults faults = new Faults();
        String stripped = faults.text("text", text, LONGEST_TEXT);
        String why = faults.line("reason", reason, 300);
        LetterTextVersion newest = of(kind).get(0);
        if (newest.version() != changed) {
            faults.add(
                    "text",
                    "was changed meanwhile by " + newest.writtenBy() + ", who stored version " + newest.version()
                            + ": compare with it before you store yours");
        }
        if (stripped != null && inForce(kind).text().strip().equals(stripped)) {
            faults.add("text", "is what is in force already");
        }
        faults.refuse();
        try {
            return insert(kind, stripped + "\n", false, why);
        } catch (DuplicateKeyException e) {
            throw new CaseRefused("text", "was changed by somebody else this moment: open the page again");
        }
    }

    /** Notes from which version a letter was made. */
    public void madeFrom(long documentId, LetterTextVersion text) {
        database.sql("INSERT INTO document_text (document_id, kind, text_version) VALUES (?, ?, ?)")
                .params(documentId, text.kind().name(), text.version())
                .update();
    }

    /** From which version a letter was made; empty for a paper that was not made from a text. */
    @Transactional(readOnly = true)
    public Optional<Integer> versionOf(long documentId) {
        return database.sql("SELECT text_version FROM document_text WHERE document_id = ?")
                .param(documentId)
                .query(Integer.class)
                .optional();
    }

    private Optional<LetterTextVersion> newestPackaged(DocumentKind kind) {
        return select(" AND packaged ORDER BY version DESC FETCH FIRST 1 ROW ONLY", kind.name())
                .optional();
    }

    private LetterTextVersion insert(DocumentKind kind, String text, boolean packaged, String reason) {
        int version =
                of(kind).stream().mapToInt(LetterTextVersion::version).max().orElse(0) + 1;
        database.sql("""
                        INSERT INTO letter_text (kind, version, text, packaged, reason, written_at, written_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(kind.name(), version, text, packaged, reason, Sql.of(clock.instant()), Actor.current())
                .update();
        return find(kind, version).orElseThrow();
    }

    private JdbcClient.MappedQuerySpec<LetterTextVersion> select(String where, Object... parameters) {
        return database.sql(SELECT + where)
                .params(parameters)
                .query((row, n) -> new LetterTextVersion(
                        DocumentKind.valueOf(row.getString("kind")),
                        row.getInt("version"),
                        row.getString("text"),
                        row.getBoolean("packaged"),
                        row.getString("reason"),
                        Sql.instant(row, "written_at"),
                        row.getString("written_by")));
    }
}
