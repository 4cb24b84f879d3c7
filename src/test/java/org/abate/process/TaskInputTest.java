package org.abate.process;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Violation;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person enters is checked at the door, over HTTP as in Tasklist: refused whole, in words, nothing stored. */
@RunningCases
class TaskInputTest {

    private static final String STAFF = "tanks-staff";
    private static final String LONG = "x".repeat(4001);

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private EngineRest rest;

    @Autowired
    private CaseWalk theCase;

    @Autowired
    private CaseRecord caseRecord;

    @Autowired
    private JdbcClient database;

    /** Manual 3.6: refused where it is typed, with the words found and what to say instead. */
    @Test
    void aPromiseIsRefusedWhereItIsTypedIntoALetter() {
        theCase.open();
        taken(STAFF, "RecordResponseToLetter", "complete", Map.of());
        taken(STAFF, "EvaluateResponseToLetter", "complete", Map.of("responseToLetter", "INADEQUATE"));

        refused(
                STAFF,
                "PrepareNoticeOfViolation",
                "remainingActions",
                "Repair the gauge. If this is not done by March 1, 2027, further enforcement action will be taken.",
                "Repair the gauge by March 1 and no further action will be taken.");
        taken(STAFF, "PrepareNoticeOfViolation", "complete", Map.of("remainingActions", "Repair the gauge."));
    }

    @Test
    void everyTaskOfTheLadderTakesWhatItsFormAsksAndNothingElse() {
        Object[] notAText = {null, "", "  ", 5, true, LONG, "bell\u0007", "null\u0000"};
        Object[] notAYesOrNo = {null, "", "yes", "TRUE", 1, 0.5};
        theCase.open();

        refused(STAFF, "RecordResponseToLetter", "responseKind", "PIGEON", 7);
        refused(STAFF, "RecordResponseToLetter", "responseDate", "01/02/2027", "2027-02-30", "9999-01-01", "tomorrow");
        refused(
                STAFF,
                "RecordResponseToLetter",
                "responseDate",
                LocalDate.now(java.time.ZoneId.of("America/Chicago"))
                        .plusDays(2)
                        .toString());
        refused(STAFF, "RecordResponseToLetter", "responseDate", yesterday(), "1969-12-31");
        refused(STAFF, "RecordResponseToLetter", "responseSummary", 5, LONG, "bell\u0007");
        taken(STAFF, "RecordResponseToLetter", "complete", Map.of());

        refused(STAFF, "EvaluateResponseToLetter", "responseToLetter", null, "MAYBE", "", "adequate", 5, true);
        taken(STAFF, "EvaluateResponseToLetter", "submit-form", Map.of("responseToLetter", "SCHEDULE"));
        refused(STAFF, "ReviewComplianceSchedule", "scheduleAccepted", notAYesOrNo);
        taken(STAFF, "ReviewComplianceSchedule", "complete", Map.of("scheduleAccepted", "false"));
        refused(STAFF, "PrepareNoticeOfViolation", "remainingActions", notAText);
        taken(STAFF, "PrepareNoticeOfViolation", "complete", Map.of("remainingActions", "Install release detection"));
        taken(STAFF, "RecordResponseToNotice", "submit-form", Map.of());
        refused(STAFF, "EvaluateResponseToNotice", "responseToNotice", null, "SCHEDULE", "MAYBE", 1);
        taken(STAFF, "EvaluateResponseToNotice", "complete", Map.of("responseToNotice", "INADEQUATE"));
        refused(STAFF, "ForwardEnforcementActionRequest", "itemsInQuestion", notAText);
        taken(STAFF, "ForwardEnforcementActionRequest", "complete", Map.of("itemsInQuestion", "Fees due"));
        refused("tanks-chief", "AssignCaseManager", "caseManager", null, "", "nobody", STAFF, 7, true);
        taken("tanks-chief", "AssignCaseManager", "complete", Map.of("caseManager", "tanks-enforcement"));
        refused("tanks-enforcement", "CallOwner", "violationsCorrected", notAYesOrNo);
        refused("tanks-enforcement", "CallOwner", "callDate", yesterday(), "9999-01-01");
        refused("tanks-enforcement", "CallOwner", "callMinutes", -1, "many", 1.5, "1e999999999", 1e300);
        taken("tanks-enforcement", "CallOwner", "submit-form", Map.of("violationsCorrected", "true"));
        refused("tanks-enforcement", "EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", notAYesOrNo);
        taken("tanks-enforcement", "EvaluateWhetherPenaltiesApply", "complete", Map.of("penaltiesEvaluated", true));

        theCase.isAt("CompleteWorksheet");
        String instance = root();
        assertThat(engine.getRuntimeService().getVariable(instance, "penaltiesEvaluated"))
                .isEqualTo(true);
        assertThat(caseRecord.get(theCase.caseNumber()).caseManager()).isEqualTo("tanks-enforcement");
    }

