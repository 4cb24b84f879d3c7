package org.abate.process;

import java.time.LocalDate;
import java.util.Optional;
import org.abate.casefile.CaseRecord;
import org.springframework.stereotype.Component;

/**
 * What became of a penalty demand letter: negotiations begin after it is received and acknowledged (Manual 8.5). One that
 * is refused counts as received (interpretation A4).
 */
@Component
class DemandWork {

    private final CaseRecord caseRecord;

    DemandWork(CaseRecord caseRecord) {
        this.caseRecord = caseRecord;
    }

    /** @throws Refusal where it was acknowledged before it was received */
    void acknowledgment(String caseNumber, Answers answers) {
        Optional<LocalDate> received = answers.find("demandReceivedOn").map(LocalDate::parse);
        Optional<LocalDate> acknowledged = answers.find("demandAcknowledgedOn").map(LocalDate::parse);
        if (received.isPresent() && acknowledged.filter(received.get()::isAfter).isPresent()) {
            throw new Refusal("demandAcknowledgedOn", "lies before the day the letter was received, " + received.get());
        }
        answers.take("demandReceivedOn");
        answers.take("demandAcknowledgedOn");
        received.ifPresent(day -> caseRecord.note(
                caseNumber,
                "PENALTY_DEMAND",
                "The penalty demand letter was "
                        + ("REFUSED".equals(answers.text("demandLetter")) ? "refused on " : "received on ")
                        + day
                        + acknowledged.map(on -> " and acknowledged on " + on).orElse("")));
    }
}
