package org.abate.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.abate.casefile.Program;
import org.abate.desk.DeskCases.Answer;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** The page that opens a case, without a script. */
@DeskTest
class NewCasePageTest {

    private final Map<String, String> form = new LinkedHashMap<>();

    @Autowired
    private DeskCases cases;

    @Autowired
    private RepositoryService repository;

    @BeforeEach
    void fillIn() {
        form.put("facility.name", "Page Made Fuel");
        form.put("facility.address", "4 Page Lane, Rolla, MO 65401");
        form.put("facility.county", "City of St. Louis");
        form.put("facility.region", "St. Louis");
        form.put("facts.responsiblePartyKnown", "true");
        form.put("facts.violationCurrent", "true");
        form.put("responsibleParty.name", "Page Made LLC");
        form.put("responsibleParty.address", "PO Box 4, Rolla, MO 65401");
        form.put("discoveredOn", day(2));
        violation(0, "10 CSR 26-2.030(1)", "The spill bucket is cracked", day(2));
    }

    @Test
    void aCaseIsOpenedWithSeveralViolationsOfSeveralDays() throws Exception {
        form.put("facility.identifiers.npdes", "mo-0099001");
        form.put("violations[0].observedOn[1]", day(1));
        violation(1, "10 CSR 26-2.040", "No release detection", day(0));
        form.put("facts.actionsRequired", "Replace the spill bucket.\nTest the line.");

        JsonNode opened = opened(send());

        assertThat(opened.at("/facility/county").textValue()).isEqualTo("City of St. Louis");
        assertThat(opened.at("/facility/identifiers/npdes").textValue()).isEqualTo("MO-0099001");
        assertThat(opened.get("violations")).hasSize(2);
        assertThat(opened.at("/violations/0/observedOn").toString())
                .isEqualTo("[\"" + day(2) + "\",\"" + day(1) + "\"]");
        assertThat(opened.at("/violations/1/citation").textValue()).isEqualTo("10 CSR 26-2.040");
        assertThat(cases.get("tanks-staff", "/cases?q=Page%20Made").text())
                .contains("City of St. Louis")
                .doesNotContain("City of St. Louis County");
    }

    @Test
    void rowsThatWereLeftEmptyDoNotCount() throws Exception {
        form.put("violations[0].observedOn[1]", "");
        violation(1, "", " ", "");

        assertThat(opened(send()).get("violations")).hasSize(1);
    }

    @Test
    void everyFaultIsNextToItsFieldAndWhatWasTypedStays() throws Exception {
        long before = cases();
        form.put("facility.name", " ");
        form.put("facility.county", "Cork");
        form.put("facility.region", "");
        form.put("discoveredOn", "last week");
        form.put("facts.violationCurrent", "");
        form.put("violations[0].observedOn[1]", "2999-01-01");
        violation(1, "", "Kept <text>", day(0));

        Answer answer = send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains("<div class=\"invalid-feedback\" id=\"facility-name-fault\">Facility is missing")
                .contains("id=\"facility-county-fault\">County is not in the list; choose from it")
                .contains("id=\"facility-region-fault\">Region is missing")
                .contains("id=\"discoveredOn-fault\">Discovered on is not a day")
                .contains("id=\"facts-violationCurrent-fault\">This question is not answered")
                .contains("id=\"violations-0-observedOn-1-fault\">Observed on, day 2 must not be after today")
                .contains("id=\"violations-1-citation-fault\">Rule violated is missing")
                .contains("value=\"last week\"", "<option value=\"Cork\" selected", "Kept &lt;text&gt;")
                .contains("href=\"#violations-1-citation\">Violation 2, rule violated is missing");
        assertThat(cases()).isEqualTo(before);
    }

