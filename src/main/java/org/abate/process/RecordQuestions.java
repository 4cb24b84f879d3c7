package org.abate.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.ContactKind;
import org.abate.casefile.Document;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Violation;
import org.abate.casefile.WaterSystem;
import org.abate.process.CivilPenaltyBar.Administrative;
import org.springframework.stereotype.Component;

/** What a diagram may ask of the record: {@code ${record.lacksWorksheet(execution.processBusinessKey)}}. */
@Component("record")
public class RecordQuestions {

    /** What a referral is for, where the record says so: {@link #referralPurpose}, and what a bar of penalties leaves. */
    static final Set<String> REFERRAL_PURPOSES =
            Set.of("COLLECTION", "COMPLIANCE", "COMPLIANCE_AND_PENALTIES", "PENALTIES");

    private final CaseRecord caseRecord;
    private final HabitualViolators habitualViolators;
    private final PenaltyStanding standing;

    RecordQuestions(CaseRecord caseRecord, HabitualViolators habitualViolators, PenaltyStanding standing) {
        this.caseRecord = caseRecord;
        this.standing = standing;
        this.habitualViolators = habitualViolators;
    }

    /** The numbers of the violations that have no current worksheet, in order. */
    public List<Integer> violationsWithoutWorksheet(String caseNumber) {
        List<Integer> numbers = new ArrayList<>();
        caseRecord.violationsWithoutWorksheet(caseNumber).forEach(violation -> numbers.add(violation.number()));
        return numbers;
    }

    /** Whether the system that a variance or exemption was granted to has come into compliance. */
    public boolean systemComplies(String caseNumber) {
        return caseRecord.get(caseNumber).request().system().standing() == WaterSystem.Standing.COMPLIED;
    }

    /** The last day of a grant as an ISO date (10 CSR 60-6.010(4)(B)2, 60-6.020(4)(A)); null where it has none. */
    public String lastDayOfGrant(String caseNumber) {
        LocalDate last = caseRecord.get(caseNumber).request().system().endsOn();
        return last == null ? null : last.toString();
    }

    /** Whether a waiver of the contaminant was issued to the system of the case before, or denied it (10 CSR 60-6.060(1)). */
    public boolean waiverDecidedBefore(String caseNumber) {
        return !caseRecord.earlierWaivers(caseNumber).isEmpty();
    }

    /** Whether a violation has no current worksheet. */
    public boolean lacksWorksheet(String caseNumber) {
        return !caseRecord.violationsWithoutWorksheet(caseNumber).isEmpty();
    }

    /**
     * Whether a violation may be penalized by a rule: none where every worksheet says that no penalty may be imposed, or
     * an administrative penalty bars another.
     *
     * @param noticeViolations the numbers of those that one notice is about; blank for all of the case
     * @param servedViolations the numbers of those that a notice of assessment was served for; blank for none
     */
    public boolean anythingToPenalize(
            String caseNumber, String penaltyRule, String noticeViolations, String servedViolations) {
        return !standing.toPenalize(caseNumber, penaltyRule, noticeViolations, servedViolations)
                .isEmpty();
    }

    /** Whether every violation has a current worksheet, and the calculation of the case is of these. */
    public boolean penaltyCurrent(String caseNumber) {
        return standing.isCurrent(caseNumber);
    }

    /**
     * What became of an administrative penalty: {@code NONE}, {@code ASSESSED} by an order that was neither withdrawn nor set
     * aside, {@code COLLECTED}.
     */
    public String administrativePenalty(String caseNumber) {
        return standing.administrativePenalty(caseNumber).name();
    }

    /**
     * Whether an administrative penalty bars a civil one for every violation of the case (decision {@code civil-penalty-bar},
     * interpretation S2).
     */
    public boolean civilPenaltyBarred(String caseNumber) {
        return standing.isCivilPenaltyBarred(caseNumber);
    }

    /** Whether an administrative penalty may still be assessed (10 CSR 60-6.070(1)(G), interpretation D14). */
    public boolean inTimeToAssess(String caseNumber) {
        return standing.tooLate(caseNumber).isEmpty();
    }

    /**
     * Whether the department has offered to meet with the responsible party about each violation that may be penalized: by
     * a letter of its own, or in a contact, on or after the day it was first observed.
     */
    public boolean offeredToMeet(String caseNumber) {
        List<LocalDate> offers = Stream.concat(
                        caseRecord.documents(caseNumber).stream()
                                .filter(document ->
                                        document.kind() == DocumentKind.OFFER_TO_MEET && document.sentAt() != null)
                                .map(Document::sentAt)
                                .map(sent ->
                                        sent.atZone(EngineClock.DEPARTMENT_ZONE).toLocalDate()),
                        caseRecord.contacts(caseNumber).stream()
                                .filter(contact -> contact.kind() == ContactKind.OFFER_TO_MEET)
                                .map(contact -> contact.date()))
                .toList();
        List<Integer> toPenalize = standing.toPenalize(caseNumber, null);
        return !offers.isEmpty()
                && caseRecord.get(caseNumber).violations().stream()
                        .filter(violation -> toPenalize.contains(violation.number()))
                        .allMatch(violation -> offers.stream().anyMatch(day -> !day.isBefore(firstSeen(violation))));
    }

    private static LocalDate firstSeen(Violation violation) {
        return violation.observedOn().stream().min(LocalDate::compareTo).orElse(LocalDate.MIN);
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

    /**
     * What a referral is for, where a penalty is sought: to collect one that stands assessed by order; else penalties, and
     * compliance while violations are open.
     */
    public String referralPurpose(String caseNumber) {
        if (standing.administrativePenalty(caseNumber) == Administrative.ASSESSED) {
            return "COLLECTION";
        }
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
