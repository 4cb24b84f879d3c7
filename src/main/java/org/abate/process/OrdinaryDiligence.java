package org.abate.process;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.TimelineEntry;
import org.abate.casefile.Violation;
import org.springframework.stereotype.Component;

/**
 * The day on which the department, in the exercise of ordinary diligence, should have discovered the violations of a case:
 * from it, where it is earlier than their discovery, the two years to assess an administrative penalty count (10 CSR
 * 60-6.070(1)(G), interpretation D16). It stands on the timeline; the last word counts. A violation found later has a day
 * of its own.
 */
@Component
class OrdinaryDiligence {

    /** The process variable and form field, an ISO date. */
    static final String VARIABLE = "shouldHaveBeenDiscoveredOn";

    /** The process variable with the day from which the two years of the last violation count. */
    static final String OF_LAST_VIOLATION = "lastViolationDiscoveredOn";

    private static final String NOTE = "SHOULD_HAVE_BEEN_DISCOVERED";
    private static final String FOUND = "In the exercise of ordinary diligence to have been discovered on ";

    /** As the timeline writes a day. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

    private final CaseRecord caseRecord;

    OrdinaryDiligence(CaseRecord caseRecord) {
        this.caseRecord = caseRecord;
    }

    /** @throws Refusal where the day is after that of the discovery */
    void record(String caseNumber, LocalDate day) {
        LocalDate discovered = caseRecord.get(caseNumber).discoveredOn();
        if (day.isAfter(discovered)) {
            throw new Refusal(VARIABLE, "is after the day of discovery, " + discovered);
        }
        if (!day.equals(from(caseNumber))) {
            caseRecord.note(caseNumber, NOTE, FOUND + DAY.format(day));
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
        return caseRecord.timeline(caseNumber).stream()
                .filter(entry -> entry.kind().equals(NOTE))
                .map(TimelineEntry::text)
                .map(text -> LocalDate.parse(text.substring(FOUND.length()), DAY))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> caseRecord.get(caseNumber).discoveredOn());
    }
}
