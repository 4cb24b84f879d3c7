package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.abate.casefile.Assessment;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Document;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.NewCase;
import org.abate.casefile.NewContact;
import org.abate.casefile.NewFacility;
import org.abate.casefile.NewParty;
import org.abate.casefile.NewViolation;
import org.abate.casefile.Program;
import org.abate.penalty.RuleBook;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Penalty work by every program's rule, from the worksheets of two violations to the penalty of the case. */
@RunningCases
class PenaltyAssessmentTest {

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private CaseRecord caseRecord;

    @Autowired
    private RuleBook rules;

    @Autowired
    private EngineRest rest;

    @Autowired
    private Clock clock;

    private final ObjectMapper json = new ObjectMapper();
    private String caseNumber;

    @ParameterizedTest
    @CsvSource({
        "water, clean-water, 10001.00",
        "hazardous-waste, hazardous-waste, 5680.00",
        "drinking-water, drinking-water, 400.00",
        "drinking-water, drinking-water-civil, 1000.00",
        "industrial-minerals, industrial-minerals, 700.00",
        "metallic-minerals, metallic-minerals, 700.00",
        "coal, coal, 4000.00",
        "solid-waste, solid-waste, 2400.00",
        "air, air, 10000.00",
        "tanks, underground-storage-tank, 8100.00"
    })
    void everyRuleIsAssessedFromItsForms(String program, String rule, String total) throws Exception {
        penaltyToAssess(Program.of(program).orElseThrow(), rule);
        complete("CompleteWorksheet", Worksheets.worksheet(rule));
        complete("CompleteWorksheet", Worksheets.worksheet(rule));
        complete("CompleteCalculation", Worksheets.calculation(rule));

        Assessment ofTheCase = assessments(null).get(0);
        assertThat(ofTheCase.total()).isEqualByComparingTo(total);
        assertThat(rules.assess(rule, json.readTree(ofTheCase.worksheetJson()), LocalDate.now(clock))
                        .total())
                .as("computed again from what is stored")
                .isEqualByComparingTo(total);
        assertThat(caseRecord.documents(caseNumber)).anyMatch(paper -> paper.kind() == DocumentKind.PENALTY_WORKSHEET);
        assertThat(open("ApprovePenalty")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.00, 20000.00, Work Product Privileged", "0.01, 20000.01, Attorney-Client Privileged"})
    void aWorksheetBearsTheLabelOfItsTotalOnEveryPage(String benefit, String total, String label) throws IOException {
        penaltyToAssess(Program.AIR, "air");
        complete("CompleteWorksheet", "amount", "5000.00", "basis", "Fact sheet PUB2059", "days", 2);
        complete("CompleteWorksheet", "amount", "2500.00", "basis", "Fact sheet PUB2059", "days", 4);
        complete("CompleteCalculation", "economicBenefit", benefit);

        assertThat(assessments(null).get(0).total()).isEqualByComparingTo(total);
        assertThat(pages(DocumentKind.PENALTY_WORKSHEET)).hasSizeGreaterThan(1).allSatisfy(page -> assertThat(page)
                .contains("CONFIDENTIAL: " + label));
    }

    private List<String> pages(DocumentKind kind) throws IOException {
        Document paper = caseRecord.documents(caseNumber).stream()
                .filter(document -> document.kind() == kind)
                .findFirst()
                .orElseThrow();
        try (PDDocument pdf =
                Loader.loadPDF(caseRecord.content(caseNumber, paper.id()).orElseThrow())) {
            List<String> pages = new ArrayList<>();
            PDFTextStripper page = new PDFTextStripper();
            for (int i = 1; i <= pdf.getNumberOfPages(); i++) {
                page.setStartPage(i);
                page.setEndPage(i);
                pages.add(page.getText(pdf));
            }
            return pages;
        }
    }

    /** Their penalties are imposed by an order, before which the block of the order makes the offer. */
    private static final List<String> BY_ORDER = List.of("clean-water", "hazardous-waste", "drinking-water");

    static List<String> rulesThatNeedAnOffer() {
        return RuleBook.standard().rules().stream()
                .map(rule -> rule.rule())
                .filter(Worksheets::needsOfferToMeet)
                .filter(rule -> !BY_ORDER.contains(rule))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rulesThatNeedAnOffer")
    void noPenaltyIsAssessedBeforeAnOfferToMeetIsOnRecord(String rule) {
        penaltyToAssessWithoutOffer(programOf(rule), rule);
        complete("CompleteWorksheet", Worksheets.worksheet(rule));
        complete("CompleteWorksheet", Worksheets.worksheet(rule));

        assertThat(assessments(1)).singleElement().satisfies(worksheet -> assertThat(worksheet.total())
                .isNull());
        assertThatThrownBy(() -> complete("CompleteCalculation", Worksheets.calculation(rule)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("ccpSought: must be true")
                .hasMessageContaining("no offer to meet is on record");
        offerToMeet();
        complete("CompleteCalculation", Worksheets.calculation(rule));

        assertThat(open("ApprovePenalty")).isNotEmpty();
    }

    @Test
    void theFiguresOfAWorksheetStandWithTheCaseWhereTheyDependOnIt() {
        penaltyToAssess(Program.SOLID_WASTE, "solid-waste");
        complete("CompleteWorksheet", Worksheets.worksheet("solid-waste"));

        assertThat(assessments(1)).singleElement().satisfies(worksheet -> {
            assertThat(worksheet.total()).isNull();
            assertThat(worksheet.resultJson()).isNull();
        });
        assertThat(caseRecord.timeline(caseNumber))
                .anyMatch(entry -> entry.text().equals("Worksheet completed for violation 1, version 1"));
    }

    @Test
    void whatTheRuleFindsWrongComesBackAtTheFieldsOfTheForm() {
        penaltyToAssess(Program.WATER, "clean-water");

        assertThatThrownBy(() -> complete(
                        "CompleteWorksheet",
                        with(
                                "clean-water",
                                "facilityType",
                                "ANIMAL_FEEDING",
                                "facilitySize",
                                "CLASS_IA",
                                "facilityAnimalUnits",
                                5,
                                "selectedAmount",
                                "9999.00",
                                "selectionReason",
                                "Near a school")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("facilityAnimalUnits: does not fit CLASS_IA");
        assertThat(assessments(1)).isEmpty();
    }

    @Test
    void whatTheRuleFindsWrongWithTheCaseComesBackAtTheFieldsOfItsForm() {
        penaltyToAssess(Program.HAZARDOUS_WASTE, "hazardous-waste");
        complete("CompleteWorksheet", Worksheets.worksheet("hazardous-waste"));
        complete("CompleteWorksheet", Worksheets.worksheet("hazardous-waste"));

        assertThatThrownBy(() -> complete(
                        "CompleteCalculation",
                        "goodFaithAmount",
                        "100.00",
                        "goodFaithReason",
                        "A new operator",
                        "selfDisclosureConditionsMet",
                        List.of("1", "2"),
                        "selfDisclosureApprovedBy",
                        "A. Director",
                        "selfDisclosureReason",
                        "Audit"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("goodFaithBeforeDetection: must be true")
                .hasMessageContaining("selfDisclosureConditionsMet: must be all nine conditions");
        assertThatThrownBy(() -> complete("CompleteCalculation", "resolvedThroughCcp", true))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("resolvedExceptions: ");
    }

    @Test
    void adjustmentsGoTheWayOfTheirKindEachWithItsReason() throws Exception {
        penaltyToAssess(Program.HAZARDOUS_WASTE, "hazardous-waste");
        complete("CompleteWorksheet", Worksheets.worksheet("hazardous-waste"));
        complete("CompleteWorksheet", Worksheets.worksheet("hazardous-waste"));
        complete(
                "CompleteCalculation",
                "resolvedThroughCcp",
                true,
                "resolvedExceptions",
                List.of("RISK"),
                "economicBenefit",
                "1000.00",
                "goodFaithAmount",
                "80.00",
                "goodFaithReason",
                "A new operator",
                "goodFaithBeforeDetection",
                true,
                "culpabilityAmount",
                "50.00",
                "culpabilityReason",
                "The tank was vandalized",
                "culpabilityCriteria",
                List.of("CONTROL"),
                "historyAmount",
                "300.00",
                "historyReason",
                "Two earlier notices",
                "otherAmount",
                "-50.00",
                "otherReason",
                "Equity");

        Assessment filed = assessments(null).get(0);
        assertThat(filed.total()).isEqualByComparingTo("6800.00");
        JsonNode adjustments = json.readTree(filed.worksheetJson()).path("adjustments");
        assertThat(adjustments.findValuesAsText("amount")).containsExactly("-80.00", "-50.00", "300.00", "-50.00");
        assertThat(adjustments.findValuesAsText("kind"))
                .containsExactly("GOOD_FAITH", "CULPABILITY", "HISTORY", "OTHER");
    }

    @Test
    void drinkingWaterIsAssessedWithinTwoYearsOfDiscovery() {
        discoveredDaysAgo = 740;
        penaltyToAssess(Program.DRINKING_WATER, "drinking-water");

        assertThatThrownBy(() -> complete("CompleteWorksheet", Worksheets.worksheet("drinking-water")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("discoveredTooLongAgo: holds for this violation");
    }

    @Test
    void drinkingWaterIsNotCalculatedOnceTheTwoYearsHavePassedSinceItsWorksheets() {
        discoveredDaysAgo = 720;
        penaltyToAssess(Program.DRINKING_WATER, "drinking-water");
        complete("CompleteWorksheet", Worksheets.worksheet("drinking-water"));
        complete("CompleteWorksheet", Worksheets.worksheet("drinking-water"));

        ClockUtil.setCurrentTime(Date.from(ZonedDateTime.now(clock).plusDays(20).toInstant()));
        try {
            assertThatThrownBy(() -> complete("CompleteCalculation", "peopleServed", 700))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("assessedOn: must not be after");
        } finally {
            ClockUtil.reset();
        }
    }

    @Test
    void aWorksheetOfAnotherRuleIsDoneAgain() {
        penaltyToAssess(Program.DRINKING_WATER, "drinking-water");
        complete("CompleteWorksheet", Worksheets.worksheet("drinking-water"));
        complete("CompleteWorksheet", Worksheets.worksheet("drinking-water"));
        start(caseRecord.get(caseNumber), "drinking-water-civil");
        Task civil = open("CompleteCalculation").stream()
                .filter(task ->
                        "drinking-water-civil".equals(engine.getTaskService().getVariable(task.getId(), "penaltyRule")))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> engine.getTaskService().complete(civil.getId(), Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("worksheetsToRedo: must name violation 1")
                .hasMessageContaining("worksheetsToRedo: must name violation 2");
        engine.getTaskService().complete(civil.getId(), Map.of("worksheetsToRedo", "1, 2"));

        assertThat(open("CompleteWorksheet")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"complete", "submit-form"})
    void aListIsTakenAsAListOrAsJsonOverRest(String way) {
        penaltyToAssess(Program.WATER, "clean-water");
        Map<String, Object> lists = variables(Worksheets.worksheet("clean-water"));
        Map<String, Object> asJson = new HashMap<>(lists);
        asJson.put(
                "receivingWater", Map.of("value", "[\"OUTSTANDING_RESOURCE_WATER\", \"OTHER_WATER\"]", "type", "Json"));

        assertThat(rest.post("camunda-admin", path(way), Map.of("variables", lists))
                        .status())
                .isBetween(200, 204);
        assertThat(rest.post("camunda-admin", path(way), Map.of("variables", asJson))
                        .status())
                .isBetween(200, 204);

        assertThat(assessments(1).get(0).worksheetJson())
                .contains("[\"OUTSTANDING_RESOURCE_WATER\",\"OTHER_WATER\"]")
                .isEqualTo(assessments(2).get(0).worksheetJson());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"OTHER_WATER\"",
                "[\"SEA\"]",
                "[\"OTHER_WATER\", \"OTHER_WATER\"]",
                "[5]",
                "[null]",
                "[[\"OTHER_WATER\"]]",
                "{\"OTHER_WATER\": true}",
                "true",
                "[]"
            })
    void aListThatIsNoneOfTheOptionsIsRefusedByItsField(String value) throws Exception {
        penaltyToAssess(Program.WATER, "clean-water");
        Map<String, Object> answers = variables(Worksheets.worksheet("clean-water"));
        answers.put("receivingWater", Map.of("value", json.readValue(value, Object.class)));
        Map<String, Object> asJson = new HashMap<>(answers);
        asJson.put("receivingWater", Map.of("value", value, "type", "Json"));

        for (Map<String, Object> each : List.of(answers, asJson)) {
            EngineRest.Answer answer = rest.post("camunda-admin", path("complete"), Map.of("variables", each));
            assertThat(answer.status()).as(answer.message()).isEqualTo(400);
            assertThat(answer.message()).contains("receivingWater: ");
        }
    }

    private int discoveredDaysAgo;

    private String path(String way) {
        Task task = open("CompleteWorksheet").get(0);
        engine.getTaskService().setAssignee(task.getId(), "camunda-admin");
        return "/task/" + task.getId() + "/" + way;
    }

    private static Map<String, Object> variables(Object... answers) {
        Map<String, Object> variables = new HashMap<>();
        CaseWalk.variables(answers).forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return variables;
    }

    private static Object[] with(String rule, Object... others) {
        List<Object> answers = new ArrayList<>(Arrays.asList(Worksheets.worksheet(rule)));
        answers.addAll(List.of(others));
        return answers.toArray();
    }

    private static Program programOf(String rule) {
        return rule.equals("clean-water") ? Program.WATER : Program.of(rule).orElseThrow();
    }

    private void penaltyToAssess(Program program, String rule) {
        penaltyToAssessWithoutOffer(program, rule);
        offerToMeet();
    }

    private void penaltyToAssessWithoutOffer(Program program, String rule) {
        LocalDate discovered = LocalDate.now(clock).minusDays(discoveredDaysAgo);
        CaseFile opened = caseRecord.open(new NewCase(
                program,
                new NewFacility(null, "Invented Works", "1 Plant Road, Rolla", "Phelps", "Southeast", Map.of()),
                new NewParty("Invented Works Company", "1 Plant Road, Rolla, MO 65401"),
                discovered,
                List.of(
                        new NewViolation("10 CSR 1-1.010", "One", List.of(discovered)),
                        new NewViolation("10 CSR 1-1.020", "Another", List.of(discovered)))));
        caseNumber = opened.caseNumber();
        start(opened, rule);
    }

    private void start(CaseFile opened, String rule) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("caseNumber", opened.caseNumber());
        variables.put("facilityName", opened.facility().name());
        variables.put("office", opened.program().office());
        variables.put("program", opened.program().id());
        variables.put("caseManager", null);
        variables.put("penaltyRule", rule);
        engine.getRuntimeService().startProcessInstanceByKey("penalty-assessment", opened.caseNumber(), variables);
    }

    private void offerToMeet() {
        caseRecord.addContact(
                caseNumber, new NewContact("OFFER_TO_MEET", LocalDate.now(clock), "staff", 5, "The operator", null));
    }

    private List<Task> open(String activityId) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(activityId)
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    private void complete(String activityId, Object... answers) {
        engine.getTaskService().complete(open(activityId).get(0).getId(), CaseWalk.variables(answers));
        List<Job> jobs =
                engine.getManagementService().createJobQuery().messages().list();
        jobs.stream()
                .filter(job -> job.getProcessDefinitionKey().equals("penalty-calculation"))
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
    }

    /** The filed calculations, newest first: of a violation by its number, or of the case. */
    private List<Assessment> assessments(Integer violation) {
        Long id = violation == null
                ? null
                : caseRecord.get(caseNumber).violations().get(violation - 1).id();
        return caseRecord.assessments(caseNumber).stream()
                .filter(filed -> java.util.Objects.equals(filed.violationId(), id))
                .toList();
    }
}
