package org.abate.process;

import static org.abate.process.CaseVariables.AMOUNT_OWED;
import static org.abate.process.CaseVariables.AMOUNT_TO_SUSPEND;
import static org.abate.process.CaseVariables.APPEAL_BY;
import static org.abate.process.CaseVariables.APPEAL_FILED_ON;
import static org.abate.process.CaseVariables.FINAL_DUE_ON;
import static org.abate.process.CaseVariables.ORDER_AMOUNT;
import static org.abate.process.CaseVariables.ORDER_ISSUED_ON;
import static org.abate.process.CaseVariables.PAYMENT_DUE_ON;
import static org.abate.process.CaseVariables.PROGRAM;
import static org.abate.process.CaseVariables.SUSPENDED_AMOUNT;
import static org.abate.process.CaseVariables.SUSPENDED_UNTIL;
import static org.abate.process.CaseVariables.SUSPENSION_AGREED;
import static org.abate.process.CaseVariables.SUSPENSION_CONDITIONS;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Document;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Fault;
import org.abate.casefile.NewService;
import org.abate.casefile.Program;
import org.abate.casefile.ServiceEvent;
import org.abate.process.TimeLimits.Action;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/**
 * An administrative penalty order from its draft to its payment (10 CSR 20-3.010(1), 25-14.010(1), 60-6.070(1), (4) and
 * (5)). Its clocks count from the day it is issued; an appeal filed in time moves the due date by the days it was
 * pending (interpretation D8).
 */
@Component
class PenaltyOrderWork {

    /** Whose director may suspend a penalty (10 CSR 60-6.070(1)(F)); the rules of the others know no suspension. */
    private static final String SUSPENDING_PROGRAM = Program.DRINKING_WATER.id();

    private final CaseRecord caseRecord;
    private final PenaltyPayments payments;
    private final PenaltyStanding standing;
    private final Clock clock;

    PenaltyOrderWork(CaseRecord caseRecord, PenaltyPayments payments, PenaltyStanding standing, Clock clock) {
        this.caseRecord = caseRecord;
        this.payments = payments;
        this.standing = standing;
        this.clock = clock;
    }

    /** Checks that the order can be issued, and takes its own dates where the program's source prints none. */
    void prepare(DelegateTask task, Answers answers) {
        Optional<String> payBy = answers.take("orderPaymentDueOn");
        Optional<String> appealBy = answers.take("orderAppealBy");
        Optional<BigDecimal> suspended = answers.takeNumber("suspendedWithOrder");
        Optional<String> factors = answers.take("suspensionFactors");
        Optional<String> compliance = answers.take("orderFinalComplianceDate");
        if (!"ISSUE".equals(answers.text("orderDecision"))) {
            note(
                    DiagramListener.caseNumber(task),
                    "Order: " + Answers.inWords(answers.text("orderDecision"))
                            + answers.find("orderReason").map(why -> ". " + why).orElse(""));
            return;
        }
        String program = PROGRAM.from(task).get();
        List<Fault> faults = new ArrayList<>();
        if (payBy.isEmpty()
                && TimeLimits.of(program, Action.PAY_ADMINISTRATIVE_PENALTY).isEmpty()) {
            faults.add(new Fault("orderPaymentDueOn", "the order names the day by which it is paid"));
        }
        if (payBy.isPresent()
                && appealBy.filter(day -> day.compareTo(payBy.get()) > 0).isPresent()) {
            faults.add(new Fault("orderAppealBy", "the time to appeal ends no later than the time to pay"));
        }
        if (caseRecord
                .penalty(DiagramListener.caseNumber(task))
                .filter(total -> total.signum() > 0)
                .isEmpty()) {
            faults.add(
                    new Fault("orderDecision", "no penalty has been assessed in this case: there is nothing to order"));
        }
        suspended
                .flatMap(amount -> notSuspendable(program, DiagramListener.caseNumber(task), amount))
                .ifPresent(why -> faults.add(new Fault("suspendedWithOrder", why)));
        standing.tooLate(DiagramListener.caseNumber(task))
                .ifPresent(why -> faults.add(new Fault("orderDecision", why)));
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        PAYMENT_DUE_ON.on(task).set(payBy.orElse(null));
        APPEAL_BY.on(task).set(appealBy.orElse(null));
        suspend(task, suspended, compliance, factors);
    }

