package org.abate.casefile;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A source that owes an emission inventory questionnaire and fees in a year.
 *
 * @param source the air installation number, in capitals
 * @param ownerName who answers for it; null, with the address, while unknown
 * @param feeDue dollars; null where the questionnaire determines it
 * @param questionnaireReceivedOn null while it is missing
 * @param feeReceivedOn null while it is missing
 * @param struckOn the day it was taken off the year's list; null for most
 * @param invoiceNumber counts within the year; null where no late invoice was sent, as are its document and days
 * @param invoiceServedOn the day the certified letter was first received, refused or rejected; null until that is known
 * @param listed whether it is on the list of sources in noncompliance that was submitted
 * @param corrected why what was recorded of it was put right last; null for most
 * @param caseNumber the enforcement case opened for it; null before
 */
public record InventorySource(
        long id,
        int year,
        String source,
        String facilityName,
        String facilityAddress,
        String county,
        String region,
        String ownerName,
        String ownerAddress,
        BigDecimal feeDue,
        LocalDate questionnaireReceivedOn,
        LocalDate feeReceivedOn,
        LocalDate struckOn,
        String struckReason,
        Integer invoiceNumber,
        Long invoiceDocumentId,
        LocalDate invoiceSentOn,
        LocalDate invoiceServedOn,
        boolean listed,
        String corrected,
        String caseNumber) {

    /** Whether questionnaire and fee are both there; one alone is no submission. */
    public boolean submitted() {
        return questionnaireReceivedOn != null && feeReceivedOn != null;
    }

    /** What is missing, in words; empty if nothing. */
    public String missing() {
        if (questionnaireReceivedOn == null) {
            return feeReceivedOn == null ? "Questionnaire and fee" : "Questionnaire";
        }
        return feeReceivedOn == null ? "Fee" : "";
    }

    /** The number on the late invoice, {@code 2026-00017}; null where there is none. */
    public String invoice() {
        return invoiceNumber == null ? null : "%d-%05d".formatted(year, invoiceNumber);
    }
}
