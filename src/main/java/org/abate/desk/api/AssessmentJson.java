package org.abate.desk.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.abate.casefile.Assessment;

/** A filed penalty calculation. */
@Schema(name = "FiledAssessment")
record AssessmentJson(
        long id,
        @Schema(example = "underground-storage-tank") String rule,
        String ruleVersion,

        @Schema(nullable = true, description = "Null for the calculation of the case as a whole")
        Long violationId,

        @Schema(description = "Counts from 1; the earlier versions are kept")
        int version,

        @JsonRawValue @Schema(type = "object", description = "What went in")
        String worksheet,

        @JsonRawValue
        @Schema(
                type = "object",
                nullable = true,
                description = "What came out; null for a violation whose amount needs what the case's calculation asks")
        String result,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = "string", nullable = true, example = "9250.50", description = "Dollars; null without a result")
        BigDecimal total,

        Instant recordedAt,
        String recordedBy) {

    static AssessmentJson of(Assessment filed) {
        return new AssessmentJson(
                filed.id(),
                filed.rule(),
                filed.ruleVersion(),
                filed.violationId(),
                filed.version(),
                filed.worksheetJson(),
                filed.resultJson(),
                filed.total() == null ? null : filed.total().setScale(2, RoundingMode.UNNECESSARY),
                filed.recordedAt(),
                filed.recordedBy());
    }
}
