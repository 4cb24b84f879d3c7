package org.abate.process;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Document;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Payment;
import org.springframework.stereotype.Component;

/**
 * A notice of violation from its review to the payment of what is assessed for it (10 CSR 40-10.070(7)(A) as quoted in
 * Manual 8.4): what the director decided, the filing with the commission, the service, the payments.
 */
@Component
class NoticeWork {

    private final CaseRecord caseRecord;
    private final PenaltyPayments payments;
    private final Clock clock;
    private final DeadlineCalendar calendar = new DeadlineCalendar();

    NoticeWork(CaseRecord caseRecord, PenaltyPayments payments, Clock clock) {
        this.caseRecord = caseRecord;
        this.payments = payments;
        this.clock = clock;
    }

    /** What the director decided beside the penalty itself; the assessor reads it on the timeline. */
    void review(String caseNumber, Answers answers) {
        if (!Boolean.TRUE.equals(answers.value("penaltyToAssess"))) {
            return;
        }
        String days = Boolean.TRUE.equals(answers.value("separateDays"))
                ? "Each day of continued violation is a separate violation"
                : "The days of continued violation are no separate violations";
        String benefit = Boolean.TRUE.equals(answers.value("economicBenefitWeighs"))
                ? "the economic benefit weighs in this"
                : "no economic benefit weighs in this";
        note(
                caseNumber,
                days + "; " + benefit
                        + answers.take("reviewNote").map(words -> ". " + words).orElse(""));
    }

    void filed(String caseNumber, Answers answers) {
        note(
                caseNumber,
                "The assessment was filed with the commission on "
                        + answers.take("filedOn").orElse(today().toString()));
    }

    /** A refusal is service; a notice that could not be delivered is not served. */
    void service(String caseNumber, Answers answers) {
        String reference = answers.take("serviceReference")
                .map(words -> " (" + words + ")")
                .orElse("");
        if ("UNDELIVERABLE".equals(answers.text("serviceResult"))) {
            note(caseNumber, "The notice of assessment could not be delivered" + reference + ": it is sent again");
            return;
        }
        LocalDate day = LocalDate.parse(answers.take("servedOn").orElse(today().toString()));
        Document notice = caseRecord.documents(caseNumber).stream()
                .filter(document -> document.kind() == DocumentKind.PENALTY_ASSESSMENT_NOTICE)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        Instant end = calendar.endOf(day);
        caseRecord.served(caseNumber, notice.id(), end.isBefore(clock.instant()) ? end : clock.instant());
        note(caseNumber, "The notice of assessment: " + Answers.inWords(answers.text("serviceResult")) + reference);
    }

    /** A payment; it is paid in full when the payments of the case equal what was assessed when the notice was served. */
    void payment(String caseNumber, Answers answers) {
        payments.record(caseNumber, answers);
        BigDecimal assessed = new BigDecimal(answers.text("assessedAmount"));
        BigDecimal paid =
                caseRecord.payments(caseNumber).stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if ("PAID".equals(answers.text("assessedPayment")) && paid.compareTo(assessed) < 0) {
            throw new Refusal(
                    "assessedPayment",
                    "of $" + assessed.setScale(2) + " assessed, $" + paid.setScale(2) + " is on record");
        }
    }

    private void note(String caseNumber, String text) {
        caseRecord.confidentialNote(caseNumber, "PENALTY_ASSESSMENT", text);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
