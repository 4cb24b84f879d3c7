package org.abate.desk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.abate.cycletime.Bottlenecks;
import org.abate.cycletime.Comparison;
import org.abate.cycletime.CycleTimes;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How long the stages of cases take; no names, no penalties. */
@RestController
@RequestMapping(path = "/api/cycle-times", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Cycle times", description = "How long stages and cases take, for analysts and management")
class CycleTimesController {

    private final CycleTimes cycleTimes;
    private final Comparison comparison;
    private final Bottlenecks bottlenecks;
    private final StageParameters parameters;

    CycleTimesController(
            CycleTimes cycleTimes, Comparison comparison, Bottlenecks bottlenecks, StageParameters parameters) {
        this.cycleTimes = cycleTimes;
        this.comparison = comparison;
        this.bottlenecks = bottlenecks;
        this.parameters = parameters;
    }

    @GetMapping
    @Operation(
            summary = "Counts and measures finished stages, in days",
            description = "Each stage that finished in the period, whatever its outcome, and the cases as a whole")
    @ApiResponse(responseCode = "200", description = "The figures")
    @StageParameters.Described
    CycleTimesJson show(@Parameter(hidden = true) HttpServletRequest request) {
        return CycleTimesJson.of(cycleTimes.report(parameters.read(request)));
    }

    @GetMapping("/compare")
    @Operation(
            summary = "Compares two versions or two periods, with the uncertainty",
            description = "Before is the selection of the usual parameters; after is the same but for otherVersion,"
                    + " or otherFrom and otherTo. Durations are days")
    @ApiResponse(responseCode = "200", description = "Both sides, their differences and what they mean")
    @StageParameters.Described
    @Parameter(
            in = ParameterIn.QUERY,
            name = "stage",
            description =
                    "A task's id, with its diagram before where another diagram of the process has the same: minerals-notice:RecordLateResponse; none compares cases as a whole")
    @Parameter(in = ParameterIn.QUERY, name = "otherVersion", schema = @Schema(type = "integer", minimum = "1"))
    @Parameter(in = ParameterIn.QUERY, name = "otherFrom", schema = @Schema(type = "string", format = "date"))
    @Parameter(in = ParameterIn.QUERY, name = "otherTo", schema = @Schema(type = "string", format = "date"))
    Comparison.Result compare(@Parameter(hidden = true) HttpServletRequest request) {
        StageParameters.Pair pair = parameters.readPair(request);
        return comparison.of(pair.before(), pair.after(), pair.stage());
    }

    @GetMapping("/bottlenecks")
    @Operation(
            summary = "Names the step of each process in which cases wait most",
            description = "Of tasks that wait on the department; how long until they were taken, in days")
    @ApiResponse(
            responseCode = "200",
            description = "One for each process, of a single process the first three; in figures and in a sentence")
    @StageParameters.Described
    List<Bottlenecks.Bottleneck> bottlenecks(@Parameter(hidden = true) HttpServletRequest request) {
        return bottlenecks.of(parameters.read(request));
    }
}
