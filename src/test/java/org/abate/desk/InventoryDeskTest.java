package org.abate.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.EmissionInventory;
import org.abate.casefile.LetterTextVersion;
import org.abate.casefile.LetterTextVersions;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The emission inventory over REST and on its pages (Manual 3.1); every test has a year of its own. */
@DeskTest
class InventoryDeskTest {

    private static final AtomicInteger YEARS = new AtomicInteger(2050);
    private static final String SOURCES = """
            source,facility,address,county,region,owner,ownerAddress,feeDue
            A-1,Alpha Works,"1 Elm Road, Rolla, MO 65401",Phelps,Southeast,Alpha LLC,"PO Box 1, Rolla, MO 65402",100.00
            A-2,Beta Works,"2 Elm Road, Rolla, MO 65401",Phelps,Southeast,,,
            """;

    @Autowired
    private MockMvc http;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private EmissionInventory inventory;

    @Autowired
    private LetterTextVersions texts;

    @Autowired
    private JdbcClient database;

    private final int year = YEARS.incrementAndGet();

    @BeforeEach
    void inMay() {
        at("05-25T09:00");
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    void aYearRunsOverRestFromItsListToItsCases() throws Exception {
        assertThat(csv("", SOURCES).getStatus()).isEqualTo(201);
        assertThat(csv("", SOURCES).getContentAsString()).contains("has begun already");
        assertThat(csv("/sources", SOURCES).getContentAsString())
                .isEqualTo("{\"added\":0,\"changed\":0,\"unchanged\":2}");
        JsonNode submitted =
                read(body("/submissions", "{\"source\": \"a-1\", \"feeReceivedOn\": \"" + year + "-05-20\"}"));
        assertThat(submitted.path("missing").asText()).isEqualTo("Questionnaire");
        assertThat(show().path("stage").get(0).asText()).isEqualTo("June 1, " + year);

        at("06-30T00:00");
        runJobs();
        at("07-15T00:00");
        runJobs();
        assertThat(show().at("/counts/invoiced").asInt()).isEqualTo(2);
        assertThat(show().at("/counts/listed").asInt()).isEqualTo(2);
        JsonNode found = read(send("air-chief", get("/api/inventory/" + year + "/sources?which=LISTED&q=beta")));
        assertThat(found.path("total").asInt()).isEqualTo(1);
        MockHttpServletResponse letter = send(
                "air-staff",
                get("/api/inventory/" + year + "/documents/"
                        + found.at("/items/0/lateInvoiceDocument").asLong()));
        assertThat(letter.getContentType()).isEqualTo("application/pdf");
        assertThat(letter.getContentAsByteArray()).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        assertThat(send("air-staff", get("/api/inventory/" + year + "/noncompliant-sources.csv"))
                        .getContentAsString())
                .contains("A-1,Alpha Works", ",Questionnaire," + year + "-00001,", ",Questionnaire and fee,");
        assertThat(read(body(
                                "/deliveries",
                                "{\"source\": \"A-2\", \"event\": \"RECEIVED\", \"date\": \"" + year + "-07-15\"}"))
                        .path("lateInvoiceServedOn")
                        .asText())
                .isEqualTo(year + "-07-15");
        String strike = "{\"source\": \"A-1\", \"reason\": \"Closed\"}";
        assertThat(body("/strikes", strike).getStatus()).isEqualTo(403);
        assertThat(page("air-staff", "/inventory/" + year).getContentAsString())
                .contains("the Compliance and Enforcement Section takes sources off it")
                .doesNotContain("Take it off", "Put the submission right");
        assertThat(send(
                                "air-enforcement",
                                post("/api/inventory/" + year + "/strikes")
                                        .contentType("application/json")
                                        .content(strike))
                        .getStatus())
                .isEqualTo(204);

        at("07-25T23:59:59");
        runJobs();
        assertThat(show().path("status").asText()).isEqualTo("CLOSED");
        assertThat(read(send("air-staff", get("/api/inventory/" + year + "/sources?which=WITH_CASE")))
                        .at("/items/0/source")
                        .asText())
                .isEqualTo("A-2");
    }

    @Test
    void theNumberAndTheOutcomeOfEachCertifiedLetterAreRecordedOnceAndShown() throws Exception {
        csv("", SOURCES);
        at("06-30T00:00");
        runJobs();
        String numbers = "source,event,date,manner,reference,upon\nA-1,SENT," + year
                + "-06-30,CERTIFIED_MAIL,9589 0710 0001,\nA-2,SENT," + year
                + "-06-30,CERTIFIED_MAIL,9589 0710 0002,\nA-2,UNDELIVERABLE," + year + "-06-30,,,\n";
        assertThat(csv("/deliveries", numbers).getContentAsString())
                .isEqualTo("{\"added\":3,\"changed\":0,\"unchanged\":0}");
        assertThat(csv("/deliveries", numbers).getContentAsString())
                .isEqualTo("{\"added\":0,\"changed\":0,\"unchanged\":3}");
        assertThat(faults(csv(
                        "/deliveries",
                        "source,event,date,manner,reference,upon\nA-9,RECEIVED," + year + "-06-30,,,\nA-1,EATEN," + year
                                + "-06-30,DOG,,\n")))
                .containsExactlyInAnyOrder("line 2.source", "line 3.event", "line 3.manner");
        assertThat(faults(csv(
                        "/deliveries",
                        "source,event,date,manner,reference,upon\nA-9,RECEIVED," + year + "-06-30,,,\nA-1,RECEIVED,"
                                + year + "-06-29,,,\nA-1,,2199-01-01,,,\n")))
                .containsExactlyInAnyOrder("line 2.source", "line 3.date", "line 4.event", "line 4.date");

        at("07-02T12:00");
        assertThat(form("/deliveries", "source", "A-1", "event", "refused", "date", year + "-07-01", "upon", "J. Owner")
                        .getStatus())
                .isEqualTo(302);
        assertThat(page("air-staff", "/inventory/" + year).getContentAsString())
                .contains("Sent Jun 30, " + year + ", certified mail, return receipt requested, 9589 0710 0001")
                .contains("Refused Jul 1, " + year + ", J. Owner (entry ")
                .contains("Returned undeliverable Jun 30, " + year);
        JsonNode served = source("A-1");
        assertThat(served.path("lateInvoiceServedOn").asText()).isEqualTo(year + "-07-01");
        assertThat(source("A-2").path("lateInvoiceServedOn").isNull()).isTrue();

        String entry = served.at("/lateInvoiceService/1/id").asText();
        form("/deliveries", "source", "A-1", "event", "recorded in error", "date", year + "-07-01", "entry", entry);
        assertThat(source("A-1").path("lateInvoiceServedOn").isNull()).isTrue();
        assertThat(page("air-staff", "/inventory/" + year).getContentAsString()).doesNotContain("Refused Jul 1");
    }

    private JsonNode source(String number) throws Exception {
        return read(send("air-staff", get("/api/inventory/" + year + "/sources?q=" + number)))
                .at("/items/0");
    }

    @Test
    void aManagerChangesTheWordsOfTheLateInvoiceAndLooksAtItForASource() throws Exception {
        csv("", SOURCES);
        LetterTextVersion delivered = texts.inForce(DocumentKind.LATE_INVOICE);
        String words = "The unit helps with the questionnaire on the telephone.";
        String changed = delivered.text().replace("{{> invoiceClosing}}", words + "\n\n{{> invoiceClosing}}");
        assertThat(page("process-manager", "/letters").getContentAsString())
                .contains("/letters/LATE_INVOICE", "/letters/NONCOMPLIANT_SOURCES");
        assertThat(page("process-manager", "/letters/LATE_INVOICE").getContentAsString())
                .contains("Look at it for a source", "{{&gt; invoiceClosing}}", "<code>questionnaire</code>")
                .doesNotContain("case.number");

        assertThat(words(preview("camunda-admin", "LATE_INVOICE", changed, "source", "a-1")))
                .contains("Alpha Works", "PO Box 1", "$100.00", words);
        assertThat(words(preview("camunda-admin", "NONCOMPLIANT_SOURCES", list(), "source", "")))
                .contains("Alpha Works", "Beta Works");
        assertThat(words(page(
                        "process-manager", post("/letters/LATE_INVOICE/preview").param("text", changed))))
                .contains("Specimen Facility", words);
        assertThat(preview("process-manager", "LATE_INVOICE", changed, "source", "A-1")
                        .getContentAsString())
                .contains("is that of an inventory that you may not read");

        assertThat(write(delivered.version(), changed + "\nIf you pay by July 1, the matter will be closed.\n")
                        .getContentAsString())
                .contains("Nothing was stored", "the matter will be closed");
        assertThat(write(delivered.version(), changed.replace("due upon receipt", "due soon"))
                        .getContentAsString())
                .contains("Nothing was stored", "required by Manual 3.1");
        assertThat(write(delivered.version(), changed).getStatus()).isEqualTo(302);
        at("07-01T00:00");
        runJobs();
        write(delivered.version() + 1, delivered.text());

        long letter = inventory.source(year, "A-1").invoiceDocumentId();
        assertThat(words(send("air-staff", get("/api/inventory/" + year + "/documents/" + letter))))
                .contains(words, "Late invoice".toLowerCase(), year + "-00001");
        assertThat(database.sql("SELECT text_version FROM inventory_document WHERE id = ?")
                        .param(letter)
                        .query(Integer.class)
                        .single())
                .isEqualTo(delivered.version() + 1);
    }

    private String list() {
        return texts.inForce(DocumentKind.NONCOMPLIANT_SOURCES).text();
    }

    private MockHttpServletResponse preview(String who, String kind, String text, String... source) throws Exception {
        return page(
                who,
                post("/letters/" + kind + "/preview")
                        .param("text", text)
                        .param("inventoryYear", String.valueOf(year))
                        .param(source[0], source[1]));
    }

    private MockHttpServletResponse write(int newest, String text) throws Exception {
        return page(
                "process-manager",
                post("/letters/LATE_INVOICE")
                        .param("text", text)
                        .param("reason", "Asked for")
                        .param("newest", String.valueOf(newest)));
    }

    private static String words(MockHttpServletResponse pdf) throws Exception {
        try (var paper = Loader.loadPDF(pdf.getContentAsByteArray())) {
            return new PDFTextStripper().getText(paper).replaceAll("\\s+", " ");
        }
    }

    @Test
    void everyFaultOfAFileIsNamedByItsLineAndNothingIsStored() throws Exception {
        MockHttpServletResponse refused = csv("", """
                source,facility,address,county,region,owner,ownerAddress,feeDue
                B-1,Works,"1 Elm Road",Felps,Southeast,,,
                B-1,Works,"1 Elm Road",Phelps,Nowhere,Owner,,12.345
                ,"Two
                lines",1 Elm Road,Phelps,Southeast,,,ten
                B-4,Works
                """);

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(faults(refused))
                .containsExactly(
                        "line 2.county",
                        "line 3.feeDue",
                        "line 3.ownerAddress",
                        "line 3.region",
                        "line 3.source",
                        "line 5.feeDue",
                        "line 5.source",
                        "line 5.facility",
                        "line 6");
        refused = csv("", """
                source,facility,address,county,region,owner,ownerAddress,feeDue
                B-1,Works,"1 Elm Road",Felps,Southeast,,,
                b-1,Works,"1 Elm Road",Phelps,Nowhere,Owner,,12.34
                """);
        assertThat(faults(refused))
                .containsExactlyInAnyOrder("line 2.county", "line 3.region", "line 3.ownerAddress", "line 3.source");
        assertThat(send("air-staff", get("/api/inventory/" + year)).getStatus()).isEqualTo(404);

        csv("", SOURCES);
        refused = csv(
                "/submissions",
                "source,questionnaireReceivedOn,feeReceivedOn\nA-1," + year + "-05-20,\nA-9," + year
                        + "-05-20,\nA-2,2990-01-01,\n");
        assertThat(faults(refused)).containsExactlyInAnyOrder("line 3.source", "line 4.questionnaireReceivedOn");
        refused = csv(
                "/submissions",
                "source,questionnaireReceivedOn,feeReceivedOn\nA-1,May 20," + year + "-05-20\nA-9," + year
                        + "-05-20,\nA-2,,soon\nA-1,,\nA-2,1\nA-8,2990-01-01,\n");
        assertThat(faults(refused))
                .containsExactly(
                        "line 2.questionnaireReceivedOn",
                        "line 3.source",
                        "line 4.feeReceivedOn",
                        "line 5.source",
                        "line 5.questionnaireReceivedOn",
                        "line 6",
                        "line 7.questionnaireReceivedOn",
                        "line 7.source");
        assertThat(inventory.source(year, "A-1").questionnaireReceivedOn()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "source,facility\nA,B",
                "source,facility,address,county,region,owner,ownerAddress,feeDue",
                "source,facility,address,county,region,owner,ownerAddress,feeDue\nA-1,\"Works",
                ""
            })
    void aFileThatIsNoListIsRefusedWithWhatItHasToBe(String file) throws Exception {
        MockHttpServletResponse refused = csv("", file);

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).containsAnyOf("columns", "quotation mark");
    }

