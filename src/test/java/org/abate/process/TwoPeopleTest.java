package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.abate.casefile.DocumentKind;
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

    private EngineRest.Answer worksheet(Task task) {
        return rest.post(
                "tanks-enforcement",
                "/task/" + task.getId() + "/complete",
                EngineRest.variables(
                        "potentialForHarm",
                        "MAJOR",
                        "extentOfDeviation",
                        "MODERATE",
                        "tanks",
                        2,
                        "perTank",
                        true,
                        "daysOfNoncompliance",
                        120,
                        "environmentalSensitivity",
                        "MODERATE",
                        "cooperation",
                        -10));
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
