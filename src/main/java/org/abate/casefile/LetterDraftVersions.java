package org.abate.casefile;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The drafts of letters as they are kept: each saving is a row, and a draft that was issued takes no more. */
@Service
@Transactional
public class LetterDraftVersions {

    private static final int LONGEST = 200_000;
    private static final String SELECT = """
            SELECT case_number, kind, draft, version, text_version, blocks, saved_at, saved_by FROM letter_draft d
            WHERE case_number = ?
            """;
    private static final String NOT_ISSUED = """
            AND NOT EXISTS (SELECT 1 FROM issued_draft i
              WHERE i.case_number = d.case_number AND i.kind = d.kind AND i.draft = d.draft)""";

    private final JdbcClient database;
    private final CaseFiles cases;
    private final Clock clock;

    LetterDraftVersions(JdbcClient database, CaseFiles cases, Clock clock) {
        this.database = database;
        this.cases = cases;
        this.clock = clock;
    }

    /** The draft of a kind that was not issued yet, as it was saved last. */
    @Transactional(readOnly = true)
    public Optional<LetterDraft> open(String caseNumber, DocumentKind kind) {
        return select(
                        NOT_ISSUED + " AND kind = ? ORDER BY draft DESC, version DESC FETCH FIRST 1 ROW ONLY",
                        caseNumber,
                        kind.name())
                .optional();
    }

    /** All savings of a draft, newest first. */
    @Transactional(readOnly = true)
    public List<LetterDraft> savings(LetterDraft draft) {
        return select(
                        " AND kind = ? AND draft = ? ORDER BY version DESC",
                        draft.caseNumber(),
                        draft.kind().name(),
                        draft.draft())
                .list();
    }

    /** The kinds of which the case has a draft that was not issued yet. */
    @Transactional(readOnly = true)
    public List<DocumentKind> openKinds(String caseNumber) {
        return select(NOT_ISSUED + " ORDER BY kind", caseNumber).list().stream()
                .map(LetterDraft::kind)
                .distinct()
                .toList();
    }

    /**
     * Begins a draft; if there is one already, that is it.
     *
     * @throws CaseRefused if the case is closed
     */
    public LetterDraft begin(String caseNumber, DocumentKind kind, int textVersion, String blocks) {
        lockInWork(caseNumber);
        return open(caseNumber, kind).orElseGet(() -> {
            int before = database.sql(
                            "SELECT COALESCE(MAX(draft), 0) FROM letter_draft WHERE case_number = ? AND kind = ?")
                    .params(caseNumber, kind.name())
                    .query(Integer.class)
                    .single();
            return insert(caseNumber, kind, before + 1, 1, textVersion, blocks);
        });
    }

    /**
     * Saves a draft.
     *
     * @param changed the saving that was changed: it has to be the last one, or somebody else saved meanwhile
     * @throws CaseRefused if somebody else saved or the letter was issued meanwhile; nothing is stored
     */
    public LetterDraft save(String caseNumber, DocumentKind kind, int draft, int changed, String blocks) {
        lockInWork(caseNumber);
        LetterDraft last = open(caseNumber, kind)
                .filter(open -> open.draft() == draft)
                .orElseThrow(
                        () -> new CaseRefused("draft", "was issued meanwhile: the letter is on file as it was sent"));
        if (last.version() != changed) {
            throw new CaseRefused(
                    "draft",
                    "was saved meanwhile by " + last.savedBy()
                            + ": open the page in another window, and put your changes there");
        }
        if (blocks.length() > LONGEST) {
            throw new CaseRefused("draft", "is too long");
        }
        return insert(caseNumber, kind, draft, last.version() + 1, last.textVersion(), blocks);
    }

    /** Locks the case, so that nobody saves what is being issued, and gives the draft that the letter is made from. */
    public Optional<LetterDraft> toIssue(String caseNumber, DocumentKind kind) {
        Optional<LetterDraft> open = open(caseNumber, kind);
        if (open.isEmpty()) {
            return open;
        }
        cases.lock(caseNumber);
        return open(caseNumber, kind);
    }

    /** Notes that a draft became a letter; it takes no more changes. */
    public void issued(LetterDraft draft, long documentId) {
        database.sql("INSERT INTO issued_draft (document_id, case_number, kind, draft, version) VALUES (?, ?, ?, ?, ?)")
                .params(documentId, draft.caseNumber(), draft.kind().name(), draft.draft(), draft.version())
                .update();
    }

    private void lockInWork(String caseNumber) {
        cases.lock(caseNumber);
        if (cases.find(caseNumber).orElseThrow(() -> new NoSuchCase(caseNumber)).closed()) {
            throw new CaseRefused("draft", "cannot be written: the case is closed");
        }
    }

    private LetterDraft insert(
            String caseNumber, DocumentKind kind, int draft, int version, int textVersion, String blocks) {
        database.sql("""
                        INSERT INTO letter_draft (case_number, kind, draft, version, text_version, blocks, saved_at, saved_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        caseNumber,
                        kind.name(),
                        draft,
                        version,
                        textVersion,
                        blocks,
                        Sql.of(clock.instant()),
                        Actor.current())
                .update();
        return open(caseNumber, kind).orElseThrow();
    }

    private JdbcClient.MappedQuerySpec<LetterDraft> select(String where, Object... parameters) {
        return database.sql(SELECT + where)
                .params(parameters)
                .query((row, n) -> new LetterDraft(
                        row.getString("case_number"),
                        DocumentKind.valueOf(row.getString("kind")),
                        row.getInt("draft"),
                        row.getInt("version"),
                        row.getInt("text_version"),
                        row.getString("blocks"),
                        Sql.instant(row, "saved_at"),
                        row.getString("saved_by")));
    }
}
