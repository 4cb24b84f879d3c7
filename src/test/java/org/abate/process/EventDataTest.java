package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Program;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An event that the administrator correlates without its data is refused at once, and nothing of the case changes. */
@RunningCases
class EventDataTest {

    private static final String ADMINISTRATOR = "camunda-admin";
    private static final Set<CaseEvent> THREE =
            EnumSet.of(CaseEvent.RETURNED_TO_COMPLIANCE, CaseEvent.CASE_WITHDRAWN, CaseEvent.NEW_VIOLATION_FOUND);

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private CaseProcesses processes;

    @Autowired
    private CaseRecord caseRecord;

    @Autowired
    private EngineRest rest;

    @Autowired
    private CaseWalk theCase;

    @ParameterizedTest
    @EnumSource(Program.class)
    void ofEveryProgram(Program program) {
        open(program);
        List<String> before = state();
        Set<CaseEvent> taken = EnumSet.copyOf(THREE);
        taken.retainAll(processes.progress(theCase.caseNumber()).events());
        assertThat(taken).contains(CaseEvent.CASE_WITHDRAWN, CaseEvent.NEW_VIOLATION_FOUND);

        for (CaseEvent event : taken) {
            EngineRest.Answer answer = rest.post(
                    ADMINISTRATOR,
                    "/message",
                    Map.of("messageName", event.message(), "businessKey", theCase.caseNumber()));

            assertRefused(answer, event);
            assertThat(state()).isEqualTo(before);
        }
    }

    private void open(Program program) {
        if (program == Program.TANKS) {
            theCase.open();
        } else {
            theCase.open(program, true);
        }
    }

    private void assertRefused(EngineRest.Answer answer, CaseEvent event) {
        assertThat(answer.status()).as(answer.message()).isEqualTo(400);
        assertThat(answer.message())
                .contains(
                        event.message() + " is refused: ",
                        "is missing",
                        "/api/cases/" + theCase.caseNumber() + "/events");
    }

    /** What a person sees of the case: its steps, tasks, letters and timeline. */
    private List<String> state() {
        return List.of(
                processes.progress(theCase.caseNumber()).toString(),
                caseRecord.documents(theCase.caseNumber()).toString(),
                caseRecord.get(theCase.caseNumber()).toString());
    }

    @Test
    void norByASubscriptionOrAModification() {
        theCase.open();
        List<String> before = state();
        for (CaseEvent event : THREE) {
            EventSubscription waiting = subscription(event);

            assertRefused(
                    rest.post(
                            ADMINISTRATOR,
                            "/execution/" + waiting.getExecutionId() + "/messageSubscriptions/" + event.message()
                                    + "/trigger",
                            Map.of()),
                    event);
            assertRefused(
                    rest.post(
                            ADMINISTRATOR,
                            "/process-instance/" + waiting.getProcessInstanceId() + "/modification",
                            Map.of(
                                    "skipCustomListeners",
                                    true,
                                    "instructions",
                                    List.of(Map.of(
                                            "type", "startBeforeActivity", "activityId", waiting.getActivityId())))),
                    event);
            assertThat(state()).isEqualTo(before);
        }
    }

    /** Past the event, where what belongs to it is missing: no letter is written, and the reason says what to do. */
    @ParameterizedTest
    @CsvSource({
        "SendWithdrawalNotice, CaseWithdrawn is refused: its reason is missing",
        "RecordWithdrawal, CaseWithdrawn is refused: its reason is missing",
        "SendLetterForNewViolation, NewViolationFound is refused: the number of the new violation is missing",
        "NotifyTanksSectionOfNewViolation, NewViolationFound is refused: the number of the new violation is missing"
    })
    void norByAModificationToAStepBehindIt(String activity, String reason) {
        theCase.open();
        String papers = caseRecord.documents(theCase.caseNumber()).toString();
        rest.post(ADMINISTRATOR, "/process-instance/" + root() + "/modification", startBefore(activity));

        assertThatThrownBy(theCase::runJobs)
                .hasMessageContaining(reason)
                .hasMessageContaining("/api/cases/" + theCase.caseNumber() + "/events");
        assertThat(caseRecord.documents(theCase.caseNumber()).toString()).isEqualTo(papers);
        assertThat(caseRecord.get(theCase.caseNumber()).closed()).isFalse();
    }

