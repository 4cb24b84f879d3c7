package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.abate.ApplicationTest;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Program;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** Coal, outcome by outcome (Manual 3.4 Coal, 8.4 Coal): no conference, conciliation and persuasion. */
@ApplicationTest
@Import(EveryNodeAndFlowOfTheProgram.class)
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

    @Override
    CaseWalk firstLetterSent() {
        return noticeIssued();
    }

    @Override
    CaseWalk noticeIssued() {
        open();
        return notice("VIOLATION").hasPaper(DocumentKind.NOTICE_OF_VIOLATION, 1);
    }

    private CaseWalk notice(String kind) {
        return theCase.complete(
                "PrepareNotice", "notice", kind, "remainingActions", "Repair the sediment pond", "daysAllowed", 20);
    }

    private CaseWalk order() {
        open("imminentThreat");
        return theCase.complete(
                        "PrepareCessationOrder",
                        "operationsToCease",
                        "Blasting near the road",
                        "remainingActions",
                        "Stabilize the highwall")
                .hasPaper(DocumentKind.CESSATION_ORDER, 1);
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
        return "4000.00";
    }

    @Override
    CaseWalk noticeForNewViolation() {
        return theCase.complete(
                "PrepareNoticeForNewViolation", "newNotice", "VIOLATION", "remainingActions", "Mark the boundary");
    }

    @Override
    CaseWalk laterNoticeReviewed() {
        return theCase;
    }

    @Test
    void anImminentDangerGetsACessationOrder() {
        order().hasPaper(DocumentKind.NOTICE_OF_VIOLATION, 0)
                .complete("RecordEndOfOrder", "responseSummary", "The highwall is stable")
                .complete("InspectAbatement", "violationAbated", true, "inspectionNote", "Seen on site");
        atCompliance();
    }

    @Test
    void aCessationOrderRunsThirtyDaysAtMost() {
        order().fire("OrderEnds").isAt("InspectAbatement");
    }

    @Test
    void aCessationOrderCannotBeAssessedBelowItsLeast() {
        order().worksheets(
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
        open();
        notice("DELINQUENT_RECLAMATION")
                .hasPaper(DocumentKind.NOTICE_OF_DELINQUENT_RECLAMATION, 1)
                .isAt("RecordAbatement");
    }

    @Test
    void aNoticeMayBeAssessedAtZero() {
        noticeIssued()
                .worksheets(
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
                        false)
                .complete("CompleteCalculation")
                .approve("ApprovePenalty", "penaltyApproved")
                .complete("FileAssessment")
                .complete("RecordService", "serviceResult", "RECEIVED", "servedOn", theCase.inDays(0));
        abated();
        closed().ended(CaseStatus.RETURNED_TO_COMPLIANCE, "NoPenalty");
    }

    @Test
    void anAbatedViolationIsNoticedAndAssessedAllTheSame() {
        open().raise(CaseEvent.RETURNED_TO_COMPLIANCE, "Seen at the inspection")
                .complete("ConfirmReturnToCompliance")
                .complete("PrepareNoticeOfAbatedViolation", "remainingActions", "Nothing remains to be done")
                .hasPaper(DocumentKind.NOTICE_OF_VIOLATION, 1);
        served();
        paid();
        closed().ended(CaseStatus.SETTLED, "Settled");
    }

    @Test
    void anAbatedViolationMayBeAssessedAtNothingToPay() {
        open().raise(CaseEvent.RETURNED_TO_COMPLIANCE, "Seen at the inspection")
                .complete("ConfirmReturnToCompliance")
                .complete("PrepareNoticeOfAbatedViolation", "remainingActions", "Nothing remains to be done")
                .worksheets(
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
                        false)
                .complete("CompleteCalculation")
                .approve("ApprovePenalty", "penaltyApproved")
                .complete("FileAssessment")
                .complete("RecordService", "serviceResult", "RECEIVED", "servedOn", theCase.inDays(0));
        closed().ended(CaseStatus.RETURNED_TO_COMPLIANCE, "NoPenalty");
    }

    @Test
    void aNewViolationMayGetAnOrderOrANoticeOfDelinquentReclamation() {
        noticeIssued()
                .raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the inspection", newViolation())
                .complete(
                        "PrepareNoticeForNewViolation",
                        "newNotice",
                        "CESSATION_ORDER",
                        "operationsToCease",
                        "Hauling",
                        "remainingActions",
                        "Repair the culvert")
                .hasPaper(DocumentKind.CESSATION_ORDER, 1)
                .raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the inspection", newViolation())
                .complete(
                        "PrepareNoticeForNewViolation",
                        "newNotice",
                        "DELINQUENT_RECLAMATION",
                        "remainingActions",
                        "Grade the pit")
                .hasPaper(DocumentKind.NOTICE_OF_DELINQUENT_RECLAMATION, 1);
    }

    @Test
    void aLaterNoticesPenaltyMayBeDroppedWithoutEndingTheCase() {
        noticeIssued();
        served();
        theCase.raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the inspection", newViolation());
        noticeForNewViolation()
                .worksheets(
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
                .complete("ApprovePenalty", "penaltyApproved", false, "rejectionReason", "Not worth pursuing")
                .complete("RevisePenalty", "noPenalty", true, "closureReason", "Management approves no penalty")
                .complete("RecordResponseForNewViolation", "newViolationCorrected", true);
        paid().isAt("RecordAbatement");
    }
}
