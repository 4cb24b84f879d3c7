package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.NewContact;
import org.abate.casefile.Program;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A referral to the Attorney General and the legal action after it, outcome by outcome (Manual 3.3 Tanks, 8, 8.2, 8.3). */
@StoriesOf({"attorney-general-referral", "legal-action"})
class ReferralTest {

    private static final String REFERRAL = "attorney-general-referral";

    @Autowired
    private CaseWalk theCase;

    @Autowired
    private BlockWalk blocks;

    @Autowired
    private CaseRecord caseRecord;

    @Autowired
    private Clock clock;

    private String number;

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    void aReferralGoesThroughTheCommissionToTheAttorneyGeneral() {
        refer(Program.TANKS, "COMPLIANCE", "reviewBoardNeeded", true)
                .complete("PrepareReferralRequest", "summary", "Injunction")
                .complete("ApproveReferral", "referralApproved", false, "rejectionReason", "Too short")
                .complete("PrepareReferralRequest", "summary", "Injunction, because …")
                .approve("ApproveReferral", "referralApproved")
                .complete("ReviewReferral", "reviewBoardApproved", false, "rejectionReason", "Say since when")
                .complete("PrepareReferralRequest", "summary", "Injunction, since May")
                .approve("ApproveReferral", "referralApproved")
                .complete("ReviewReferral", "reviewBoardApproved", true)
                .complete("PlaceOnAgenda", "commissionMeetingOn", theCase.inDays(30))
                .complete("RecordCommissionDecision", "commissionDecision", "PUT_OFF")
                .referredByCommission()
                .complete("RecordAttorneyGeneralDecision", "attorneyGeneralAccepts", true)
                .fire("NinetyDaysWithoutFiling")
                .isAt("RecordLegalActionFiled")
                .complete("RecordLegalActionFiled", "filedBy", "PROSECUTOR", "court", "Phelps County");

        assertThat(theCase.timeline()).anyMatch(text -> text.contains("Legal action filed by the prosecutor on"));
        blocks.ended(number, REFERRAL, "LegalActionFiled", "filed");
    }

    @Test
    void whereTheSourceNamesNoCommissionTheRequestGoesStraightToTheAttorneyGeneral() {
        refer(Program.DRINKING_WATER, "COMPLIANCE_AND_PENALTIES", "commissionNeeded", false)
                .complete("PrepareReferralRequest", "summary", "Injunction and penalties")
                .approve("ApproveReferral", "referralApproved")
                .hasSent(DocumentKind.REFERRAL_REQUEST, 1)
                .complete("RecordAttorneyGeneralDecision", "attorneyGeneralAccepts", false);

        blocks.ended(number, REFERRAL, "ReferralDeclined", "declined");
    }

    @Test
    void theCommissionMayNotReferTheCase() {
        refer(Program.TANKS, "COMPLIANCE")
                .complete("PrepareReferralRequest", "summary", "Injunction")
                .approve("ApproveReferral", "referralApproved")
                .complete("PlaceOnAgenda", "commissionMeetingOn", theCase.inDays(30))
                .complete("RecordCommissionDecision", "commissionDecision", "NOT_REFERRED");

        blocks.ended(number, REFERRAL, "ReferralDeclined", "declined");
    }

    @Test
    void anAcceptedCaseMayComeBack() {
        refer(Program.DRINKING_WATER, "COMPLIANCE", "commissionNeeded", false)
                .complete("PrepareReferralRequest", "summary", "Injunction")
                .approve("ApproveReferral", "referralApproved")
                .complete("RecordAttorneyGeneralDecision", "attorneyGeneralAccepts", true)
                .complete("RecordLegalActionFiled", "referralReturned", true, "returnReason", "The system was sold");

        assertThat(blocks.timeline(number, "REFERRAL"))
                .containsExactly("The Attorney General returned the case. The system was sold");
        blocks.ended(number, REFERRAL, "ReferralReturned", "declined");
    }

    @Test
    void aRequestMayBeWithdrawn() {
        refer(Program.TANKS, "COMPLIANCE").complete("PrepareReferralRequest", "requestWithdrawn", true);

        blocks.ended(number, REFERRAL, "RequestNotPursued", "declined");
    }

