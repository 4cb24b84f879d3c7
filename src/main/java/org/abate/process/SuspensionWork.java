package org.abate.process;

import static org.abate.process.CaseVariables.AMOUNT_TO_SUSPEND;
import static org.abate.process.CaseVariables.DECISION_CONDITIONS;
import static org.abate.process.CaseVariables.DECISION_TEXT;
import static org.abate.process.CaseVariables.FINAL_COMPLIANCE_DATE;
import static org.abate.process.CaseVariables.SUSPENDED_AMOUNT;
import static org.abate.process.CaseVariables.SUSPENDED_UNTIL;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.NewContact;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * A penalty that is suspended, and what becomes of it (10 CSR 60-6.070(1)(F), Manual 8.2, 8.3; interpretation P32).
 */
@Component
class SuspensionWork {

    /** From the final compliance date of the order (10 CSR 60-6.070(1)(F)). */
    private static final Period REINSTATED_WITHIN = Period.ofYears(1);

    private static final Map<String, String> FACTORS = factors();

    private final CaseRecord caseRecord;
    private final PenaltyPayments payments;
    private final PenaltyStanding standing;
    private final CaseContacts contacts;
    private final Clock clock;

    SuspensionWork(
            CaseRecord caseRecord,
            PenaltyPayments payments,
            PenaltyStanding standing,
            CaseContacts contacts,
            Clock clock) {
        this.caseRecord = caseRecord;
        this.payments = payments;
        this.standing = standing;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** The factors, as a minimum, that are considered for suspending a penalty. */
    private static Map<String, String> factors() {
        Map<String, String> factors = new LinkedHashMap<>();
        factors.put("factorTimeliness", "Timeliness in response to the violations");
        factors.put("factorHistory", "History of past violations");
        factors.put("factorCooperation", "Cooperative efforts towards compliance");
        factors.put("factorSeverity", "Severity of the violations");
        factors.put("factorHealthRisk", "Relative risk to human health");
        factors.put("factorOther", "Other extenuating circumstances");
        return factors;
    }

    void weigh(String caseNumber, DelegateTask task, Answers answers) {
        StringBuilder weighed = new StringBuilder("Suspension weighed");
        FACTORS.forEach((name, words) -> answers.take(name)
                .ifPresent(
                        text -> weighed.append(". ").append(words).append(": ").append(text)));
        boolean appropriate = Boolean.TRUE.equals(answers.value("suspensionAppropriate"));
        note(caseNumber, weighed + (appropriate ? ". Appropriate" : ". Not appropriate"));
        if (!appropriate) {
            return;
        }
        BigDecimal amount = new BigDecimal(answers.text("suspendedAmount"));
        AMOUNT_TO_SUSPEND
                .from(task)
                .getOptional()
                .map(BigDecimal::new)
                .filter(rest -> rest.compareTo(amount) != 0)
                .ifPresent(rest -> {
                    throw new Refusal(
                            "suspendedAmount",
                            "of the order $" + rest + " are open; what is not suspended of it is paid first");
                });
        SUSPENDED_AMOUNT.on(task).set(amount.setScale(2).toPlainString());
        String compliance = FINAL_COMPLIANCE_DATE.from(task).get();
        SUSPENDED_UNTIL.on(task).set(end(compliance));
        DECISION_TEXT.on(task).set("The department suspends $" + amount.setScale(2) + " of the penalty in this case.");
        DECISION_CONDITIONS.on(task).set(conditions(compliance));
    }

    /** The day until which what an order suspends can be reinstated. */
    static String end(String finalComplianceDate) {
        return LocalDate.parse(finalComplianceDate).plus(REINSTATED_WITHIN).toString();
    }

    static String conditions(String finalComplianceDate) {
        return "Comply with all provisions of the order or agreement by "
                + DeadlineCalendar.date(LocalDate.parse(finalComplianceDate)) + ".\n"
                + "Remain in compliance for one year from that date.";
    }

    void inspection(String caseNumber, Answers answers) {
        String found = Boolean.TRUE.equals(answers.value("inCompliance")) ? "In compliance" : "Not in compliance";
        LocalDate day = answers.take("inspectedOn").map(LocalDate::parse).orElseGet(() -> LocalDate.now(clock));
        contacts.add(
                caseNumber,
                new NewContact(
                        "INSPECTION",
                        day,
                        null,
                        answers.takeNumber("inspectionMinutes")
                                .map(BigDecimal::intValue)
                                .orElse(null),
                        answers.take("inspectionWith").orElse("Responsible party"),
                        found
                                + answers.take("inspectionNote")
                                        .map(text -> ". " + text)
                                        .orElse("")));
    }

    void reinstatement(String caseNumber, DelegateTask task, Answers answers) {
        boolean reinstated = Boolean.TRUE.equals(answers.value("penaltyReinstated"));
        String amount = SUSPENDED_AMOUNT.from(task).get();
        note(
                caseNumber,
                (reinstated ? "The suspended $" + amount + " are reinstated. " : "The penalty stays suspended. ")
                        + answers.text("reinstatementReason"));
        DECISION_TEXT
                .on(task)
                .set("The department reinstates the penalty of $" + amount
                        + " that was suspended in this case. It is due now.");
        DECISION_CONDITIONS.on(task).set(null);
    }

    void payment(String caseNumber, Answers answers) {
        payments.record(caseNumber, answers);
        if (Boolean.TRUE.equals(answers.value("reinstatedPenaltyPaid"))
                && standing.standingOrder(caseNumber).isPresent()) {
            caseRecord.note(caseNumber, PenaltyStanding.COLLECTED, "The reinstated penalty is paid");
        }
    }

    private void note(String caseNumber, String text) {
        caseRecord.confidentialNote(caseNumber, "SUSPENDED_PENALTY", text);
    }
}
