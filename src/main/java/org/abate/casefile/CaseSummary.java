package org.abate.casefile;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A case in a list.
 *
 * @param responsibleParty its name; null while it is unknown
 * @param caseManager a user id; null until one is assigned
 */
public record CaseSummary(
        String caseNumber,
        Program program,
        CaseStatus status,
        long facilityId,
        String facilityName,
        String county,
        String region,
        String responsibleParty,
        LocalDate discoveredOn,
        Instant openedAt,
        String caseManager) {}
