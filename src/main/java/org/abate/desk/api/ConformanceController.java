package org.abate.desk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.abate.cycletime.Conformance;
import org.abate.cycletime.StageQuery;
import org.abate.desk.Download;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Which deadlines were kept, and which cases broke them. */
@RestController
@Tag(name = "Cycle times")
class ConformanceController {

    private final Conformance conformance;
    private final StageParameters parameters;

    ConformanceController(Conformance conformance, StageParameters parameters) {
        this.conformance = conformance;
        this.parameters = parameters;
    }

    @GetMapping(path = "/api/cycle-times/conformance", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Counts how often each deadline was kept",
            description = "With the source that its diagram names; what no source demands is a target of the office")
    @ApiResponse(responseCode = "200", description = "The deadlines of the tasks that finished")
    @StageParameters.Described
    List<Conformance.Deadline> deadlines(@Parameter(hidden = true) HttpServletRequest request) {
        return conformance.deadlines(parameters.read(request));
    }

    @GetMapping(path = "/api/cycle-times/conformance/{stage}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Lists the cases that broke a step's deadline, the last ones first, at most 200")
    @ApiResponse(responseCode = "200", description = "The cases, with the days they were late")
    @StageParameters.Described
    List<Conformance.Broken> broken(@PathVariable String stage, @Parameter(hidden = true) HttpServletRequest request) {
        StageQuery query = parameters.read(request);
        return conformance.broken(query, stage);
    }

    @GetMapping("/api/cycle-times/conformance.csv")
    @Operation(summary = "Gives every task that was late in CSV")
    @ApiResponse(
            responseCode = "200",
            description = "A line for each, with its deadline and source",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @StageParameters.Described
    void csv(@Parameter(hidden = true) HttpServletRequest request, HttpServletResponse answer) throws IOException {
        Conformance.Selection selection = conformance.select(parameters.read(request));
        Download.begin(answer, Download.CSV, "conformance.csv");
        conformance.csv(selection, answer.getOutputStream());
    }
}
