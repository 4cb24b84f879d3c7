package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.abate.casefile.CaseRecord;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody approves what they prepared, whatever they may do otherwise. */
@RunningCases
class FourEyesTest {

    private static final String ADMINISTRATOR = "camunda-admin";

    @Autowired
    private EngineRest rest;

    @Autowired
    private CaseWalk theCase;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private CaseRecord caseRecord;

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    void whoeverCalculatedThePenaltyDoesNotApproveIt() {
        theCase.open().penaltyToWorkOut().worksheets();
        done(complete(ADMINISTRATOR, "CompleteCalculation"));

        refused(complete(ADMINISTRATOR, "ApprovePenalty", "penaltyApproved", true));
        refused(complete(ADMINISTRATOR, "ApprovePenalty", "penaltyApproved", false, "rejectionReason", "No"));
        done(complete("hazardous-waste-chief", "ApprovePenalty", "penaltyApproved", true));
        refused(complete(ADMINISTRATOR, "ApprovePenalty", "penaltyApproved", true));
        done(complete("hazardous-waste-director", "ApprovePenalty", "penaltyApproved", true));
    }

    @Test
    void whoeverFilledInOneWorksheetDoesNotApproveTheWhole() {
        theCase.open().penaltyToWorkOut();
        done(complete(ADMINISTRATOR, "CompleteWorksheet", Worksheets.worksheet("underground-storage-tank")));
        theCase.worksheets();
        done(complete("tanks-enforcement", "CompleteCalculation"));

        refused(complete(ADMINISTRATOR, "ApprovePenalty", "penaltyApproved", true));
        done(complete("hazardous-waste-chief", "ApprovePenalty", "penaltyApproved", true));
    }

    @Test
    void whoeverDraftedTheAgreementDoesNotApproveIt() {
        theCase.open().penaltyToWorkOut().penaltyApproved().agreed();
        done(complete(ADMINISTRATOR, "DraftSettlementAgreement", "complianceTerms", "Keep release detection records"));

        refused(complete(ADMINISTRATOR, "ApproveSettlement", "settlementApproved", true));
        done(complete("hazardous-waste-chief", "ApproveSettlement", "settlementApproved", true));
    }

    @Test
    void whoeverPreparedTheReferralDoesNotApproveIt() {
        theCase.open().ownerToCall().complete("CallOwner", "violationsCorrected", false);
        done(complete(ADMINISTRATOR, "PrepareReferralRequest", "summary", "Injunction"));

        refused(complete(ADMINISTRATOR, "ApproveReferral", "referralApproved", true));
        done(complete("hazardous-waste-chief", "ApproveReferral", "referralApproved", true));
    }

    /** 10 CSR 60-6.030(1)(A), interpretation VE4. */
    @Test
    void whoeverWroteTheTermsOfAGrantDoesNotApproveThem() {
        RequestWalk request = new RequestWalk(engine, caseRecord, theCase);
        request.techniqueVariance();
        done(complete(
                ADMINISTRATOR, "ProposeSchedule", "scheduleKind", "NONE", "requestConditions", "Turbidity every day"));

        refused(complete(ADMINISTRATOR, "ApproveTerms", "termsDecision", "APPROVE"));
        done(complete("drinking-water-director", "ApproveTerms", "termsDecision", "APPROVE"));
        request.heard("REVISED");
        done(complete(
                ADMINISTRATOR, "ReviseProposal", "scheduleKind", "NONE", "requestConditions", "Turbidity every hour"));
        refused(complete(ADMINISTRATOR, "ApproveRevision", "termsDecision", "APPROVE"));
        done(complete("drinking-water-director", "ApproveRevision", "termsDecision", "APPROVE"));

        Object[] another = {"terminationDecision", "NEW_SCHEDULE", "terminationReason", "No samples"};
        done(complete(ADMINISTRATOR, "RecordFinding", "grantFinding", "FAILURE", "findingNote", "No samples"));
        refused(complete(ADMINISTRATOR, "DecideOnTermination", another));
        done(complete("drinking-water-director", "DecideOnTermination", another));
        done(complete(
                ADMINISTRATOR,
                "PrescribeSchedule",
                "newSteps",
                theCase.inDays(100) + " Sample",
                "finalComplianceOn",
                theCase.inDays(200)));
        refused(complete(ADMINISTRATOR, "ApproveSchedule", "termsDecision", "APPROVE"));
        done(complete("drinking-water-director", "ApproveSchedule", "termsDecision", "APPROVE"));
    }

    private EngineRest.Answer complete(String user, String activityId, Object... answers) {
        EngineRest.Answer answer = rest.post(
                user,
                "/task/" + theCase.task(activityId).getId() + "/complete",
                answers.length == 0 ? Map.of() : EngineRest.variables(answers));
        theCase.runJobs();
        return answer;
    }

    private static void refused(EngineRest.Answer answer) {
        assertThat(answer.status()).as(answer.message()).isEqualTo(400);
        assertThat(answer.message()).contains("nobody approves what they prepared");
    }

    private static void done(EngineRest.Answer answer) {
        assertThat(answer.status()).as(answer.message()).isEqualTo(204);
    }
}
