package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.abate.casefile.CaseStatus;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Program;
import org.junit.jupiter.api.Test;

/** Coal, outcome by outcome (Manual 3.4 Coal, 8.4 Coal): no conference, conciliation and persuasion. */
@StoriesOf({"coal-enforcement", "coal-orders-and-notices"})
class CoalEnforcementTest extends MiningStories {

    CoalEnforcementTest() {
        super(
                Program.COAL,
                "notice",
                "VIOLATION",
                "probability",
                15,
                "damage",
                10,
                "offSite",
                5,
                "negligence",
                15,
                "goodFaith",
                0);
    }

    private static final Object[] NOTHING_TO_ASSESS = {
        "notice",
        "VIOLATION",
        "probability",
        5,
        "damage",
        0,
        "offSite",
        0,
        "negligence",
        0,
        "goodFaith",
        0,
        "assessDiscretionary",
        false
    };

    @Override
    CaseWalk firstLetterSent() {
        return noticeIssued();
    }

    @Override
    CaseWalk noticeIssued() {
        open().complete("DecideOnOrdersAndNotices");
        return notice().hasPaper(DocumentKind.NOTICE_OF_VIOLATION, 1);
    }

    private CaseWalk notice() {
        return theCase.complete("PrepareNotice", "remainingActions", "Repair the sediment pond", "daysAllowed", 20);
    }

    CaseWalk order() {
        open("imminentThreat").complete("DecideOnOrdersAndNotices", "orderViolations", "1");
        return cessationOrder();
    }

    private CaseWalk cessationOrder() {
        return theCase.complete(
                        "PrepareCessationOrder",
                        "operationsToCease",
                        "Blasting near the road",
                        "remainingActions",
                        "Stabilize the highwall",
                        "daysAllowed",
                        3)
                .hasPaper(DocumentKind.CESSATION_ORDER, 1);
    }

    @Override
    CaseWalk confirmed() {
        return theCase.complete("ConfirmReturnToCompliance", "endedOn", theCase.inDays(0));
    }

    @Override
    CaseWalk reviewed() {
        return theCase;
    }

    @Override
    String reviewTask() {
        return "CompleteWorksheet";
    }

    @Override
    String amount() {
        return "2500.00";
    }

    @Override
    CaseWalk noticeForNewViolation() {
        theCase.complete("DecideOnOrdersAndNotices");
        return notice().hasPaper(DocumentKind.NOTICE_OF_VIOLATION, 2);
    }

    @Override
    CaseWalk laterNoticeReviewed() {
        return theCase;
    }

    @Override
    void firstPaidAndAnotherFound() {
        noticeIssued();
        abated();
        served();
        paid();
        theCase.raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the inspection", newViolation());
        noticeForNewViolation();
        inspected(true);
    }

    @Test
    void aLateResponseIsRecordedWhereAnOrderAndANoticeWaitForTheirInspections() {
        theCase.open(Program.COAL, true, 2)
                .complete("DecideOnOrdersAndNotices", "orderViolations", "1")
                .complete(
                        "PrepareCessationOrder",
                        "operationsToCease",
                        "Blasting",
                        "remainingActions",
                        "Stabilize the highwall",
                        "daysAllowed",
                        5)
                .complete("PrepareNotice", "remainingActions", "Repair the sediment pond", "daysAllowed", 20)
                .complete("RecordAbatement", "responseSummary", "Blasting has ceased")
                .complete("RecordAbatement", "responseSummary", "The pond is repaired")
                .raise(CaseEvent.LATE_RESPONSE_RECEIVED, "A letter came in")
                .isAt("RecordLateResponse");
    }

    @Test
    void nothingIsAssessedBeforeTheOrderOrNoticeHasEnded() {
        noticeIssued();
        assertThat(theCase.tasks("CompleteWorksheet")).isEmpty();
        inspected(true);
        confirmed().isAt("CompleteWorksheet");
    }

    @Test
    void coalIsNotToldThatItsNoticeIsPersuasion() {
        noticeIssued();
        assertThat(theCase.text(DocumentKind.NOTICE_OF_VIOLATION)).doesNotContain("conference, conciliation");
    }

