package org.abate.process;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.ContactKind;
import org.abate.casefile.DocumentKind;
import org.springframework.stereotype.Component;

/** What a diagram may ask of the record: {@code ${record.lacksWorksheet(execution.processBusinessKey)}}. */
@Component("record")
public class RecordQuestions {

    private final CaseRecord caseRecord;
    private final HabitualViolators habitualViolators;

    RecordQuestions(CaseRecord caseRecord, HabitualViolators habitualViolators) {
        this.caseRecord = caseRecord;
        this.habitualViolators = habitualViolators;
    }

    /** The numbers of the violations that have no current worksheet, in order. */
    public List<Integer> violationsWithoutWorksheet(String caseNumber) {
        List<Integer> numbers = new ArrayList<>();
        caseRecord.violationsWithoutWorksheet(caseNumber).forEach(violation -> numbers.add(violation.number()));
        return numbers;
    }

    /** Whether a violation has no current worksheet. */
    public boolean lacksWorksheet(String caseNumber) {
        return !caseRecord.violationsWithoutWorksheet(caseNumber).isEmpty();
    }

    /** Whether the department has offered to meet with the responsible party: by a letter of its own, or in a contact. */
    public boolean offeredToMeet(String caseNumber) {
        return caseRecord.documents(caseNumber).stream()
                        .anyMatch(
                                document -> document.kind() == DocumentKind.OFFER_TO_MEET && document.sentAt() != null)
                || caseRecord.contacts(caseNumber).stream()
                        .anyMatch(contact -> contact.kind() == ContactKind.OFFER_TO_MEET);
    }

    /** Whether the program was contacted about the case, before day 90 (Manual 3: Time Limits). */
    public boolean programContacted(String caseNumber) {
        return caseRecord.timeline(caseNumber).stream()
                .anyMatch(entry -> entry.kind().equals(PersuasionWork.PROGRAM_CONTACTED));
    }

    /** Whether a violation has no date of correction. */
    public boolean hasOpenViolations(String caseNumber) {
        return caseRecord.get(caseNumber).violations().stream().anyMatch(violation -> violation.correctedOn() == null);
    }

    /** What a referral is for, where a penalty is sought: penalties, and compliance while violations are open. */
    public String referralPurpose(String caseNumber) {
        return hasOpenViolations(caseNumber) ? "COMPLIANCE_AND_PENALTIES" : "PENALTIES";
    }

    /**
     * Whether the operator of the case is a habitual violator, from its own record (Manual 8.4). What makes it one is
     * noted on the case's timeline.
     */
    public boolean habitualViolator(String caseNumber) {
        return !habitualViolators.find(caseNumber).isEmpty();
    }

    /** The total of the case's current penalty assessment in dollars; 0 where none has been made. */
    public double penaltyTotal(String caseNumber) {
        return caseRecord.penalty(caseNumber).map(BigDecimal::doubleValue).orElse(0.0);
    }
}
