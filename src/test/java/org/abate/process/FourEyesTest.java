package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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
        done(complete(
                ADMINISTRATOR,
                "CompleteWorksheet",
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