    @Test
    void aQuotationMarkThatIsNotClosedIsToldWithItsLineBesideTheOtherFaults() throws Exception {
        MockHttpServletResponse refused = csv("", """
                source,facility,address,county,region,owner,ownerAddress,feeDue
                A-1,Works,"1 Elm Street, Rolla",Nowhere,Southeast,,,480.00
                A-2,"Works,1 Elm Street,Phelps,Southeast,,,480.00
                """);

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString())
                .contains("line 2.county", "is no county of Missouri; write its name")
                .contains("line 3", "a quotation mark is not closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanks-staff", "process-analyst", "process-manager", "water-director"})
    void whoReadsNoCasesOfTheOfficeSeesNothingOfIt(String group) throws Exception {
        for (String address : List.of("/api/inventory", "/api/inventory/2026", "/inventory", "/inventory/2026")) {
            assertThat(send(group, get(address)).getStatus()).as(address).isEqualTo(403);
        }
        assertThat(page(group, "/cases").getContentAsString()).doesNotContain(">Inventory<");
        assertThat(send(
                                group,
                                post("/api/inventory/2026")
                                        .contentType("text/csv")
                                        .content(SOURCES))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void whoOnlyReadsRecordsNothing() throws Exception {
        assertThat(send("attorney-general-liaison", get("/api/inventory")).getStatus())
                .isEqualTo(200);
        assertThat(send(
                                "attorney-general-liaison",
                                post("/api/inventory/" + year)
                                        .contentType("text/csv")
                                        .content(SOURCES))
                        .getStatus())
                .isEqualTo(403);
        assertThat(page("attorney-general-liaison", "/inventory").getContentAsString())
                .doesNotContain("Begin the year");
    }

    /** Manual 3.1, interpretation EI6: the unit lists, the section is given the list. */
    @Test
    void theSectionThatIsGivenTheListNeitherBeginsNorListsNorCancelsAYear() throws Exception {
        csv("", SOURCES);
        for (String address : List.of("/api/inventory/" + (year + 1), "/api/inventory/" + year + "/sources")) {
            assertThat(send(
                                    "air-enforcement",
                                    post(address).contentType("text/csv").content(SOURCES))
                            .getStatus())
                    .as(address)
                    .isEqualTo(403);
        }
        assertThat(send(
                                "air-enforcement",
                                post("/api/inventory/" + year + "/cancellation")
                                        .contentType("application/json")
                                        .content("{\"reason\": \"A trial\"}"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(page("air-enforcement", "/inventory").getContentAsString()).doesNotContain("Begin the year");
        assertThat(page("air-enforcement", "/inventory/" + year).getContentAsString())
                .contains("Record a submission")
                .doesNotContain("List or correct sources", "Cancel the year");
        assertThat(page("air-staff", "/inventory/" + year).getContentAsString())
                .contains("List or correct sources", "Cancel the year");
    }

    @Test
    void aYearIsBegunFilledAndCancelledOnItsPages() throws Exception {
        MockHttpServletResponse begun = upload("/inventory", SOURCES, "year", String.valueOf(year));
        assertThat(begun.getRedirectedUrl()).isEqualTo("/inventory/" + year);
        assertThat(page("air-staff", "/inventory").getContentAsString()).contains("/inventory/" + year);
        assertThat(upload("/inventory/" + year + "/sources", SOURCES.replace("Phelps", "Atlantis"))
                        .getContentAsString())
                .contains("Nothing of the file was stored", "line 2, county is no county of Missouri");
        assertThat(form("/submissions", "source", "A-7", "feeReceivedOn", "soon")
                        .getContentAsString())
                .contains("is not a day", "value=\"A-7\"");
        assertThat(form("/submissions", "source", "A-7", "feeReceivedOn", year + "-05-20")
                        .getContentAsString())
                .contains("is not among the sources");
        assertThat(form("/submissions", "source", "A-2", "feeReceivedOn", year + "-05-20")
                        .getStatus())
                .isEqualTo(302);
        assertThat(upload(
                                "/inventory/" + year + "/submissions/file",
                                "source,questionnaireReceivedOn,feeReceivedOn\nA-2," + year + "-05-21,\n")
                        .getStatus())
                .isEqualTo(302);
        assertThat(page("air-staff", "/inventory/" + year + "?which=SUBMITTED&q=beta")
                        .getContentAsString())
                .contains("Beta Works", "Submitted: 1 of 2 sources", "hx-get")
                .doesNotContain("Alpha Works");
        assertThat(page("air-staff", "/inventory/" + year + "/progress").getContentAsString())
                .contains("Submitted: 1 of 2 sources")
                .doesNotContain("<h1>");
        assertThat(page("air-staff", "/cases/INVENTORY-" + year).getRedirectedUrl())
                .isEqualTo("/inventory/" + year);
        assertThat(form("/cancellation", "reason", " ").getContentAsString()).contains("Reason is missing");
        assertThat(form("/cancellation", "reason", "It was a trial").getStatus())
                .isEqualTo(302);
        runJobs();
        assertThat(page("air-staff", "/inventory/" + year).getContentAsString())
                .contains("Cancelled", "It was a trial")
                .doesNotContain("hx-get", "Record a submission");
    }

    @Test
    void whatWasRecordedByMistakeIsPutRightOverRestAndOnThePage() throws Exception {
        csv("", SOURCES);
        body("/submissions", "{\"source\": \"A-1\", \"feeReceivedOn\": \"" + year + "-05-20\"}");
        body("/strikes", "{\"source\": \"A-2\", \"reason\": \"Closed\"}");

        assertThat(faults(body("/corrections", "{\"source\": \"A-1\"}"))).containsExactly("reason");
        for (String change : List.of("/strikes", "/corrections", "/reinstatements")) {
            assertThat(faults(body(change, "{}"))).as(change).containsExactly("source", "reason");
            assertThat(faults(body(change, "{\"source\": \"ZZ\"}")))
                    .as(change)
                    .containsExactlyInAnyOrder("source", "reason");
            assertThat(body(change, "{\"source\": \"ZZ\", \"reason\": \"Closed\"}")
                            .getStatus())
                    .isEqualTo(404);
        }
        JsonNode right =
                read(body("/corrections", "{\"source\": \"A-1\", \"reason\": \"Booked to the wrong number\"}"));
        assertThat(right.path("missing").asText()).isEqualTo("Questionnaire and fee");
        assertThat(right.path("corrected").asText()).isEqualTo("Booked to the wrong number");
        assertThat(read(body("/reinstatements", "{\"source\": \"A-2\", \"reason\": \"Open after all\"}"))
                        .path("struckOn")
                        .isNull())
                .isTrue();
        assertThat(faults(body("/reinstatements", "{\"source\": \"A-2\", \"reason\": \"Open after all\"}")))
                .containsExactly("source");
        assertThat(send(
                                "water-staff",
                                post("/api/inventory/" + year + "/corrections")
                                        .contentType("application/json")
                                        .content("{\"source\": \"A-1\", \"reason\": \"Booked\"}"))
                        .getStatus())
                .isEqualTo(403);

        assertThat(form("/strikes", "source", "A-2", "reason", "Closed").getStatus())
                .isEqualTo(302);
        assertThat(page("air-staff", "/inventory/" + year).getContentAsString())
                .contains("Put the submission right", "Put it back", "Put right: Booked to the wrong number");
        assertThat(form("/reinstatements", "source", "A-2", "reason", " ").getContentAsString())
                .contains("The source was not put back", "Reason is missing");
        assertThat(form("/reinstatements", "source", "A-2", "reason", "Open").getStatus())
                .isEqualTo(302);
        assertThat(form("/corrections", "source", "A-1", "reason", "Nothing").getContentAsString())
                .contains("The submission was not put right");
        assertThat(form("/corrections", "source", "A-1", "feeReceivedOn", year + "-05-21", "reason", "It came in")
                        .getStatus())
                .isEqualTo(302);
        assertThat(page("air-staff", "/inventory/" + year).getContentAsString())
                .doesNotContain("Put it back")
                .contains("Put right: It came in");
    }

    @Test
    void aPageTakesNothingWithoutItsToken() throws Exception {
        assertThat(http.perform(post("/inventory/" + year + "/strikes")
                                .with(user("air-staff").authorities(AuthorityUtils.createAuthorityList("air-staff"))))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    private MockHttpServletResponse csv(String address, String content) throws Exception {
        return send(
                "air-staff",
                post("/api/inventory/" + year + address).contentType("text/csv").content(content));
    }

    private MockHttpServletResponse body(String address, String content) throws Exception {
        return send(
                "air-staff",
                post("/api/inventory/" + year + address)
                        .contentType("application/json")
                        .content(content));
    }

    private JsonNode show() throws Exception {
        return read(send("air-staff", get("/api/inventory/" + year)));
    }

    private JsonNode read(MockHttpServletResponse response) throws Exception {
        return json.readTree(response.getContentAsString());
    }

    private List<String> faults(MockHttpServletResponse response) throws Exception {
        return read(response).path("errors").findValuesAsText("field");
    }

    private MockHttpServletResponse form(String address, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post("/inventory/" + year + address);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return page("air-staff", request);
    }

    private MockHttpServletResponse upload(String address, String content, String... fields) throws Exception {
        var request = multipart(address)
                .file(new MockMultipartFile("file", "list.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return http.perform(request.with(user("air-staff").authorities(AuthorityUtils.createAuthorityList("air-staff")))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse page(String group, String address) throws Exception {
        return page(group, get(address));
    }

    private MockHttpServletResponse page(String group, MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.with(user(group).authorities(AuthorityUtils.createAuthorityList(group)))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse send(String user, MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.with(httpBasic(user, "demo"))).andReturn().getResponse();
    }

    private void at(String moment) {
        ClockUtil.setCurrentTime(Date.from(LocalDateTime.parse(year + "-" + moment)
                .atZone(ZoneId.of("America/Chicago"))
                .toInstant()));
    }

    /** What is due by now, and what follows from it. */
    private void runJobs() {
        List<Job> due;
        do {
            due = jobs.createJobQuery().executable().list().stream()
                    .filter(job -> "emission-inventory".equals(job.getProcessDefinitionKey()))
                    .toList();
            due.forEach(job -> jobs.executeJob(job.getId()));
        } while (!due.isEmpty());
    }
}
