package org.abate.process;

import static org.abate.process.CaseVariables.AMOUNT_TO_BE_PAID;
import static org.abate.process.CaseVariables.PAID_BEFORE;
import static org.abate.process.CaseVariables.PAYMENT_DUE_ON;
import static org.abate.process.CaseVariables.PAYMENT_TERMS;
import static org.abate.process.CaseVariables.PENALTY_AMOUNT;
import static org.abate.process.CaseVariables.SETTLEMENT_SIGNED;
import static org.abate.process.CaseVariables.STIPULATED_PENALTIES;
import static org.abate.process.CaseVariables.SUSPENDED_AMOUNT;
import static org.abate.process.CaseVariables.SUSPENDED_UNTIL;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Fault;
import org.abate.casefile.NewDecision;
import org.abate.casefile.Payment;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * A settlement from its negotiation to its payment: the ways of paying add up to the agreed total (Manual 8.5), and a
 * signed agreement's amount stands (10 CSR 25-14.010(3)(E)).
 */
@Component
class SettlementWork {

    private static final String SIGNED = "Settlement agreement signed?";

    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

    private static final Map<String, String> WAYS_OF_PAYING = waysOfPaying();

    private final CaseRecord caseRecord;
    private final PenaltyPayments payments;

    SettlementWork(CaseRecord caseRecord, PenaltyPayments payments) {
        this.caseRecord = caseRecord;
        this.payments = payments;
    }

    private static Map<String, String> waysOfPaying() {
        Map<String, String> ways = new LinkedHashMap<>();
        ways.put("paidUpFront", "paid up front");
        ways.put("paidInInstalments", "paid in installments");
        ways.put("paidLater", "paid at a later date, at once");
        ways.put("suspendedOnActions", "suspended on the completion of agreed actions");
        ways.put("suspendedOnCompliance", "suspended on future compliance");
        ways.put("supplementalProject", "satisfied by a Supplemental Environmental Project");
        return ways;
    }

