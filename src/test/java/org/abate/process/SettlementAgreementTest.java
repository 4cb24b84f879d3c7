package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.NewPayment;
import org.abate.casefile.Payment;
import org.abate.casefile.Program;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of an approved settlement agreement, outcome by outcome (Manual 3.3 Tanks, 8.2, 8.3). */
@StoriesOf("settlement-agreement")
class SettlementAgreementTest {

    private static final String AGREEMENT = "settlement-agreement";

    @Autowired
    private CaseWalk theCase;

    @Autowired
    private BlockWalk blocks;

    @Autowired
    private CaseRecord caseRecord;

    private String number;

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    private static Map<String, String> suspended(String amount, String until, String on) {
        return new LinkedHashMap<>(Map.of("amount", amount, "until", until, "on", on));
    }

    private List<Map<String, String>> twoParts() {
        return new ArrayList<>(List.of(
                suspended("500.00", theCase.inDays(100), "the completion of agreed actions"),
                suspended("400.00", theCase.inDays(200), "future compliance")));
    }

    /** @param suspended null where nothing is */
    private CaseWalk approved(List<Map<String, String>> suspended) {
        number = blocks.opened(Program.HAZARDOUS_WASTE, 0);
        return blocks.start(
                AGREEMENT,
                number,
                "penaltyAmount",
                "900.00",
                "amountToBePaid",
                "900.00",
                "suspendedParts",
                suspended,
                "paymentTerms",
                "$900.00 paid up front",
                "complianceTerms",
                "Label the drums");
    }

    private CaseWalk signed(List<Map<String, String>> suspended) {
        return approved(suspended)
                .hasSent(DocumentKind.AGO_ASSISTANCE_REQUEST, 1)
                .complete("FinalizeAgreement", "agreementSigned", true, "paymentDueOn", theCase.inDays(30));
    }

    private CaseWalk paid() {
        return theCase.complete("RecordPayment", "paymentAmount", "900.00", "paidAndTermsMet", true);
    }

    @Test
    void anAgreementThatIsNotSignedGoesBack() {
        approved(null).complete("FinalizeAgreement", "agreementSigned", false);
        blocks.ended(number, AGREEMENT, "NotSigned", "not-signed");
    }

    @Test
    void aPaidAgreementIsSettled() {
        signed(null);
        paid();
        blocks.ended(number, AGREEMENT, "SettledEnd", "settled");
    }

    @Test
    void installmentsAreAwaitedOneAfterTheOther() {
        signed(null)
                .complete(
                        "RecordPayment",
                        "paymentAmount",
                        "400.00",
                        "paidAndTermsMet",
                        false,
                        "nextPaymentDueOn",
                        theCase.inDays(60))
                .complete("RecordPayment", "paymentAmount", "500.00", "paidAndTermsMet", true);
        blocks.ended(number, AGREEMENT, "SettledEnd", "settled");
    }

    @Test
    void anOverduePaymentIsRecordedPutOffOrNotPaid() {
        signed(null)
                .fire("PaymentDue")
                .complete("CheckOverduePayment", "overduePayment", "MORE_TIME", "nextPaymentDueOn", theCase.inDays(90))
                .fire("PaymentDue")
                .complete("CheckOverduePayment", "overduePayment", "PAID")
                .complete(
                        "RecordOverduePayment",
                        "paymentAmount",
                        "100.00",
                        "paidAndTermsMet",
                        false,
                        "nextPaymentDueOn",
                        theCase.inDays(120))
                .fire("PaymentDue")
                .complete("CheckOverduePayment", "overduePayment", "NOT_PAID");
        blocks.ended(number, AGREEMENT, "NotPaid", "not-paid");
    }

    @Test
    void theChiefHearsOfAnAgreementThatNobodySigns() {
        approved(null)
                .fire("SixtyDaysWithoutSignature")
                .isAt("FinalizeAgreement")
                .complete("FinalizeAgreement", "agreementSigned", false);
        blocks.ended(number, AGREEMENT, "NotSigned", "not-signed");
    }

    @Test
    void whatTheAgreementSuspendsIsTrackedUntilTheDayItNames() {
        number = blocks.opened(Program.HAZARDOUS_WASTE, 0);
        caseRecord.recordPayment(
                number, new NewPayment(new BigDecimal("500.00"), theCase.today(), "CHECK", null, null));
        blocks.start(
                        AGREEMENT,
                        number,
                        "penaltyAmount",
                        "900.00",
                        "amountToBePaid",
                        "600.00",
                        "suspendedParts",
                        new ArrayList<>(List.of(suspended("300.00", theCase.inDays(200), "future compliance"))),
                        "paymentTerms",
                        "$600.00 paid up front",
                        "complianceTerms",
                        "Label the drums")
                .complete("FinalizeAgreement", "agreementSigned", true, "paymentDueOn", theCase.inDays(30));
        assertThatThrownBy(() -> theCase.complete("RecordPayment", "paymentAmount", "100.00", "paidAndTermsMet", true))
                .hasMessageContaining("of $600.00 to be paid, $100.00 is on record since the agreement was signed");
        theCase.complete("RecordPayment", "paymentAmount", "600.00", "paidAndTermsMet", true)
                .isAt("RecordInspection");

        assertThat(caseRecord.payments(number))
                .last()
                .extracting(Payment::note)
                .asString()
                .startsWith("Paid to the treasurer of the county of Phelps");
        assertThat(theCase.due("YearPassed")).isEqualTo(theCase.today().plusDays(200));
        theCase.fire("YearPassed").complete("ConfirmCompliance", "remainedInCompliance", true);
        blocks.ended(number, AGREEMENT, "SettledEnd", "settled");
    }

    @Test
    void eachSuspendedPartIsReleasedOrReinstatedOnItsOwnDay() {
        signed(twoParts());
        paid();
        assertThat(theCase.seen("RecordInspection", "suspendedOn"))
                .containsExactlyInAnyOrder("the completion of agreed actions", "future compliance");

        theCase.daysLater(101).runDueTimers();
        assertThat(theCase.seen("ConfirmCompliance", "suspendedAmount")).containsExactly("500.00");
        assertThat(theCase.seen("RecordInspection", "suspendedAmount")).containsExactly("400.00");
        theCase.complete("ConfirmCompliance", "remainedInCompliance", false)
                .complete("DecideOnReinstatement", "penaltyReinstated", true, "reinstatementReason", "Drums remain")
                .complete("RecordReinstatedPayment", "paymentAmount", "500.00", "reinstatedPenaltyPaid", true)
                .isAt("RecordInspection");

        theCase.daysLater(100).runDueTimers().complete("ConfirmCompliance", "remainedInCompliance", true);
        blocks.ended(number, AGREEMENT, "SettledEnd", "settled");
    }

    @Test
    void aPartThatFallsDueAndIsNotPaidEndsTheAgreementWithWhatIsStillSuspended() {
        signed(twoParts());
        paid();
        theCase.daysLater(101)
                .runDueTimers()
                .complete("ConfirmCompliance", "remainedInCompliance", false)
                .complete("DecideOnReinstatement", "penaltyReinstated", true, "reinstatementReason", "Drums remain")
                .fire("ReinstatedPenaltyDue");

        blocks.ended(number, AGREEMENT, "SuspendedPenaltyNotPaid", "not-paid");
        assertThat(theCase.papers()).contains(DocumentKind.DECISION_NOTICE);
    }
}
