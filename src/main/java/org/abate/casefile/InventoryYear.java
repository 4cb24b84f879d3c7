package org.abate.casefile;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The emission inventory of a year (Manual 3.1). The days are those of the diagram it was begun with.
 *
 * @param year the year in which questionnaires and fees are due
 * @param submissionsDueOn the last day for questionnaire and fee
 * @param lateInvoicesOn the day from which late invoices go out
 * @param listOn the day on which the list of sources in noncompliance is submitted; letters that go out late move it
 * @param invoicesBegunAt when the first late invoices went out; null before
 * @param invoicesSentAt when no late invoice was left to send; null before
 * @param listedOn the day the list was submitted; null before
 * @param endedAt null while it is open
 * @param cancelReason null unless it was cancelled
 */
public record InventoryYear(
        int year,
        Status status,
        LocalDate submissionsDueOn,
        LocalDate lateInvoicesOn,
        LocalDate listOn,
        Instant invoicesBegunAt,
        Instant invoicesSentAt,
        LocalDate listedOn,
        Instant endedAt,
        String cancelReason) {

    /** Where a year stands. */
    public enum Status {
        OPEN("Open"),
        CLOSED("Closed"),
        CANCELLED("Cancelled");

        private final String title;

        Status(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** Business key of the year's process; no case number looks like it: {@code INVENTORY-2026}. */
    public String key() {
        return key(year);
    }

    public static String key(int year) {
        return "INVENTORY-" + year;
    }

    public boolean open() {
        return status == Status.OPEN;
    }
}