    private Optional<String> notSuspendable(String program, String caseNumber, BigDecimal amount) {
        if (!SUSPENDING_PROGRAM.equals(program)) {
            return Optional.of("only the rule of drinking water lets the director suspend (10 CSR 60-6.070(1)(F))");
        }
        return caseRecord
                .penalty(caseNumber)
                .filter(total -> amount.compareTo(total) > 0)
                .map(total -> "the penalty is $" + total.setScale(2));
    }

    /** What the order itself suspends, and until when (10 CSR 60-6.070(1)(F)). */
    private void suspend(
            DelegateTask task, Optional<BigDecimal> amount, Optional<String> compliance, Optional<String> factors) {
        SUSPENSION_AGREED.on(task).set(amount.isPresent());
        SUSPENDED_AMOUNT
                .on(task)
                .set(amount.map(part -> part.setScale(2).toPlainString()).orElse(null));
        SUSPENDED_UNTIL.on(task).set(compliance.map(SuspensionWork::end).orElse(null));
        SUSPENSION_CONDITIONS
                .on(task)
                .set(compliance.map(SuspensionWork::conditions).orElse(null));
        factors.ifPresent(weighed -> caseRecord.confidentialNote(
                DiagramListener.caseNumber(task),
                "SUSPENDED_PENALTY",
                "The order suspends $" + amount.orElseThrow().setScale(2) + ". Weighed: " + weighed));
    }

    /** The clocks begin: the days to appeal and to pay by the program's source, or the order's own days. */
    void issue(VariableScope order, String caseNumber, LocalDate issuedOn) {
        String program = PROGRAM.from(order).get();
        TimeLimits.of(program, Action.APPEAL_ADMINISTRATIVE_PENALTY)
                .ifPresent(limit ->
                        APPEAL_BY.on(order).set(issuedOn.plusDays(limit.days()).toString()));
        TimeLimits.of(program, Action.PAY_ADMINISTRATIVE_PENALTY).ifPresent(limit -> PAYMENT_DUE_ON
                .on(order)
                .set(issuedOn.plusDays(limit.days()).toString()));
        FINAL_DUE_ON.on(order).set(PAYMENT_DUE_ON.from(order).get());
        ORDER_ISSUED_ON.on(order).set(issuedOn.toString());
        BigDecimal suspended =
                SUSPENDED_AMOUNT.from(order).getOptional().map(BigDecimal::new).orElse(BigDecimal.ZERO);
        ORDER_AMOUNT
                .on(order)
                .set(caseRecord
                        .penalty(caseNumber)
                        .orElseThrow()
                        .subtract(suspended)
                        .setScale(2)
                        .toPlainString());
    }

    /**
     * Service of the order: verified receipt, or a refusal or rejection, which constitutes service; a delivery that could
     * not be made is none (10 CSR 20-3.010(1)(C), 25-14.010(1)(C), 60-6.070(1)(C)).
     */
    void service(String caseNumber, DelegateTask task, Answers answers) {
        LocalDate day = LocalDate.parse(answers.text("servedOn"));
        LocalDate issued = LocalDate.parse(ORDER_ISSUED_ON.from(task).get());
        if (day.isBefore(issued)) {
            throw new Refusal("servedOn", "the order was issued on " + issued);
        }
        Document order = caseRecord.documents(caseNumber).stream()
                .filter(document -> document.kind() == DocumentKind.ADMINISTRATIVE_PENALTY_ORDER)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        NewService service = ServiceAnswers.read(answers, day);
        caseRecord.serve(caseNumber, order.id(), service);
        if (service.event() == ServiceEvent.UNDELIVERABLE) {
            note(caseNumber, "The order could not be delivered on " + day + ": it is not served");
        }
    }

