package org.abate.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.abate.desk.DeskCases.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

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

    @Autowired
    private MockMvc http;

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
    void everyRuleTakesItsOwnExampleAndAnswersWhatTheDescriptionSays() throws Exception {
        JsonNode api = cases.read(cases.get("tanks-staff", "/v3/api-docs"));
        for (JsonNode rule : cases.read(cases.get("tanks-staff", "/api/penalties"))) {
            String address = "/api/penalties/" + rule.get("rule").textValue();
            JsonNode example = cases.read(cases.get("tanks-staff", address)).get("example");
            JsonNode operation = api.at("/paths/" + address.replace("/", "~1") + "/post");
            assertThat(operation.at("/requestBody/content/application~1json/example"))
                    .as(address)
                    .isEqualTo(example);
            described(api, operation.at("/requestBody/content/application~1json/schema"), example, address);

            Answer answer = cases.post("tanks-staff", address, example.toString());
            assertThat(answer.status()).as(address + answer.text()).isEqualTo(200);
            JsonNode schema =
                    operation.at("/responses/200/content").elements().next().get("schema");
            described(api, schema, cases.read(answer), address);
        }
    }

    /** Every property of a value has its schema, and every required one its value. */
    private static void described(JsonNode api, JsonNode reference, JsonNode value, String where) {
        JsonNode schema =
                reference.has("$ref") ? api.at(reference.get("$ref").textValue().substring(1)) : reference;
        String type = schema.path("type").isArray()
                ? schema.at("/type/0").textValue()
                : schema.path("type").textValue();
        assertThat(type).as(where).isNotNull();
        switch (type) {
            case "object" -> {
                schema.path("required").forEach(name -> assertThat(value.has(name.textValue()))
                        .as(where + "." + name)
                        .isTrue());
                value.properties().forEach(property -> {
                    assertThat(schema.path("properties").has(property.getKey()))
                            .as(where + "." + property.getKey())
                            .isTrue();
                    described(
                            api,
                            schema.get("properties").get(property.getKey()),
                            property.getValue(),
                            where + "." + property.getKey());
                });
            }
            case "array" -> value.forEach(item -> described(api, schema.get("items"), item, where + "[]"));
            case "string" -> {
                assertThat(value.isTextual() || value.isNull()).as(where).isTrue();
                if (schema.has("pattern")) {
                    assertThat(value.textValue())
                            .as(where)
                            .matches(schema.get("pattern").textValue());
                }
                if (schema.has("enum")) {
                    assertThat(schema.get("enum")).as(where).contains(value);
                }
            }
            case "integer" -> assertThat(value.isInt()).as(where).isTrue();
            case "number" -> assertThat(value.isNumber()).as(where).isTrue();
            default -> assertThat(value.isBoolean()).as(where + " " + type).isTrue();
        }
    }

    @Test
    void latePaymentAndHabitualViolatorsAreCalculatedToo() throws Exception {
        Answer late = cases.post("accounting", "/api/penalties/drinking-water/late-payment", """
                {"penalty": "1000.00", "issuedOn": "2024-01-01", "paidOn": "2024-04-10", "appealStayDays": 10}""");
        assertThat(late.text())
                .isEqualTo("{\"dueOn\":\"2024-03-11\",\"surcharge\":\"150.00\",\"interest\":\"9.45\","
                        + "\"owed\":\"1159.45\"}");

        Answer habitual = cases.post("land-reclamation-staff", "/api/penalties/habitual-violator", """
                {"inspections": [{"date": "2024-01-01", "violations": [{"kind": "a"}, {"kind": "a"}, {"kind": "a"}]}]}""");
        assertThat(habitual.text()).isEqualTo("{\"habitual\":true,\"tests\":[\"THREE_SIMILAR_IN_SIX\"]}");

        Answer refused = cases.post("accounting", "/api/penalties/drinking-water/late-payment", "{}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(cases.faults(refused)).containsExactly("penalty", "issuedOn", "paidOn");
    }

    @Test
    void nothingIsCalculatedWithoutALogin() throws Exception {
        http.perform(post(TANKS).contentType(MediaType.APPLICATION_JSON).content(WORKSHEET))
                .andExpect(status().isUnauthorized());
    }

    static Stream<Arguments> hostile() {
        String violation = "{\"amount\": \"1.00\", \"basis\": \"x\", \"days\": 1}";
        return Stream.of(
                Arguments.of("nothing", "", "worksheet"),
                Arguments.of("a list", "[]", "worksheet"),
                Arguments.of("two objects", "{} {}", "worksheet"),
                Arguments.of("deep nesting", "{\"violations\":".repeat(60_000), "violations"),
                Arguments.of("10 MB", "{\"violations\": \"" + "x".repeat(10_000_000) + "\"}", "worksheet"),
                Arguments.of("NaN", with(violation, "1}", "NaN}"), "violations[0].days"),
                Arguments.of("1e999", with(violation, "1}", "1e999}"), "violations[0].days"),
                Arguments.of("1e999999999", with(violation, "1}", "1e999999999}"), "violations[0].days"),
                Arguments.of(
                        "a number of 5,000 digits",
                        with(violation, "1}", "9".repeat(5_000) + "}"),
                        "violations[0].days"),
                Arguments.of("a property twice", "{\"violations\": [], \"violations\": []}", "violations"),
                Arguments.of("a null character", with(violation, "\"x\"", "\"\\u0000\""), "violations[0].basis"),
                Arguments.of("half a character", with(violation, "\"x\"", "\"\\ud800\""), "violations[0].basis"),
                Arguments.of("a raw control character", with(violation, "\"x\"", "\"\u0001\""), "violations[0].basis"),
                Arguments.of(
                        "ten thousand violations",
                        "{\"violations\": [" + (violation + ",").repeat(9_999) + violation + "]}",
                        "violations"));
    }

    private static String with(String violation, String old, String replacement) {
        return "{\"violations\": [" + violation.replace(old, replacement) + "]}";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void hostileInputIsRefusedByPathAndInWords(String what, String body, String path) throws Exception {
        Answer answer = cases.post("air-staff", "/api/penalties/air", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(cases.faults(answer)).singleElement().asString().startsWith(path);
        assertThat(answer.text()).doesNotContain("com.fasterxml", "java.", "JsonReadFeature", "Exception");
    }

    @Test
    void anUnknownRuleIsNotFound() throws Exception {
        assertThat(cases.get("tanks-staff", "/api/penalties/moon").status()).isEqualTo(404);
        assertThat(cases.post("tanks-staff", "/api/penalties/moon", "{}").status())
                .isEqualTo(404);
    }
}
