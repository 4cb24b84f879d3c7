package org.abate.process;

import java.time.LocalDate;
import java.util.Comparator;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Violation;
import org.springframework.stereotype.Component;

/**
 * The day on which the department, in the exercise of ordinary diligence, should have discovered the violations of a case:
 * from it, where it is earlier than their discovery, the two years to assess an administrative penalty count (10 CSR
 * 60-6.070(1)(G), interpretation D16). It is a value of the record, and each word on it an entry of the timeline. A violation found later has a day
 * of its own.
 */
@Component
class OrdinaryDiligence {

    /** The process variable and form field, an ISO date. */
    static final String VARIABLE = "shouldHaveBeenDiscoveredOn";

    /** The process variable with the day from which the two years of the last violation count. */
    static final String OF_LAST_VIOLATION = "lastViolationDiscoveredOn";

    private final CaseRecord caseRecord;

    OrdinaryDiligence(CaseRecord caseRecord) {
        this.caseRecord = caseRecord;
    }

    /** @throws CaseRefused where the day is after that of the discovery */
    void record(String caseNumber, LocalDate day) {
        if (!day.equals(from(caseNumber))) {
            caseRecord.shouldHaveBeenDiscovered(caseNumber, day);
        }
    }

    /** The day the two years of one violation count from: that on which it was first observed, where it was found later. */
    LocalDate from(String caseNumber, Violation violation) {
        LocalDate discovered = caseRecord.get(caseNumber).discoveredOn();
        return violation.observedOn().stream()
                .min(Comparator.naturalOrder())
                .filter(first -> first.isAfter(discovered))
                .orElseGet(() -> from(caseNumber));
    }

    /** The day the two years of the violation found last count from. */
    LocalDate fromLast(String caseNumber) {
        return caseRecord.get(caseNumber).violations().stream()
                .map(violation -> from(caseNumber, violation))
                .max(Comparator.naturalOrder())
                .orElseGet(() -> from(caseNumber));
    }

    /** The day the two years count from: that of the discovery, or the earlier one. */
    LocalDate from(String caseNumber) {
        return caseRecord
                .shouldHaveBeenDiscoveredOn(caseNumber)
                .orElseGet(() -> caseRecord.get(caseNumber).discoveredOn());
    }
}