    @Test
    void thePenaltyOfThePacketIsCalculatedFirst() {
        refer(
                        Program.TANKS,
                        "COMPLIANCE_AND_PENALTIES",
                        "penaltyInPacket",
                        true,
                        "penaltyRule",
                        "underground-storage-tank")
                .complete("CompleteWorksheet", Worksheets.worksheet("underground-storage-tank"))
                .complete("CompleteCalculation")
                .isAt("PrepareReferralRequest");

        assertThat(caseRecord.penalty(number)).isPresent();
    }

    // Where an administrative penalty was assessed

    @Test
    void whereAnOrderIsNotPaidItsCollectionIsAskedForInsteadOfACivilPenalty() {
        ordered();
        corrected();
        blocks.start(REFERRAL, number, "purpose", "PENALTIES", "commissionNeeded", false)
                .complete("PrepareReferralRequest", "summary", "It was not paid");

        assertThat(theCase.seen("ApproveReferral", "purpose")).containsExactly("COLLECTION");
        assertThat(blocks.timeline(number, "REFERRAL").get(0)).contains("RSMo 260.425");
    }

    @Test
    void whereAnAdministrativePenaltyWasAssessedElsewhereOnlyComplianceIsAskedFor() {
        refer(Program.AIR, "COMPLIANCE_AND_PENALTIES")
                .complete("PrepareReferralRequest", "summary", "Injunction", "administrativePenaltyAssessed", true);

        assertThat(theCase.seen("ApproveReferral", "purpose")).containsExactly("COMPLIANCE");
    }

    @Test
    void whereNothingIsLeftToAskForNothingIsReferred() {
        number = blocks.opened(Program.AIR, 10);
        corrected();
        blocks.start(REFERRAL, number, "purpose", "PENALTIES")
                .complete("PrepareReferralRequest", "summary", "Penalties", "administrativePenaltyAssessed", true);

        blocks.ended(number, REFERRAL, "NothingToRefer", "declined");
    }

    @Test
    void whereNoStatuteBarsItACivilPenaltyIsAskedForAsWell() {
        refer(Program.INDUSTRIAL_MINERALS, "COMPLIANCE_AND_PENALTIES")
                .complete("PrepareReferralRequest", "summary", "Injunction", "administrativePenaltyAssessed", true);

        assertThat(theCase.seen("ApproveReferral", "purpose")).containsExactly("COMPLIANCE_AND_PENALTIES");
    }

    // Legal action

    @Test
    void legalActionIsFollowedStageByStage() {
        number = blocks.opened(Program.TANKS, 10);
        blocks.start("legal-action", number).legalActionConcluded();

        blocks.ended(number, "legal-action", "LegalActionEnded", "concluded");
    }

    CaseWalk refer(Program program, String purpose, Object... inputs) {
        number = blocks.opened(program, 10);
        Object[] all = java.util.Arrays.copyOf(inputs, inputs.length + 2);
        all[inputs.length] = "purpose";
        all[inputs.length + 1] = purpose;
        return blocks.start(REFERRAL, number, all);
    }

    private void corrected() {
        caseRecord.correctViolations(number, Set.of(1), LocalDate.now(clock));
    }

    private void ordered() {
        number = blocks.opened(Program.HAZARDOUS_WASTE, 10);
        caseRecord.addContact(
                number, new NewContact("Offer to meet", LocalDate.now(clock), "R. Staff", 5, "J. Owner", null));
        blocks.assessed(
                number,
                "hazardous-waste",
                Map.of("ccpSought", true),
                CaseWalk.variables(Worksheets.worksheet("hazardous-waste")));
        blocks.start("administrative-penalty-order", number)
                .complete("PrepareOrder", "orderDecision", "ISSUE", "orderPaymentDueOn", theCase.inDays(30))
                .approve("ApproveOrder", "orderApproved")
                .complete(
                        "RecordService",
                        "serviceResult",
                        "RECEIVED",
                        "servedOn",
                        theCase.inDays(0),
                        "serviceManner",
                        "HAND")
                .fire("OrderPaymentDue");
        theCase.daysLater(31).complete("RecordLatePayment", "orderPayment", "COLLECT");
    }
}
