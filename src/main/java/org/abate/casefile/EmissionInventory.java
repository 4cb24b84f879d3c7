package org.abate.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The record of the emission inventory: its years, sources, what they submit, the late invoices and the list of those in
 * noncompliance (Manual 3.1). Each method is one transaction, or a part of the caller's. What is done for many sources is
 * done in steps of a few, each of which finds by the rows themselves what is left: repeated, it does nothing twice.
 */
@Service
@Transactional
public class EmissionInventory {

    /** What a reason cannot say anything with fewer of. */
    private static final int FEWEST_WORDS = 3;

    /** From June 30 to July 15 (Manual 3.1). */
    private static final int DAYS_FROM_LETTER_TO_LIST = 15;

    private final InventoryYears years;
    private final InventorySources sources;
    private final InventoryDocuments documents;
    private final ServiceOfDocuments service;
    private final InventoryCheck check;
    private final CaseFiles cases;
    private final Timeline timeline;
    private final Clock clock;

    EmissionInventory(
            InventoryYears years,
            InventorySources sources,
            InventoryDocuments documents,
            ServiceOfDocuments service,
            InventoryCheck check,
            CaseFiles cases,
            Timeline timeline,
            Clock clock) {
        this.years = years;
        this.sources = sources;
        this.documents = documents;
        this.service = service;
        this.check = check;
        this.cases = cases;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** How many of what was given were new, changed something, or are there already just so. */
    public record Taken(int added, int changed, int unchanged) {}

    /** One source with the number that its late invoice gets. */
    public record ToInvoice(InventorySource source, int number) {}

    /**
     * A letter as it is filed.
     *
     * @param textVersion the version of the text of its kind that it was made from
     */
    public record NewInventoryDocument(
            DocumentKind kind, String title, String addressee, byte[] pdf, int textVersion) {}

    /**
     * Begins a year. One that was cancelled before any late invoice went out may be begun again: the sources of its cancelled
     * list are taken off, and only what is listed anew counts, with what came in from it.
     *
     * @throws CaseRefused if it has begun already, or the days are not in order
     */
    public void begin(InventoryYear year) {
        years.begin(year)
                .ifPresent(reason -> sources.strikeAll(
                        year.year(), LocalDate.now(clock), "On a list that was cancelled with the year: " + reason));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<InventoryYear> years() {
        return years.all();
    }

    /** @throws NoSuchInventory if there is none */
    @Transactional(readOnly = true)
    public InventoryYear get(int year) {
        return years.get(year, false);
    }

    @Transactional(readOnly = true)
    public InventoryCounts counts(int year) {
        return sources.counts(year);
    }

    @Transactional(readOnly = true)
    public Page<InventorySource> search(InventoryQuery query) {
        return sources.page(query);
    }

    /** @throws NoSuchInventory if the year has no such source */
    @Transactional(readOnly = true)
    public InventorySource source(int year, String source) {
        return sources.find(year, source, false).orElseThrow(() -> noSource(year, source));
    }

    /** The sources that a case was opened for: one, or none. */
    @Transactional(readOnly = true)
    public List<InventorySource> ofCase(String caseNumber) {
        return sources.ofCase(caseNumber);
    }

    /**
     * Lists sources until the first late invoice has gone out; one that is listed already is corrected.
     *
     * @throws CaseRefused with every fault of the input; nothing is stored
     */
    public Taken list(int year, InventoryLines<NewInventorySource> given) {
        InventoryYear whole = open(year);
        if (whole.invoicesBegunAt() != null) {
            throw new CaseRefused(
                    "sources",
                    "are settled: the late invoices have gone out; open a case for a source that was forgotten");
        }
        Map<String, NewInventorySource> checked = check.sources(given);
        Map<String, InventorySource> known =
                sources.all(year).stream().collect(Collectors.toMap(InventorySource::source, source -> source));
        Set<String> ofCancelledList = sources.ofCancelledList(year);
        int[] counts = new int[3];
        checked.values().forEach(source -> {
            InventorySource before = known.get(source.source());
            if (before == null) {
                sources.insert(year, source);
                counts[0]++;
            } else if (ofCancelledList.contains(source.source())) {
                sources.correct(year, source);
                sources.listedAnew(before.id());
                counts[0]++;
            } else if (!source.equals(listed(before))) {
                sources.correct(year, source);
                counts[1]++;
            } else {
                counts[2]++;
            }
        });
        return new Taken(counts[0], counts[1], counts[2]);
    }

    /** The fee's cents are those of the table. */
    private static NewInventorySource listed(InventorySource source) {
        return new NewInventorySource(
                source.source(),
                source.facilityName(),
                source.facilityAddress(),
                source.county(),
                source.region(),
                source.ownerName(),
                source.ownerAddress(),
                source.feeDue());
    }

    /**
     * Records what came in, at any time, in a closed year too, but not in a cancelled one. What comes in after the case was opened stands on the
     * case's timeline.
     *
     * @throws CaseRefused with every fault of the input; nothing is stored
     */
    public Taken submit(int year, InventoryLines<InventorySubmission> given) {
        InventoryYear whole = years.get(year, false);
        Faults faults = new Faults();
        if (whole.status() == InventoryYear.Status.CANCELLED) {
            faults.add(
                    "inventoryYear",
                    year + " is cancelled (" + whole.cancelReason()
                            + "): nothing is recorded for it; record what came in"
                            + " for the year that it belongs to"
                            + (whole.invoicesBegunAt() == null
                                    ? ", or begin " + year + " again with its sources first"
                                    : ""));
            faults.refuse();
        }
        check.submissions(year, given, faults);
        // In the order of their numbers, so that two files that name the same sources wait for each other once
        Map<String, InventorySource> found = new TreeMap<>();
        new TreeMap<>(given.rows().entrySet().stream()
                        .filter(entry -> entry.getValue().source() != null)
                        .collect(Collectors.toMap(
                                entry -> entry.getValue().source().toUpperCase(), Map.Entry::getKey, (a, b) -> a)))
                .forEach((source, place) -> sources.find(year, source, true)
                        .ifPresentOrElse(
                                row -> found.put(source, row),
                                () -> faults.add(place + "source", source + " is not among the sources of " + year)));
        faults.sortByLine();
        faults.refuse();
        int changed = 0;
        for (InventorySubmission submission : given.rows().values()) {
            changed += record(found.get(submission.source().toUpperCase()), submission) ? 1 : 0;
        }
        return new Taken(0, changed, given.rows().size() - changed);
    }

    private boolean record(InventorySource before, InventorySubmission submission) {
        LocalDate questionnaire =
                Optional.ofNullable(submission.questionnaireReceivedOn()).orElse(before.questionnaireReceivedOn());
        LocalDate fee = Optional.ofNullable(submission.feeReceivedOn()).orElse(before.feeReceivedOn());
        if (Objects.equals(questionnaire, before.questionnaireReceivedOn())
                && Objects.equals(fee, before.feeReceivedOn())) {
            return false;
        }
        sources.submitted(before.id(), questionnaire, fee);
        if (before.caseNumber() != null) {
            note(
                    before.caseNumber(),
                    sources.find(before.year(), before.source(), false).orElseThrow());
        }
        return true;
    }

    private void note(String caseNumber, InventorySource source) {
        cases.lock(caseNumber);
        timeline.note(
                caseNumber,
                "INVENTORY_SUBMISSION",
                "Emission inventory " + source.year() + ": "
                        + received("questionnaire", source.questionnaireReceivedOn()) + "; "
                        + received("fee", source.feeReceivedOn()),
                false);
    }

    private static String received(String what, LocalDate day) {
        return what + (day == null ? " not received" : " received on " + Timeline.words(day));
    }

    /**
     * Takes a source off the year's list, which it should not have been on: no letter and no case from then on. What has
     * gone out stays.
     */
    public void strike(int year, String source, String reason) {
        years.get(year, false);
        Faults faults = new Faults();
        String why = faults.text("reason", reason, 4000);
        InventorySource row = toChange(year, source, faults);
        if (row.struckOn() != null) {
            faults.add("source", row.source() + " has been taken off already");
        } else if (row.caseNumber() != null) {
            faults.add("source", "has the case " + row.caseNumber() + ": withdraw that, with the reason");
        }
        faults.refuse();
        sources.struck(row.id(), LocalDate.now(clock), why);
    }

    /**
     * Puts right what was recorded of a source's submission: both days are as they are given, null where nothing came in.
     *
     * @throws CaseRefused once the list is submitted, without a reason or a change, or with a day that cannot be
     */
    public void correct(int year, InventorySubmission right, String reason) {
        Faults faults = new Faults();
        String why = faults.text("reason", reason, 4000);
        check.days(year, "", right, faults);
        InventorySource row = toPutRight(year, right.source(), faults);
        if (Objects.equals(right.questionnaireReceivedOn(), row.questionnaireReceivedOn())
                && Objects.equals(right.feeReceivedOn(), row.feeReceivedOn())) {
            faults.add("questionnaireReceivedOn", "is what is recorded, and so is the day of the fee");
        }
        faults.refuse();
        sources.corrected(row, why);
        sources.submitted(row.id(), right.questionnaireReceivedOn(), right.feeReceivedOn());
    }

    /**
     * Puts a source back that was taken off the year's list by mistake.
     *
     * @throws CaseRefused once the list is submitted, without a reason, or where it was not taken off
     */
    public void putBack(int year, String source, String reason) {
        Faults faults = new Faults();
        String why = faults.text("reason", reason, 4000);
        InventorySource row = toPutRight(year, source, faults);
        if (row.struckOn() == null) {
            faults.add("source", row.source() + " was not taken off");
        }
        faults.refuse();
        sources.corrected(row, why);
        sources.struck(row.id(), null, null);
    }

    /**
     * The row of a source, locked.
     *
     * @param faults those that were found already, named together with it where the year has no such source
     */
    private InventorySource toChange(int year, String source, Faults faults) {
        return sources.find(year, source, true).orElseThrow(() -> {
            if (faults.found().isEmpty()) {
                return noSource(year, source);
            }
            faults.add("source", source + " is not among the sources of " + year);
            return new CaseRefused(faults.found());
        });
    }

    /** The list is of what stood there when it was submitted: nothing is put right after that (Manual 3.1). */
    private InventorySource toPutRight(int year, String source, Faults faults) {
        InventoryYear whole = years.get(year, true);
        InventorySource row = toChange(year, source, faults);
        if (whole.listedOn() != null) {
            faults.add(
                    "source",
                    "cannot be put right any more: the list of " + year + " was submitted on "
                            + Timeline.words(whole.listedOn())
                            + (row.caseNumber() == null ? "" : "; say it in the case " + row.caseNumber()));
        } else if (!whole.open()) {
            faults.add(
                    "source",
                    "cannot be put right: " + year + " is "
                            + whole.status().title().toLowerCase());
        }
        return row;
    }

    /**
     * Records what happened to late invoices on their way; what is recorded already changes nothing. Once a source has its
     * case, that is told on the case's own document.
     *
     * @throws CaseRefused with every fault of the input; nothing is stored
     */
    public Taken deliver(int year, InventoryLines<InventoryDelivery> given) {
        years.get(year, false);
        Faults faults = new Faults();
        faults.addAll(given.faults());
        if (given.rows().isEmpty() && given.faults().isEmpty()) {
            faults.add("deliveries", "must have at least one delivery");
        }
        Map<String, InventoryDocument> letters = new TreeMap<>();
        Map<String, NewService> checked = new LinkedHashMap<>();
        given.rows().forEach((place, delivery) -> {
            String number = faults.line(place + "source", delivery.source(), 40);
            if (number != null) {
                InventorySource row = sources.find(year, number, true).orElse(null);
                if (row == null) {
                    faults.add(place + "source", number + " is not among the sources of " + year);
                } else if (row.invoiceDocumentId() == null) {
                    faults.add(place + "source", row.source() + " was sent no late invoice");
                } else if (row.caseNumber() != null) {
                    faults.add(
                            place + "source",
                            row.source() + " has the case " + row.caseNumber() + ": record it on the page of the case");
                } else {
                    InventoryDocument letter = documents.get(year, row.invoiceDocumentId());
                    letters.put(place, letter);
                    checked.put(place, service.checked(letter, delivery.service(), place, faults));
                }
            }
        });
        faults.sortByLine();
        faults.refuse();
        int added = 0;
        for (Map.Entry<String, NewService> each : checked.entrySet()) {
            added += service.addOnce(letters.get(each.getKey()), each.getValue()) ? 1 : 0;
        }
        return new Taken(added, 0, checked.size() - added);
    }

    /** What is recorded of the delivery of the sources' late invoices, by the document's id. */
    @Transactional(readOnly = true)
    public Map<Long, List<ServiceEntry>> service(List<InventorySource> sources) {
        return service.ofInventory(sources.stream()
                .map(InventorySource::invoiceDocumentId)
                .filter(Objects::nonNull)
                .toList());
    }

    /**
     * Sends late invoices to the next sources that have not submitted, and files them.
     *
     * @param written the letters for these sources, in their order
     * @return whether any are left
     */
    public boolean sendLateInvoices(
            int year, int most, BiFunction<InventoryYear, List<ToInvoice>, List<NewInventoryDocument>> written) {
        InventoryYear whole = listAfterLetters(open(year));
        int last = years.lastInvoice(year);
        List<InventorySource> found = sources.next(year, InventorySources.TO_INVOICE, most);
        List<ToInvoice> next = IntStream.range(0, found.size())
                .mapToObj(each -> new ToInvoice(found.get(each), last + each + 1))
                .toList();
        List<NewInventoryDocument> letters = written.apply(whole, next);
        for (int each = 0; each < next.size(); each++) {
            long document = documents.file(year, letters.get(each));
            ToInvoice sent = next.get(each);
            sources.invoiced(sent.source().id(), sent.number(), document, LocalDate.now(clock));
        }
        boolean left = counts(year).toInvoice() > 0;
        years.invoiced(year, last + next.size(), !left);
        return left;
    }

    /**
     * Letters that go out after their day move the list: nobody is listed sooner after the letter, upon whose receipt
     * questionnaire and fee are due, than a year that runs to its days has it (Manual 3.1, interpretation EI2).
     */
    private InventoryYear listAfterLetters(InventoryYear whole) {
        LocalDate today = LocalDate.now(clock);
        LocalDate list = today.plusDays(DAYS_FROM_LETTER_TO_LIST);
        boolean late =
                today.isAfter(whole.lateInvoicesOn()) && counts(whole.year()).toInvoice() > 0;
        if (!late || !list.isAfter(whole.listOn())) {
            return whole;
        }
        years.listNotBefore(whole.year(), list);
        return years.get(whole.year(), false);
    }

    /**
     * Submits the list of the sources in noncompliance, once.
     *
     * @param written the list, of what is on it
     */
    public InventoryCounts submitList(
            int year, BiFunction<InventoryYear, List<InventorySource>, NewInventoryDocument> written) {
        InventoryYear whole = open(year);
        if (whole.listedOn() == null) {
            sources.list(year);
            years.listed(year, LocalDate.now(clock));
            documents.file(year, written.apply(years.get(year, false), sources.listed(year)));
        }
        return counts(year);
    }

    /** The sources on the list that was submitted. */
    @Transactional(readOnly = true)
    public List<InventorySource> listed(int year) {
        return sources.listed(year);
    }

    /** The next sources on the list that no case is open for, locked until the end of the transaction. */
    public List<InventorySource> nextWithoutCase(int year, int most) {
        open(year);
        return sources.next(year, InventorySources.WITHOUT_CASE, most);
    }

    /** The case that was opened for a source; what came in meanwhile stands on it. */
    public void caseOpened(InventorySource source, String caseNumber) {
        sources.caseOpened(source.id(), caseNumber);
        if (source.questionnaireReceivedOn() != null || source.feeReceivedOn() != null) {
            note(caseNumber, source);
        }
    }

    /** Closes the year when all is done. */
    public void close(int year) {
        years.end(open(year).year(), InventoryYear.Status.CLOSED, null);
    }

    /**
     * What stands against cancelling an open year. Once a late invoice has gone out the list of July 15 is owed (Manual
     * 3.1). Holds the year until the end of the transaction, so that no invoice goes out meanwhile.
     *
     * @throws CaseRefused with every fault
     */
    public void requireCancellable(int year, String reason) {
        InventoryYear whole = years.get(year, true);
        Faults faults = new Faults();
        String why = faults.text("reason", reason, 4000);
        if (why != null && !why.isBlank() && why.split("\\s+").length < FEWEST_WORDS) {
            faults.add(
                    "reason",
                    "must say in a sentence of at least three words why the year is cancelled, such as: The list is that of"
                            + " the year before");
        }
        if (whole.open() && whole.invoicesBegunAt() != null) {
            faults.add(
                    "inventoryYear",
                    "cannot be cancelled any more: late invoices have gone out, and on "
                            + Timeline.words(whole.listOn())
                            + " the list of the sources in noncompliance is submitted (Manual 3.1); take off each source"
                            + " that should not be on it, with the reason");
        }
        faults.refuse();
    }

    /**
     * Cancels the year: nothing more is sent or opened.
     *
     * @throws CaseRefused as {@link #requireCancellable} says it, and where the year has ended
     */
    public void cancel(int year, String reason) {
        requireCancellable(year, reason);
        years.end(open(year).year(), InventoryYear.Status.CANCELLED, reason.strip());
    }

    /** Newest first; the late invoices are found by their sources. */
    @Transactional(readOnly = true)
    public List<InventoryDocument> lists(int year) {
        return documents.lists(year);
    }

    /** @throws NoSuchInventory if the year has no such document */
    @Transactional(readOnly = true)
    public InventoryDocument document(int year, long id) {
        return documents.get(year, id);
    }

    /** The PDF of a document. */
    @Transactional(readOnly = true)
    public byte[] content(InventoryDocument document) {
        return documents.content(document.id());
    }

    private InventoryYear open(int year) {
        InventoryYear whole = years.get(year, true);
        if (!whole.open()) {
            throw new CaseRefused(
                    "year", year + " is " + whole.status().title().toLowerCase() + ": nothing more is sent or listed");
        }
        return whole;
    }

    private static NoSuchInventory noSource(int year, String source) {
        return new NoSuchInventory("source " + source + " in the emission inventory " + year);
    }
}
