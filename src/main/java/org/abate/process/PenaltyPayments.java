package org.abate.process;

import static org.abate.process.CaseVariables.FINAL_DUE_ON;
import static org.abate.process.CaseVariables.ORDER_AMOUNT;
import static org.abate.process.CaseVariables.ORDER_ISSUED_ON;
import static org.abate.process.CaseVariables.PROGRAM;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.NewPayment;
import org.abate.casefile.Payment;
import org.abate.penalty.LatePayment;
import org.abate.penalty.RuleBook;
import org.abate.process.TimeLimits.Action;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/**
 * What is paid and owed on an administrative penalty. The proceeds go to the treasurer of the county in which the
 * violations occurred, for its schools (10 CSR 20-3.010(4), 25-14.010(4), 60-6.070(4)).
 */
@Component
class PenaltyPayments {

    private final CaseRecord caseRecord;
    private final RuleBook rules;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    PenaltyPayments(CaseRecord caseRecord, RuleBook rules, Clock clock) {
        this.caseRecord = caseRecord;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What is owed, after what was paid.
     *
     * @param rest dollars, with surcharge and interest
     * @param surcharge dollars, once the due date has passed; where a rule of late payment knows one
     * @param interest dollars, likewise
     */
    record Owed(BigDecimal rest, BigDecimal surcharge, BigDecimal interest) {

        @Override
        public String toString() {
            return "$" + rest.setScale(2)
                    + (surcharge.signum() == 0
                            ? ""
                            : ", with a surcharge of $" + surcharge + " and interest of $" + interest);
        }
    }

    /** Records a payment where one came in, with its payee. */
    void record(String caseNumber, Answers answers) {
        Optional<BigDecimal> amount = answers.takeNumber("paymentAmount");
        LocalDate paidOn = answers.take("paidOn").map(LocalDate::parse).orElseGet(() -> LocalDate.now(clock));
        String method = answers.take("paymentMethod").orElse("CHECK");
        Optional<String> reference = answers.take("paymentReference");
        String payee = "Paid to the treasurer of the county of "
                + caseRecord.get(caseNumber).facility().county() + " for the use and benefit of its public schools";
        amount.filter(paid -> paid.signum() > 0)
                .ifPresent(paid -> caseRecord.recordPayment(
                        caseNumber, new NewPayment(paid, paidOn, method, reference.orElse(null), payee)));
    }

    /** Today. Surcharge and interest are on what was not paid by the due date, until it is paid (D7, D13). */
    Owed owed(String caseNumber, VariableScope order) {
        LocalDate issued = LocalDate.parse(ORDER_ISSUED_ON.from(order).get());
        LocalDate due = LocalDate.parse(FINAL_DUE_ON.from(order).get());
        BigDecimal amount = new BigDecimal(ORDER_AMOUNT.from(order).get());
        List<Payment> payments = caseRecord.payments(caseNumber).stream()
                .filter(payment -> !payment.paidOn().isBefore(issued))
                .toList();
        BigDecimal unpaid =
                amount.subtract(sum(payments, payment -> !payment.paidOn().isAfter(due)));
        BigDecimal paidLate = sum(payments, payment -> payment.paidOn().isAfter(due));
        LocalDate today = LocalDate.now(clock);
        if (unpaid.signum() <= 0 || !today.isAfter(due)) {
            return new Owed(unpaid.subtract(paidLate), BigDecimal.ZERO, BigDecimal.ZERO);
        }
        LocalDate lastPaid = paidLate.signum() == 0
                ? today
                : payments.get(payments.size() - 1).paidOn();
        LatePayment then = late(order, unpaid, issued, due, lastPaid);
        LatePayment owed = paidLate.compareTo(then.owed()) >= 0 ? then : late(order, unpaid, issued, due, today);
        return new Owed(owed.owed().subtract(paidLate), owed.surcharge(), owed.interest());
    }

    private static BigDecimal sum(List<Payment> payments, Predicate<Payment> which) {
        return payments.stream().filter(which).map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** By the program's rule of late payment; without one nothing is added. */
    private LatePayment late(
            VariableScope order, BigDecimal unpaid, LocalDate issued, LocalDate due, LocalDate paidOn) {
        String program = PROGRAM.from(order).get();
        String rule = program + "/late-payment";
        if (rules.rules().stream().noneMatch(each -> each.rule().equals(rule))) {
            return new LatePayment(due.toString(), BigDecimal.ZERO, BigDecimal.ZERO, unpaid);
        }
        int days = TimeLimits.of(program, Action.PAY_ADMINISTRATIVE_PENALTY)
                .map(TimeLimits.Limit::days)
                .orElse(0);
        return (LatePayment) rules.calculate(
                rule,
                json.createObjectNode()
                        .put("penalty", unpaid.setScale(2).toPlainString())
                        .put("issuedOn", issued.toString())
                        .put("paidOn", paidOn.toString())
                        .put("appealStayDays", Math.max(0, ChronoUnit.DAYS.between(issued.plusDays(days), due))),
                LocalDate.now(clock));
    }
}
