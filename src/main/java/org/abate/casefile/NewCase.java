package org.abate.casefile;

import java.time.LocalDate;
import java.util.List;

/**
 * A case to be opened.
 *
 * @param responsibleParty null while it is unknown
 * @param discoveredOn the day the violation was discovered, from which the record's clocks run
 * @param violations at least one
 */
public record NewCase(
        Program program,
        NewFacility facility,
        NewParty responsibleParty,
        LocalDate discoveredOn,
        List<NewViolation> violations) {}
