package org.abate.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.HearingRequest;
import org.abate.casefile.Hearings;
import org.abate.casefile.Matter;
import org.abate.casefile.NewCase;
import org.abate.casefile.NewFacility;
import org.abate.casefile.NewParty;
import org.abate.casefile.NewWaterRequest;
import org.abate.casefile.Program;
import org.abate.casefile.WaterRequest;
import org.abate.desk.DeskCases.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Every page, for each kind of person: what they may see is there, what they may not see is not. */
@DeskTest
class PagesTest {

    private static final Pattern POST_FORM =
            Pattern.compile("<form[^>]*method=\"post\"[^>]*>(.*?)</form>", Pattern.DOTALL);

    @Autowired
    private DeskCases cases;

    @Autowired
    private MockMvc http;

    @Autowired
    private CaseRecord record;

    @Autowired
    private Hearings hearings;

    @ParameterizedTest
    @CsvSource({
        "tanks-staff,       200, 200, 200",
        "tanks-enforcement, 200, 200, 200",
        "tanks-chief,       200, 200, 200",
        "division-director, 200, 200, 200",
        "camunda-admin,     200, 200, 200",
        "accounting,        200, 403, 200",
        "air-staff,         200, 200, 404",
        "process-manager,   403, 403, 404",
        "process-analyst,   403, 403, 404"
    })
    void eachPageAnswersThoseWhoMayOpenIt(String person, int list, int newCase, int ofACase) throws Exception {
        String number = cases.open();

        assertThat(cases.get(person, "/").status()).isEqualTo(200);
        assertThat(cases.get(person, "/cases").status()).isEqualTo(list);
        assertThat(cases.get(person, "/meetings").status()).isEqualTo(list);
        assertThat(cases.get(person, "/cases/new").status()).isEqualTo(newCase);
        assertThat(cases.get(person, "/cases/" + number).status()).isEqualTo(ofACase);
        assertThat(cases.get(person, "/cases/" + number + "/diagrams/tank-enforcement")
                        .status())
                .isEqualTo(ofACase);
        assertThat(cases.get(person, "/cases/TK-1999-00001").status()).isEqualTo(404);
    }