    /** A payment, and what becomes of the rest. */
    void payment(String caseNumber, DelegateTask task, Answers answers) {
        payments.record(caseNumber, answers);
        AMOUNT_TO_SUSPEND.on(task).set(null);
        PenaltyPayments.Owed owed = payments.owed(caseNumber, task);
        Optional<String> next = answers.take("nextPaymentDueOn");
        boolean late = today().isAfter(LocalDate.parse(FINAL_DUE_ON.from(task).get()));
        switch (answers.text("orderPayment")) {
            case "PAID" -> {
                if (owed.rest().signum() > 0) {
                    throw new Refusal("orderPayment", owed + " are still owed");
                }
                Optional<String> suspended = SUSPENDED_AMOUNT.from(task).getOptional();
                AMOUNT_TO_SUSPEND.on(task).set(suspended.orElse(null));
                if (suspended.isEmpty()) {
                    caseRecord.note(
                            caseNumber, PenaltyStanding.COLLECTED, "The administrative penalty is paid in full");
                }
            }
            case "SUSPENDED" -> {
                if (!SUSPENDING_PROGRAM.equals(PROGRAM.from(task).get())) {
                    throw new Refusal(
                            "orderPayment",
                            "only the rule of drinking water lets the director suspend (10 CSR 60-6.070(1)(F)); agree"
                                    + " upon more time instead");
                }
                if (owed.rest().signum() <= 0) {
                    throw new Refusal("orderPayment", "nothing is owed any more that could be suspended");
                }
                AMOUNT_TO_SUSPEND.on(task).set(owed.rest().setScale(2).toPlainString());
                SUSPENSION_AGREED.on(task).set(false);
            }
            case "MORE_TIME" -> {
                next.ifPresent(day -> PAYMENT_DUE_ON.on(task).set(day));
                if (!late) {
                    next.ifPresent(day -> FINAL_DUE_ON.on(task).set(day));
                }
                note(caseNumber, "The order: more time was agreed in writing, to " + next.orElse("its due date"));
            }
            default -> {
                if (!late) {
                    throw new Refusal(
                            "orderPayment",
                            "the order is due on " + FINAL_DUE_ON.from(task).get()
                                    + "; it is collected when that day has passed");
                }
                note(
                        caseNumber,
                        "The order is not paid; " + owed + " are owed. An action may be brought to collect it");
            }
        }
    }

    /** What the form of a payment shows. */
    void showOwed(DelegateTask task) {
        AMOUNT_OWED
                .on(task)
                .setLocal(payments.owed(DiagramListener.caseNumber(task), task).toString());
    }

    /** How an appeal ended; while it was pending the due date was stayed (10 CSR 60-6.070(5)). */
    void appeal(String caseNumber, DelegateTask task, Answers answers) {
        String decision = answers.text("appealDecision");
        LocalDate resolved = LocalDate.parse(answers.take("appealResolvedOn").orElse(today().toString()));
        LocalDate filed = LocalDate.parse(APPEAL_FILED_ON.from(task).get());
        if (resolved.isBefore(filed)) {
            throw new Refusal("appealResolvedOn", "the appeal was filed on " + filed);
        }
        note(
                caseNumber,
                "The appeal of the order: " + Answers.inWords(decision) + " on " + resolved
                        + answers.take("appealNote").map(text -> ". " + text).orElse(""));
        if (decision.equals("SET_ASIDE")) {
            caseRecord.note(caseNumber, PenaltyStanding.SET_ASIDE, "The administrative penalty order is set aside");
        }
        Optional<BigDecimal> revised = answers.takeNumber("revisedAmount");
        if (decision.equals("REDUCED")) {
            revised.ifPresent(
                    amount -> ORDER_AMOUNT.on(task).set(amount.setScale(2).toPlainString()));
        }
        if (!decision.equals("JUDICIAL_REVIEW")) {
            String due = LocalDate.parse(FINAL_DUE_ON.from(task).get())
                    .plusDays(ChronoUnit.DAYS.between(filed, resolved))
                    .toString();
            FINAL_DUE_ON.on(task).set(due);
            PAYMENT_DUE_ON.on(task).set(due);
        }
    }

    private void note(String caseNumber, String text) {
        caseRecord.confidentialNote(caseNumber, "PENALTY_ORDER", text);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
