package org.abate.desk.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.abate.cycletime.CycleTimes;
import org.abate.cycletime.StageOutcome;

/** Cycle times as the REST interface tells them; every duration in days. */
@Schema(name = "CycleTimes")
record CycleTimesJson(
        @Schema(example = "days") String unit,

        @JsonProperty("case") @Schema(description = "The cases from opening to end")
        FiguresJson wholeCase,

        @Schema(description = "The tasks by whom they wait on: RESPONSIBLE_PARTY, DEPARTMENT, STAY")
        Map<String, FiguresJson> waitsOn,

        @Schema(description = "Each task of each diagram") List<StageJson> stages) {

    @Schema(name = "CycleTimesSpread")
    record SpreadJson(long count, Double median, Double mean, Double p90, Double p95, Double max) {}

    @Schema(name = "CycleTimesFigures")
    record FiguresJson(
            long count,
            Double median,
            Double mean,
            Double p90,
            Double p95,
            Double max,

            @Schema(description = "Until claimed, of those that were claimed")
            SpreadJson waiting,

            @Schema(description = "From the claim on") SpreadJson working,

            @Schema(description = "How long an appeal stopped the clock, of those where one did")
            SpreadJson stayed,

            @Schema(description = "How long an extension of the due date did, likewise")
            SpreadJson extended,

            @Schema(description = "Of those with a due date, from 0 to 1; of cases, those in which a step was overdue")
            Double overdueShare,

            Map<StageOutcome, Long> outcomes) {}

    @Schema(name = "CycleTimesStage")
    record StageJson(
            @Schema(example = "tank-enforcement", description = "The diagram the cases run on")
            String process,

            @Schema(
                    example = "tank-enforcement",
                    description = "The diagram in which the task stands: that, or a block")
            String diagram,

            @Schema(example = "RecordResponseToLetter") String stage,
            @Schema(example = "Record response to letter") String name,
            @Schema(example = "RESPONSIBLE_PARTY") String waitsOn,
            @JsonUnwrapped FiguresJson figures) {}

    static CycleTimesJson of(CycleTimes.Report report) {
        return new CycleTimesJson(
                "days",
                figures(report.wholeCase()),
                report.waitsOn().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, each -> figures(each.getValue()))),
                report.stages().stream()
                        .map(stage -> new StageJson(
                                stage.process(),
                                stage.diagram(),
                                stage.stage(),
                                stage.name(),
                                stage.waitsOn(),
                                figures(stage.figures())))
                        .toList());
    }

    private static FiguresJson figures(CycleTimes.Figures figures) {
        CycleTimes.Spread total = figures.total();
        return new FiguresJson(
                total.count(),
                total.median(),
                total.mean(),
                total.p90(),
                total.p95(),
                total.max(),
                spread(figures.waiting()),
                spread(figures.working()),
                spread(figures.stayed()),
                spread(figures.extended()),
                figures.overdueShare(),
                figures.outcomes());
    }

    private static SpreadJson spread(CycleTimes.Spread spread) {
        return new SpreadJson(spread.count(), spread.median(), spread.mean(), spread.p90(), spread.p95(), spread.max());
    }
}
