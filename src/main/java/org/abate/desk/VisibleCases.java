package org.abate.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.abate.access.Caller;
import org.abate.casefile.Assessment;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseQuery;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.CaseSummary;
import org.abate.casefile.Document;
import org.abate.casefile.Facility;
import org.abate.casefile.FacilitySearch;
import org.abate.casefile.NoSuchCase;
import org.abate.casefile.NoSuchDocument;
import org.abate.casefile.Page;
import org.abate.casefile.Payment;
import org.abate.casefile.Program;
import org.abate.casefile.TimelineEntry;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/**
 * The record as the caller may see it: the cases of the offices the caller reads, without the penalty work of those
 * whose penalty work the caller does not see. What the caller may not see is answered as if it did not exist.
 */
@Service
public class VisibleCases {

    private final CaseRecord record;
    private final FacilitySearch facilities;
    private final Caller caller;

    VisibleCases(CaseRecord record, FacilitySearch facilities, Caller caller) {
        this.record = record;
        this.facilities = facilities;
        this.caller = caller;
    }

    /** The programs whose cases the caller may read. */
    public Set<Program> programs() {
        return Arrays.stream(Program.values())
                .filter(program -> caller.mayReadCases(program.office()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The programs in which the caller may open cases. */
    public Set<Program> programsAtWork() {
        return Arrays.stream(Program.values())
                .filter(program -> caller.worksIn(program.office()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The cases asked for, newest first.
     *
     * @param program null for every program the caller may read
     * @throws AccessDeniedException for a caller who reads no cases at all
     * @throws org.abate.casefile.CaseRefused for a page, a size or a text out of range
     */
    public Page<CaseSummary> search(Program program, CaseStatus status, String facility, String q, int page, int size) {
        Set<Program> visible = programs();
        if (visible.isEmpty()) {
            throw new AccessDeniedException("Your account does not read cases");
        }
        if (program != null) {
            visible = visible.contains(program) ? Set.of(program) : Set.of();
        }
        return record.search(new CaseQuery(visible, status, facility, q, page, size));
    }

    /** The facilities of the caller's cases whose name, address or number it is, or a part of it. */
    public List<Facility> facilities(String text, int most) {
        return facilities.search(programs(), text, most);
    }

    /** Nothing if there is none, or none that has a case of the caller's. */
    public Optional<Facility> facility(long id) {
        return facilities.find(programs(), id);
    }

    /** The ids of the offices whose cases the caller may read. */
    public Set<String> offices() {
        return caller.caseOffices();
    }

    /** Nothing if there is none, or none for the caller. */
    public Optional<CaseFile> find(String caseNumber) {
        return record.find(caseNumber)
                .filter(file -> caller.mayReadCases(file.program().office()));
    }

    /** @throws NoSuchCase if there is none, or none for the caller */
    public CaseFile get(String caseNumber) {
        return find(caseNumber).orElseThrow(() -> new NoSuchCase(caseNumber));
    }

    /**
     * A case the caller carries.
     *
     * @throws NoSuchCase if there is none, or none for the caller
     * @throws AccessDeniedException if the caller may only read it
     */
    public CaseFile getForWork(String caseNumber) {
        CaseFile file = get(caseNumber);
        if (!mayWorkOn(file)) {
            throw new AccessDeniedException("Your account may read this case, not change it");
        }
        return file;
    }

    /** @throws AccessDeniedException if the caller opens no cases of the program */
    public void requireWorkIn(Program program) {
        if (!caller.worksIn(program.office())) {
            throw new AccessDeniedException("Your account does not open cases of the program " + program.title());
        }
    }

    public boolean mayWorkOn(CaseFile file) {
        return caller.worksIn(file.program().office());
    }

    public boolean maySeePenaltiesOf(CaseFile file) {
        return caller.maySeePenalties(file.program().office());
    }

    /** In the order they were filed. */
    public List<Document> documents(CaseFile file) {
        return record.documents(file.caseNumber()).stream()
                .filter(document -> isVisible(file, document))
                .toList();
    }

    /** @throws NoSuchDocument if there is none, or none for the caller */
    public Document document(CaseFile file, long documentId) {
        return record.document(file.caseNumber(), documentId)
                .filter(document -> isVisible(file, document))
                .orElseThrow(() -> new NoSuchDocument(file.caseNumber(), documentId));
    }

    /** The PDF of a document that {@link #document} gave. */
    public byte[] content(CaseFile file, Document document) {
        return record.content(file.caseNumber(), document.id())
                .orElseThrow(() -> new NoSuchDocument(file.caseNumber(), document.id()));
    }

    /** What happened, oldest first. */
    public List<TimelineEntry> timeline(CaseFile file) {
        boolean everything = maySeePenaltiesOf(file);
        return record.timeline(file.caseNumber()).stream()
                .filter(entry -> everything || !entry.confidential())
                .toList();
    }

    /** Newest first; nothing for a caller who may not see penalty work. */
    public Optional<List<Assessment>> assessments(CaseFile file) {
        return maySeePenaltiesOf(file) ? Optional.of(record.assessments(file.caseNumber())) : Optional.empty();
    }

    /** In the order they were paid; nothing for a caller who may not see penalty work. */
    public Optional<List<Payment>> payments(CaseFile file) {
        return maySeePenaltiesOf(file) ? Optional.of(record.payments(file.caseNumber())) : Optional.empty();
    }

    private boolean isVisible(CaseFile file, Document document) {
        return !document.confidential() || maySeePenaltiesOf(file);
    }
}
