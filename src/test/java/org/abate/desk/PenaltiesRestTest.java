package org.abate.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.abate.desk.DeskCases.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The penalty rules over REST. */
@DeskTest
class PenaltiesRestTest {

    private static final String TANKS = "/api/penalties/underground-storage-tank";

    private static final String WORKSHEET = """
            {"violationDate": "2026-10-01",
             "violations": [{"potentialForHarm": "MAJOR", "extentOfDeviation": "MAJOR", "tanks": 1, "perTank": false,
                             "daysOfNoncompliance": 90, "environmentalSensitivity": "LOW"}]}
            """;

    @Autowired
    private DeskCases cases;

    @Test
    void theRulesAreListedWithCitationsAndVersions() throws Exception {
        JsonNode rules = cases.read(cases.get("tanks-staff", "/api/penalties"));

        assertThat(rules.findValuesAsText("rule")).contains("underground-storage-tank");
        assertThat(rules.get(0).get("citation").textValue()).isNotBlank();
        assertThat(rules.get(0).get("versions")).isNotEmpty();
    }

    @Test
    void aRuleGivesItsTables() throws Exception {
        JsonNode rule = cases.read(cases.get("tanks-staff", TANKS));

        assertThat(rule.get("tables")).isNotEmpty();
        assertThat(rule.get("worksheet")).isNotEmpty();
    }

    @Test
    void aWorksheetIsAssessedWithMoneyAsText() throws Exception {
        Answer answer = cases.post("tanks-enforcement", TANKS, WORKSHEET);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode assessment = cases.read(answer);
        assertThat(assessment.get("total").textValue()).isEqualTo("1500.00");
        assertThat(assessment.at("/violations/0/amount").textValue()).isEqualTo("1500.00");
        assertThat(assessment.get("lines")).isNotEmpty();
    }

    @Test
    void everyFaultOfAWorksheetIsNamedByPath() throws Exception {
        Answer answer = cases.post(
                "tanks-enforcement", TANKS, WORKSHEET.replace("90", "\"many\"").replace("\"LOW\"", "\"NONE\""));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(cases.faults(answer))
                .containsExactlyInAnyOrder(
                        "violations[0].daysOfNoncompliance", "violations[0].environmentalSensitivity");
    }

    @Test
    void aWorksheetThatIsNoJsonIsRefused() throws Exception {
        assertThat(cases.post("tanks-enforcement", TANKS, "penalty").status()).isEqualTo(422);
    }

    @Test
    void anUnknownRuleIsNotFound() throws Exception {
        assertThat(cases.get("tanks-staff", "/api/penalties/moon").status()).isEqualTo(404);
        assertThat(cases.post("tanks-staff", "/api/penalties/moon", "{}").status())
                .isEqualTo(404);
    }
}
