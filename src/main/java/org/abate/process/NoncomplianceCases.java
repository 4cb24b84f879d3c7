package org.abate.process;

import java.util.List;
import java.util.Map;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Document;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.EmissionInventory;
import org.abate.casefile.InventoryDocument;
import org.abate.casefile.InventorySource;
import org.abate.casefile.InventoryYear;
import org.abate.casefile.NewCase;
import org.abate.casefile.NewDocument;
import org.abate.casefile.NewFacility;
import org.abate.casefile.NewParty;
import org.abate.casefile.NewService;
import org.abate.casefile.NewViolation;
import org.abate.casefile.Program;
import org.abate.casefile.ServiceEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Opens an enforcement case for each source on the list of sources in noncompliance (Manual 3.1), as any other case is
 * opened; its late invoice goes into the case's record.
 */
@Component
class NoncomplianceCases {

    private static final String CITATION = "Operations Manual 3.1, Emission Inventory Questionnaires and Emission Fees";

    private final EmissionInventory inventory;
    private final CaseRecord caseRecord;
    private final CaseProcesses processes;

    NoncomplianceCases(EmissionInventory inventory, CaseRecord caseRecord, @Lazy CaseProcesses processes) {
        this.inventory = inventory;
        this.caseRecord = caseRecord;
        this.processes = processes;
    }

    /**
     * Opens the next cases.
     *
     * @return whether any are left
     * @throws IllegalStateException naming the source whose case cannot be opened, and why
     */
    boolean open(int year, int most) {
        InventoryYear whole = inventory.get(year);
        inventory.nextWithoutCase(year, most).forEach(source -> open(whole, source));
        return inventory.counts(year).casesToOpen() > 0;
    }

    private void open(InventoryYear year, InventorySource source) {
        NewParty owner = source.ownerName() == null ? null : new NewParty(source.ownerName(), source.ownerAddress());
        NewFacility facility = new NewFacility(
                null,
                source.facilityName(),
                source.facilityAddress(),
                source.county(),
                source.region(),
                Map.of("airInstallation", source.source()));
        NewViolation violation = new NewViolation(CITATION, description(year, source), List.of(year.listedOn()));
        try {
            String caseNumber = processes
                    .open(
                            new NewCase(Program.AIR, facility, owner, year.listedOn(), List.of(violation)),
                            Map.of("responsiblePartyKnown", owner != null))
                    .caseNumber();
            inventory.caseOpened(source, caseNumber);
            fileInvoice(caseNumber, source);
        } catch (CaseRefused e) {
            throw new IllegalStateException(
                    "No case can be opened for source " + source.source() + ": " + e.getMessage()
                            + ". Put it right, or take the source off the list at /inventory/" + year.year(),
                    e);
        }
    }

    private String description(InventoryYear year, InventorySource source) {
        return "Emission inventory " + year.year() + ": " + words(source.missing())
                + " not submitted. Questionnaire and fee were due by " + DeadlineCalendar.date(year.submissionsDueOn())
                + (source.invoice() == null
                        ? ""
                        : "; the letter with late invoice " + source.invoice() + " was sent by certified mail on "
                                + DeadlineCalendar.date(source.invoiceSentOn()) + ", due on receipt")
                + ". On the list of sources in noncompliance of " + DeadlineCalendar.date(year.listedOn())
                + ". Reasonable time for the questionnaire: 30 days (Manual 3.1).";
    }

    /** What came in between the list and the case was missing when the list was submitted. */
    private static String words(String missing) {
        return missing.isEmpty() ? "questionnaire or fee" : missing.toLowerCase();
    }

    private void fileInvoice(String caseNumber, InventorySource source) {
        if (source.invoiceDocumentId() == null) {
            return;
        }
        InventoryDocument invoice = inventory.document(source.year(), source.invoiceDocumentId());
        Document filed = caseRecord.file(
                caseNumber,
                new NewDocument(
                        DocumentKind.LATE_INVOICE,
                        invoice.title(),
                        inventory.content(invoice),
                        false,
                        invoice.sentAt(),
                        null,
                        invoice.addressee()));
        inventory.service(List.of(source)).getOrDefault(invoice.id(), List.of()).stream()
                .filter(entry -> entry.correctedBy() == null && entry.event() != ServiceEvent.RECORDED_IN_ERROR)
                .map(entry -> new NewService(
                        entry.event(),
                        entry.manner(),
                        entry.reference(),
                        entry.date(),
                        entry.upon(),
                        entry.note(),
                        null))
                .forEach(entry -> caseRecord.serve(caseNumber, filed.id(), entry));
    }
}
