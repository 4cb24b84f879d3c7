package org.abate.process;

import static org.abate.process.CaseVariables.CIVIL_PENALTY_BARRED;
import static org.abate.process.CaseVariables.PURPOSE;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.NewPayment;
import org.abate.process.CivilPenaltyBar.Administrative;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** A referral to the Attorney General, from its request to the outcome of legal action (Manual 3.3 Tanks, 8.2, 8.3). */
@Component
class ReferralWork {

    /** What asks a court for a civil penalty. */
    private static final Set<String> FOR_PENALTIES = Set.of("PENALTIES", "COMPLIANCE_AND_PENALTIES");

    private static final Map<String, String> FILED_BY =
            Map.of("PROSECUTOR", " by the prosecutor", "ATTORNEY_GENERAL", " by the Attorney General");

    private final CaseRecord caseRecord;
    private final PenaltyStanding standing;
    private final Clock clock;

    ReferralWork(CaseRecord caseRecord, PenaltyStanding standing, Clock clock) {
        this.caseRecord = caseRecord;
        this.standing = standing;
        this.clock = clock;
    }

    /**
     * What an administrative penalty leaves of the request: no civil penalty is asked for where one bars it, but compliance
     * while a violation is open, and the collection of what was assessed and not paid (interpretation S2).
     */
    void prepare(String caseNumber, DelegateTask task, Answers answers) {
        boolean elsewhere = answers.take("administrativePenaltyAssessed")
                .map(Boolean::parseBoolean)
                .orElse(false);
        CivilPenaltyBar bar = standing.bar(caseNumber);
        boolean barred =
                standing.isCivilPenaltyBarred(caseNumber) || elsewhere && bar.test() != CivilPenaltyBar.Test.NONE;
        CIVIL_PENALTY_BARRED.on(task).set(false);
        if (!barred || !FOR_PENALTIES.contains(PURPOSE.from(task).getOrDefault("PENALTIES"))) {
            return;
        }
        boolean open =
                caseRecord.get(caseNumber).violations().stream().anyMatch(violation -> violation.correctedOn() == null);
        boolean unpaid = standing.administrativePenalty(caseNumber) == Administrative.ASSESSED;
        String left = open ? "COMPLIANCE" : unpaid ? "COLLECTION" : null;
        CIVIL_PENALTY_BARRED.on(task).set(left == null);
        if (left != null) {
            PURPOSE.on(task).set(left);
        }
        note(
                caseNumber,
                "REFERRAL",
                "No civil penalty is asked for: an administrative penalty was assessed (" + bar.citation() + ")");
    }

    void filed(String caseNumber, Answers answers) {
        String by = answers.take("filedBy").map(FILED_BY::get).orElse("");
        if (Boolean.TRUE.equals(answers.value("referralReturned"))) {
            note(
                    caseNumber,
                    "REFERRAL",
                    "The Attorney General returned the case"
                            + answers.take("returnReason")
                                    .map(why -> ". " + why)
                                    .orElse(""));
            return;
        }
        note(
                caseNumber,
                "LEGAL_ACTION",
                "Legal action filed" + by + " on "
                        + answers.take("filedOn").orElse(today().toString())
                        + answers.take("court").map(court -> " in " + court).orElse("")
                        + answers.take("docketNumber")
                                .map(number -> ", docket " + number)
                                .orElse(""));
    }

    /** What a court orders to be paid has no payee of ours: the judgment names it. */
    void stage(String caseNumber, Answers answers) {
        LocalDate paidOn = answers.take("paidOn").map(LocalDate::parse).orElseGet(this::today);
        String method = answers.take("paymentMethod").orElse("CHECK");
        String reference = answers.take("paymentReference").orElse(null);
        answers.takeNumber("paymentAmount")
                .filter(amount -> amount.compareTo(BigDecimal.ZERO) > 0)
                .ifPresent(amount ->
                        caseRecord.recordPayment(caseNumber, new NewPayment(amount, paidOn, method, reference, null)));
        note(
                caseNumber,
                "LEGAL_ACTION",
                answers.take("legalActionStage").orElse("Legal action")
                        + answers.take("legalActionOutcome")
                                .map(outcome -> ". Outcome: " + outcome)
                                .orElse(""));
    }

    private void note(String caseNumber, String kind, String text) {
        caseRecord.note(caseNumber, kind, text);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
