package org.abate.desk.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.abate.casefile.InventoryCounts;
import org.abate.casefile.InventoryDocument;
import org.abate.casefile.InventorySource;
import org.abate.casefile.InventoryYear;
import org.abate.casefile.Page;
import org.abate.casefile.ServiceEntry;
import org.abate.desk.VisibleInventory;

/** A year's inventory as the REST interface shows it; {@code stage} names the steps of the diagram it is at, or the day that it waits for. */
record InventoryJson(
        int year,
        InventoryYear.Status status,
        LocalDate submissionsDueOn,
        LocalDate lateInvoicesOn,
        LocalDate listOn,
        LocalDate listedOn,
        List<String> stage,
        String failure,
        InventoryCounts counts,
        List<InventoryDocument> lists) {

    static InventoryJson of(VisibleInventory.Progress progress) {
        InventoryYear year = progress.year();
        return new InventoryJson(
                year.year(),
                year.status(),
                year.submissionsDueOn(),
                year.lateInvoicesOn(),
                year.listOn(),
                year.listedOn(),
                progress.stage(),
                progress.failure(),
                progress.counts(),
                progress.lists());
    }

    /** A page of sources. */
    record Sources(List<Source> items, int page, int size, long total) {

        static Sources of(Page<InventorySource> found, Map<Long, List<ServiceEntry>> service) {
            return new Sources(
                    found.items().stream()
                            .map(source -> Source.of(source, service))
                            .toList(),
                    found.page(),
                    found.size(),
                    found.total());
        }
    }

    /**
     * A source; {@code missing} says what has not come in, and is empty where both have. {@code lateInvoiceService} is what
     * is recorded of the letter's delivery, in the order of recording; {@code corrected} why what was recorded of the source was
     * put right last.
     */
    record Source(
            String source,
            String facility,
            String address,
            String county,
            String region,
            String owner,
            String ownerAddress,
            BigDecimal feeDue,
            LocalDate questionnaireReceivedOn,
            LocalDate feeReceivedOn,
            String missing,
            LocalDate struckOn,
            String struckReason,
            String lateInvoice,
            Long lateInvoiceDocument,
            LocalDate lateInvoiceSentOn,
            LocalDate lateInvoiceServedOn,
            List<ServiceEntry> lateInvoiceService,
            boolean listed,
            String corrected,
            String caseNumber) {

        static Source of(InventorySource source, Map<Long, List<ServiceEntry>> service) {
            return new Source(
                    source.source(),
                    source.facilityName(),
                    source.facilityAddress(),
                    source.county(),
                    source.region(),
                    source.ownerName(),
                    source.ownerAddress(),
                    source.feeDue(),
                    source.questionnaireReceivedOn(),
                    source.feeReceivedOn(),
                    source.missing(),
                    source.struckOn(),
                    source.struckReason(),
                    source.invoice(),
                    source.invoiceDocumentId(),
                    source.invoiceSentOn(),
                    source.invoiceServedOn(),
                    source.invoiceDocumentId() == null
                            ? List.of()
                            : service.getOrDefault(source.invoiceDocumentId(), List.of()),
                    source.listed(),
                    source.corrected(),
                    source.caseNumber());
        }
    }
}
