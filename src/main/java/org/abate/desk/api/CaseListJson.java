package org.abate.desk.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.CaseSummary;
import org.abate.casefile.Page;

/** A page of cases, newest first. */
@Schema(name = "Cases")
record CaseListJson(
        List<Item> items,
        @Schema(description = "Counts from 0") int page,
        int size,
        @Schema(description = "Cases on all pages") long total) {

    /** A case in the list. */
    @Schema(name = "CaseSummary")
    record Item(
            @Schema(example = "TK-2026-00001") String caseNumber,
            @Schema(example = "tanks") String program,
            CaseStatus status,
            FacilityOfCase facility,

            @Schema(nullable = true, description = "Its name; null while unknown")
            String responsibleParty,

            LocalDate discoveredOn,
            Instant openedAt,
            @Schema(nullable = true) String caseManager) {}

    /** The facility of a case in the list. */
    record FacilityOfCase(long id, String name, String county, String region) {}

    static CaseListJson of(Page<CaseSummary> page) {
        return new CaseListJson(
                page.items().stream().map(CaseListJson::item).toList(), page.page(), page.size(), page.total());
    }

    private static Item item(CaseSummary summary) {
        return new Item(
                summary.caseNumber(),
                summary.program().id(),
                summary.status(),
                new FacilityOfCase(summary.facilityId(), summary.facilityName(), summary.county(), summary.region()),
                summary.responsibleParty(),
                summary.discoveredOn(),
                summary.openedAt(),
                summary.caseManager());
    }
}