    /** Or it would stand in every letter as "#". */
    @Test
    void aSignThatNoLetterCanPrintIsRefusedWhereItIsTyped() throws Exception {
        long before = cases();
        form.put("facility.name", "Elm \uD83D\uDEE2 Fuel");
        form.put("violations[0].description", "Oil \u6CB9 in the creek");

        Answer answer = send();

        assertThat(answer.text())
                .contains(
                        "id=\"facility-name-fault\">Facility has &quot;\uD83D\uDEE2&quot;, which no letter can print: leave it"
                                + " out, or say it in words")
                .containsOnlyOnce("id=\"violations-0-description-fault\">What was found has &quot;\u6CB9&quot;");
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void violationsAndDaysAreAddedAndTakenAwayWithoutAScript() throws Exception {
        String two = change("add-violation").text();
        assertThat(two).contains("Violation 2", "name=\"violations[1].citation\"", "The spill bucket is cracked");
        assertThat(change("add-day-0").text()).contains("name=\"violations[0].observedOn[1]\"");

        violation(1, "10 CSR 26-2.040", "Stays", day(0));
        assertThat(change("remove-violation-0").text())
                .contains("10 CSR 26-2.040", "Stays")
                .doesNotContain("The spill bucket is cracked", "Violation 2");
        form.put("violations[1].observedOn[1]", day(1));
        assertThat(change("remove-day-1-0").text())
                .contains("value=\"" + day(1) + "\"")
                .doesNotContain("violations[1].observedOn[1]");
        assertThat(change("remove-day").status()).isEqualTo(200);
    }

    @Test
    void aFacilityOfAnEarlierCaseIsFoundAndUsedAgain() throws Exception {
        long known = cases.read(cases.get("tanks-staff", "/api/cases/" + cases.open("Known Corner 7")))
                .at("/facility/id")
                .longValue();
        form.put("facility-search", "known corner");
        assertThat(choose("search").text()).contains("Known Corner 7", "facility-choice\" value=\"" + known + "\"");

        String chosen = choose("" + known).text();
        assertThat(chosen)
                .contains("name=\"facility.id\" value=\"" + known + "\"", "The spill bucket is cracked")
                .doesNotContain("id=\"facility-name\"");
        assertThat(choose("another").text()).contains("value=\"Page Made Fuel\"");

        form.put("facility.id", "" + known);
        JsonNode opened = opened(send());
        assertThat(opened.at("/facility/id").longValue()).isEqualTo(known);
        assertThat(opened.at("/facility/name").textValue()).isEqualTo("Known Corner 7");
    }

    @Test
    void aFacilityIsFoundByItsNumberAndOnlyAmongTheCasesOfOnesOwn() throws Exception {
        form.put("facility.identifiers.ustFacility", "st0088123");
        opened(send());
        form.put("facility-search", "ST0088123");
        assertThat(choose("search").text()).contains("Use this one");
        form.put("facility-search", "100% nowhere_");
        assertThat(choose("search").text()).contains("No facility of your cases fits. Fill it in below.");
        assertThat(cases.submit("air-staff", "/cases/new", "facility-choice", "search", "facility-search", "ST0088123")
                        .text())
                .contains("No facility of your cases fits.");
    }

    @Test
    void aFacilityThatIsNotThereIsRefusedInWords() throws Exception {
        form.put("facility.id", "999999999");
        assertThat(send().text()).contains("The facility is not one of your cases&#39; facilities");
        form.put("facility.id", "1 OR 1=1");
        assertThat(send().text()).contains("The facility is not one of your cases&#39; facilities");
    }

    @ParameterizedTest
    @EnumSource
    void aCaseOfEveryProgramIsOpenedWithTheQuestionsOfItsStartForm(Program program) throws Exception {
        String staff = program.office() + "-staff";
        String page = cases.get(staff, "/cases/new?program=" + program.id()).text();
        for (JsonNode component : startForm(program).get("components")) {
            // The page takes as many violations as there are
            if (!component.path("key").asText().matches(".*[23]")) {
                Stream.of("label", "dateLabel", "description")
                        .map(words -> component.path(words).asText())
                        .forEach(words -> assertThat(page).contains(HtmlUtils.htmlEscape(words, "UTF-8")));
            }
        }

        if (program != Program.TANKS) {
            form.remove("facts.violationCurrent");
        }
        form.put("program", program.id());
        form.put("facts.peopleServed", "1200");
        form.put("facts.imminentThreat", "true");
        JsonNode opened = opened(staff, sendAs(staff));

        assertThat(opened.get("program").textValue()).isEqualTo(program.id());
        assertThat(opened.get("caseNumber").textValue()).startsWith(program.prefix());
    }

    @Test
    void theProgramIsChosenFirstAmongThoseOneMayOpenCasesOf() throws Exception {
        assertThat(cases.get("land-reclamation-staff", "/cases/new").text())
                .contains("Which program is the case for?", "program=coal\"", "program=metallic-minerals\"")
                .doesNotContain("program=tanks\"", "violations[0]");
        assertThat(cases.get("hazardous-waste-chief", "/cases/new").text())
                .contains("program=tanks\"", "program=hazardous-waste\"")
                .doesNotContain("program=air\"");
        assertThat(cases.get("tanks-staff", "/cases/new?program=nothing").text())
                .contains("violations[0]")
                .doesNotContain("Another program");
        assertThat(cases.get("tanks-staff", "/cases/new?program=coal").status()).isEqualTo(403);
        form.put("program", "coal");
        assertThat(send().status()).isEqualTo(403);
    }

    @Test
    void whatFollowsFromAnAnswerIsAskedOnlyThen() throws Exception {
        form.put("program", "air");
        assertThat(question(sendAs("air-staff", "change", "answers"), "openBurningBypassesCcp"))
                .contains("data-unasked");
        form.put("facts.openBurning", "true");
        assertThat(question(sendAs("air-staff", "change", "answers"), "openBurningBypassesCcp"))
                .doesNotContain("data-unasked");
    }

    @Test
    void aRequiredAnswerThatIsMissingOrWrongIsAFaultOfItsField() throws Exception {
        form.put("program", "drinking-water");
        form.remove("facts.violationCurrent");
        form.remove("facts.responsiblePartyKnown");
        assertThat(sendAs("drinking-water-staff").text())
                .contains("id=\"facts-peopleServed-fault\">People served by the public water system is missing")
                .contains("id=\"facts-responsiblePartyKnown-fault\">This question is not answered; choose one")
                .contains("“Is the responsible party known with certainty?” is not answered");
        form.put("facility.name", "");
        form.put("facts.peopleServed", "12.5");
        form.put("facts.imminentThreat", "true");
        assertThat(sendAs("drinking-water-staff").text())
                .contains("id=\"facts-peopleServed-fault\">People served by the public water system must be a whole")
                .contains("value=\"12.5\"")
                .containsSubsequence("href=\"#facility-name\"", "href=\"#facts-peopleServed\"")
                .containsPattern("id=\"facts-imminentThreat\"[^>]* checked");
    }

    @Test
    void aManagersEditOfTheStartFormShowsOnThePage() throws Exception {
        ObjectNode edited = startForm(Program.SOLID_WASTE);
        ArrayNode components = (ArrayNode) edited.get("components");
        components.addObject().put("type", "text").put("id", "Text_waste").put("text", "**What was dumped**");
        ObjectNode kinds = components
                .addObject()
                .put("type", "checklist")
                .put("id", "Field_kinds")
                .put("key", "kindsOfWaste")
                .put("label", "Kinds of waste");
        kinds.putArray("values")
                .add(edited.objectNode().put("label", "Scrap tires").put("value", "TIRES"))
                .add(edited.objectNode().put("label", "Demolition waste").put("value", "DEMOLITION"));
        kinds.putObject("validate").put("required", true);
        String deployment = repository
                .createDeployment()
                .addString("solid-waste-case.form", edited.toString())
                .deploy()
                .getId();
        try {
            form.put("program", "solid-waste");
            form.remove("facts.violationCurrent");
            assertThat(sendAs("solid-waste-staff").text())
                    .contains("<legend>What was dumped</legend>", "Scrap tires", "Demolition waste")
                    .contains("id=\"facts-kindsOfWaste-fault\">This question is not answered; choose one");
            form.put("facts.kindsOfWaste.TIRES", "true");
            opened("solid-waste-staff", sendAs("solid-waste-staff"));
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    void aProgramWhoseDiagramIsSuspendedSaysSoAndTakesNoCase() throws Exception {
        repository.suspendProcessDefinitionByKey("coal-enforcement");
        try {
            assertThat(cases.get("land-reclamation-staff", "/cases/new").text()).contains("Takes no new cases now");
            form.put("program", "coal");
            Answer answer = sendAs("land-reclamation-staff");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).contains("Program takes no new cases now", "value=\"Page Made Fuel\"");
        } finally {
            repository.activateProcessDefinitionByKey("coal-enforcement");
        }
    }

    private static String question(Answer page, String key) {
        int at = page.text().indexOf("id=\"facts-" + key + "\"");
        assertThat(at).as(key).isPositive();
        return page.text().substring(page.text().lastIndexOf("class=\"question\"", at), at);
    }

    private static ObjectNode startForm(Program program) throws IOException {
        String name = (program == Program.TANKS ? "tank" : program.id()) + "-case.form";
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            Path file = files.filter(each -> each.endsWith(name)).findFirst().orElseThrow();
            return (ObjectNode) new ObjectMapper().readTree(file.toFile());
        }
    }

    private void violation(int index, String citation, String description, String observedOn) {
        String violation = "violations[" + index + "]";
        form.put(violation + ".citation", citation);
        form.put(violation + ".description", description);
        form.put(violation + ".observedOn[0]", observedOn);
    }

    private Answer change(String change) throws Exception {
        return send("change", change);
    }

    private Answer choose(String choice) throws Exception {
        return send("facility-choice", choice);
    }

    private Answer send(String... button) throws Exception {
        return sendAs("tanks-staff", button);
    }

    private Answer sendAs(String person, String... button) throws Exception {
        List<String> fields = new ArrayList<>(List.of(button));
        form.forEach((name, value) -> fields.addAll(List.of(name, value)));
        return cases.submit(person, "/cases/new", fields.toArray(String[]::new));
    }

    private JsonNode opened(Answer answer) throws Exception {
        return opened("tanks-staff", answer);
    }

    private JsonNode opened(String person, Answer answer) throws Exception {
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        return cases.read(cases.get(person, "/api" + answer.response().getHeader("Location")));
    }

    private long cases() throws Exception {
        return cases.read(cases.get("tanks-staff", "/api/cases")).get("total").longValue();
    }

    private String day(int daysAgo) {
        return cases.today().minusDays(daysAgo).toString();
    }
}
