package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.abate.casefile.DocumentKind;
import org.abate.casefile.Matter;
import org.abate.casefile.WaterSystem.Standing;
import org.junit.jupiter.api.Test;

/** Another schedule for a grant in effect: written, approved, heard, and in force only then (10 CSR 60-6.030, 60-6.040). */
@StoriesOf({})
class NewScheduleTest extends RequestStories {

    @Test
    void aScheduleThatIsRescindedLeadsBackToTheDirectorAndTheOneInForceIsTrackedMeanwhile() {
        newScheduleNoticed("MO8000042");
        request.onMotion().fire("RequestsDue").complete("RecordFurtherRequest", "hearingEvent", "NONE");
        request.arranged()
                .complete("HoldHearing", request.held())
                .complete(
                        "DecideAfterHearing", "hearingDecision", "RESCINDED", "hearingReason", "Nobody can dig there");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("has rescinded the proposed new schedule of the variance", "Nobody can dig there");
        assertThat(theCase.tasks("PrescribeSchedule")).isEmpty();
        theCase.isAt("RecordMilestone").isAt("RecordFinding");
        assertThat(theCase.seen("DecideOnNewSchedule", "scheduleGroundInWords").toString())
                .contains("It was to follow upon this: As was seen");

        theCase.complete("DecideOnNewSchedule", another()).complete("PrescribeSchedule", prescribed(300, 60, "Drill"));
        theCase.complete("ApproveSchedule", "termsDecision", "RESCIND", "termsReason", "Too dear")
                .hasSent(DocumentKind.DECISION_NOTICE, 2)
                .complete("DecideOnNewSchedule", "newScheduleDecision", "STANDS", "newScheduleReason", "It is enough");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("prescribes no new schedule", "Too dear")
                .contains("stays in effect");
        assertThat(theCase.tasks("PrescribeSchedule")).isEmpty();
        theCase.isAt("RecordMilestone").isAt("RecordFinding");
        assertThat(request.standing()).isEqualTo(Standing.GRANTED);
    }

    /** 10 CSR 60-6.030(2)(C): so is any schedule of an exemption, not its first one only. */
    @Test
    void aNewScheduleOfAnExemptionIsAsSoonAsPracticable() {
        grant(Matter.EXEMPTION, "MO8000057", 800, "exemptionGround", "ASSISTANCE");
        found("FAILURE");
        decide("NEW_SCHEDULE");
        assertThat(theCase.seen("PrescribeSchedule", "grantMatter")).containsExactly("EXEMPTION");
        assertThatThrownBy(() ->
                        theCase.complete("PrescribeSchedule", prescribed(300, 60, "Build", "soonAsPracticable", false)))
                .hasMessageContaining("name the day by which compliance is practicable");
        assertThatThrownBy(() -> theCase.complete(
                        "PrescribeSchedule",
                        prescribed(300, 60, "Build", "soonAsPracticable", null, "practicableReason", null)))
                .hasMessageContaining("soonAsPracticable: say yes or no")
                .hasMessageContaining("practicableReason: say why");
        theCase.complete("PrescribeSchedule", prescribed(300, 60, "Build"))
                .complete("ApproveSchedule", "termsDecision", "SEND_BACK", "termsReason", "Name the plant");
        assertThat(engine.getFormService()
                        .getTaskFormVariables(theCase.task("PrescribeSchedule").getId()))
                .as("what is written again is shown as it was, as the form has it to choose from")
                .containsEntry("soonAsPracticable", "true")
                .containsEntry("practicableReason", "The plant takes so long");
        theCase.complete("PrescribeSchedule", prescribed(300, 60, "Build at Rolla"));
        request.scheduleApproved();
        request.unheard();
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("as soon as practicable (10 CSR 60-6.030(2)(C)): The plant takes so long");
    }

    /** 10 CSR 60-6.030(1)(B)1, (2)(F). */
    @Test
    void aNewScheduleMayHaveFurtherConditionsThatBindFromThenOn() {
        grant(Matter.VARIANCE, "MO8000058", 800, "scheduleKind", "INDEFINITE", "grantConditions", "Monthly samples");
        found("TECHNOLOGY")
                .complete(
                        "PrescribeSchedule",
                        prescribed(300, 60, "Install", "newConditions", "Monthly samples\nA pilot plant"));
        request.scheduleApproved();
        assertThat(theCase.seen("PrepareNotice", "noticeSummary").toString())
                .containsOnlyOnce("Monthly samples")
                .contains("Further condition: A pilot plant");
        request.unheard();
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("and upon further conditions and the new schedule; all of these follow.")
                .containsSubsequence("Monthly samples", "A pilot plant", "Install");
        found("FAILURE");
        decide("NEW_SCHEDULE").complete("PrescribeSchedule", prescribed(300, 60, "Install"));
        request.scheduleApproved();
        assertThat(theCase.seen("PrepareNotice", "noticeSummary").toString())
                .contains("Condition: A pilot plant")
                .doesNotContain("Further condition");
    }

    /** 10 CSR 60-6.040(1). */
    @Test
    void aNewScheduleIsNoLongerThanItsPublicNoticeHasRoomFor() {
        grant(Matter.VARIANCE, "MO8000056", 800, "scheduleKind", "INDEFINITE", "grantConditions", "Boil. ".repeat(440));
        found("TECHNOLOGY");
        assertThatThrownBy(() -> theCase.complete("PrescribeSchedule", prescribed(300, 60, "Install ".repeat(60))))
                .hasMessageContaining("newSteps")
                .hasMessageContaining("longer than 3,300 characters");
        theCase.complete("PrescribeSchedule", prescribed(300, 60, "Install")).isAt("ApproveSchedule");
    }

    @Test
    void whileANewScheduleIsHeardComplianceEndsTheGrantAndItsNotice() {
        newScheduleNoticed("MO8000019");
        assertThat(theCase.seen("RecordMilestone", "milestone"))
                .containsExactly(theCase.today().plusDays(100) + " Connect");

        found("COMPLIANCE")
                .complete(
                        "ConfirmSystemComplies",
                        "systemComplies",
                        true,
                        "compliedOn",
                        theCase.today().toString());
        blocks.ended(number, GRANT, "GrantComplied", "complied");
        assertThat(request.standing()).isEqualTo(Standing.COMPLIED);
        assertThat(hearings.noticed(number)).isFalse();
        assertThat(blocks.timeline(number, "PUBLIC_HEARING"))
                .contains("What was noticed is given up: the variance is terminated");
    }
}
