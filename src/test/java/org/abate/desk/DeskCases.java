package org.abate.desk;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Document;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.NewAssessment;
import org.abate.casefile.NewDocument;
import org.abate.casefile.NewPayment;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Opens cases and asks for them over REST, as one of the demonstration's people. */
@TestComponent
class DeskCases {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final MockMvc http;
    private final ObjectMapper json;
    private final CaseRecord record;
    private final ManagementService jobs;
    private final Clock clock;

    DeskCases(MockMvc http, ObjectMapper json, CaseRecord record, ManagementService jobs, Clock clock) {
        this.http = http;
        this.json = json;
        this.record = record;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** An answer, its body read once. */
    record Answer(int status, String type, String text, MockHttpServletResponse response) {}

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The case number of a new tank case at a facility of its own. */
    String open() throws Exception {
        return open("Prairie Stop " + NEXT.incrementAndGet());
    }

    String open(String facility) throws Exception {
        Answer answer = post("tanks-staff", "/api/cases", body(facility));
        if (answer.status() != 201) {
            throw new AssertionError(answer.text());
        }
        return read(answer).get("caseNumber").textValue();
    }

    String body(String facility) throws Exception {
        return """
                {"program": "tanks",
                 "facility": {"name": %s, "address": "100 Main Street, Rolla, MO 65401", "county": "Phelps", "region": "Southeast"},
                 "responsibleParty": {"name": "Invented Oil Company", "address": "9 Elm Street, Rolla, MO 65401"},
                 "discoveredOn": "%s",
                 "violations": [{"citation": "10 CSR 26-2.041(1)(A)", "description": "No release detection records",
                                 "observedOn": ["%s"]}]}
                """.formatted(json.writeValueAsString(facility), today().minusDays(3), today().minusDays(3));
    }

    /** Runs what the engine has put off: the letter is sent. */
    void runJobs() {
        List<Job> waiting = jobs.createJobQuery().messages().list();
        while (!waiting.isEmpty()) {
            waiting.forEach(job -> jobs.executeJob(job.getId()));
            waiting = jobs.createJobQuery().messages().list();
        }
    }

    Document file(String caseNumber, boolean confidential) {
        return record.file(
                caseNumber,
                new NewDocument(
                        confidential ? DocumentKind.PENALTY_WORKSHEET : DocumentKind.OTHER,
                        confidential ? "Worksheet \"1\"; a=b" : "Sketch of the site",
                        "%PDF-1.7 paper".getBytes(StandardCharsets.US_ASCII),
                        confidential,
                        null,
                        null,
                        null));
    }

    void penaltyWork(String caseNumber) {
        long violation = record.get(caseNumber).violations().get(0).id();
        record.file(
                caseNumber,
                new NewAssessment(
                        "underground-storage-tank",
                        "1990-11-14",
                        violation,
                        "{\"violations\": []}",
                        "{\"total\": \"1234.50\"}",
                        new BigDecimal("1234.5")));
        record.recordPayment(caseNumber, new NewPayment(new BigDecimal("77.00"), today(), "Check", "4711", null));
        record.confidentialNote(caseNumber, "PENALTY_CALCULATED", "Penalty calculated: $1,234.50");
    }

    Answer get(String user, String address) throws Exception {
        return answer(
                http.perform(MockMvcRequestBuilders.get(URI.create(address)).with(httpBasic(user, "demo")))
                        .andReturn()
                        .getResponse());
    }

    Answer post(String user, String address, String body) throws Exception {
        return answer(http.perform(MockMvcRequestBuilders.post(address)
                        .with(httpBasic(user, "demo"))
                        .contentType("application/json")
                        .content(body))
                .andReturn()
                .getResponse());
    }

    /** Sends a page's form: names and values in turn. */
    Answer submit(String user, String address, String... fields) throws Exception {
        MockHttpServletRequestBuilder request =
                MockMvcRequestBuilders.post(address).with(httpBasic(user, "demo"));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return answer(http.perform(request).andReturn().getResponse());
    }

    JsonNode read(Answer answer) throws Exception {
        return json.readTree(answer.text());
    }

    /** The fields a refusal names, in its order. */
    List<String> faults(Answer answer) throws Exception {
        List<String> fields = new ArrayList<>();
        read(answer)
                .path("errors")
                .forEach(fault -> fields.add(fault.get("field").textValue()));
        return fields;
    }

    private static Answer answer(MockHttpServletResponse response) throws Exception {
        return new Answer(
                response.getStatus(),
                response.getContentType(),
                response.getContentAsString(StandardCharsets.UTF_8),
                response);
    }
}
