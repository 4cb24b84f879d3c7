package org.abate.desk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.access.Caller;
import org.abate.access.Office;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.EmissionInventory;
import org.abate.casefile.EmissionInventory.Taken;
import org.abate.casefile.Fault;
import org.abate.casefile.InventoryCounts;
import org.abate.casefile.InventoryDelivery;
import org.abate.casefile.InventoryDocument;
import org.abate.casefile.InventoryFile;
import org.abate.casefile.InventoryLines;
import org.abate.casefile.InventoryQuery;
import org.abate.casefile.InventorySource;
import org.abate.casefile.InventorySubmission;
import org.abate.casefile.InventoryYear;
import org.abate.casefile.Page;
import org.abate.casefile.ServiceEntry;
import org.abate.process.InventoryProcesses;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/**
 * The emission inventory for who reads the cases of the office air, and its work for who carries them. Every method
 * refuses anybody else with {@link AccessDeniedException}.
 */
@Service
public class VisibleInventory {

    private static final int LARGEST_PAGE = 500;

    private final EmissionInventory inventory;
    private final InventoryProcesses processes;
    private final Caller caller;

    VisibleInventory(EmissionInventory inventory, InventoryProcesses processes, Caller caller) {
        this.inventory = inventory;
        this.processes = processes;
        this.caller = caller;
    }

    /**
     * A year and how far it has come.
     *
     * @param stage the steps and events of its diagram that it is at; none once it has ended
     * @param failure why a step failed for good; null where none has
     * @param lists the lists of sources in noncompliance that were submitted
     */
    public record Progress(
            InventoryYear year,
            InventoryCounts counts,
            List<String> stage,
            String failure,
            List<InventoryDocument> lists) {}

    public boolean mayRead() {
        return caller.mayReadCases(Office.AIR.id());
    }

    public boolean mayWork() {
        return caller.worksIn(Office.AIR.id());
    }

    /** Whether the person begins years, lists their sources and cancels them: the unit, whose task that is (interpretation EI6). */
    public boolean mayList() {
        return caller.isStaffOf(Office.AIR.id());
    }

    /** Newest first. */
    public List<Progress> years() {
        requireReader();
        return inventory.years().stream().map(this::progress).toList();
    }

    public Progress get(int year) {
        requireReader();
        return progress(inventory.get(year));
    }

    private Progress progress(InventoryYear year) {
        int number = year.year();
        return new Progress(
                year,
                inventory.counts(number),
                processes.stage(number),
                processes.failure(number).orElse(null),
                inventory.lists(number));
    }

    /** @throws CaseRefused for a page or a size out of range */
    public Page<InventorySource> search(InventoryQuery query) {
        requireReader();
        inventory.get(query.year());
        if (query.page() < 0) {
            throw new CaseRefused("page", "must be 0 or more");
        } else if (query.size() < 1 || query.size() > LARGEST_PAGE) {
            throw new CaseRefused("size", "must be between 1 and " + LARGEST_PAGE);
        }
        return inventory.search(query);
    }

    /** The list of sources in noncompliance as it was submitted, or as it would be now; at most a page of it. */
    public List<InventorySource> onTheList(InventoryYear year) {
        InventoryQuery.Which which =
                year.listedOn() == null ? InventoryQuery.Which.MISSING : InventoryQuery.Which.LISTED;
        return search(new InventoryQuery(year.year(), which, null, 0, LARGEST_PAGE))
                .items();
    }

    public InventorySource source(int year, String source) {
        requireReader();
        return inventory.source(year, source);
    }

    public InventoryDocument document(int year, long id) {
        requireReader();
        return inventory.document(year, id);
    }

    public byte[] content(InventoryDocument document) {
        requireReader();
        return inventory.content(document);
    }

