package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A file that is deployed alone fits what stays, or is refused: no case is stranded later by a name that has changed. */
@RunningCases
class FittingCheckTest {

    private static final String TANKS = "hazardous-waste/tank-enforcement.bpmn";
    private static final String REASONS = "decisions/reason-codes.dmn";
    private static final String LETTER_ANSWER = "hazardous-waste/evaluate-response-to-letter.form";
    private static final String HANDED = "<camunda:in businessKey=\"#{execution.processBusinessKey}\"/>"
            + "<camunda:in source=\"caseNumber\" target=\"caseNumber\"/>"
            + "<camunda:in source=\"office\" target=\"office\"/>";

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private EngineRest rest;

    @AfterEach
    void onlyWhatIsPackagedStays() {
        engine.getRepositoryService().createDeploymentQuery().list().stream()
                .filter(deployment -> !"packaged".equals(deployment.getSource()))
                .map(Deployment::getId)
                .forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
    }

    private static String edited(String path, String was, String is) {
        String packaged = Diagrams.packaged(path);
        assertThat(packaged).contains(was);
        return packaged.replace(was, is);
    }

    private static Arguments alone(String path, String was, String is, String... words) {
        return arguments(path.substring(path.indexOf('/') + 1), edited(path, was, is), List.of(words));
    }

