package org.abate.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.abate.casefile.NewCase;
import org.abate.casefile.NewFacility;
import org.abate.casefile.NewParty;
import org.abate.casefile.NewViolation;
import org.abate.casefile.Program;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.test.context.TestComponent;

/** The stretches of the way that hazardous waste, water and drinking water have in common. */
@TestComponent
class EnforcementWalk {

    private static final Map<Program, String> CITATIONS = Map.of(
            Program.HAZARDOUS_WASTE, "10 CSR 25-5.262(1)",
            Program.WATER, "10 CSR 20-6.010(1)(A)",
            Program.DRINKING_WATER, "10 CSR 60-4.020(1)");

    private final ProcessEngine engine;
    private final CaseProcesses processes;
    private final CaseWalk theCase;
    private final Clock clock;
    private Program program;

    EnforcementWalk(ProcessEngine engine, CaseProcesses processes, CaseWalk theCase, Clock clock) {
        this.engine = engine;
        this.processes = processes;
        this.theCase = theCase;
        this.clock = clock;
    }

    /** A case with a known responsible party, two violations, and these facts of the enforcement path. */
    CaseWalk open(Program of, String... facts) {
        return open(of, 0, new NewParty("Elm Spring Association", "PO Box 3, Rolla, MO 65402"), facts);
    }

    CaseWalk openWithoutParty(Program of, String... facts) {
        return open(of, 0, null, facts);
    }

    CaseWalk openDiscovered(Program of, int daysAgo) {
        return open(of, daysAgo, new NewParty("Elm Spring Association", "PO Box 3, Rolla, MO 65402"));
    }

    private CaseWalk open(Program of, int daysAgo, NewParty party, String... facts) {
        program = of;
        someoneToManageTheCase(of.office() + "-enforcement");
        LocalDate day = LocalDate.now(clock).minusDays(daysAgo);
        Map<String, Object> answers = new HashMap<>(Map.of("responsiblePartyKnown", party != null));
        Arrays.stream(facts).forEach(fact -> answers.put(fact, true));
        if (of == Program.DRINKING_WATER) {
            answers.put("peopleServed", 800);
        }
        return theCase.in(processes
                        .open(
                                new NewCase(
                                        of,
                                        new NewFacility(
                                                null,
                                                "Elm Spring",
                                                "1 Elm Road, Rolla, MO 65401",
                                                "Phelps",
                                                "Southeast",
                                                Map.of()),
                                        party,
                                        day,
                                        List.of(
                                                new NewViolation(CITATIONS.get(of), "No samples taken", List.of(day)),
                                                new NewViolation(CITATIONS.get(of), "No report sent", List.of(day)))),
                                answers)
                        .caseNumber())
                .runJobs();
    }

    /** Outside the demonstration nobody is there yet to manage a case. */
    private void someoneToManageTheCase(String group) {
        if (engine.getIdentityService().createUserQuery().userId(group).count() == 0) {
            engine.getIdentityService().saveUser(engine.getIdentityService().newUser(group));
            engine.getIdentityService().createMembership(group, group);
        }
    }

    CaseWalk warned() {
        return theCase.complete("PrepareLetterOfWarning");
    }

    /** Persuasion after a letter that nobody answered, with this result of the first contact. */
    CaseWalk persuaded(String result) {
        warned().fire("ResponseToLetterDue");
        return persuade(result);
    }

    CaseWalk persuade(String result) {
        theCase.complete("PlanPersuasion", "persuasionActivities", "Visit the site", "anotherDivisionLeads", false);
        if (program == Program.WATER) {
            theCase.complete("ReviewPlan", "planAgreed", true);
        }
        return theCase.contacted("VISIT", result);
    }

    /** Persuasion has failed. */
    CaseWalk enforcementNeeded() {
        return persuaded("FORMAL");
    }

    CaseWalk noticeSent() {
        return theCase.complete("PrepareNoticeOfViolation", "remainingActions", "Take the samples");
    }

    CaseWalk requested() {
        return theCase.complete("ForwardEnforcementActionRequest", requestAnswers())
                .complete("AssignCaseManager", "caseManager", manager());
    }

    private Object[] requestAnswers() {
        return program == Program.WATER
                ? new Object[] {"itemsInQuestion", "Samples\nReports", "assistanceAsked", false}
                : new Object[] {"itemsInQuestion", "Samples\nReports"};
    }

    String manager() {
        return program.office() + "-enforcement";
    }

    /** From the end of persuasion to the case manager's call. */
    CaseWalk toTheCall() {
        enforcementNeeded();
        if (program == Program.WATER) {
            noticeSent()
                    .fire("ResponseToNoticeDue")
                    .complete("DetermineSignificantNoncompliance", "significantNoncompliance", false);
            return requested();
        }
        requested();
        return noticeSent().fire("ResponseToNoticeDue");
    }

    CaseWalk penaltyToPursue() {
        return toTheCall()
                .complete("CallOwner", "violationsCorrected", true)
                .complete("EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", true);
    }

    CaseWalk penaltyBeforeCompliance() {
        return toTheCall()
                .complete("CallOwner", "violationsCorrected", false)
                .complete(
                        "DecideOnEnforcement",
                        "enforcementCourse",
                        "PENALTY",
                        "enforcementReason",
                        "The order may move them");
    }

    CaseWalk worksheets(Object... answers) {
        while (!theCase.tasks("CompleteWorksheet").isEmpty()) {
            theCase.complete("CompleteWorksheet", answers);
        }
        return theCase;
    }

    /** Agreed in full, to be paid up front. */
    CaseWalk agreed() {
        return theCase.complete(
                "NegotiatePenalty", "negotiationResult", "AGREED", "agreedTotal", "900.00", "paidUpFront", "900.00");
    }

    CaseWalk settlementSigned() {
        return theCase.complete("DraftSettlementAgreement", "complianceTerms", "Take the samples each month")
                .approve("ApproveSettlement", "settlementApproved")
                .complete("FinalizeAgreement", "agreementSigned", true, "paymentDueOn", theCase.inDays(30));
    }

    CaseWalk paid() {
        return theCase.complete("RecordPayment", "paymentAmount", "900.00", "paidAndTermsMet", true);
    }

    CaseWalk notPaid() {
        return theCase.fire("PaymentDue").complete("CheckOverduePayment", "overduePayment", "NOT_PAID");
    }

    CaseWalk orderIssued() {
        return theCase.complete("PrepareOrder", orderAnswers()).approve("ApproveOrder", "orderApproved");
    }

    private Object[] orderAnswers() {
        return program == Program.DRINKING_WATER
                ? new Object[] {"orderDecision", "ISSUE"}
                : new Object[] {"orderDecision", "ISSUE", "orderPaymentDueOn", theCase.inDays(45)};
    }

    /** @param amount of the order, in dollars */
    CaseWalk orderPaid(String amount) {
        return orderServed().complete("RecordOrderPayment", "paymentAmount", amount, "orderPayment", "PAID");
    }

    CaseWalk orderNotPaid() {
        return orderServed()
                .daysLater(70)
                .fire("OrderPaymentDue")
                .complete("RecordLatePayment", "orderPayment", "COLLECT");
    }

    private CaseWalk orderServed() {
        return theCase.complete(
                "RecordService",
                "serviceResult",
                "RECEIVED",
                "servedOn",
                theCase.inDays(0),
                "serviceManner",
                "CERTIFIED_MAIL");
    }

    CaseWalk referralDeclined() {
        return theCase.complete(
                "PrepareReferralRequest", "requestWithdrawn", true, "summary", "Not worth pursuing in court");
    }
}
