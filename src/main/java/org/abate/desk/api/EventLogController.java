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
import java.io.OutputStream;
import org.abate.cycletime.EventLog;
import org.abate.desk.Download;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tasks as an event log, written to the answer as they are read. */
@RestController
@Tag(name = "Cycle times")
class EventLogController {

    private static final String XES = "application/xml;charset=UTF-8";
    private static final String OCEL = "application/json";

    private final EventLog log;
    private final StageParameters parameters;

    EventLogController(EventLog log, StageParameters parameters) {
        this.log = log;
        this.parameters = parameters;
    }

    @GetMapping("/api/event-log.csv")
    @Operation(summary = "Gives tasks, finished and open, as an event log in CSV")
    @ApiResponse(
            responseCode = "200",
            description = "A line for each event, by case and time",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @StageParameters.Described
    void csv(@Parameter(hidden = true) HttpServletRequest request, HttpServletResponse answer) throws IOException {
        EventLog.Selection selection = log.select(parameters.read(request));
        log.csv(selection, attached(answer, Download.CSV, "event-log.csv"));
    }

    @GetMapping("/api/event-log.xes")
    @Operation(summary = "Gives tasks, finished and open, as an event log in XES (IEEE 1849-2016)")
    @ApiResponse(
            responseCode = "200",
            description = "A trace for each case",
            content = @Content(mediaType = "application/xml", schema = @Schema(type = "string")))
    @StageParameters.Described
    void xes(@Parameter(hidden = true) HttpServletRequest request, HttpServletResponse answer) throws IOException {
        EventLog.Selection selection = log.select(parameters.read(request));
        log.xes(selection, attached(answer, XES, "event-log.xes"));
    }

    @GetMapping("/api/event-log.ocel.json")
    @Operation(summary = "Gives tasks, finished and open, as an object-centric event log (OCEL 2.0)")
    @ApiResponse(
            responseCode = "200",
            description = "Cases, facilities and documents as objects; no names",
            content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
    @StageParameters.Described
    void ocel(@Parameter(hidden = true) HttpServletRequest request, HttpServletResponse answer) throws IOException {
        EventLog.Selection selection = log.select(parameters.read(request));
        log.ocel(selection, attached(answer, OCEL, "event-log.ocel.json"));
    }

    private static OutputStream attached(HttpServletResponse answer, String type, String name) throws IOException {
        Download.begin(answer, type, name);
        return answer.getOutputStream();
    }
}