    @Test
    void theCasePageSaysWhoWhatAndWhereTheCaseStands() throws Exception {
        String number = cases.open("Whole Page Fuel");
        cases.runJobs();
        cases.file(number, false);

        String page = cases.get("tanks-staff", "/cases/" + number).text();

        assertThat(page)
                .contains(number, "Whole Page Fuel", "Phelps County", "region Southeast", "Invented Oil Company")
                .contains("10 CSR 26-2.041(1)(A)", "No release detection records")
                .contains("Now at <strong>Record response to letter</strong>", "Due in 45 days, ")
                .contains("To be claimed by Tanks Section, Hazardous Waste Program: staff")
                .contains("Letter of Warning", "Sketch of the site", "No call, visit or letter is recorded yet.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanks-enforcement", "tanks-chief", "enforcement-review-board", "camunda-admin"})
    void penaltyWorkIsOnThePageOfThoseWhoMaySeeIt(String person) throws Exception {
        String number = cases.open();
        cases.penaltyWork(number);
        cases.file(number, true);

        assertThat(cases.get(person, "/cases/" + number).text())
                .contains("$1,234.50", "$77.00", "Worksheet &quot;1&quot;", "Penalty calculated", "Confidential");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanks-staff", "accounting", "hearing-officer"})
    void penaltyWorkIsOnNobodyElsesPage(String person) throws Exception {
        String number = cases.open();
        cases.penaltyWork(number);
        long worksheet = cases.file(number, true).id();

        assertThat(cases.get(person, "/cases/" + number).text())
                .contains(number)
                .doesNotContain("1,234", "77.00", "Worksheet", "Penalty calculated", "Confidential", "Payments");
        assertThat(cases.get(person, "/api/cases/" + number + "/documents/" + worksheet)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void thePageSaysWhatADeniedRequestForAHearingLacks() throws Exception {
        LocalDate today = LocalDate.now();
        String number = record.open(new NewCase(
                        Program.DRINKING_WATER,
                        new NewFacility(
                                null,
                                "Elm Spring",
                                "1 Elm Road, Rolla, MO 65401",
                                "Phelps",
                                "Southeast",
                                Map.of("pwsid", "MO8100001")),
                        new NewParty("Elm Spring Association", "PO Box 3, Rolla, MO 65402"),
                        today,
                        List.of(),
                        new NewWaterRequest(
                                Matter.VARIANCE,
                                WaterRequest.Subject.MCL,
                                "fluoride",
                                null,
                                WaterRequest.Initiator.SYSTEM,
                                new NewWaterRequest.System("MO8100001", "Elm Spring", "Phelps", 800, null),
                                null)))
                .caseNumber();
        hearings.prepare(number, "A variance for fluoride");
        hearings.issue(number, today);
        long request = hearings.requested(
                number,
                new HearingRequest(
                        "Customers of Elm Spring",
                        false,
                        null,
                        null,
                        "Customers",
                        "A survey",
                        false,
                        today,
                        HearingRequest.State.RECEIVED,
                        null,
                        null));
        hearings.decided(
                request, HearingRequest.State.DENIED, HearingRequest.Ground.INCOMPLETE, "It may be sent again");

        assertThat(cases.get("drinking-water-staff", "/cases/" + number).text())
                .contains(
                        "it lacks the address, the telephone number and the signature of a responsible official: It may be"
                                + " sent again");
    }

    @Test
    void whoOnlyReadsACaseIsOfferedNoFormAndMaySendNone() throws Exception {
        String number = cases.open();

        assertThat(cases.get("accounting", "/cases/" + number).text())
                .doesNotContain("Record a contact", "Something has happened", "/contacts\"", "/events\"");
        Answer contact = cases.submit("accounting", "/cases/" + number + "/contacts", "kind", "Call");
        Answer event = cases.submit("accounting", "/cases/" + number + "/events", "event", "CASE_WITHDRAWN");
        assertThat(List.of(contact.status(), event.status())).containsOnly(403);
        assertThat(contact.text()).contains("Your account may read this case, not change it.");
        assertThat(cases.submit("accounting", "/cases/new").status()).isEqualTo(403);
    }

    @Test
    void whoCarriesACaseOfAnotherOfficeDoesNotLearnThatThereIsOne() throws Exception {
        String number = cases.open("Hidden From Air");

        assertThat(cases.get("air-staff", "/cases?q=" + number).text())
                .contains("No case of your offices fits.")
                .doesNotContain("Hidden From Air");
        assertThat(cases.submit("air-staff", "/cases/" + number + "/contacts").status())
                .isEqualTo(404);
    }

    @Test
    void accountsWithoutCasesAreToldWhatTheyAreFor() throws Exception {
        assertThat(cases.get("process-manager", "/").text())
                .contains("Changing a diagram", "/engine-rest</code>", "/camunda/app/cockpit/")
                .doesNotContain("/camunda/app/tasklist/");
        assertThat(cases.get("process-analyst", "/").text())
                .contains("reads figures without names")
                .doesNotContain("/camunda/app/");
    }

    @Test
    void theListIsNarrowedAndSaysWhatItDoesNotUnderstand() throws Exception {
        String number = cases.open("Narrowed List Fuel");

        assertThat(cases.get("tanks-staff", "/cases?facility=narrowed&status=OPEN&program=tanks")
                        .text())
                .contains(number, "<strong>1</strong>");
        assertThat(cases.get("tanks-staff", "/cases?q=nothing+fits+this").text())
                .contains("No case of your offices fits.", "Show all cases");
        assertThat(cases.get("tanks-staff", "/cases?status=ASLEEP").text()).contains("&quot;ASLEEP&quot; is not known");
        assertThat(cases.get("tanks-staff", "/cases?page=-1").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cases", "/cases/new", "/cases/{case}"})
    void everyFormThatChangesSomethingCarriesATokenAgainstForgery(String path) throws Exception {
        String page =
                cases.get("tanks-staff", path.replace("{case}", cases.open())).text();

        Matcher forms = POST_FORM.matcher(page);
        int found = 0;
        for (; forms.find(); found++) {
            assertThat(forms.group(1)).contains("name=\"_csrf\"");
        }
        assertThat(found).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cases/new", "/cases/{case}/contacts", "/cases/{case}/events", "/logout"})
    void aFormWithoutItsTokenIsRefused(String path) throws Exception {
        String address = path.replace("{case}", cases.open());

        assertThat(http.perform(MockMvcRequestBuilders.post(address)
                                .with(user("tanks-staff").authorities(() -> "tanks-staff"))
                                .param("event", "CASE_WITHDRAWN"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }
}
