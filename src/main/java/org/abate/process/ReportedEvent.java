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
 * @param reason for the withdrawal of a case, the code of why; null where it is not stated
 * @param withdrawnBy for the withdrawal of a request, who withdrew it: name and capacity; else null
 * @param inWriting for the withdrawal of a request, whether it came in writing and is filed
 */
public record ReportedEvent(
        CaseEvent event,
        LocalDate date,
        String note,
        List<NewViolation> violations,
        Integer appealedViolation,
        String reason,
        String withdrawnBy,
        boolean inWriting) {

    public ReportedEvent(
            CaseEvent event,
            LocalDate date,
            String note,
            List<NewViolation> violations,
            Integer appealedViolation,
            String reason) {
        this(event, date, note, violations, appealedViolation, reason, null, false);
    }

    public ReportedEvent {
        violations = violations == null ? List.of() : violations;
    }
}
