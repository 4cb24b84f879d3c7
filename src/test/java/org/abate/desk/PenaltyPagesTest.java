package org.abate.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.abate.penalty.RuleBook;
import org.abate.penalty.RuleSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages on which staff work out what a penalty would be. */
@DeskTest
class PenaltyPagesTest {

    private static final String AIR = "/penalties/air";

    @Autowired
    private MockMvc http;

    @Autowired
    private DeskCases cases;

    @Autowired
    private JdbcTemplate database;

    static Stream<String> rules() {
        return RuleBook.standard().rules().stream().map(RuleSummary::rule);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHasAPageWhoseExampleComesToWhatTheRestInterfaceSays(String rule) throws Exception {
        JsonNode example =
                cases.read(cases.get("tanks-staff", "/api/penalties/" + rule)).get("example");
        JsonNode result = cases.read(cases.post("tanks-staff", "/api/penalties/" + rule, example.toString()));

        String page = page("tanks-staff", get("/penalties/" + rule + "?example=true"));

        assertThat(page).doesNotContain("Still needed", "To be mended");
        if (result.has("total")) {
            assertThat(page.replace(",", ""))
                    .contains("<dd>$" + result.get("total").textValue() + "</dd>");
            assertThat(page).contains("CONFIDENTIAL: ");
        }
        assertThat(page("tanks-staff", get("/penalties"))).contains("href=\"/penalties/" + rule + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "tanks-staff, 200",
        "water-enforcement, 200",
        "enforcement-review-board, 200",
        "camunda-admin, 200",
        "accounting, 403",
        "process-analyst, 403",
        "process-manager, 403"
    })
    void thePagesAreForThoseWhoCarryCasesOrSeePenaltyWork(String user, int status) throws Exception {
        for (String address : List.of("/penalties", AIR)) {
            assertThat(http.perform(get(address).with(httpBasic(user, "demo")).header("Accept", "text/html"))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(address)
                    .isEqualTo(status);
        }
        assertThat(http.perform(filled(AIR).with(httpBasic(user, "demo")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"10000.00, 2, Work Product Privileged", "6666.67, 3, Attorney-Client Privileged"})
    void theLabelIsTheDecisionTablesAndAskingForItLeavesNoTrace(String amount, String days, String label)
            throws Exception {
        int before = decided();

        String page = page(
                "air-staff",
                post(AIR)
                        .param("violations[0]", "")
                        .param("violations[0].amount", amount)
                        .param("violations[0].basis", "Fact sheet")
                        .param("violations[0].days", days));

        assertThat(page).contains("CONFIDENTIAL: " + label);
        assertThat(decided()).isEqualTo(before);
    }

    private int decided() {
        return database.queryForObject("select count(*) from ACT_HI_DECINST", Integer.class);
    }

    @Test
    void anEmptyFormSaysWhatIsStillNeeded() throws Exception {
        assertThat(page("air-staff", get(AIR)))
                .contains(
                        "Still needed",
                        "<a href=\"#violations-0-basis\">Violation 1: How the amount was arrived at</a>")
                .doesNotContain("is needed<");
    }

    @Test
    void anUnknownRuleHasNoPage() throws Exception {
        assertThat(http.perform(get("/penalties/moon").with(httpBasic("tanks-staff", "demo")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aPlainSubmitShowsTheWorksheetAndStoresNothing() throws Exception {
        int before = filed();

        assertThat(page("air-staff", filled(AIR).param("calculate", "yes"))).contains("<dd>$7,000.00</dd>");

        assertThat(filed()).isEqualTo(before);
    }

    private int filed() {
        return database.queryForObject("select count(*) from assessment", Integer.class);
    }

    @Test
    void whatIsWrongIsToldBesideItsFieldAndWhatWasTypedIsKept() throws Exception {
        String page = page(
                "air-staff",
                post(AIR)
                        .param("violations[0]", "")
                        .param("violations[0].amount", "a <lot>")
                        .param("calculate", "yes"));

        assertThat(page)
                .contains("value=\"a &lt;lot&gt;\"")
                .containsPattern(
                        "id=\"violations-0-amount-fault\">Penalty for one day of the violation must be [^<]*a &lt;lot&gt;")
                .containsPattern("id=\"violations-0-basis-fault\">[^<]* is needed<");
    }

    @Test
    void whatIsNotYetAnsweredIsNoFaultBesideItsFieldWhileOneTypes() throws Exception {
        MockHttpServletResponse answer = answer(
                "air-staff",
                post(AIR)
                        .header("HX-Request", "true")
                        .param("violations[0]", "")
                        .param("violations[0].amount", "5"));

        assertThat(answer.getHeader("HX-Retarget")).isNull();
        assertThat(answer.getContentAsString())
                .doesNotContain("<html", "<form")
                .contains("Still needed")
                .containsPattern("hx-swap-oob=\"true\" id=\"violations-0-basis-fault\"></div>");
    }

    @Test
    void aNewQuestionOrEntryRedrawsTheForm() throws Exception {
        MockHttpServletResponse asked = answer(
                "water-staff",
                post("/penalties/clean-water")
                        .header("HX-Request", "true")
                        .param("violations[0]", "")
                        .param("violations[0].facility.type", "SLUDGE"));
        assertThat(asked.getHeader("HX-Retarget")).isEqualTo("#what-if");
        assertThat(asked.getContentAsString()).contains("name=\"violations[0].facility.dryPoundsPerDay\"");

        String added = page("air-staff", filled(AIR).param("change", "add:violations"));
        assertThat(added).contains("name=\"violations[1].amount\"").contains("value=\"remove:violations[1]\"");
    }

    @Test
    void aFormOfAnotherSiteIsRefused() throws Exception {
        assertThat(http.perform(filled(AIR)
                                .with(csrf().useInvalidToken())
                                .with(org.springframework.security.test.web.servlet.request
                                        .SecurityMockMvcRequestPostProcessors.user("air-staff")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    private static MockHttpServletRequestBuilder filled(String address) {
        return post(address)
                .param("violationDate", "2024-06-03")
                .param("violations[0]", "")
                .param("violations[0].amount", "$3,500.00")
                .param("violations[0].basis", "Fact sheet")
                .param("violations[0].days", "2");
    }

    private String page(String user, MockHttpServletRequestBuilder request) throws Exception {
        return answer(user, request).getContentAsString();
    }

    private MockHttpServletResponse answer(String user, MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer =
                http.perform(request.with(httpBasic(user, "demo"))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return answer;
    }
}