    @Test
    void anImminentDangerGetsACessationOrderAndIsInspectedSoon() {
        order().hasPaper(DocumentKind.NOTICE_OF_VIOLATION, 0);
        assertThat(theCase.due("AbatementDue")).isEqualTo(theCase.today().plusDays(3));
        assertThat(theCase.text(DocumentKind.CESSATION_ORDER))
                .contains("inspected again by the end of")
                .doesNotContain("Your written response is due");
        inspected(true);
        atCompliance();
    }

    @Test
    void aCaseOfImminentDangerNamesTheViolationsThatCreateIt() {
        open("imminentThreat");
        assertThatThrownBy(() -> theCase.complete("DecideOnOrdersAndNotices")).hasMessageContaining("orderViolations");
        assertThatThrownBy(() -> theCase.complete(
                        "DecideOnOrdersAndNotices", "orderViolations", "1", "delinquentViolations", "1, 2"))
                .hasMessageContaining("not to be decided on here")
                .hasMessageContaining("not both");
    }

    @Test
    void theOrderForOneViolationAndTheNoticeForAnotherRunSideBySide() {
        noticeIssued().raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the inspection", newViolation(), newViolation());
        theCase.complete("DecideOnOrdersAndNotices", "orderViolations", "2");
        cessationOrder().isAt("PrepareNotice");
        assertThat(theCase.text(DocumentKind.CESSATION_ORDER))
                .contains("2. As the rule")
                .doesNotContain("3. As the rule");
        notice().hasPaper(DocumentKind.NOTICE_OF_VIOLATION, 2);
        assertThat(theCase.text(DocumentKind.NOTICE_OF_VIOLATION))
                .contains("3. As the rule")
                .doesNotContain("2. As the rule");
    }

    @Test
    void aWorksheetFollowsWhatWasIssued() {
        order();
        abated();
        assertThat(theCase.seen("CompleteWorksheet", "notice")).containsExactly("CESSATION_ORDER");
        assertThat(theCase.seen("CompleteWorksheet", "days")).containsExactly(1);
        assertThatThrownBy(() -> theCase.worksheets(NOTHING_TO_ASSESS)).hasMessageContaining("CESSATION_ORDER");
    }

    @Test
    void anOrderThatIsNotAbatedIsPursuedAtOnceAndAssessed() {
        order().fire("AbatementDue");
        inspected(false).isAt("AssignCaseManager").isAt("CompleteWorksheet");
    }

    @Test
    void aCessationOrderCannotBeAssessedBelowItsLeast() {
        order();
        abated();
        theCase.worksheets(
                        "notice",
                        "CESSATION_ORDER",
                        "probability",
                        0,
                        "damage",
                        0,
                        "offSite",
                        0,
                        "negligence",
                        0,
                        "goodFaith",
                        0,
                        "days",
                        2)
                .complete("CompleteCalculation")
                .approve("ApprovePenalty", "penaltyApproved");
        theCase.complete("FileAssessment");
        assertThat(theCase.text(DocumentKind.PENALTY_ASSESSMENT_NOTICE)).contains("$1,500.00");
    }

    @Test
    void delinquentReclamationGetsItsOwnNotice() {
        delinquent().hasPaper(DocumentKind.NOTICE_OF_DELINQUENT_RECLAMATION, 1).isAt("RecordAbatement");
    }

    CaseWalk delinquent() {
        open().complete("DecideOnOrdersAndNotices", "delinquentViolations", "1");
        return notice();
    }

    @Test
    void aLateAnswerIsRecordedBeforeTheInspection() {
        noticeIssued()
                .fire("AbatementDue")
                .raise(CaseEvent.LATE_RESPONSE_RECEIVED, null)
                .complete("RecordLateResponse", "responseSummary", "The pond is repaired")
                .isAt("InspectAbatement");
    }

    @Test
    void otherProgramsAreConsultedWithoutDelayOfTheOrder() {
        open("severalMedia").isAt("DecideOnOrdersAndNotices").isAt("ConsultOtherPrograms");
        theCase.complete(
                        "ConsultOtherPrograms",
                        "consultedPrograms",
                        "Water Protection Program",
                        "consultationNote",
                        "They sample the creek")
                .complete("DecideOnOrdersAndNotices");
        notice();
        inspected(true);
        atCompliance();
    }

