package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Matter;
import org.junit.jupiter.api.Test;

/** The steps of a grant's schedule and their extension (10 CSR 60-6.030). */
@StoriesOf({})
class ScheduleInEffectTest extends RequestStories {

    /** 10 CSR 60-6.030(1)(C), (2)(B): a day that was noticed and heard. */
    @Test
    void anExtensionNeverMovesFinalComplianceNorAnotherStepBeyondIt() {
        LocalDate today = theCase.today();
        grant(Matter.EXEMPTION, "MO8000048", 800, "milestones", steps(today.plusDays(400) + " Final compliance"));
        extensionAsked();
        assertThatThrownBy(() -> extend(today.plusDays(410))).hasMessageContaining("final compliance is not extended");

        grant(
                Matter.EXEMPTION,
                "MO8000049",
                800,
                "milestones",
                steps(today.plusDays(300) + " Build", today.plusDays(400) + " Final compliance"));
        extensionAsked();
        assertThatThrownBy(() -> extend(today.plusDays(401)))
                .hasMessageContaining("must not be after " + RequestWords.date(today.plusDays(400)));
        extend(today.plusDays(400));
    }

    /** Interpretations P15, VE10: whatever interrupts the schedule, a written request is answered in writing. */
    @Test
    void aRequestForAnExtensionOutlivesTheInterruptionOfItsScheduleAndIsAnsweredOnce() {
        LocalDate today = theCase.today();
        grant(
                Matter.VARIANCE,
                "MO8000051",
                800,
                "milestones",
                steps(today.plusDays(100) + " Arrange", today.plusDays(400) + " Final compliance"));
        extensionAsked();
        assertThat(theCase.seen("DecideOnExtension", "extensionRequest")).containsExactly("The contractor is late");
        found("FAILURE");
        assertThat(theCase.tasks("DecideOnExtension")).isEmpty();
        decide("CONTINUE");
        assertThat(theCase.seen("RecordMilestone", "extensionUnanswered").toString())
                .contains("requested in writing on " + RequestWords.date(today))
                .contains("is not answered");
        assertThat(theCase.seen("RecordMilestone", "extensionRequest")).contains("The contractor is late");

        engine.getTaskService()
                .complete(
                        theCase.tasks("RecordMilestone").stream()
                                .filter(task -> engine.getTaskService().getVariable(task.getId(), "extensionUnanswered")
                                        != null)
                                .findFirst()
                                .orElseThrow()
                                .getId(),
                        CaseWalk.variables(
                                "milestoneResult", "EXTENSION_REQUESTED",
                                "extensionRequest", "The contractor is late",
                                "requestedOn", today.toString()));
        theCase.runJobs();
        extend(today.plusDays(150)).hasPaper(DocumentKind.OTHER, 1).hasPaper(DocumentKind.EXTENSION_DECISION, 1);
        found("FAILURE");
        decide("CONTINUE");
        assertThat(theCase.seen("RecordMilestone", "extensionUnanswered")).containsOnlyNulls();
        assertThat(theCase.seen("RecordMilestone", "milestone")).contains(today.plusDays(150) + " Arrange");
    }

    /** Interpretation VE11. */
    @Test
    void ofTwoOpenStepsTheOneThatWasMissedIsShownToTheDirectorAndTakenOff() {
        LocalDate today = theCase.today();
        grant(
                Matter.VARIANCE,
                "MO8000050",
                800,
                "milestones",
                steps(today.plusDays(40) + " Arrange", today.plusDays(42) + " Connect"));
        extensionAsked();
        theCase.daysLater(43).fire("MilestoneDue").fire("MilestoneUnchecked");
        assertThat(theCase.seen("DecideOnTermination", "terminationGround").toString())
                .contains("Not met: Connect");
        decide("CONTINUE");
        assertThat(theCase.seen("RecordMilestone", "milestone")).containsExactly(today.plusDays(40) + " Arrange");
    }

    @Test
    void anExtensionMovesAStepWithinThePeriodOfTheGrantOnly() {
        grant(Matter.EXEMPTION, "MO8000017", 800, "milestones", steps(theCase.inDays(500) + " Build"));
        extensionAsked();
        LocalDate last = request.system().endsOn();
        assertThatThrownBy(() -> extend(last.plusDays(1)))
                .hasMessageContaining("must not be after " + RequestWords.date(last));
        extend(last);
        assertThat(theCase.text(DocumentKind.EXTENSION_DECISION)).doesNotContain("civil penalties", "penalty is due");
        found("RENEWAL")
                .complete(
                        "DecideOnRenewal",
                        "personsServed",
                        800,
                        "renewalGranted",
                        false,
                        "renewalReason",
                        "The loan was not asked for");
        assertThat(theCase.seen("RecordMilestone", "milestone")).containsExactly(last + " Build");
    }

    private CaseWalk extensionAsked() {
        return theCase.complete(
                "RecordMilestone",
                "milestoneResult",
                "EXTENSION_REQUESTED",
                "extensionRequest",
                "The contractor is late",
                "requestedOn",
                theCase.today().toString());
    }

    private CaseWalk extend(LocalDate day) {
        return theCase.complete(
                "DecideOnExtension",
                "extensionGranted",
                true,
                "newDueDate",
                day.toString(),
                "extensionReason",
                "The winter was long");
    }
}
