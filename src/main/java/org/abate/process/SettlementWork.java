package org.abate.process;

import static org.abate.process.CaseVariables.AMOUNT_TO_BE_PAID;
import static org.abate.process.CaseVariables.COMPLIANCE_TERMS;
import static org.abate.process.CaseVariables.PAID_BEFORE;
import static org.abate.process.CaseVariables.PAYMENT_DUE_ON;
import static org.abate.process.CaseVariables.PAYMENT_TERMS;
import static org.abate.process.CaseVariables.PENALTY_AMOUNT;
import static org.abate.process.CaseVariables.REMAINING_ACTIONS;
import static org.abate.process.CaseVariables.SETTLEMENT_SIGNED;
import static org.abate.process.CaseVariables.STIPULATED_PENALTIES;
import static org.abate.process.CaseVariables.SUSPENDED_PARTS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
 * signed agreement's amount stands (10 CSR 25-14.010(3)(E); interpretation P33).
 */
@Component
class SettlementWork {

    private static final String SIGNED = "Settlement agreement signed?";

    private static final Map<String, String> WAYS_OF_PAYING = waysOfPaying();
    private static final String SUSPENDED_ON = "suspended on ";

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
        ways.put("suspendedOnActions", SUSPENDED_ON + "the completion of agreed actions");
        ways.put("suspendedOnCompliance", SUSPENDED_ON + "future compliance");
        ways.put("supplementalProject", "satisfied by a Supplemental Environmental Project");
        return ways;
    }

    /** What the notice of violation asked for is negotiated while a violation is open, not typed again (Manual 8.5). */
    void showNegotiation(DelegateTask task) {
        String asked = REMAINING_ACTIONS.from(task).getOptional().orElse("");
        boolean open = caseRecord.get(DiagramListener.caseNumber(task)).violations().stream()
                .anyMatch(violation -> violation.correctedOn() == null);
        if (open
                && !asked.isBlank()
                && COMPLIANCE_TERMS.from(task).getOptional().isEmpty()) {
            COMPLIANCE_TERMS.on(task).set(asked);
        }
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
        List<String> terms = new ArrayList<>();
        @SuppressWarnings("rawtypes")
        List<Map> suspended = new ArrayList<>();
        for (Map.Entry<String, String> way : WAYS_OF_PAYING.entrySet()) {
            BigDecimal part = answers.takeNumber(way.getKey()).orElse(BigDecimal.ZERO);
            if (part.signum() > 0) {
                terms.add("$" + part.setScale(2) + " " + way.getValue() + until(way.getKey(), answers));
                sum = sum.add(part);
                toBePaid = way.getKey().startsWith("paid") ? toBePaid.add(part) : toBePaid;
                ofSuspended(way.getKey(), answers)
                        .ifPresent(until -> suspended.add(suspendedPart(part, until, way.getKey())));
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
        if (suspended.isEmpty()) {
            SUSPENDED_PARTS.on(task).remove();
        } else {
            SUSPENDED_PARTS.on(task).set(suspended);
        }
        PAYMENT_TERMS.on(task).set(String.join("\n", terms));
        STIPULATED_PENALTIES.on(task).set(answers.find("stipulatedPenalties").orElse(null));
        answers.take("actionsDueOn");
        answers.take("suspendedUntil");
    }

    /** A part that is released or reinstated on a day of its own (Manual 8.5). */
    private static Map<String, String> suspendedPart(BigDecimal amount, String until, String way) {
        Map<String, String> part = new LinkedHashMap<>();
        part.put("amount", amount.setScale(2).toPlainString());
        part.put("until", until);
        part.put("on", WAYS_OF_PAYING.get(way).substring(SUSPENDED_ON.length()));
        return part;
    }

    /** The last day of a suspension; empty for what is not suspended. */
    private static Optional<String> ofSuspended(String way, Answers answers) {
        return switch (way) {
            case "suspendedOnActions" -> answers.find("actionsDueOn");
            case "suspendedOnCompliance" -> answers.find("suspendedUntil");
            default -> Optional.empty();
        };
    }

    private static String until(String way, Answers answers) {
        return ofSuspended(way, answers)
                .map(day -> (way.equals("suspendedOnActions") ? " by " : " until ") + inWords(day))
                .orElse("");
    }

    private static String inWords(String day) {
        return DeadlineCalendar.date(LocalDate.parse(day));
    }

    /** Only a violation found since the signing adds to the signed amount; nothing lowers it. */
    private Optional<String> signedAmountChanged(String caseNumber, BigDecimal total) {
        return caseRecord.decidedAmount(caseNumber, SIGNED).flatMap(signed -> {
            boolean supplement = caseRecord.violationRecordedSince(caseNumber, SIGNED);
            boolean stands = supplement ? total.compareTo(signed) >= 0 : total.compareTo(signed) == 0;
            return stands
                    ? Optional.empty()
                    : Optional.of("the signed agreement has $" + signed.setScale(2)
                            + ", which is not adjusted any more (10 CSR 25-14.010(3)(E)); only how it is paid can"
                            + " change"
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
