package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.AbstractList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Document;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.EmissionInventory;
import org.abate.casefile.EmissionInventory.NewInventoryDocument;
import org.abate.casefile.EmissionInventory.Taken;
import org.abate.casefile.InventoryDelivery;
import org.abate.casefile.InventoryFile;
import org.abate.casefile.InventoryLines;
import org.abate.casefile.InventorySource;
import org.abate.casefile.InventorySubmission;
import org.abate.casefile.InventoryYear;
import org.abate.casefile.NewService;
import org.abate.casefile.ServiceEntry;
import org.abate.casefile.ServiceEvent;
import org.abate.casefile.ServiceManner;
import org.abate.correspondence.InventoryPapers;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The yearly cycle over all sources (Manual 3.1), outcome by outcome; every test has a year of its own. */
@StoriesOf({"emission-inventory", "inventory-submission"})
class EmissionInventoryTest {

    /** Enough for several batches. */
    private static final int MANY = 120;

    private static final AtomicInteger YEARS = new AtomicInteger(2030);

    @Autowired
    private InventoryProcesses processes;

    @Autowired
    private EmissionInventory inventory;

    @Autowired
    private InventoryPapers papers;

    @Autowired
    private CaseRecord caseRecord;

    @Autowired
    private BlockWalk blocks;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    private final int year = YEARS.incrementAndGet();

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    void whoHasNotSubmittedGetsALateInvoiceThenStandsOnTheListAndBecomesACase() throws IOException {
        at("05-25T09:00");
        begin("""
                A-1,Whole Works,"1 Elm Road, Rolla, MO 65401",Phelps,Southeast,Whole LLC,"PO Box 1, Rolla, MO 65402",100.00
                A-2,Half Works,"2 Elm Road, Rolla, MO 65401",Phelps,Southeast,Half LLC,"PO Box 2, Rolla, MO 65402",1480.5
                A-3,Paid Works,"3 Elm Road, Rolla, MO 65401",Phelps,Southeast,Paid LLC,"PO Box 3, Rolla, MO 65402",
                A-4,Late Works,"4 Elm Road, Rolla, MO 65401",Phelps,Southeast,Late LLC,"PO Box 4, Rolla, MO 65402",
                A-5,Nobody's Works,"5 Elm Road, Rolla, MO 65401",Phelps,Southeast,,,
                """);
        submit("A-1", "05-20", "05-21");
        submit("A-2", "05-20", null);
        submit("A-3", null, "05-22");

        assertThat(due("SubmissionsDue")).isEqualTo(moment("06-01T23:59:59"));
        fire("SubmissionsDue");
        assertThat(due("EndOfJune")).isEqualTo(moment("06-30T00:00:00"));
        fire("EndOfJune");

        assertThat(invoiced()).containsExactly("A-2", "A-3", "A-4", "A-5");
        assertThat(letter("A-2"))
                .contains("By certified mail", "Half LLC", "June 30, " + year, "not submitted its fee.", "$1,480.50")
                .contains("June 1, " + year, "The payment is due upon receipt of this letter.");
        assertThat(letter("A-3"))
                .contains("not submitted its questionnaire.", "The questionnaire is due upon receipt of this letter.")
                .contains("May 22, " + year)
                .doesNotContain("late fee");
        assertThat(letter("A-4"))
                .contains("its questionnaire and its fee", "fee as determined by the questionnaire")
                .contains("The questionnaire and the payment are due upon receipt of this letter.");
        assertThat(letter("A-5")).contains("Owner or Operator", "5 Elm Road");

        inventory.deliver(year, InventoryLines.one(delivery("A-2", ServiceEvent.SENT, day("06-30"), "9589 0710 0001")));
        inventory.deliver(year, InventoryLines.one(delivery("A-2", ServiceEvent.REFUSED, day("06-30"), null)));
        at("07-10T09:00");
        submit("A-4", "07-09", "07-09");
        inventory.strike(year, "A-5", "Shut down last year");
        assertThat(due("JulyFifteenth")).isEqualTo(moment("07-15T00:00:00"));
        fire("JulyFifteenth");

        assertThat(text(inventory.content(inventory.lists(year).get(0))))
                .contains("Compliance and Enforcement Section", "A-2", "A-3", "served June 30, " + year)
                .doesNotContain("A-4", "A-5", "A-1");
        Task review = task("ReviewList");
        assertThat(review.getTenantId()).isEqualTo("air");
        engine.getTaskService().complete(review.getId());
        runJobs();

        CaseFile opened = caseRecord.get(source("A-2").caseNumber());
        assertThat(opened.facility().identifiers()).containsEntry("airInstallation", "A-2");
        assertThat(opened.responsibleParty().name()).isEqualTo("Half LLC");
        assertThat(opened.discoveredOn()).isEqualTo(day("07-15"));
        assertThat(opened.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.citation()).contains("Manual 3.1");
            assertThat(violation.description()).contains("fee not submitted", "June 1, " + year, "30 days");
        });
        assertThat(caseRecord.documents(opened.caseNumber()))
                .extracting(Document::kind)
                .containsExactly(DocumentKind.LATE_INVOICE);
        Document invoice = caseRecord.documents(opened.caseNumber()).get(0);
        assertThat(caseRecord.timeline(opened.caseNumber()).get(0)).satisfies(first -> {
            assertThat(first.documentId()).isEqualTo(invoice.id());
            assertThat(first.at()).isEqualTo(invoice.sentAt()).isBefore(moment("07-01T00:00:00"));
        });
        assertThat(invoice.servedAt()).isNotNull();
        assertThat(caseRecord.service(invoice))
                .extracting(ServiceEntry::event, ServiceEntry::reference)
                .containsExactly(tuple(ServiceEvent.SENT, "9589 0710 0001"), tuple(ServiceEvent.REFUSED, null));
        assertThatThrownBy(() -> inventory.deliver(
                        year, InventoryLines.one(delivery("A-2", ServiceEvent.RECEIVED, day("07-15"), null))))
                .hasMessageContaining("record it on the page of the case");
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(opened.caseNumber())
                        .singleResult()
                        .getTaskDefinitionKey())
                .isEqualTo("PrepareFirstLetter");
        assertThat(blocks.timeline(source("A-3").caseNumber(), "INVENTORY_SUBMISSION"))
                .containsExactly(
                        "Emission inventory " + year + ": questionnaire not received; fee received on May 22, " + year);
        assertThat(List.of("A-1", "A-4", "A-5"))
                .allSatisfy(each -> assertThat(source(each).caseNumber()).isNull());
        ended("InventoryYearClosed", InventoryYear.Status.CLOSED);

        at("07-20T09:00");
        submit("A-2", null, "07-19");
        assertThat(blocks.timeline(opened.caseNumber(), "INVENTORY_SUBMISSION"))
                .last()
                .asString()
                .contains("fee received on July 19");
    }

    @Test
    void whereEverySourceHasSubmittedNobodyGetsALetterAndNoCaseIsOpened() throws IOException {
        at("05-25T09:00");
        begin(sources(1));
        submit("S-0001", "05-20", "05-20");
        fire("SubmissionsDue");
        fire("EndOfJune");
        fire("JulyFifteenth");

        assertThat(text(inventory.content(inventory.lists(year).get(0)))).contains("Every source has submitted both.");
        assertThat(inventory.counts(year).invoiced()).isZero();
        ended("InventoryYearClosed", InventoryYear.Status.CLOSED);
    }

    @Test
    void manyAreDoneAFewAtATimeAndWhatFailsIsDoneAgainWithoutLosingOrDoublingOne() {
        at("05-02T09:00");
        begin(sources(MANY));
        fire("SubmissionsDue");
        fireOnly("EndOfJune");
        runJob();
        assertThat(inventory.counts(year).invoiced()).isEqualTo(InventoryWork.LETTERS_AT_ONCE);

        assertThatThrownBy(() -> inventory.sendLateInvoices(
                        year,
                        InventoryWork.LETTERS_AT_ONCE,
                        (whole, next) -> killedAt(20, papers.lateInvoices(whole, next))))
                .hasMessage("killed");
        assertThat(inventory.counts(year).invoiced()).isEqualTo(InventoryWork.LETTERS_AT_ONCE);
        assertThat(letters()).isEqualTo(InventoryWork.LETTERS_AT_ONCE);

        runJobs();
        assertThat(invoiced()).hasSize(MANY);
        assertThat(numbers())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, MANY).boxed().toList());
        assertThat(letters()).isEqualTo(MANY);

        fire("JulyFifteenth");
        database.sql("UPDATE inventory_source SET county = 'Atlantis' WHERE inventory_year = ? AND source = 'S-0015'")
                .param(year)
                .update();
        at("07-25T23:59:59");
        fireOnly("ReviewDue");
        runJob();
        assertThatThrownBy(this::runJob)
                .hasStackTraceContaining("No case can be opened for source S-0015")
                .hasStackTraceContaining("facility.county");
        assertThat(inventory.counts(year).cases()).isEqualTo(InventoryWork.CASES_AT_ONCE);
        inventory.strike(year, "S-0015", "Not in Missouri");
        runJobs();

        assertThat(inventory.counts(year).cases()).isEqualTo(MANY - 1);
        assertThat(cases()).hasSize(MANY - 1);
        ended("InventoryYearClosed", InventoryYear.Status.CLOSED);
    }

    @Test
    void twoWhoWorkOnTheSameBatchSendEachLetterOnce() throws Exception {
        at("05-02T09:00");
        begin(sources(30));
        at("06-30T08:00");

        atOnce(() -> inventory.sendLateInvoices(year, 20, papers::lateInvoices), () -> {
            inventory.sendLateInvoices(year, 20, papers::lateInvoices);
        });

        assertThat(invoiced()).hasSize(30);
        assertThat(letters()).isEqualTo(30);
        assertThat(numbers())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 30).boxed().toList());
    }

    @Test
    void whatTwoPeopleRecordOfOneSourceAtOnceIsThereAndCountsOnce() throws Exception {
        at("05-22T09:00");
        begin(sources(3));

        atOnce(() -> submit("S-0002", "05-20", null), () -> submit("S-0002", null, "05-21"));

        assertThat(source("S-0002").submitted()).isTrue();
        assertThat(inventory.counts(year).submitted()).isEqualTo(1);
    }

    @Test
    void oneSubmissionIsRecordedFromTasklistAndWhatIsWrongOfItIsRefused() {
        at("05-22T09:00");
        begin(sources(2));

        submitInTasklist(Map.of(
                "inventoryYear",
                year,
                "source",
                " s-0001 ",
                "feeReceivedOn",
                day("05-20").toString()));
        submitInTasklist(Map.of(
                "inventoryYear",
                year,
                "source",
                "S-0001",
                "questionnaireReceivedOn",
                day("05-21").toString()));

        assertThat(source("S-0001").questionnaireReceivedOn()).isEqualTo(day("05-21"));
        assertThat(source("S-0001").feeReceivedOn()).isEqualTo(day("05-20"));
        assertThatThrownBy(() -> submitInTasklist(Map.of("inventoryYear", year, "source", "S-0009")))
                .hasStackTraceContaining("questionnaireReceivedOn: is missing, and so is the day on which the fee")
                .hasStackTraceContaining("S-0009 is not among the sources of " + year);
        assertThatThrownBy(() -> submitInTasklist(Map.of(
                        "inventoryYear",
                        year,
                        "source",
                        "S-0002",
                        "feeReceivedOn",
                        day("05-23").toString())))
                .hasStackTraceContaining("feeReceivedOn");
        assertThatThrownBy(() -> submitInTasklist(Map.of(
                        "inventoryYear",
                        1999,
                        "source",
                        "S-0002",
                        "feeReceivedOn",
                        day("05-20").toString())))
                .hasStackTraceContaining("1999 has not begun");
        assertThat(source("S-0002").feeReceivedOn()).isNull();
        processes.cancel(year, "Only a test");
        runJobs();
    }

    private void submitInTasklist(Map<String, Object> form) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("inventory-submission")
                .latestVersion()
                .singleResult()
                .getId();
        engine.getFormService().submitStartForm(definition, form);
    }

    @Test
    void aYearBeginsInTasklistAndItsTaskWaitsForTheList() {
        at("01-05T09:00");
        engine.getRuntimeService().startProcessInstanceByKey("emission-inventory", Map.of("inventoryYear", year));

        assertThatThrownBy(() ->
                        engine.getTaskService().complete(task("ListSources").getId()))
                .hasStackTraceContaining("/inventory/" + year);
        assertThatThrownBy(() -> engine.getRuntimeService()
                        .startProcessInstanceByKey("emission-inventory", Map.of("inventoryYear", year)))
                .hasStackTraceContaining("has begun already");
        assertThatThrownBy(() -> engine.getRuntimeService()
                        .startProcessInstanceByKey("emission-inventory", Map.of("inventoryYear", year + 2)))
                .hasStackTraceContaining("must be " + year + " or " + (year + 1));
        assertThat(task("ListSources").getDueDate()).isEqualTo(Date.from(moment("06-01T23:59:59")));

        processes.list(year, InventoryFile.sources(file(sources(1))));
        assertThat(processes.stage(year)).containsExactly("June 1, " + year);
        processes.cancel(year, "Only a test");
        runJobs();
    }

    @Test
    void aYearBegunInErrorIsCancelledWithAReasonAndMayBeginAgain() {
        at("05-02T09:00");
        begin(sources(2));

        assertThatThrownBy(() -> processes.cancel(year, " ")).hasMessageContaining("reason: is missing");
        assertThatThrownBy(() -> processes.cancel(year, "x")).hasMessageContaining("reason: must say in a sentence");
        processes.cancel(year, "The wrong list");
        runJobs();

        ended("InventoryYearEnded", InventoryYear.Status.CANCELLED);
        assertThat(inventory.get(year).cancelReason()).isEqualTo("The wrong list");
        assertThatThrownBy(() -> processes.cancel(year, "Again for good measure"))
                .isInstanceOf(EventRefused.class);
        assertThatThrownBy(() -> submit("S-0001", "05-01", null))
                .isInstanceOf(CaseRefused.class)
                .hasMessageContaining(year + " is cancelled (The wrong list): nothing is recorded for it")
                .hasMessageContaining("begin " + year + " again");
        assertThatThrownBy(() -> submitInTasklist(Map.of(
                        "inventoryYear",
                        year,
                        "source",
                        "S-0001",
                        "feeReceivedOn",
                        day("05-01").toString())))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.sentences())
                        .singleElement()
                        .asString()
                        .startsWith("\"Year of the inventory\": " + year + " is cancelled"));
        at("05-03T09:00");
        begin(sources(2));
        assertThat(inventory.get(year).open()).isTrue();
    }

    @Test
    void ofAYearThatIsBegunAgainOnlyWhatIsListedAnewCountsWithWhatCameInFromIt() {
        at("05-02T09:00");
        begin(sources(3));
        submit("S-0001", "05-01", "05-01");
        inventory.strike(year, "S-0002", "Taken off before the list was cancelled");
        processes.cancel(year, "The list is that of the year before");
        runJobs();

        at("05-03T09:00");
        begin(sources(2));

        var counts = inventory.counts(year);
        assertThat(counts.sources()).isEqualTo(2);
        assertThat(counts.submitted()).isEqualTo(1);
        assertThat(counts.struck()).isEqualTo(1);
        assertThat(counts.toInvoice()).isEqualTo(1);
        assertThat(inventory.source(year, "S-0003").struckReason())
                .isEqualTo("On a list that was cancelled with the year: The list is that of the year before");
        inventory.strike(year, "S-0002", "Closed for good in April");
        assertThat(processes.list(year, InventoryFile.sources(file(sources(2)))).unchanged())
                .isEqualTo(2);
        assertThat(inventory.source(year, "S-0002").struckReason()).isEqualTo("Closed for good in April");
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        at("05-22T09:00");
        begin(sources(3));
        long before = audited();

        assertThat(processes.list(year, InventoryFile.sources(file(sources(3)))))
                .isEqualTo(new Taken(0, 0, 3));
        assertThat(audited()).isEqualTo(before);
        assertThat(processes.list(year, InventoryFile.sources(file(sources(4).replace("Facility 1", "Facility One")))))
                .isEqualTo(new Taken(1, 1, 2));

        byte[] submissions = ("source,questionnaireReceivedOn,feeReceivedOn\n" + "S-0001," + day("05-20") + ",\ns-0002,"
                        + day("05-20") + "," + day("05-21") + "\n")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(inventory.submit(year, InventoryFile.submissions(submissions)))
                .isEqualTo(new Taken(0, 2, 0));
        before = audited();
        assertThat(inventory.submit(year, InventoryFile.submissions(submissions)))
                .isEqualTo(new Taken(0, 0, 2));
        assertThat(audited()).isEqualTo(before);
    }

    @Test
    void aNameThatNoLateInvoiceCanPrintIsRefusedByItsLine() {
        at("05-22T09:00");

        assertThatThrownBy(() -> begin(sources(2).replace("Facility 2", "Facility \uD83D\uDEE2")))
                .isInstanceOf(CaseRefused.class)
                .hasMessage(
                        "line 3.facility: has \"\uD83D\uDEE2\", which no letter can print: leave it out, or say it in"
                                + " words");
    }

    @Test
    void sourcesAreSettledOnceTheFirstLateInvoiceHasGoneOut() {
        at("05-22T09:00");
        begin(sources(1));
        fire("SubmissionsDue");
        fire("EndOfJune");

        assertThatThrownBy(() -> processes.list(year, InventoryFile.sources(file(sources(2)))))
                .isInstanceOf(CaseRefused.class)
                .hasMessageContaining("the late invoices have gone out");
        assertThatThrownBy(() -> processes.cancel(year, "Begun with the wrong list"))
                .isInstanceOf(CaseRefused.class)
                .hasMessageContaining("inventoryYear: cannot be cancelled any more: late invoices have gone out")
                .hasMessageContaining("July 15, " + year)
                .hasMessageContaining("take off each source");
        assertThat(inventory.get(year).open()).isTrue();
    }

    /** As the administrator can at the engine's own interface (Manual 3.1). */
    @Test
    void aCancellationThatGoesPastThePageNeedsItsReasonAndComesBeforeTheLateInvoices() {
        at("05-22T09:00");
        begin(sources(1));
        assertThatThrownBy(() -> cancelAtTheEngine(Map.of()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.getMessage())
                        .contains("reason: is missing"));
        fire("SubmissionsDue");
        fire("EndOfJune");
        assertThatThrownBy(() -> cancelAtTheEngine(Map.of("reason", "Begun with the wrong list")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.getMessage())
                        .contains("cannot be cancelled any more: late invoices have gone out"));
        assertThat(inventory.get(year).open()).isTrue();
        assertThat(due("JulyFifteenth")).isEqualTo(moment("07-15T00:00:00"));
    }

    private void cancelAtTheEngine(Map<String, Object> variables) {
        engine.getRuntimeService()
                .createMessageCorrelation("InventoryYearCancelled")
                .processInstanceBusinessKey(InventoryYear.key(year))
                .setVariables(variables)
                .correlate();
    }

    @Test
    void whatWasRecordedByMistakeIsPutRightWithItsReasonUntilTheListIsSubmitted() {
        at("05-22T09:00");
        begin(sources(3));
        submit("S-0001", "05-20", "05-21");
        inventory.strike(year, "S-0002", "Shut down");
        assertThatThrownBy(() -> inventory.correct(year, new InventorySubmission("S-0001", null, day("05-23")), " "))
                .hasMessageContaining("reason")
                .hasMessageContaining("feeReceivedOn");
        assertThatThrownBy(() -> inventory.correct(
                        year, new InventorySubmission("S-0001", day("05-20"), day("05-21")), "Nothing is wrong"))
                .hasMessageContaining("is what is recorded");
        assertThatThrownBy(() -> inventory.putBack(year, "S-0003", "It was never off"))
                .hasMessageContaining("S-0003 was not taken off");

        inventory.correct(year, new InventorySubmission("s-0001", null, null), "Booked to the wrong number");
        inventory.putBack(year, "S-0002", "The other works of that owner is shut down");
        assertThat(source("S-0001"))
                .returns("Questionnaire and fee", InventorySource::missing)
                .returns("Booked to the wrong number", InventorySource::corrected);
        assertThat(source("S-0002").struckOn()).isNull();
        assertThat(database.sql("""
                                SELECT c.questionnaire_received_on FROM inventory_correction c
                                JOIN inventory_source s ON s.id = c.source_id
                                WHERE s.inventory_year = ? AND s.source = 'S-0001'""").param(year).query(LocalDate.class).single())
                .isEqualTo(day("05-20"));

        fire("SubmissionsDue");
        fire("EndOfJune");
        assertThat(invoiced()).containsExactly("S-0001", "S-0002", "S-0003");
        fire("JulyFifteenth");
        assertThatThrownBy(() -> inventory.correct(
                        year, new InventorySubmission("S-0001", day("05-20"), day("05-21")), "It was there after all"))
                .hasMessageContaining("the list of " + year + " was submitted on July 15, " + year);
        inventory.strike(year, "S-0003", "Shut down as well");
        assertThatThrownBy(() -> inventory.putBack(year, "S-0003", "It is not"))
                .hasMessageContaining("the list of " + year + " was submitted");
    }

    @Test
    void lettersThatGoOutAfterTheEndOfJuneMoveTheListByTheFifteenDaysOfTheManual() throws IOException {
        at("05-22T09:00");
        begin(sources(InventoryWork.LETTERS_AT_ONCE + 1));
        fire("SubmissionsDue");
        at("07-20T09:00");
        fireOnly("EndOfJune");
        runJob();
        assertThat(inventory.get(year).listOn()).isEqualTo(day("08-04"));
        assertThat(letter("S-0001")).contains("July 20, " + year, "On August 4, " + year + " the sources");
        at("07-21T09:00");
        runJobs();

        assertThat(inventory.get(year).listOn()).isEqualTo(day("08-05"));
        assertThat(due("JulyFifteenth")).isEqualTo(moment("08-05T00:00:00"));
        assertThat(processes.stage(year)).containsExactly("August 5, " + year);
        assertThat(inventory.get(year).listedOn()).isNull();
        fire("JulyFifteenth");
        assertThat(inventory.get(year).listedOn()).isEqualTo(day("08-05"));
    }

    /** The node is gone as this letter of the batch is filed. */
    private static List<NewInventoryDocument> killedAt(int letter, List<NewInventoryDocument> letters) {
        return new AbstractList<>() {
            @Override
            public NewInventoryDocument get(int index) {
                if (index == letter) {
                    throw new IllegalStateException("killed");
                }
                return letters.get(index);
            }

            @Override
            public int size() {
                return letters.size();
            }
        };
    }

    private void begin(String lines) {
        processes.begin(year, InventoryFile.sources(file(lines)));
    }

    private static byte[] file(String lines) {
        return (String.join(",", InventoryFile.SOURCE_COLUMNS) + "\n" + lines).getBytes(StandardCharsets.UTF_8);
    }

    private static String sources(int many) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(each -> "S-%04d,Facility %d,\"%d Elm Road, Rolla, MO 65401\",Phelps,Southeast,,,\n"
                        .formatted(each, each, each))
                .collect(Collectors.joining());
    }

    private void submit(String source, String questionnaire, String fee) {
        inventory.submit(
                year,
                InventoryLines.one(new InventorySubmission(
                        source, questionnaire == null ? null : day(questionnaire), fee == null ? null : day(fee))));
    }

    private InventorySource source(String source) {
        return inventory.source(year, source);
    }

    private String letter(String source) throws IOException {
        return text(inventory.content(inventory.document(year, source(source).invoiceDocumentId())));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private List<String> invoiced() {
        return database.sql(
                        "SELECT source FROM inventory_source WHERE inventory_year = ? AND invoice_number IS NOT NULL ORDER BY source")
                .param(year)
                .query(String.class)
                .list();
    }

    private List<Integer> numbers() {
        return database.sql(
                        "SELECT invoice_number FROM inventory_source WHERE inventory_year = ? ORDER BY invoice_number")
                .param(year)
                .query(Integer.class)
                .list();
    }

    private Set<String> cases() {
        return Set.copyOf(database.sql(
                        "SELECT case_number FROM inventory_source WHERE inventory_year = ? AND case_number IS NOT NULL")
                .param(year)
                .query(String.class)
                .list());
    }

    private long letters() {
        return database.sql(
                        "SELECT COUNT(*) FROM inventory_document WHERE inventory_year = ? AND kind = 'LATE_INVOICE'")
                .param(year)
                .query(Long.class)
                .single();
    }

    private long audited() {
        return database.sql("SELECT COUNT(*) FROM audit_trail")
                .query(Long.class)
                .single();
    }

    private void at(String moment) {
        ClockUtil.setCurrentTime(Date.from(moment(moment)));
    }

    private Instant moment(String moment) {
        return LocalDateTime.parse(year + "-" + moment)
                .atZone(EngineClock.DEPARTMENT_ZONE)
                .toInstant();
    }

    private static InventoryDelivery delivery(String source, ServiceEvent event, LocalDate on, String reference) {
        return new InventoryDelivery(
                source, new NewService(event, ServiceManner.CERTIFIED_MAIL, reference, on, null, null, null));
    }

    private LocalDate day(String day) {
        return LocalDate.parse(year + "-" + day);
    }

    private Instant due(String timer) {
        return timer(timer).getDuedate().toInstant();
    }

    private Job timer(String timer) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance())
                .activityId(timer)
                .singleResult();
    }

    /** At the moment it is due, and all that follows at once. */
    private void fire(String timer) {
        fireOnly(timer);
        runJobs();
    }

    private void fireOnly(String timer) {
        Job job = timer(timer);
        if (job.getDuedate().after(ClockUtil.getCurrentTime())) {
            ClockUtil.setCurrentTime(job.getDuedate());
        }
        engine.getManagementService().executeJob(job.getId());
    }

    private void runJobs() {
        while (!messages().isEmpty()) {
            runJob();
        }
    }

    private void runJob() {
        engine.getManagementService().executeJob(messages().get(0).getId());
    }

    private List<Job> messages() {
        return engine.getManagementService().createJobQuery().messages().list().stream()
                .filter(job -> job.getProcessDefinitionKey().equals("emission-inventory"))
                .toList();
    }

    private Task task(String activity) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(InventoryYear.key(year))
                .taskDefinitionKey(activity)
                .singleResult();
    }

    private String instance() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(InventoryYear.key(year))
                .processDefinitionKey("emission-inventory")
                .singleResult()
                .getId();
    }

    private void ended(String event, InventoryYear.Status status) {
        assertThat(inventory.get(year).status()).isEqualTo(status);
        assertThat(engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .activityId(event)
                        .list())
                .anySatisfy(passed -> assertThat(engine.getHistoryService()
                                .createHistoricProcessInstanceQuery()
                                .processInstanceId(passed.getProcessInstanceId())
                                .singleResult()
                                .getBusinessKey())
                        .isEqualTo(InventoryYear.key(year)));
        assertThat(processes.stage(year)).isEmpty();
    }

    private static void atOnce(Runnable one, Runnable other) throws Exception {
        List<Throwable> failures = new java.util.concurrent.CopyOnWriteArrayList<>();
        List<Thread> threads =
                java.util.stream.Stream.of(one, other).map(Thread::new).toList();
        threads.forEach(thread -> thread.setUncaughtExceptionHandler((which, failure) -> failures.add(failure)));
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
    }
}