    @Test
    void aYesOrNoGivenAsTextIsKeptAsYesOrNo() {
        theCase.open()
                .complete("RecordResponseToLetter")
                .complete("EvaluateResponseToLetter", "responseToLetter", "SCHEDULE");
        taken(STAFF, "ReviewComplianceSchedule", "submit-form", Map.of("scheduleAccepted", "true"));

        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .variableName("scheduleAccepted")
                        .processInstanceId(root())
                        .singleResult()
                        .getValue())
                .isEqualTo(Boolean.TRUE);
    }

    @Test
    void valuesWithTheirTypesAreTakenToo() {
        theCase.open().complete("RecordResponseToLetter");
        EngineRest.Answer answer = post(
                STAFF,
                "EvaluateResponseToLetter",
                "complete",
                Map.of("variables", Map.of("responseToLetter", Map.of("value", "SCHEDULE", "type", "String"))));
        assertThat(answer.status()).as(answer.message()).isEqualTo(204);
        answer = post(
                STAFF,
                "ReviewComplianceSchedule",
                "complete",
                Map.of("variables", Map.of("scheduleAccepted", Map.of("value", true, "type", "Boolean"))));
        assertThat(answer.status()).as(answer.message()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        "Json, '{\"a\": 1}'",
        "Object, rO0ABXQAA2FiYw==",
        "Bytes, QURFUVVBVEU=",
        "File, QURFUVVBVEU=",
        "Xml, <a/>",
        "Date, 2027-01-01T00:00:00.000+0000"
    })
    void aValueOfAnotherTypeIsRefusedInWords(String type, String value) {
        theCase.open().complete("RecordResponseToLetter");
        Map<String, Object> variable = new HashMap<>(Map.of("value", value, "type", type));
        variable.put(
                "valueInfo",
                Map.of(
                        "filename",
                        "a.txt",
                        "objectTypeName",
                        "java.lang.String",
                        "serializationDataFormat",
                        "application/x-java-serialized-object"));
        for (String way : List.of("complete", "submit-form")) {
            EngineRest.Answer answer = post(
                    STAFF, "EvaluateResponseToLetter", way, Map.of("variables", Map.of("responseToLetter", variable)));
            assertThat(answer.status()).as(answer.message()).isEqualTo(400);
        }
        theCase.isAt("EvaluateResponseToLetter");
    }

    @Test
    void everyFaultIsNamedAtOnceAndAVariableNobodyAskedForIsOne() {
        theCase.open().complete("RecordResponseToLetter");
        for (String way : List.of("complete", "submit-form")) {
            EngineRest.Answer answer = post(
                    STAFF,
                    "EvaluateResponseToLetter",
                    way,
                    EngineRest.variables("responseToLetter", "MAYBE", "evaluationNote", LONG, "preparedBy", "nobody"));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.message())
                    .contains("responseToLetter: must be one of ADEQUATE, SCHEDULE, INADEQUATE")
                    .contains("evaluationNote: is longer than 4000")
                    .contains("preparedBy: is not asked for");
            answer = post(
                    STAFF,
                    "EvaluateResponseToLetter",
                    way,
                    EngineRest.variables("responseToLetter", "ADEQUATE", "office", "air"));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.message()).contains("office: is not asked for");
        }
        assertThat(engine.getRuntimeService().getVariable(root(), "office")).isEqualTo("tanks");
    }

    @Test
    void noVariableIsSmuggledInBesideTheForm() {
        theCase.open();
        String task = "/task/" + theCase.task("RecordResponseToLetter").getId();
        Map<String, Object> value = Map.of("value", true);
        for (String scope : List.of("/variables", "/localVariables")) {
            refusal(rest.put(STAFF, task + scope + "/responsiblePartyKnown", value));
            refusal(rest.post(STAFF, task + scope, Map.of("modifications", Map.of("agreementReached", value))));
            refusal(rest.post(STAFF, task + scope, Map.of("deletions", List.of("caseNumber"))));
        }
        assertThat(engine.getRuntimeService().getVariable(root(), "agreementReached"))
                .isEqualTo(false);
        assertThat(engine.getRuntimeService().getVariable(root(), "caseNumber")).isEqualTo(theCase.caseNumber());
    }

    @Test
    void aTaskIsLeftByItsFormOnly() {
        theCase.open();
        String task = "/task/" + theCase.task("RecordResponseToLetter").getId();
        refusal(rest.post(STAFF, task + "/bpmnError", Map.of("errorCode", "x")));
        refusal(rest.post(STAFF, task + "/bpmnEscalation", Map.of("escalationCode", "x")));
        theCase.isAt("RecordResponseToLetter");
    }

    @Test
    void aStartFormIsRefusedWithEveryFaultAndNothingIsStored() {
        long cases = cases();
        long instances = instances();
        for (String way : List.of("submit-form", "start")) {
            EngineRest.Answer answer = rest.post(
                    STAFF,
                    "/process-definition/key/tank-enforcement/" + way,
                    EngineRest.variables(
                            "facilityName", "F", "violationCurrent", "perhaps", "discoveredOn", "2999-01-01", "x", 1));
            assertThat(answer.status()).as(answer.message()).isEqualTo(400);
            assertThat(answer.message())
                    .contains("facilityAddress: ", "facilityCounty: ", "responsiblePartyKnown: ", "violationCurrent: ")
                    .contains("discoveredOn: ", "citation: ", "description: ", "observedOn: ", "x: is not asked for");
        }
        assertThat(cases()).isEqualTo(cases);
        assertThat(instances()).isEqualTo(instances);
    }

    @ParameterizedTest
    @CsvSource({"submit-form", "start"})
    void aCaseIsStartedFromTasklist(String way) {
        long cases = cases();
        EngineRest.Answer answer =
                rest.post(STAFF, "/process-definition/key/tank-enforcement/" + way, Map.of("variables", startForm()));
        assertThat(answer.status()).as(answer.message()).isEqualTo(200);
        assertThat(cases()).isEqualTo(cases + 1);
        String instance = answer.body().path("id").asText();
        assertThat(engine.getRuntimeService().getVariables(instance))
                .contains(entry("responsiblePartyKnown", true), entry("facilityName", "Elm Street Fuel"))
                .doesNotContainKeys("citation", "responsiblePartyName", "observedOn");
    }

    @Test
    void theStartFormTakesUpToThreeViolationsAndTheActionsThatTheLetterLists() {
        Map<String, Object> form = startForm();
        form.put("citation2", Map.of("value", "10 CSR 26-2.030(1)"));
        form.put("actionsRequired", Map.of("value", "Install release detection\nReplace the spill bucket"));

        EngineRest.Answer refused =
                rest.post(STAFF, "/process-definition/key/tank-enforcement/submit-form", Map.of("variables", form));
        assertThat(refused.status()).as(refused.message()).isEqualTo(400);
        assertThat(refused.message())
                .contains("description2: ", "observedOn2: ")
                .doesNotContain("description3");

        form.put("description2", Map.of("value", "No spill bucket"));
        form.put(
                "observedOn2",
                Map.of("value", LocalDate.now(EngineClock.DEPARTMENT_ZONE).toString()));
        EngineRest.Answer started =
                rest.post(STAFF, "/process-definition/key/tank-enforcement/submit-form", Map.of("variables", form));
        assertThat(started.status()).as(started.message()).isEqualTo(200);
        Map<String, Object> variables = engine.getRuntimeService()
                .getVariables(started.body().path("id").asText());
        assertThat(variables).doesNotContainKeys("citation2", "description2", "observedOn2");
        assertThat(caseRecord.get(String.valueOf(variables.get("caseNumber"))).violations())
                .extracting(Violation::citation)
                .containsExactly("10 CSR 26-2.040(1)", "10 CSR 26-2.030(1)");
        assertThat(variables).containsEntry("actionsRequired", "Install release detection\nReplace the spill bucket");
    }

    @Test
    void nobodyStartsASecondProcessForACase() {
        theCase.open();
        long instances = instances();
        for (String way : List.of("submit-form", "start")) {
            EngineRest.Answer answer = rest.post(
                    STAFF,
                    "/process-definition/key/tank-enforcement/" + way,
                    Map.of("businessKey", theCase.caseNumber(), "variables", startForm()));
            assertThat(answer.status()).as(answer.message()).isEqualTo(400);
            assertThat(answer.message()).contains("businessKey");
        }
        assertThat(instances()).isEqualTo(instances);
    }

    @Test
    void staffChangeNoCaseByHand() {
        theCase.open();
        Task task = theCase.task("RecordResponseToLetter");
        String instance = "/process-instance/" + task.getProcessInstanceId();
        String execution = "/execution/" + task.getExecutionId();
        String timer = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(task.getProcessInstanceId())
                .timers()
                .singleResult()
                .getId();
        Map<String, Object> value = Map.of("value", true);
        Map<String, Object> cancel =
                Map.of("instructions", List.of(Map.of("type", "cancel", "activityId", "RecordResponseToLetter")));
        Map<String, Object> all = new HashMap<>(cancel);
        all.put("processInstanceIds", List.of(task.getProcessInstanceId()));
        all.put("processDefinitionId", task.getProcessDefinitionId());
        Map<String, Object> migration = Map.of(
                "processInstanceIds",
                List.of(task.getProcessInstanceId()),
                "migrationPlan",
                Map.of(
                        "sourceProcessDefinitionId",
                        task.getProcessDefinitionId(),
                        "targetProcessDefinitionId",
                        task.getProcessDefinitionId(),
                        "instructions",
                        List.of()));
        assertThat(Stream.of(
                                rest.post(STAFF, instance + "/modification", cancel),
                                rest.post(STAFF, "/modification/execute", all),
                                rest.post(STAFF, "/migration/execute", migration),
                                rest.put(STAFF, instance + "/variables/agreementReached", value),
                                rest.post(STAFF, instance + "/variables", Map.of("modifications", Map.of("x", value))),
                                rest.put(STAFF, instance + "/suspended", Map.of("suspended", true)),
                                rest.put(STAFF, execution + "/localVariables/agreementReached", value),
                                rest.post(STAFF, execution + "/signal", Map.of()),
                                rest.put(
                                        STAFF,
                                        "/job/" + timer + "/duedate",
                                        Map.of("duedate", "2030-01-01T00:00:00.000+0000")),
                                rest.put(STAFF, "/job/" + timer + "/retries", Map.of("retries", 1)),
                                rest.post(STAFF, "/job/" + timer + "/execute", Map.of()),
                                rest.post(
                                        STAFF,
                                        "/message",
                                        Map.of("messageName", "CaseWithdrawn", "businessKey", theCase.caseNumber())),
                                rest.post(STAFF, "/task/create", Map.of("name", "A task of mine")))
                        .filter(answer -> answer.status() != 403))
                .isEmpty();
        theCase.isAt("RecordResponseToLetter");
    }

    @ParameterizedTest
    @CsvSource({"submit-form", "start"})
    void whatTheRecordRefusesOfAStartFormIsSaidOfItsFields(String way) {
        Map<String, Object> form = startForm();
        form.put("facilityCounty", Map.of("value", "Felps"));
        form.put("facilityRegion", Map.of("value", "Elsewhere"));

        EngineRest.Answer answer =
                rest.post(STAFF, "/process-definition/key/tank-enforcement/" + way, Map.of("variables", form));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message())
                .contains("facilityCounty: \"County\" is no county of Missouri; the nearest name is Phelps")
                .contains("facilityRegion: \"Region\" is no ")
                .doesNotContain("facility.", "violations[");
    }

    @ParameterizedTest
    @CsvSource({"submit-form, 300, 200", "submit-form, 301, 400", "start, 300, 200", "start, 301, 400"})
    void aCitationIsAsLongAsTheRecordTakesIt(String way, int length, int status) {
        Map<String, Object> form = startForm();
        form.put("citation", Map.of("value", "x".repeat(length)));

        EngineRest.Answer answer =
                rest.post(STAFF, "/process-definition/key/tank-enforcement/" + way, Map.of("variables", form));

        assertThat(answer.status()).as(answer.message()).isEqualTo(status);
        assertThat(status == 200 || answer.message().contains("citation: ")).isTrue();
    }

    private static Map<String, Object> startForm() {
        Map<String, Object> form = new LinkedHashMap<>();
        String today = LocalDate.now(EngineClock.DEPARTMENT_ZONE).toString();
        CaseWalk.variables(
                        "facilityName", "Elm Street Fuel",
                        "facilityAddress", "1 Elm Street, Rolla, MO 65401",
                        "facilityCounty", "Phelps",
                        "facilityRegion", "Southeast",
                        "responsiblePartyKnown", "true",
                        "responsiblePartyName", "Elm Street Fuel LLC",
                        "responsiblePartyAddress", "PO Box 9, Rolla, MO 65402",
                        "violationCurrent", "true",
                        "discoveredOn", today,
                        "citation", "10 CSR 26-2.040(1)",
                        "description", "No release detection",
                        "observedOn", today)
                .forEach((name, value) -> form.put(name, Map.of("value", value)));
        return form;
    }

    /** Each value refused, in both ways, with words that name the variable; null stands for not given at all. */
    @Test
    void anAnswerIsNotOlderThanTheLetterItAnswers() {
        theCase.open();
        String sentOn = theCase.today().toString();
        Map<String, Object> early = EngineRest.variables("responseDate", yesterday(), "responseKind", "PIGEON");

        EngineRest.Answer answer = post(STAFF, "RecordResponseToLetter", "submit-form", early);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message())
                .contains("responseDate: must not be before " + sentOn + " (letter sent)")
                .contains("responseKind: must be one of");
        theCase.daysLater(10)
                .complete("RecordResponseToLetter", "responseDate", sentOn)
                .complete("EvaluateResponseToLetter", "responseToLetter", "INADEQUATE");
        theCase.complete("PrepareNoticeOfViolation", "remainingActions", "Install release detection");
        refused(STAFF, "RecordResponseToNotice", "responseDate", sentOn);
        ClockUtil.reset();
    }

    private static String yesterday() {
        return LocalDate.now(java.time.ZoneId.of("America/Chicago"))
                .minusDays(1)
                .toString();
    }

    private void refused(String user, String activityId, String variable, Object... values) {
        Task task = theCase.task(activityId);
        Map<String, Object> before = engine.getRuntimeService().getVariables(task.getExecutionId());
        int papers = caseRecord.documents(theCase.caseNumber()).size();
        int entries = caseRecord.timeline(theCase.caseNumber()).size();
        for (Object value : values) {
            for (String way : List.of("complete", "submit-form")) {
                EngineRest.Answer answer = post(
                        user,
                        activityId,
                        way,
                        value == null ? Map.of("variables", Map.of()) : EngineRest.variables(variable, value));
                assertThat(answer.status())
                        .as("%s %s=%s: %s", way, variable, value, answer.message())
                        .isEqualTo(400);
                assertThat(answer.message()).contains(variable + ": ");
            }
        }
        assertThat(theCase.task(activityId).getId()).isEqualTo(task.getId());
        assertThat(engine.getRuntimeService().getVariables(task.getExecutionId()))
                .isEqualTo(before);
        assertThat(caseRecord.documents(theCase.caseNumber())).hasSize(papers);
        assertThat(caseRecord.timeline(theCase.caseNumber())).hasSize(entries);
    }

    private void taken(String user, String activityId, String way, Map<String, Object> answers) {
        Object[] given = answers.entrySet().stream()
                .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                .toArray();
        EngineRest.Answer answer = post(user, activityId, way, EngineRest.variables(given));
        assertThat(answer.status()).as(answer.message()).isEqualTo(204);
        theCase.runJobs();
    }

    private EngineRest.Answer post(String user, String activityId, String way, Object body) {
        return rest.post(user, "/task/" + theCase.task(activityId).getId() + "/" + way, body);
    }

    private static void refusal(EngineRest.Answer answer) {
        assertThat(answer.status()).as(answer.message()).isIn(400, 403);
    }

    private String root() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(theCase.caseNumber())
                .rootProcessInstances()
                .singleResult()
                .getId();
    }

    private long cases() {
        return database.sql("SELECT COUNT(*) FROM case_file").query(Long.class).single();
    }

    private long instances() {
        return engine.getRuntimeService().createProcessInstanceQuery().count();
    }
}
