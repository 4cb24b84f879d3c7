package org.abate.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A case as the record has it.
 *
 * @param responsibleParty null while it is unknown
 * @param closedAt when the record was closed; null while the case is in work, as are closedOn and closingReason. A
 *     case that was referred is in work until the legal action is concluded
 * @param closedOn the day the outcome took effect
 * @param caseManager a user id; null until one is assigned
 * @param request what the case is about where it is no enforcement case; else null
 */
public record CaseFile(
        String caseNumber,
        Program program,
        CaseStatus status,
        Facility facility,
        ResponsibleParty responsibleParty,
        LocalDate discoveredOn,
        Instant openedAt,
        Instant closedAt,
        LocalDate closedOn,
        String closingReason,
        String caseManager,
        List<Violation> violations,
        WaterRequest request) {

    /** What the case is about. */
    public Matter matter() {
        return request == null ? Matter.ENFORCEMENT : request.matter();
    }

    /** Whether the work on the case is over. */
    public boolean closed() {
        return closedAt != null;
    }
}
