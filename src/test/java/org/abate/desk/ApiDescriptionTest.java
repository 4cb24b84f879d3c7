package org.abate.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The OpenAPI document says all that the interface takes and answers. */
@DeskTest
class ApiDescriptionTest {

    /** What is asked for with parameters of the address, which may be wrong. */
    private static final List<String> FILTERED = List.of(
            "GET /api/inventory/{year}/sources",
            "GET /api/cases",
            "GET /api/cycle-times",
            "GET /api/cycle-times/bottlenecks",
            "GET /api/cycle-times/compare",
            "GET /api/cycle-times/conformance",
            "GET /api/cycle-times/conformance/{stage}",
            "GET /api/cycle-times/conformance.csv",
            "GET /api/cycle-times/reasons",
            "GET /api/cycle-times/reasons.csv",
            "GET /api/event-log.csv",
            "GET /api/event-log.xes",
            "GET /api/event-log.ocel.json");

    @Autowired
    private DeskCases cases;

    @Autowired
    private MockMvc http;

    @Test
    void everyOperationIsDescribedWithItsRefusals() throws Exception {
        JsonNode api = cases.read(cases.get("tanks-staff", "/v3/api-docs"));

        List<String> operations = new ArrayList<>();
        api.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String name = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                    operations.add(name);
                    JsonNode described = operation.getValue();
                    assertThat(described.path("summary").asText()).as(name).isNotBlank();
                    assertThat(described.path("responses").has("401")).as(name).isTrue();
                    assertThat(described.path("responses").has("422"))
                            .as(name)
                            .isEqualTo(operation.getKey().equals("post") || FILTERED.contains(name));
                    assertThat(described.has("requestBody"))
                            .as(name)
                            .isEqualTo(operation.getKey().equals("post"));
                }));
        assertThat(operations)
                .contains(
                        "POST /api/cases",
                        "GET /api/cases",
                        "GET /api/cases/{caseNumber}",
                        "GET /api/cases/{caseNumber}/documents",
                        "GET /api/cases/{caseNumber}/documents/{documentId}",
                        "GET /api/cases/{caseNumber}/contacts",
                        "POST /api/cases/{caseNumber}/contacts",
                        "GET /api/cases/{caseNumber}/timeline",
                        "GET /api/cases/{caseNumber}/assessments",
                        "POST /api/cases/{caseNumber}/events",
                        "GET /api/cases/{caseNumber}/reasons",
                        "POST /api/cases/{caseNumber}/reasons",
                        "GET /api/inventory",
                        "GET /api/inventory/{year}",
                        "POST /api/inventory/{year}",
                        "GET /api/inventory/{year}/sources",
                        "POST /api/inventory/{year}/sources",
                        "POST /api/inventory/{year}/submissions",
                        "POST /api/inventory/{year}/strikes",
                        "POST /api/inventory/{year}/corrections",
                        "POST /api/inventory/{year}/reinstatements",
                        "POST /api/inventory/{year}/deliveries",
                        "POST /api/inventory/{year}/cancellation",
                        "GET /api/inventory/{year}/noncompliant-sources.csv",
                        "GET /api/inventory/{year}/documents/{documentId}",
                        "GET /api/cycle-times",
                        "GET /api/cycle-times/bottlenecks",
                        "GET /api/cycle-times/compare",
                        "GET /api/cycle-times/conformance",
                        "GET /api/cycle-times/conformance/{stage}",
                        "GET /api/cycle-times/conformance.csv",
                        "GET /api/cycle-times/reasons",
                        "GET /api/cycle-times/reasons.csv",
                        "GET /api/event-log.csv",
                        "GET /api/event-log.xes",
                        "GET /api/event-log.ocel.json",
                        "GET /api/penalties",
                        "GET /api/penalties/{rule}",
                        "POST /api/penalties/{rule}")
                .allMatch(operation -> operation.contains(" /api/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v3/api-docs",
                "/api/cases",
                "/api/penalties",
                "/api/cycle-times",
                "/api/event-log.csv",
                "/api/cases/TK-2026-00001/documents/1"
            })
    void nothingIsAnsweredWithoutALogin(String address) throws Exception {
        http.perform(get(address)).andExpect(status().isUnauthorized());
    }
}
