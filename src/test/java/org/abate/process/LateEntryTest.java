package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.abate.casefile.CaseRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody was typing when the deadline passed is not lost. */
@RunningCases
class LateEntryTest {

    @Autowired
    private EngineRest rest;

    @Autowired
    private CaseWalk theCase;

    @Autowired
    private CaseRecord caseRecord;

    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form"})
    void whatWasTypedIsOnTheTimelineAndThePersonIsTold(String way) {
        String task = pastItsDeadline(way);

        EngineRest.Answer answer =
                rest.post("tanks-staff", task, EngineRest.variables("responseSummary", "The bucket\nis ordered\u0007"));

        assertThat(answer.status()).as(answer.message()).isEqualTo(400);
        assertThat(answer.message())
                .contains("\"Record response to letter\" has ended")
                .contains("kept on the timeline of case " + theCase.caseNumber());
        assertThat(caseRecord.timeline(theCase.caseNumber()))
                .filteredOn(entry -> entry.kind().equals("LATE_ENTRY"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo("tanks-staff");
                    assertThat(entry.text()).contains("responseSummary: The bucket\nis ordered");
                });
    }

    @Test
    void nothingTypedLeavesNothing() {
        EngineRest.Answer answer = rest.post("tanks-staff", pastItsDeadline("complete"), Map.of());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("has ended");
        noLateEntry();
    }

    @Test
    void whoMayNotReadTheCaseLearnsNothingAndLeavesNothing() {
        EngineRest.Answer answer =
                rest.post("air-staff", pastItsDeadline("complete"), EngineRest.variables("responseSummary", "Hello"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("there is no such task").doesNotContain(theCase.caseNumber());
        noLateEntry();
    }

    @Test
    void aTaskThatNeverWasIsSaidNotToBeThere() {
        EngineRest.Answer answer = rest.post("tanks-staff", "/task/none/complete", Map.of());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("there is no such task");
    }

    private String pastItsDeadline(String way) {
        theCase.open();
        String task = theCase.task("RecordResponseToLetter").getId();
        theCase.fire("ResponseToLetterDue");
        return "/task/" + task + "/" + way;
    }

    private void noLateEntry() {
        assertThat(caseRecord.timeline(theCase.caseNumber()))
                .noneMatch(entry -> entry.kind().equals("LATE_ENTRY"));
    }
}
