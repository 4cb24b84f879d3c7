package org.abate.process;

import java.time.LocalDate;
import java.util.List;
import org.abate.casefile.NewViolation;

/**
 * What somebody says has happened to a case.
 *
 * @param date the day it happened, from the discovery to today
 * @param note what is to be known about it; may be null where none is needed
 * @param violations for a new violation only
 * @param appealedViolation for an appeal, where more than one notice can be appealed: the number of a violation that the
 *     appealed one is about; else null
 * @param reason for a withdrawal, the code of why; null where it is not stated
 */
public record ReportedEvent(
        CaseEvent event,
        LocalDate date,
        String note,
        List<NewViolation> violations,
        Integer appealedViolation,
        String reason) {

    public ReportedEvent {
        violations = violations == null ? List.of() : violations;
    }
}
