package org.abate.casefile;

import java.time.LocalDate;
import java.util.List;

/**
 * A case to be opened.
 *
 * @param responsibleParty null while it is unknown
 * @param discoveredOn the day the violation was discovered, from which the record's clocks run
 * @param violations at least one; none where a request is opened
 * @param request what a supplier of water asks for; null for an enforcement case
 */
public record NewCase(
        Program program,
        NewFacility facility,
        NewParty responsibleParty,
        LocalDate discoveredOn,
        List<NewViolation> violations,
        NewWaterRequest request) {

    /** An enforcement case. */
    public NewCase(
            Program program,
            NewFacility facility,
            NewParty responsibleParty,
            LocalDate discoveredOn,
            List<NewViolation> violations) {
        this(program, facility, responsibleParty, discoveredOn, violations, null);
    }

    Matter matter() {
        return request == null ? Matter.ENFORCEMENT : request.matter();
    }
}
