package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Matter;
import org.abate.casefile.WaterSystem.Standing;
import org.junit.jupiter.api.Test;

/**
 * A variance or exemption in effect, until the system complies, the grant is terminated or its days have run out
 * (10 CSR 60-6.010(4), 60-6.020(4), 60-6.030).
 */
@StoriesOf("grant-in-effect")
class GrantInEffectTest extends RequestStories {

    @Test
    void aMissedStepMayBeForgivenAndTheScheduleGoesOnWithWhatIsLeftOfIt() {
        grant(
                        Matter.VARIANCE,
                        "MO8000010",
                        800,
                        "scheduleKind",
                        "DATES",
                        "milestones",
                        steps(
                                theCase.inDays(90) + " Arrange",
                                theCase.inDays(100) + " Connect",
                                theCase.inDays(700) + " Final compliance"))
                .complete("RecordMilestone", "milestoneResult", "MET");
        assertThat(theCase.tasks("EnterMilestones")).isEmpty();
        theCase.daysLater(101).fire("MilestoneDue").fire("MilestoneUnchecked");
        assertThat(theCase.seen("DecideOnTermination", "terminationGround").toString())
                .contains("Not met: Connect, due "
                        + RequestWords.date(theCase.today().minusDays(1)));
        theCase.complete(
                "DecideOnTermination", "terminationDecision", "CONTINUE", "terminationReason", "The pipe was late");
        assertThat(theCase.seen("RecordMilestone", "milestone"))
                .containsExactly(theCase.today().plusDays(599) + " Final compliance");

        theCase.complete("RecordMilestone", "milestoneResult", "MET")
                .complete("ConfirmSystemComplies", "systemComplies", false)
                .complete("RecordFinding", "grantFinding", "COMPLIANCE", "findingNote", "Four quarters")
                .complete(
                        "ConfirmSystemComplies",
                        "systemComplies",
                        true,
                        "compliedOn",
                        theCase.today().toString());
        blocks.ended(number, GRANT, "GrantComplied", "complied");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("terminates the variance", "on " + RequestWords.date(theCase.today()))
                .contains("came into compliance with the applicable rule");
        assertThat(request.standing()).isEqualTo(Standing.COMPLIED);
    }

    @Test
    void anIndefiniteVarianceGetsANewScheduleOnceTechnologyAppears() {
        grant(
                Matter.VARIANCE,
                "MO8000011",
                800,
                "scheduleKind",
                "INDEFINITE",
                "grantConditions",
                "Monthly samples\nA notice to each customer");
        assertThatThrownBy(() -> found("RENEWAL")).hasMessageContaining("only an exemption is renewed");
        assertThatThrownBy(() -> found("NECESSARY")).hasMessageContaining("treatment technique only");
        found("TECHNOLOGY");
        assertThatThrownBy(() -> theCase.complete("PrescribeSchedule", "newSteps", theCase.inDays(300) + " Install"))
                .hasMessageContaining("finalComplianceOn");
        assertThatThrownBy(() -> theCase.complete("PrescribeSchedule", prescribed(20, 19, "Install the membrane")))
                .hasMessageContaining("newSteps: ")
                .hasMessageContaining("interimMeasures: ")
                .hasMessageContaining("before the schedule can take effect");
        theCase.complete("PrescribeSchedule", prescribed(300, 60, "Install the membrane"));
        request.scheduleApproved();
        request.heard("RESCINDED")
                .hasSent(DocumentKind.DECISION_NOTICE, 1)
                .complete("DecideOnNewSchedule", another())
                .complete("PrescribeSchedule", prescribed(400, 60, "Install the membrane"));
        request.scheduleApproved();
        assertThat(theCase.seen("PrepareNotice", "noticeSummary").toString())
                .contains("Variance schedule: from the maximum contaminant level for fluoride, for Elm Spring")
                .contains("It is effective until "
                        + RequestWords.date(theCase.today().plusDays(500)))
                .contains("Interim measure, by "
                        + RequestWords.date(theCase.today().plusDays(60)) + ": Bottled water")
                .contains("Condition: Monthly samples", "Condition: A notice to each customer");
        LocalDate prescribed = theCase.today();
        request.unheard().isAt("RecordFinding").hasSent(DocumentKind.DECISION_NOTICE, 2);
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("prescribes a new schedule", "Install the membrane", "Bottled water")
                .contains("It is effective until " + RequestWords.date(prescribed.plusDays(500)))
                .contains("will be terminated when the system comes into compliance")
                .contains("the conditions that it was granted with, which stay in force")
                .containsSubsequence(
                        "Conditions", "Monthly samples", "A notice to each customer", "Install the membrane")
                .contains(RequestWalk.effective(prescribed.plusDays(30)));
        assertThat(request.system().endsOn()).isEqualTo(prescribed.plusDays(500));
        assertThat(theCase.seen("RecordMilestone", "milestone"))
                .contains(
                        prescribed.plusDays(60) + " Interim measure: Bottled water",
                        prescribed.plusDays(500) + " Final compliance");

        found("FAILURE")
                .complete(
                        "DecideOnTermination", "terminationDecision", "NEW_SCHEDULE", "terminationReason", "Once more")
                .complete("PrescribeSchedule", prescribed(300, 60, "Install it"));
        request.scheduleApproved();
        request.heard("REVISED")
                .complete("ReviseSchedule", prescribed(350, 5, "Install it in June"))
                .hasSent(DocumentKind.DECISION_NOTICE, 2)
                .complete("ApproveRevisedSchedule", "termsDecision", "APPROVE");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("Install it in June")
                .contains(RequestWalk.effective(theCase.today()));
        assertThatThrownBy(() -> found("TECHNOLOGY")).hasMessageContaining("indefinite period only");
        found("FAILURE")
                .complete(
                        "DecideOnTermination",
                        "terminationDecision",
                        "TERMINATE",
                        "terminationReason",
                        "No samples again");
        blocks.ended(number, GRANT, "GrantTerminated", "terminated");
        assertThat(request.standing()).isEqualTo(Standing.TERMINATED);
    }

