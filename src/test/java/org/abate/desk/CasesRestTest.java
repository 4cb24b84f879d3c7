package org.abate.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.abate.desk.DeskCases.Answer;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases over REST as other programs rely on them. */
@DeskTest
class CasesRestTest {

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private DeskCases cases;

    @Test
    void aCaseIsOpenedAndNamesItsAddress() throws Exception {
        Answer answer = cases.post("tanks-staff", "/api/cases", cases.body("Opened over REST"));

        assertThat(answer.status()).isEqualTo(201);
        JsonNode opened = cases.read(answer);
        assertThat(opened.get("caseNumber").textValue()).matches("TK-\\d{4}-\\d{5}");
        assertThat(opened.get("processInstanceId").textValue()).isNotBlank();
        assertThat(answer.response().getHeader("Location"))
                .isEqualTo("/api/cases/" + opened.get("caseNumber").textValue());
    }

    @Test
    void aCaseIsShownWithStageDeadlinesViolationsAndParties() throws Exception {
        String number = cases.open("Shown over REST");
        cases.runJobs();

        JsonNode shown = cases.read(cases.get("tanks-staff", "/api/cases/" + number));

        assertThat(shown.get("program").textValue()).isEqualTo("tanks");
        assertThat(shown.get("status").textValue()).isEqualTo("OPEN");
        assertThat(shown.get("stage").textValue()).isEqualTo("Record response to letter");
        assertThat(shown.at("/deadlines/0/activityId").textValue()).isEqualTo("RecordResponseToLetter");
        assertThat(shown.at("/deadlines/0/timer").booleanValue()).isTrue();
        assertThat(shown.at("/facility/name").textValue()).isEqualTo("Shown over REST");
        assertThat(shown.at("/responsibleParty/name").textValue()).isEqualTo("Invented Oil Company");
        assertThat(shown.at("/violations/0/observedOn/0").textValue())
                .isEqualTo(cases.today().minusDays(3).toString());
        assertThat(shown.get("events").toString()).contains("RETURNED_TO_COMPLIANCE", "CASE_WITHDRAWN");
    }

    @Test
    void casesAreListedNewestFirstByPageAndFilter() throws Exception {
        String first = cases.open("Listed One");
        String second = cases.open("Listed Two");

        JsonNode all = cases.read(cases.get("tanks-staff", "/api/cases?facility=Listed&status=OPEN&program=tanks"));
        JsonNode older = cases.read(cases.get("tanks-staff", "/api/cases?facility=Listed&size=1&page=1"));
        JsonNode none = cases.read(cases.get("tanks-staff", "/api/cases?q=" + first + "&status=SETTLED"));

        assertThat(all.at("/items/0/caseNumber").textValue()).isEqualTo(second);
        assertThat(all.at("/items/1/caseNumber").textValue()).isEqualTo(first);
        assertThat(all.get("total").intValue()).isEqualTo(2);
        assertThat(older.at("/items/0/caseNumber").textValue()).isEqualTo(first);
        assertThat(older.get("size").intValue()).isEqualTo(1);
        assertThat(none.get("total").intValue()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "page=-1, page",
        "page=first, page",
        "page=99999999999999, page",
        "size=0, size",
        "size=501, size",
        "status=open, status",
        "program=oil, program",
        "colour=green, colour",
        "page=1&page=2, page",
        "q=%01, q"
    })
    void aParameterThatIsNotUnderstoodIsRefusedByName(String query, String field) throws Exception {
        Answer answer = cases.get("tanks-staff", "/api/cases?" + query);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(cases.faults(answer)).containsExactly(field);
    }

    @Test
    void aPageFarBeyondTheEndIsEmpty() throws Exception {
        JsonNode page = cases.read(cases.get("tanks-staff", "/api/cases?page=2147483647&size=500"));

        assertThat(page.get("items")).isEmpty();
    }

    @Test
    void anUnknownPartyIsSaidInTheFactsAsWell() throws Exception {
        String known =
                cases.body("Unknown party").replaceAll("\"responsibleParty\": \\{[^}]*}", "\"responsibleParty\": null");
        String unknown =
                known.replace("\"violations\"", "\"facts\": {\"responsiblePartyKnown\": false}, \"violations\"");

        assertThat(cases.faults(cases.post("tanks-staff", "/api/cases", known))).containsExactly("responsibleParty");
        assertThat(cases.post("tanks-staff", "/api/cases", unknown).status()).isEqualTo(201);
    }

