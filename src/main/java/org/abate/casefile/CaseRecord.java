package org.abate.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The permanent record of every case. Each method is one transaction, or a part of the caller's: what the engine does
 * and what the record keeps agree, or neither happened. Input is checked whole and refused whole ({@link CaseRefused}).
 */
@Service
@Transactional
public class CaseRecord {

    /**
     * Opens a case and gives it its number.
     *
     * @throws CaseRefused with every fault of the input
     */
    public CaseFile open(NewCase newCase) {
        throw new UnsupportedOperationException();
    }

    public Optional<CaseFile> find(String caseNumber) {
        throw new UnsupportedOperationException();
    }

    /** @throws NoSuchCase if there is none */
    public CaseFile get(String caseNumber) {
        return find(caseNumber).orElseThrow(() -> new NoSuchCase(caseNumber));
    }

    /** Newest first. */
    public Page<CaseSummary> search(CaseQuery query) {
        throw new UnsupportedOperationException();
    }

    /** Assigns the user who carries the case; again, to hand it over. */
    public void assignCaseManager(String caseNumber, String userId) {
        throw new UnsupportedOperationException();
    }

    /** Names the responsible party, or corrects who it is; what stood before stays in the audit trail. */
    public void identifyResponsibleParty(String caseNumber, NewParty party) {
        throw new UnsupportedOperationException();
    }

    /** Adds violations found later; they take the next numbers. An open case only. */
    public List<Violation> addViolations(String caseNumber, List<NewViolation> violations) {
        throw new UnsupportedOperationException();
    }

    /** Records the day on which every violation not yet corrected was corrected; from discovery to today. */
    public void correctViolations(String caseNumber, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    /**
     * Closes the case with its outcome. The same outcome again changes nothing.
     *
     * @param on the day it took effect, from discovery to today
     * @throws CaseRefused if the case was closed with another outcome
     */
    public void close(String caseNumber, CaseStatus outcome, LocalDate on, String reason) {
        throw new UnsupportedOperationException();
    }

    public Contact addContact(String caseNumber, NewContact contact) {
        throw new UnsupportedOperationException();
    }

    /** In the order of their dates. */
    public List<Contact> contacts(String caseNumber) {
        throw new UnsupportedOperationException();
    }

    /** Files a document; from then on it cannot change, but for {@link #served}. */
    public Document file(String caseNumber, NewDocument document) {
        throw new UnsupportedOperationException();
    }

    /**
     * Records when a sent document was served.
     *
     * @throws NoSuchDocument if the case has none of this id
     */
    public Document served(String caseNumber, long documentId, Instant servedAt) {
        throw new UnsupportedOperationException();
    }

    /** In the order they were filed, the confidential ones too. */
    public List<Document> documents(String caseNumber) {
        throw new UnsupportedOperationException();
    }

    public Optional<Document> document(String caseNumber, long documentId) {
        throw new UnsupportedOperationException();
    }

    /** The PDF of a document of this case. */
    public Optional<byte[]> content(String caseNumber, long documentId) {
        throw new UnsupportedOperationException();
    }

    /** Files a penalty calculation as a new version; the earlier ones stay. */
    public Assessment file(String caseNumber, NewAssessment assessment) {
        throw new UnsupportedOperationException();
    }

    /** Newest first. */
    public List<Assessment> assessments(String caseNumber) {
        throw new UnsupportedOperationException();
    }

    /** The violations for which no worksheet was filed; a calculation of the case as a whole is no worksheet of one. */
    public List<Violation> violationsWithoutWorksheet(String caseNumber) {
        throw new UnsupportedOperationException();
    }

    public Payment recordPayment(String caseNumber, NewPayment payment) {
        throw new UnsupportedOperationException();
    }

    /** In the order they were paid. */
    public List<Payment> payments(String caseNumber) {
        throw new UnsupportedOperationException();
    }

    /**
     * Puts an entry into the timeline.
     *
     * @param kind capitals and underscores: {@code RESPONSE_RECORDED}
     */
    public void note(String caseNumber, String kind, String text) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #note}, for those only who may see penalty work. */
    public void confidentialNote(String caseNumber, String kind, String text) {
        throw new UnsupportedOperationException();
    }

    /** What happened, oldest first, the confidential entries too. */
    public List<TimelineEntry> timeline(String caseNumber) {
        throw new UnsupportedOperationException();
    }
}