    @Test
    void aRenewalThatIsRescindedAfterItsHearingIsToldToTheSupplierAndTheExemptionRunsToItsTerminationDate() {
        grant(
                Matter.EXEMPTION,
                "MO8000041",
                800,
                "exemptionGround",
                "ASSISTANCE",
                "milestones",
                steps(theCase.inDays(900) + " Connect"));
        LocalDate last = request.system().endsOn();
        found("RENEWAL");
        renew().complete("PrescribeSchedule", prescribed(300, 60, "Build"));
        request.scheduleApproved();
        request.heard("RESCINDED").hasSent(DocumentKind.DECISION_NOTICE, 1);

        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("has rescinded the proposed renewal of the exemption")
                .contains("it is not renewed (10 CSR 60-6.040(7))", "As the hearing showed")
                .contains("until its termination date, " + RequestWords.date(last));
        assertThat(theCase.tasks("PrescribeSchedule")).isEmpty();
        assertThat(theCase.tasks("DecideOnNewSchedule")).isEmpty();
        assertThat(request.system().endsOn()).isEqualTo(last);
        assertThat(request.system().renewals()).isZero();
        assertThat(theCase.seen("RecordMilestone", "milestone")).hasSize(1).allMatch(step -> step.toString()
                .endsWith(" Connect"));
        assertThat(theCase.due("PeriodEnds")).isEqualTo(last);

        found("RENEWAL");
        renew().isAt("PrescribeSchedule");
    }

    @Test
    void whereTheRuleLeavesNoNewScheduleTheDirectorDecidesAndMayTerminateUponTheFailure() {
        grant(Matter.EXEMPTION, "MO8000043", 800, "milestones", steps(theCase.inDays(900) + " Connect"));
        LocalDate last = request.system().endsOn();
        on(last.minusDays(31));
        found("FAILURE");
        decide("NEW_SCHEDULE");
        on(last.minusDays(20));
        theCase.complete("PrescribeSchedule", "noTerms", true, "noTermsReason", "Twenty days are left");
        assertThat(theCase.seen("ApproveSchedule", "proposedTerms").toString())
                .contains("No schedule is left that the rule allows", "Twenty days are left");
        assertThatThrownBy(request::scheduleApproved).hasMessageContaining("there are no terms to approve");
        theCase.complete("ApproveSchedule", "termsDecision", "RESCIND", "termsReason", "It comes too late");
        assertThatThrownBy(() -> theCase.complete("DecideOnNewSchedule", another()))
                .hasMessageContaining("comes too late: the grant ends on");
        theCase.complete(
                "DecideOnNewSchedule", "newScheduleDecision", "TERMINATE", "newScheduleReason", "No sample was taken");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("terminates the exemption", "No sample was taken");
        assertThat(request.standing()).isEqualTo(Standing.TERMINATED);
        blocks.ended(number, GRANT, "GrantTerminated", "terminated");
    }