    @Test
    void theActionsRequiredAreTextInTheFacts() throws Exception {
        String asked = cases.body("Actions")
                .replace("\"violations\"", "\"facts\": {\"actionsRequired\": \"Install a gauge\"}, \"violations\"");

        assertThat(cases.post("tanks-staff", "/api/cases", asked).status()).isEqualTo(201);
        assertThat(cases.faults(cases.post("tanks-staff", "/api/cases", asked.replace("\"Install a gauge\"", "[1]"))))
                .containsExactly("facts.actionsRequired");
        assertThat(cases.faults(
                        cases.post("tanks-staff", "/api/cases", asked.replace("Install a gauge", "x".repeat(4001)))))
                .containsExactly("facts.actionsRequired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "null", "1", "[true]"})
    void aFactHasTheTypeThatTheStartFormAsksFor(String current) throws Exception {
        String body = cases.body("Typed Fuel")
                .replace("\"violations\"", "\"facts\": {\"violationCurrent\": " + current + "}, \"violations\"");

        Answer answer = cases.post("tanks-staff", "/api/cases", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(cases.faults(answer)).containsExactly("facts.violationCurrent");
    }

    @Test
    void aCountyAndARegionAreOnesThatThereAre() throws Exception {
        Answer answer = cases.post(
                "tanks-staff",
                "/api/cases",
                cases.body("Placed Fuel").replace("Phelps", "Felps").replace("Southeast", "The South"));

        assertThat(cases.faults(answer)).containsExactlyInAnyOrder("facility.county", "facility.region");
        assertThat(answer.text()).contains("the nearest name is Phelps");
    }

    @Test
    void everyFaultIsNamedAtOnceByItsPath() throws Exception {
        Answer answer = cases.post("tanks-staff", "/api/cases", """
                {"program": "tanks", "facility": {"name": " ", "county": 7, "id": "x", "identifiers": {"ustFacility": 5, "moon": "1"}},
                 "discoveredOn": "2026-02-30", "facts": {"responsiblePartyKnown": "yes", "weather": "fine"},
                 "violations": [{"citation": [], "observedOn": ["2999-01-01", 3]}, "spill"], "zeal": true}
                """);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(cases.faults(answer))
                .contains(
                        "facility.id",
                        "facility.county",
                        "facility.name",
                        "facility.address",
                        "facility.region",
                        "facility.identifiers.ustFacility",
                        "facility.identifiers.moon",
                        "responsibleParty",
                        "discoveredOn",
                        "facts.responsiblePartyKnown",
                        "facts.weather",
                        "violations[0].citation",
                        "violations[0].description",
                        "violations[0].observedOn[0]",
                        "violations[0].observedOn[1]",
                        "violations[1]",
                        "zeal")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"program\": null}", "{\"program\": \"moon\"}", "{\"program\": 1}"})
    void aCaseOfNoProgramIsRefused(String body) throws Exception {
        assertThat(cases.faults(cases.post("tanks-staff", "/api/cases", body))).contains("program", "facility");
    }

    @Test
    void aCaseOfAProgramWhoseDiagramIsSuspendedIsRefusedInWords() throws Exception {
        engine.getRepositoryService().suspendProcessDefinitionByKey("tank-enforcement");
        try {
            assertThat(cases.faults(cases.post("tanks-staff", "/api/cases", cases.body("Suspended"))))
                    .containsExactly("program");
        } finally {
            engine.getRepositoryService().activateProcessDefinitionByKey("tank-enforcement");
        }
    }

    /** Manual 3.6: what is recorded of a violation is printed in every letter. */
    @Test
    void aPromiseInTheDescriptionOfAViolationIsRefusedWithBetterWords() throws Exception {
        Answer answer = cases.post(
                "tanks-staff",
                "/api/cases",
                cases.body("Promised Fuel")
                        .replaceFirst(
                                "\"description\": *\"[^\"]*\"",
                                "\"description\": \"If the gauge is not repaired by May 1, elevated enforcement will follow.\""));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("violations[0].description", "elevated enforcement", "Because the violations are serious");
    }

    @Test
    void whatWasRefusedIsNotStored() throws Exception {
        cases.post(
                "tanks-staff",
                "/api/cases",
                cases.body("Refused Fuel").replace("\"program\"", "\"extra\": 1, \"program\""));

        assertThat(cases.read(cases.get("tanks-staff", "/api/cases?facility=Refused"))
                        .get("total")
                        .intValue())
                .isZero();
    }

    @Test
    void aTextThatLooksLikeMarkupIsKeptAsItIs() throws Exception {
        String name = "<script>alert('Tanks & \"Sons\"')</script> Ωµ 油";
        String number = cases.open(name);

        assertThat(cases.read(cases.get("tanks-staff", "/api/cases/" + number))
                        .at("/facility/name")
                        .textValue())
                .isEqualTo(name);
    }
}
