package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Hearings;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people at one case at the same moment. */
@RunningCases
class TwoPeopleTest {

    @Autowired
    private EngineRest rest;

    @Autowired
    private CaseWalk theCase;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private CaseRecord caseRecord;

    @Autowired
    private Hearings hearings;

    @RepeatedTest(4)
    void oneTaskIsCompletedOnceAndTheOtherPersonIsTold() throws Exception {
        theCase.open().fire("ResponseToLetterDue");
        String task = "/task/" + theCase.task("PrepareNoticeOfViolation").getId() + "/complete";
        Map<String, Object> entry = EngineRest.variables("remainingActions", "Install release detection");

        List<EngineRest.Answer> answers =
                atOnce(() -> rest.post("tanks-staff", task, entry), () -> rest.post("camunda-admin", task, entry));
        theCase.runJobs();

        assertThat(answers).extracting(EngineRest.Answer::status).containsExactlyInAnyOrder(204, 400);
        assertThat(answers).filteredOn(answer -> answer.status() == 400).allSatisfy(answer -> assertThat(
                        answer.message())
                .contains("\"Prepare notice of violation\" has been completed already"));
        theCase.hasPaper(DocumentKind.NOTICE_OF_VIOLATION, 1).isAt("RecordResponseToNotice");
    }

    @RepeatedTest(4)
    void twoWorksheetsAreCompletedAtOnce() throws Exception {
        theCase.open().penaltyToWorkOut();
        List<Task> tasks = theCase.tasks("CompleteWorksheet");
        assertThat(tasks).hasSize(2);

        List<EngineRest.Answer> answers = atOnce(() -> worksheet(tasks.get(0)), () -> worksheet(tasks.get(1)));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.message()).isEqualTo(204));
        theCase.isAt("CompleteCalculation");
    }

    /** 10 CSR 60-6.040(1). */
    @RepeatedTest(3)
    void twoProposalsJoinOneNoticeAtOnceAndBothAreTold() throws Exception {
        String lead = leadOfANotice();
        String one = toPrepareNotice();
        String other = toPrepareNotice();

        List<EngineRest.Answer> answers = atOnce(() -> join(one, lead), () -> join(other, lead));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.message()).isEqualTo(204));
        assertThat(hearings.covered(lead)).containsExactlyInAnyOrder(lead, one, other);
        theCase.in(lead)
                .complete(
                        "SetDayOfIssue", "publicNoticeIssuedOn", theCase.today().toString())
                .hasSent(DocumentKind.PUBLIC_NOTICE, 1);
        assertThat(theCase.text(DocumentKind.PUBLIC_NOTICE)).contains(one, other);
    }

    /** Whoever comes late prepares a notice of its own; nobody waits for a notice that does not name it. */
    @RepeatedTest(3)
    void aProposalJoinsANoticeThatIsBeingIssuedOrIsTold() throws Exception {
        String lead = leadOfANotice();
        String late = toPrepareNotice();
        String issue = "/task/" + theCase.in(lead).task("SetDayOfIssue").getId() + "/complete";

        List<EngineRest.Answer> answers = atOnce(
                () -> join(late, lead),
                () -> rest.post(
                        "drinking-water-staff",
                        issue,
                        EngineRest.variables(
                                "publicNoticeIssuedOn", theCase.today().toString())));
        theCase.runJobs();

        assertThat(answers.get(1).status()).as(answers.get(1).message()).isEqualTo(204);
        boolean joined = answers.get(0).status() == 204;
        String notice = theCase.in(lead).text(DocumentKind.PUBLIC_NOTICE);
        assertThat(notice.contains(late)).isEqualTo(joined);
        theCase.in(late).isAt(joined ? "AwaitJointHearing" : "PrepareNotice");
    }

    private String leadOfANotice() {
        String number = toPrepareNotice();
        theCase.complete("PrepareNotice", "noticeChoice", "OWN");
        return number;
    }

    private String toPrepareNotice() {
        RequestWalk request = new RequestWalk(engine, caseRecord, theCase);
        request.techniqueVariance()
                .complete("ProposeSchedule", "scheduleKind", "NONE", "requestConditions", "Daily samples")
                .complete("ApproveTerms", "termsDecision", "APPROVE");
        return theCase.caseNumber();
    }

    private EngineRest.Answer join(String number, String lead) {
        String task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey("PrepareNotice")
                .singleResult()
                .getId();
        return rest.post(
                "drinking-water-staff",
                "/task/" + task + "/complete",
                EngineRest.variables("noticeChoice", "JOIN", "noticeToJoin", lead));
    }

    private EngineRest.Answer worksheet(Task task) {
        return rest.post(
                "tanks-enforcement",
                "/task/" + task.getId() + "/complete",
                EngineRest.variables(Worksheets.worksheet("underground-storage-tank")));
    }

    private static List<EngineRest.Answer> atOnce(Callable<EngineRest.Answer> one, Callable<EngineRest.Answer> other)
            throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            Future<EngineRest.Answer> first = people.submit(() -> {
                start.await();
                return one.call();
            });
            Future<EngineRest.Answer> second = people.submit(() -> {
                start.await();
                return other.call();
            });
            return List.of(first.get(), second.get());
        } finally {
            people.shutdown();
        }
    }
}