    /** @throws Refusal where the parts do not add up, or a signed amount would change */
    void negotiation(String caseNumber, DelegateTask task, Answers answers) {
        answers.take("negotiationNote").ifPresent(note -> caseRecord.confidentialNote(caseNumber, "NEGOTIATION", note));
        answers.take("inabilityToPay")
                .ifPresent(note -> caseRecord.confidentialNote(caseNumber, "INABILITY_TO_PAY", note));
        if (!"AGREED".equals(answers.text("negotiationResult"))) {
            return;
        }
        BigDecimal total = answers.takeNumber("agreedTotal").orElse(BigDecimal.ZERO);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal toBePaid = BigDecimal.ZERO;
        BigDecimal suspended = BigDecimal.ZERO;
        List<String> terms = new ArrayList<>();
        for (Map.Entry<String, String> way : WAYS_OF_PAYING.entrySet()) {
            BigDecimal part = answers.takeNumber(way.getKey()).orElse(BigDecimal.ZERO);
            if (part.signum() > 0) {
                terms.add("$" + part.setScale(2) + " " + way.getValue() + until(way.getKey(), answers));
                sum = sum.add(part);
                toBePaid = way.getKey().startsWith("paid") ? toBePaid.add(part) : toBePaid;
                suspended = way.getKey().startsWith("suspended") ? suspended.add(part) : suspended;
            }
        }
        List<Fault> faults = new ArrayList<>();
        if (total.signum() <= 0) {
            faults.add(new Fault("agreedTotal", "the agreed total is required"));
        }
        if (sum.compareTo(total) != 0) {
            faults.add(new Fault(
                    "agreedTotal",
                    "the ways of paying add up to $" + sum.setScale(2) + "; they must equal the total (Manual 8.5)"));
        }
        if (SETTLEMENT_SIGNED.from(task).getOrDefault(false)) {
            signedAmountChanged(caseNumber, total).ifPresent(why -> faults.add(new Fault("agreedTotal", why)));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        PENALTY_AMOUNT.on(task).set(total.setScale(2).toPlainString());
        AMOUNT_TO_BE_PAID.on(task).set(toBePaid.setScale(2).toPlainString());
        SUSPENDED_AMOUNT
                .on(task)
                .set(suspended.signum() == 0 ? null : suspended.setScale(2).toPlainString());
        PAYMENT_TERMS.on(task).set(String.join("\n", terms));
        STIPULATED_PENALTIES.on(task).set(answers.find("stipulatedPenalties").orElse(null));
        // ISO dates: the later one ends the suspension, of which each part is written with its own
        answers.take("actionsDueOn")
                .filter(day -> day.compareTo(answers.text("suspendedUntil")) > 0)
                .ifPresent(day -> SUSPENDED_UNTIL.on(task).set(day));
    }

    /** A part that is suspended on actions and one on future compliance end on days of their own (Manual 8.5). */
    private static String until(String way, Answers answers) {
        return switch (way) {
            case "suspendedOnActions" -> " by " + inWords(answers.text("actionsDueOn"));
            case "suspendedOnCompliance" -> " until " + inWords(answers.text("suspendedUntil"));
            default -> "";
        };
    }

    private static String inWords(String day) {
        return LocalDate.parse(day).format(IN_WORDS);
    }

    /** Only a violation found since the signing adds to the signed amount; nothing lowers it. */
    private Optional<String> signedAmountChanged(String caseNumber, BigDecimal total) {
        return caseRecord.decidedAmount(caseNumber, SIGNED).flatMap(signed -> {
            boolean supplement = caseRecord.violationRecordedSince(caseNumber, SIGNED);
            boolean stands = supplement ? total.compareTo(signed) >= 0 : total.compareTo(signed) == 0;
            return stands
                    ? Optional.empty()
                    : Optional.of("the signed agreement has $" + signed.setScale(2)
                            + ", which is not adjusted any more (10 CSR 25-14.010(3)(E)); only how it is paid can change"
                            + (supplement ? ", and what is agreed for the violations found since is added" : ""));
        });
    }

    /** The signing, and what was paid until then: that counts toward other penalties of the case. */
    void agreement(String caseNumber, DelegateTask task, Answers answers) {
        if (!Boolean.TRUE.equals(answers.value("agreementSigned"))) {
            caseRecord.note(caseNumber, "SETTLEMENT", "The settlement agreement was not signed");
            return;
        }
        caseRecord.note(
                caseNumber,
                "SETTLEMENT",
                "The settlement agreement is signed; the first payment is due on " + answers.text("paymentDueOn"));
        PENALTY_AMOUNT
                .from(task)
                .getOptional()
                .map(BigDecimal::new)
                .ifPresent(amount ->
                        caseRecord.decide(caseNumber, new NewDecision(SIGNED, null, "Yes", amount, null, true)));
        PAID_BEFORE.on(task).set(paid(caseNumber).toPlainString());
    }

    /** @throws Refusal where the agreement is said to be paid, and the record has less */
    void payment(String caseNumber, DelegateTask task, Answers answers) {
        payments.record(caseNumber, answers);
        answers.take("stipulatedPenaltyDue")
                .ifPresent(due -> caseRecord.confidentialNote(caseNumber, "STIPULATED_PENALTY", "Falls due: " + due));
        if (Boolean.TRUE.equals(answers.value("paidAndTermsMet"))) {
            refuseUnlessPaid(caseNumber, task);
        }
        answers.take("nextPaymentDueOn")
                .ifPresent(day -> PAYMENT_DUE_ON.on(task).set(day));
    }

    /** The case is concluded with penalty payment (Manual 3.3 Tanks): what was to be paid in money is on record. */
    private void refuseUnlessPaid(String caseNumber, DelegateTask task) {
        BigDecimal toBePaid =
                AMOUNT_TO_BE_PAID.from(task).getOptional().map(BigDecimal::new).orElse(BigDecimal.ZERO);
        BigDecimal before =
                PAID_BEFORE.from(task).getOptional().map(BigDecimal::new).orElse(BigDecimal.ZERO);
        BigDecimal paid = paid(caseNumber).subtract(before);
        if (paid.compareTo(toBePaid) < 0) {
            throw new Refusal(
                    "paidAndTermsMet",
                    "of $" + toBePaid.setScale(2) + " to be paid, $" + paid.setScale(2)
                            + " is on record since the agreement was signed");
        }
    }

    private BigDecimal paid(String caseNumber) {
        return caseRecord.payments(caseNumber).stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    void overduePayment(String caseNumber, DelegateTask task, Answers answers) {
        Optional<String> next = answers.take("nextPaymentDueOn");
        caseRecord.note(
                caseNumber,
                "PAYMENT_OVERDUE",
                next.map(day -> "More time was agreed in writing: the payment is due on " + day)
                        .orElse("The overdue payment: " + Answers.inWords(answers.text("overduePayment"))));
        answers.take("stipulatedPenaltyDue")
                .ifPresent(due -> caseRecord.confidentialNote(caseNumber, "STIPULATED_PENALTY", "Falls due: " + due));
        next.ifPresent(day -> PAYMENT_DUE_ON.on(task).set(day));
    }
}