    @Test
    void aNoticeMayBeAssessedAtZero() {
        noticeIssued();
        abated();
        nothingToPay();
    }

    private void nothingToPay() {
        theCase.worksheets(NOTHING_TO_ASSESS)
                .complete("CompleteCalculation")
                .approve("ApprovePenalty", "penaltyApproved")
                .complete("FileAssessment");
        served("RECEIVED").fire("AppealTimePassed");
        closed().ended(CaseStatus.RETURNED_TO_COMPLIANCE, "NoPenalty");
    }

    @Test
    void anAbatedViolationIsCitedAndAssessedAllTheSame() {
        open().raise(CaseEvent.RETURNED_TO_COMPLIANCE, "Seen at the inspection");
        confirmed().complete("DecideOnOrdersAndNotices");
        notice().hasPaper(DocumentKind.NOTICE_OF_VIOLATION, 1);
        assertThat(theCase.text(DocumentKind.NOTICE_OF_VIOLATION)).doesNotContain("are to be abated");
        theCase.fire("AbatementDue").isAt("CompleteWorksheet");
        nothingToPay();
    }

    @Test
    void aNoticeIsNotIssuedTwiceWhereComplianceComesWhileItIsOut() {
        noticeIssued().raise(CaseEvent.RETURNED_TO_COMPLIANCE, "Seen at the inspection");
        confirmed().hasPaper(DocumentKind.NOTICE_OF_VIOLATION, 1).isAt("CompleteWorksheet");
    }

    @Test
    void complianceWhileOneIsOutAndAnotherHasFailedIsAssessed() {
        theCase.open(Program.COAL, true, 2, "imminentThreat")
                .complete("DecideOnOrdersAndNotices", "orderViolations", "1");
        cessationOrder();
        notice().fire("AbatementDue")
                .complete(
                        "InspectAbatement",
                        "violationAbated",
                        false,
                        "inspectedOn",
                        theCase.inDays(0),
                        "inspectionNote",
                        "Blasting goes on")
                .raise(CaseEvent.RETURNED_TO_COMPLIANCE, "Seen at the inspection");
        confirmed().isAt("CompleteWorksheet");
    }

    @Test
    void aSecondFailureGoesAlongWithTheFirst() {
        noticeIssued().raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the inspection", newViolation());
        theCase.complete("DecideOnOrdersAndNotices", "delinquentViolations", "2");
        notice().fire("AbatementDue").fire("AbatementDue");
        inspected(false);
        assertThat(theCase.timeline()).anyMatch(entry -> entry.contains("found later is not abated in time"));
    }

    @Test
    void whatIsFoundBeforeTheFirstReviewHasEndedIsAssessedWithIt() {
        noticeIssued().raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the inspection", newViolation());
        noticeForNewViolation();
        inspected(true);
        confirmed();
        assertThat(theCase.tasks("CompleteWorksheet")).hasSize(2);
    }

    @Test
    void anOrderThatFailsAndANoticeThatFailsGoToOneCaseManager() {
        theCase.open(Program.COAL, true, 2, "imminentThreat")
                .complete("DecideOnOrdersAndNotices", "orderViolations", "1");
        cessationOrder();
        notice().fire("AbatementDue").fire("AbatementDue");
        inspected(false);
        assertThat(theCase.tasks("AssignCaseManager")).hasSize(1);
    }

    @Test
    void aPenaltyForCoalIsNotDropped() {
        noticeIssued();
        abated();
        theCase.fire("ServiceOverdue");
        assertThatThrownBy(() -> theCase.complete(
                        "ExplainLateService", "lateService", "NO_PENALTY", "lateServiceReason", "The file was lost"))
                .hasMessageContaining("must be assessed");
        theCase.worksheets(
                        "notice",
                        "VIOLATION",
                        "probability",
                        15,
                        "damage",
                        10,
                        "offSite",
                        5,
                        "negligence",
                        15,
                        "goodFaith",
                        0)
                .complete("CompleteCalculation")
                .complete("ApprovePenalty", "penaltyApproved", false, "rejectionReason", "Not worth pursuing");
        assertThatThrownBy(() -> theCase.complete(
                        "RevisePenalty", "noPenalty", true, "closureReason", "Management approves no penalty"))
                .hasMessageContaining("must be assessed");
    }
}