    @Test
    void newTechnologyIsNoGroundToTerminateAndAScheduleSentBackIsWrittenAgain() {
        grant(Matter.VARIANCE, "MO8000044", 800, "scheduleKind", "INDEFINITE");
        found("TECHNOLOGY")
                .complete("PrescribeSchedule", prescribed(300, 60, "Install"))
                .complete("ApproveSchedule", "termsDecision", "SEND_BACK", "termsReason", "Name the plant");
        assertThat(theCase.seen("PrescribeSchedule", "termsReason")).containsExactly("Name the plant");
        assertThatThrownBy(() -> theCase.complete(
                        "PrescribeSchedule",
                        "newSteps",
                        theCase.inDays(400) + " Install at the plant",
                        "finalComplianceOn",
                        theCase.inDays(400)))
                .hasMessageContaining("has no increment of progress");
        theCase.complete("PrescribeSchedule", prescribed(300, 60, "Install at the plant"));
        request.scheduleApproved();
        request.heard("REVISED")
                .complete("ReviseSchedule", prescribed(300, 60, "Install at the plant"))
                .complete("ApproveRevisedSchedule", "termsDecision", "SEND_BACK", "termsReason", "Name the other plant")
                .complete("ReviseSchedule", prescribed(300, 60, "Install at the other plant"))
                .complete("ApproveRevisedSchedule", "termsDecision", "RESCIND", "termsReason", "It does not work");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE)).contains("has rescinded", "It does not work");
        assertThatThrownBy(() -> theCase.complete(
                        "DecideOnNewSchedule", "newScheduleDecision", "TERMINATE", "newScheduleReason", "So"))
                .hasMessageContaining("only upon a finding");
        theCase.complete("DecideOnNewSchedule", "newScheduleDecision", "STANDS", "newScheduleReason", "Later");
        found("TECHNOLOGY").isAt("PrescribeSchedule");
    }

    /** 10 CSR 60-6.040(6), interpretation VE10. */
    @Test
    void aNewScheduleWhoseDatesAreOvertakenBeforeItsNoticeIsWrittenAgain() {
        grant(Matter.VARIANCE, "MO8000045", 800, "scheduleKind", "INDEFINITE");
        found("TECHNOLOGY").complete("PrescribeSchedule", prescribed(300, 31, "Install"));
        request.scheduleApproved().daysLater(5).complete("PrepareNotice", "noticeChoice", "OWN");
        assertThatThrownBy(() -> theCase.complete(
                        "SetDayOfIssue", "publicNoticeIssuedOn", theCase.today().toString()))
                .hasMessageContaining("Record \"Write the terms again\" on the page of that case");
        theCase.raise(CaseEvent.TERMS_OVERTAKEN, null).complete("PrescribeSchedule", prescribed(300, 60, "Install"));
        request.scheduleApproved();
        request.unheard();
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE)).contains("prescribes a new schedule", "Install");
    }

    @Test
    void anExemptionThatIsNotRenewedRunsOutAndDoesNotGoOnBeyondItsLastDay() {
        grant(
                Matter.EXEMPTION,
                "MO8000016",
                800,
                "exemptionGround",
                "ASSISTANCE",
                "milestones",
                steps(theCase.inDays(900) + " Connect", theCase.inDays(990) + " Final compliance"));
        LocalDate last = request.system().endsOn();
        found("RENEWAL")
                .complete(
                        "DecideOnRenewal",
                        "personsServed",
                        800,
                        "renewalGranted",
                        false,
                        "renewalReason",
                        "The loan was not asked for");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("does not renew the exemption", "The loan was not asked for.")
                .contains("stays in effect, with its schedule, until its termination date, " + RequestWords.date(last));
        assertThat(theCase.tasks("DecideOnTermination")).isEmpty();
        assertThat(request.standing()).isEqualTo(Standing.GRANTED);
        assertThat(theCase.due("PeriodEnds")).isEqualTo(last);

        on(last.minusDays(20));
        found("RENEWAL");
        assertThat(theCase.seen("DecideOnRenewal", "grantPeriod").toString())
                .contains("The grant ends on **" + RequestWords.date(last));
        assertThatThrownBy(this::renew).hasMessageContaining("comes too late: the grant ends on");
        theCase.complete(
                        "DecideOnRenewal",
                        "personsServed",
                        800,
                        "renewalGranted",
                        false,
                        "renewalReason",
                        "It comes too late")
                .complete("RecordMilestone", "milestoneResult", "MISSED");
        assertThat(theCase.seen("DecideOnTermination", "terminationGround").toString())
                .contains("Not met: Connect");
        assertThatThrownBy(() -> decide("NEW_SCHEDULE"))
                .hasMessageContaining("comes too late: the grant ends on " + RequestWords.date(last))
                .hasMessageContaining("thirty days after its notice at the earliest");
        on(last.plusDays(1));
        assertThatThrownBy(() -> decide("CONTINUE")).hasMessageContaining("the period of the grant has ended");
        theCase.runDueTimers();
        assertThat(request.standing()).isEqualTo(Standing.TERMINATED);
        assertThat(theCase.tasks("DecideOnTermination")).isEmpty();
        theCase.complete("CheckAtEndOfPeriod", "systemComplies", false);
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("ended on " + RequestWords.date(last) + ", its termination date (10 CSR 60-6.020(4)(A))")
                .contains("the department has not found that it does");
        blocks.ended(number, GRANT, "RunOut", "terminated");
    }

    @Test
    void aGrantEndsWithItsLastDayAlthoughARenewalIsNoticedThatIsNotInForceByThen() {
        grant(Matter.EXEMPTION, "MO8000018", 800, "exemptionGround", "ASSISTANCE");
        LocalDate last = request.system().endsOn();
        on(last.minusDays(40));
        found("RENEWAL");
        renew().complete("PrescribeSchedule", prescribed(300, 60, "Build"));
        request.scheduleApproved();
        request.noticed();
        on(last.plusDays(1)).runDueTimers();

        assertThat(request.standing()).isEqualTo(Standing.TERMINATED);
        assertThat(request.system().endsOn()).isEqualTo(last);
        assertThat(hearings.noticed(number)).isFalse();
        assertThat(blocks.timeline(number, "PUBLIC_HEARING"))
                .contains("What was noticed is given up: the exemption has ended with its last day");
        assertThat(blocks.timeline(number, "GRANT_ENDED"))
                .containsExactly("The exemption ended on " + RequestWords.date(last));
        theCase.complete("CheckAtEndOfPeriod", "systemComplies", true, "compliedOn", last.toString());
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("came into compliance with the applicable rule on " + RequestWords.date(last));
        assertThat(request.standing()).isEqualTo(Standing.COMPLIED);
        blocks.ended(number, GRANT, "RunOutComplied", "complied");
    }

    @Test
    void whileANewScheduleIsHeardThatInForceIsTrackedAndAMissedStepOfItDecided() {
        newScheduleNoticed("MO8000020");
        assertThatThrownBy(() -> theCase.complete("RecordMilestone", "milestoneResult", "MISSED"))
                .hasMessageContaining("is missed only once that day has passed")
                .hasMessageContaining("put into \"Record finding\"");
        theCase.daysLater(101).complete("RecordMilestone", "milestoneResult", "MISSED");
        decide("CONTINUE").isAt("RecordHearingRequest").isAt("RecordFinding");
        assertThat(hearings.noticed(number)).isTrue();

        found("FAILURE");
        assertThat(theCase.seen("DecideOnTermination", "terminationDecision"))
                .as("another finding has no decision yet")
                .containsOnlyNulls();
        assertThat(theCase.seen("DecideOnTermination", "terminationReason")).containsOnlyNulls();
        decide("NEW_SCHEDULE").isAt("PrescribeSchedule");
        assertThat(hearings.noticed(number)).isFalse();
        assertThat(theCase.tasks("RecordHearingRequest")).isEmpty();
        theCase.complete("PrescribeSchedule", prescribed(350, 60, "Dig anew"));
        request.scheduleApproved();
        request.noticed();
        found("COMPLIANCE");
        theCase.fire("RequestsDue")
                .complete("RecordFurtherRequest", "hearingEvent", "NONE")
                .complete("DecideWhetherToHold", "hearingOnMotion", false);
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE)).contains("Dig anew");
        theCase.complete("ConfirmSystemComplies", "systemComplies", false);
        assertThat(theCase.seen("RecordMilestone", "milestone"))
                .contains(theCase.today().plusDays(350) + " Dig anew")
                .doesNotContain(theCase.today().plusDays(100) + " Connect");
        assertThat(theCase.due("PeriodEnds")).isEqualTo(theCase.today().plusDays(500));
    }
}
