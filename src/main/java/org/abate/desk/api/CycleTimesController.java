package org.abate.desk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
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
    private final StageParameters parameters;

    CycleTimesController(CycleTimes cycleTimes, StageParameters parameters) {
        this.cycleTimes = cycleTimes;
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
}