    @Test
    void norByAModificationToATaskBehindIt() {
        theCase.open();
        List<String> before = state();
        String modification = "/process-instance/" + root() + "/modification";

        assertRefused(
                rest.post(ADMINISTRATOR, modification, startBefore("DecideOnNewViolation")),
                CaseEvent.NEW_VIOLATION_FOUND);
        EngineRest.Answer withoutItsLetter =
                rest.post(ADMINISTRATOR, modification, startBefore("RecordResponseForNewViolation"));

        assertThat(withoutItsLetter.message())
                .contains("The deadline of RecordResponseForNewViolation counts from newViolationLetterSentOn, which"
                        + " holds no date yet");
        assertThat(state()).isEqualTo(before);
    }

    /** The engine would hand over nothing, silently. */
    @Test
    void norIsABlockBegunWithoutWhatTheStepsBeforeItHandOver() {
        open(Program.DRINKING_WATER);
        List<String> before = state();
        String modification = "/process-instance/" + root() + "/modification";

        EngineRest.Answer refused = rest.post(ADMINISTRATOR, modification, startBefore("ConcludeAgreement"));

        assertThat(refused.status()).as(refused.message()).isEqualTo(400);
        assertThat(refused.message())
                .contains("“Finalize and pay” is not begun without amountToBePaid, complianceTerms, paymentTerms,"
                        + " penaltyAmount, which no step of this case has set yet");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void theAdministratorNeitherStartsACasePastItsOpening() {
        Map<String, Object> start = new HashMap<>(startBefore("AssignCaseManager"));
        start.put("startInstructions", start.remove("instructions"));

        EngineRest.Answer answer = rest.post(ADMINISTRATOR, "/process-definition/key/tank-enforcement/start", start);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.message()).contains("A case starts at its start, where it is opened in the record");
    }

    private static Map<String, Object> startBefore(String activity) {
        return Map.of("instructions", List.of(Map.of("type", "startBeforeActivity", "activityId", activity)));
    }

    private String root() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(theCase.caseNumber())
                .rootProcessInstances()
                .singleResult()
                .getId();
    }

    private EventSubscription subscription(CaseEvent event) {
        return engine.getRuntimeService().createEventSubscriptionQuery().eventName(event.message()).list().stream()
                .filter(subscription -> theCase.instanceIds().contains(subscription.getProcessInstanceId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aViolationThatIsNotOnRecordIsNone() {
        theCase.open();
        List<String> before = state();

        EngineRest.Answer unknown =
                rest.post(ADMINISTRATOR, "/message", message("processVariablesToTriggeredScope", "7"));
        EngineRest.Answer ofTheWholeCase = rest.post(ADMINISTRATOR, "/message", message("processVariables", "2"));

        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.message()).contains("the case has no violation [7]");
        assertRefused(ofTheWholeCase, CaseEvent.NEW_VIOLATION_FOUND);
        assertThat(state()).isEqualTo(before);
    }

    private Map<String, Object> message(String where, String violations) {
        Map<String, Object> message = new HashMap<>();
        message.put("messageName", "NewViolationFound");
        message.put("businessKey", theCase.caseNumber());
        message.put(where, Map.of("newViolations", Map.of("value", violations, "type", "String")));
        return message;
    }

    @Test
    void withItsReasonTheCaseIsWithdrawn() {
        theCase.open();

        EngineRest.Answer answer = rest.post(
                ADMINISTRATOR,
                "/message",
                Map.of(
                        "messageName",
                        "CaseWithdrawn",
                        "businessKey",
                        theCase.caseNumber(),
                        "processVariables",
                        Map.of("reason", Map.of("value", "Entered twice", "type", "String"))));

        assertThat(answer.status()).as(answer.message()).isEqualTo(204);
        theCase.runJobs();
        assertThat(caseRecord.get(theCase.caseNumber()).closed()).isTrue();
    }
}