    static Stream<Arguments> whatDoesNotFit() {
        return Stream.of(
                alone(
                        LETTER_ANSWER,
                        "\"key\": \"responseToLetter\"",
                        "\"key\": \"responseToLeter\"",
                        "evaluate-response-to-letter.form, responseToLetter: ",
                        "tank-enforcement.bpmn relies on it",
                        "did you mean \"responseToLeter\"?",
                        "deploy the diagram, changed, together with the form"),
                alone(
                        "hazardous-waste/tank-case.form",
                        "\"key\": \"violationCurrent\"",
                        "\"key\": \"isCurrent\"",
                        "tank-case.form, violationCurrent: ",
                        "tank-enforcement.bpmn relies on it",
                        "it reads \"violationCurrent\""),
                alone(
                        "hazardous-waste/tank-case.form",
                        "\"key\": \"facilityAddress\"",
                        "\"key\": \"siteAddress\"",
                        "tank-case.form, facilityAddress: ",
                        "needs the answer \"facilityAddress\""),
                alone(
                        "hazardous-waste/prepare-notice-of-violation.form",
                        "\"key\": \"remainingActions\"",
                        "\"key\": \"actionsRemaining\"",
                        "remainingActions: ",
                        "its letter NOTICE_OF_VIOLATION needs \"remainingActions\""),
                alone(
                        "hazardous-waste/assign-case-manager.form",
                        "\"key\": \"caseManager\"",
                        "\"key\": \"manager\"",
                        "assign-case-manager.form, caseManager: ",
                        "tank-enforcement.bpmn relies on it"),
                alone(
                        "building-blocks/approve-settlement.form",
                        "\"key\": \"settlementApproved\"",
                        "\"key\": \"approved\"",
                        "approve-settlement.form, settlementApproved: "),
                alone(
                        "building-blocks/clean-water-worksheet.form",
                        "\"key\": \"capability\"",
                        "\"key\": \"capabilities\"",
                        "clean-water-worksheet.form, capability: ",
                        "did you mean \"capabilities\"?"),
                alone(
                        "water/water-case.form",
                        "\"key\": \"imminentThreat\"",
                        "\"key\": \"threat\"",
                        "imminentThreat: ",
                        "the decision \"enforcement-path\" reads \"imminentThreat\""),
                alone(
                        TANKS,
                        "${responseToNotice == 'ADEQUATE'}",
                        "${responsToNotice == 'ADEQUATE'}",
                        "tank-enforcement.bpmn, ",
                        "reads \"responsToNotice\", which nothing sets",
                        "did you mean \"responseToNotice\"?"),
                alone(
                        TANKS,
                        "name=\"decision\" value=\"responseToNotice\"",
                        "name=\"decision\" value=\"responseToNotise\"",
                        "EvaluateResponseToNotice: ",
                        "needs the answer \"responseToNotise\"",
                        "the form \"evaluate-response-to-notice\" does not ask for",
                        "did you mean \"responseToNotice\"?"),
                alone(
                        TANKS,
                        "name=\"closes\" value=\"penaltiesEvaluated=false\"",
                        "name=\"closes\" value=\"penaltiesEvalated=false\"",
                        "its setting closes needs \"penaltiesEvalated\""),
                alone(
                        TANKS,
                        "<camunda:in source=\"facilityName\"",
                        "<camunda:in source=\"facilitiName\"",
                        "reads \"facilitiName\"",
                        "did you mean \"facilityName\"?"),
                alone(
                        TANKS,
                        "<camunda:out source=\"outcome\" target=\"settlementOutcome\"",
                        "<camunda:out source=\"outcom\" target=\"settlementOutcome\"",
                        "takes \"outcom\" back from settlement"),
                alone(
                        "building-blocks/settlement.bpmn",
                        "${negotiationResult == 'AGREED'}",
                        "${negotiatonResult == 'AGREED'}",
                        "settlement.bpmn, ",
                        "did you mean \"negotiationResult\"?"),
                alone(
                        "building-blocks/new-violation-follow-up.bpmn",
                        "ResponseForNewViolationDue",
                        "AnswerForNewViolationDue",
                        "new-violation-follow-up.bpmn, ResponseForNewViolationDue: the timer is gone",
                        "a letter of water-enforcement.bpmn prints its deadline",
                        "did you mean \"AnswerForNewViolationDue\"?"),
                alone(
                        "decisions/enforcement-path.dmn",
                        "<text>asbestos</text>",
                        "<text>asbestoss</text>",
                        "enforcement-path.dmn, enforcement-path: it reads \"asbestoss\"",
                        "did you mean \"asbestos\"?"),
                alone("decisions/enforcement-path.dmn", "name=\"path\"", "name=\"way\"", "has no result \"path\""),
                alone(
                        "decisions/penalty-approval.dmn",
                        "name=\"approver\"",
                        "name=\"aprover\"",
                        "must have a result named \"approver\"",
                        "approvalStep.approver"),
                alone(
                        "decisions/penalty-approval.dmn",
                        "<text>amount</text>",
                        "<text>sum</text>",
                        "it reads \"sum\", but is asked with amount and program only"),
                alone(
                        "decisions/penalty-approval.dmn",
                        "<text>\"solid-waste-chief\"</text>",
                        "<text>\"solid-waste-chef\"</text>",
                        "Rule_4_Approver: there is no group \"solid-waste-chef\" to approve",
                        "did you mean \"solid-waste-chief\"?"),
                alone(
                        "decisions/penalty-approval.dmn",
                        "<text>\"solid-waste-chief\"</text>",
                        "<text></text>",
                        "Rule_4_Approver: names no group"),
                alone(
                        "decisions/penalty-approval.dmn",
                        "P3650D",
                        "P1D",
                        "penalty-approval: its history time to live of 1 days",
                        "at least ten years, P3650D"),
                alone(
                        REASONS,
                        "<text>\"FACILITY_SOLD\"</text>",
                        "<text>\"Facility sold\"</text>",
                        "Rule_Withdrawal_FacilitySold: the code \"Facility sold\" must be 2 to 40 capital letters"),
                alone(
                        REASONS,
                        "<text>\"FACILITY_SOLD\"</text>",
                        "<text>\"DUPLICATE\"</text>",
                        "Rule_Withdrawal_FacilitySold: the code DUPLICATE stands twice for the occasion WITHDRAWAL"),
                alone(
                        REASONS,
                        "<text>\"FACILITY_SOLD\"</text>",
                        "<text>\"NOT_STATED\"</text>",
                        "which counts those without a reason"),
                alone(
                        REASONS,
                        "<text>\"Legal review\"</text>",
                        "<text></text>",
                        "Rule_Deadline_LegalReview: the title must be one text in quotation marks"),
                alone(
                        REASONS,
                        "<text>\"WITHDRAWAL\"</text>",
                        "<text>\"WITHDRAWN\"</text>",
                        "the occasion is \"WITHDRAWN\"; it is one of MISSED_DEADLINE, WITHDRAWAL",
                        "there is no reason to choose for the occasion WITHDRAWAL"),
                alone(REASONS, "name=\"title\"", "name=\"words\"", "must have a result named \"title\""),
                alone(REASONS, "RULE ORDER", "FIRST", "its hit policy must be RULE ORDER"),
                alone(TANKS, "P3650D", "P1D", "tank-enforcement: its history time to live of 1 days"),
                alone(
                        TANKS,
                        "P3650D",
                        "P10Y",
                        "tank-enforcement: the history time to live \"P10Y\" is no number of days"),
                alone(TANKS, "P3650D", "", "tank-enforcement: needs a history time to live"),
                alone(
                        TANKS,
                        "name=\"penaltyRule\" value=\"underground-storage-tank\"",
                        "name=\"penaltyRule\" value=\"underground-tank\"",
                        "penaltyRule \"underground-tank\" is not one of"),
                alone(
                        TANKS,
                        "sourceExpression=\"underground-storage-tank\"",
                        "sourceExpression=\"${'underground-tank'}\"",
                        "there is no penalty rule \"underground-tank\""),
                alone(
                        TANKS,
                        "${responseToLetter == 'ADEQUATE'}",
                        "${responseToLetter == 'ADEQATE'}",
                        "tank-enforcement.bpmn, ",
                        "it compares \"responseToLetter\" with \"ADEQATE\", which it can never be",
                        "it is one of ADEQUATE, INADEQUATE, SCHEDULE; did you mean \"ADEQUATE\"?"),
                alone(
                        TANKS,
                        "${responseToLetter == 'SCHEDULE'}",
                        "${'SHEDULE' eq responseToLetter}",
                        "did you mean \"SCHEDULE\"?"),
                alone(
                        TANKS,
                        "scheduleOutcome == 'met'",
                        "scheduleOutcome == 'mett'",
                        "it compares \"scheduleOutcome\" with \"mett\"",
                        "did you mean \"met\"?"),
                alone(
                        "air/air-enforcement.bpmn",
                        "enforcementPath == 'ccp'",
                        "enforcementPath == 'cpc'",
                        "it compares \"enforcementPath\" with \"cpc\"",
                        "it is one of ccp, direct-referral, formal-enforcement"),
                alone(
                        "water/water-enforcement.bpmn",
                        "purpose == 'COLLECTION'",
                        "purpose == 'COLECTION'",
                        "did you mean \"COLLECTION\"?"),
                alone(
                        LETTER_ANSWER,
                        "\"value\": \"SCHEDULE\"",
                        "\"value\": \"PLAN\"",
                        "evaluate-response-to-letter.form, responseToLetter: the form no longer offers \"SCHEDULE\"",
                        "tank-enforcement.bpmn looks for it",
                        "Keep the value (its label may change)"),
                alone(
                        "building-blocks/compliance-schedule.bpmn",
                        "name=\"outcome\" value=\"met\"",
                        "name=\"outcome\" value=\"kept\"",
                        "tank-enforcement.bpmn, ",
                        "as deployed before, it no longer fits: it compares \"scheduleOutcome\" with \"met\""),
                alone(
                        "decisions/enforcement-path.dmn",
                        "<text>\"ccp\"</text>",
                        "<text>\"persuasion\"</text>",
                        "as deployed before, it no longer fits: it compares \"enforcementPath\" with \"ccp\""),
                alone(
                        "decisions/enforcement-path.dmn",
                        "<text>\"solid-waste\"</text>",
                        "<text>\"solid-wast\"</text>",
                        "it looks for \"solid-wast\" in \"program\", which it can never be",
                        "did you mean \"solid-waste\"?"),
                alone(
                        "water/water-case.form",
                        "=responsiblePartyKnown",
                        "=responsiblePartyNown",
                        "the condition that hides it names \"responsiblePartyNown\"",
                        "did you mean \"responsiblePartyKnown\"?"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("whatDoesNotFit")
    void isRefusedWithTheFileTheElementAndTheName(String file, String content, List<String> words) {
        EngineRest.Answer answer = rest.deploy("process-manager", Map.of(file, content));

        assertThat(answer.status()).as(answer.message()).isEqualTo(400);
        assertThat(answer.message()).contains(words);
        assertThat(engine.getRepositoryService().createDeploymentQuery().list())
                .allMatch(deployment -> "packaged".equals(deployment.getSource()));
    }

    @Test
    void everyFaultOfEveryFileIsNamedAtOnce() {
        EngineRest.Answer answer = rest.deploy(
                "process-manager",
                Map.of(
                        "evaluate-response-to-letter.form",
                        edited(LETTER_ANSWER, "\"responseToLetter\"", "\"answer\""),
                        "settlement.bpmn",
                        edited("building-blocks/settlement.bpmn", "${negotiationResult", "${negotiatonResult"),
                        "penalty-approval.dmn",
                        edited("decisions/penalty-approval.dmn", "\"water-chief\"", "\"water-chef\"")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("responseToLetter", "negotiatonResult", "water-chef");
    }

    @Test
    void aNameChangedInDiagramAndFormTogetherIsAccepted() {
        EngineRest.Answer together = rest.deploy(
                "process-manager",
                Map.of(
                        "evaluate-response-to-letter.form",
                        edited(LETTER_ANSWER, "responseToLetter", "answerToLetter"),
                        "tank-enforcement.bpmn",
                        edited(TANKS, "responseToLetter", "answerToLetter")));

        assertThat(together.status()).as(together.message()).isEqualTo(200);
    }

    @Test
    void aFieldMoreOrAnotherLabelIsAccepted() {
        String more = edited(
                LETTER_ANSWER,
                "\"components\": [",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"Field_desk\", \"key\": \"desk\", \"label\": \"Desk\"},");

        EngineRest.Answer answer = rest.deploy("process-manager", Map.of("evaluate-response-to-letter.form", more));

        assertThat(answer.status()).as(answer.message()).isEqualTo(200);
    }

    @Test
    void aBlockMayReadWhatItsCallersWillHandOver_andACallerThatDoesNotIsRefused() {
        String block = Diagrams.around(Diagrams.userTask("camunda:followUpDate=\"${lookAgainOn}\"", ""))
                .replace("id=\"trial\"", "id=\"trial-block\"");
        EngineRest.Answer alone = rest.deploy("process-manager", Map.of("trial-block.bpmn", block));
        assertThat(alone.status()).as(alone.message()).isEqualTo(200);

        EngineRest.Answer without = rest.deploy("process-manager", Map.of("trial.bpmn", calling("")));
        EngineRest.Answer with = rest.deploy(
                "process-manager",
                Map.of("trial.bpmn", calling("<camunda:in sourceExpression=\"P5D\" target=\"lookAgainOn\"/>")));

        assertThat(without.status()).isEqualTo(400);
        assertThat(without.message())
                .contains("trial-block.bpmn, Look: as deployed before, it no longer fits", "\"lookAgainOn\"");
        assertThat(with.status()).as(with.message()).isEqualTo(200);
    }

    private static String calling(String more) {
        return Diagrams.around(Diagrams.callActivity("calledElement=\"trial-block\"", HANDED + more));
    }

    @Test
    void thePackagedFilesFitTogether() {
        assertThat(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .list())
                .extracting(definition -> definition.getKey())
                .contains("air-enforcement", "coal-enforcement", "water-enforcement", "settlement");
    }
}