    /** The list of sources in noncompliance as comma-separated values. */
    public byte[] noncompliantAsCsv(int year) {
        requireReader();
        inventory.get(year);
        return InventoryFile.write(
                        List.of(
                                "source",
                                "facility",
                                "address",
                                "county",
                                "region",
                                "owner",
                                "ownerAddress",
                                "missing",
                                "lateInvoice",
                                "lateInvoiceSentOn",
                                "lateInvoiceServedOn",
                                "case"),
                        inventory.listed(year).stream()
                                .map(source -> Stream.of(
                                                source.source(),
                                                source.facilityName(),
                                                source.facilityAddress(),
                                                source.county(),
                                                source.region(),
                                                source.ownerName(),
                                                source.ownerAddress(),
                                                source.missing(),
                                                source.invoice(),
                                                source.invoiceSentOn(),
                                                source.invoiceServedOn(),
                                                source.caseNumber())
                                        .map(value -> Optional.ofNullable(value)
                                                .map(Object::toString)
                                                .orElse(""))
                                        .collect(Collectors.toList()))
                                .toList())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** @param sources a CSV file; see {@link InventoryFile} */
    public Taken begin(int year, byte[] sources) {
        requireUnit();
        return processes.begin(year, InventoryFile.sources(sources));
    }

    /** @param sources a CSV file */
    public Taken list(int year, byte[] sources) {
        requireUnit();
        return processes.list(year, InventoryFile.sources(sources));
    }

    /** @param submissions a CSV file */
    public Taken submit(int year, byte[] submissions) {
        requireWork();
        return inventory.submit(year, InventoryFile.submissions(submissions));
    }

    public Taken submit(int year, InventorySubmission submission) {
        requireWork();
        return inventory.submit(year, InventoryLines.one(submission));
    }

    /** Once the list is submitted, its section alone takes sources off it. */
    public void strike(int year, String source, String reason) {
        requireWork();
        if (!mayStrike(inventory.get(year))) {
            throw new AccessDeniedException(
                    "The list is submitted: the Compliance and Enforcement Section takes sources off it");
        }
        inventory.strike(year, named(source, reason), reason);
    }

    /** Whether the person may take a source off the year's list (interpretation EI6). */
    public boolean mayStrike(InventoryYear year) {
        return mayWork() && (year.listedOn() == null || caller.enforcesIn(Office.AIR.id()));
    }

    /** @param right the days as they are right; null where nothing came in */
    public void correct(int year, InventorySubmission right, String reason) {
        requireWork();
        named(right.source(), reason);
        inventory.correct(year, right, reason);
    }

    public void putBack(int year, String source, String reason) {
        requireWork();
        inventory.putBack(year, named(source, reason), reason);
    }

    /** @param deliveries a CSV file */
    public Taken deliver(int year, byte[] deliveries) {
        requireWork();
        return inventory.deliver(year, InventoryFile.deliveries(deliveries));
    }

    public Taken deliver(int year, InventoryDelivery delivery) {
        requireWork();
        return inventory.deliver(year, InventoryLines.one(delivery));
    }

    /** What is recorded of the delivery of the sources' late invoices, by the document's id. */
    public Map<Long, List<ServiceEntry>> service(List<InventorySource> sources) {
        requireReader();
        return inventory.service(sources);
    }

    public void cancel(int year, String reason) {
        requireUnit();
        processes.cancel(year, reason);
    }

    /** @throws CaseRefused where no source is named; where no reason is given either, with both */
    private static String named(String source, String reason) {
        if (source == null || source.isBlank()) {
            throw new CaseRefused(Stream.of("source", "reason")
                    .filter(field -> field.equals("source") || reason == null || reason.isBlank())
                    .map(field -> new Fault(field, "is missing"))
                    .toList());
        }
        return source.strip();
    }

    private void requireUnit() {
        if (!mayList()) {
            throw new AccessDeniedException(
                    "The Emissions Inventory Unit begins a year, lists its sources and cancels it");
        }
    }

    private void requireReader() {
        if (!mayRead()) {
            throw new AccessDeniedException("Your account does not read the emission inventory");
        }
    }

    private void requireWork() {
        if (!mayWork()) {
            throw new AccessDeniedException("The emission inventory is the work of the office air");
        }
    }
}
