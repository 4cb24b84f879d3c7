package org.abate.desk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Fault;
import org.abate.cycletime.Reasons;
import org.abate.desk.Download;
import org.abate.desk.VisibleCases;
import org.abate.desk.VisibleReasons;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Why cases were withdrawn and deadlines missed: stated by the staff of a case, counted for analysts. */
@RestController
class ReasonsController {

    private final VisibleCases visible;
    private final VisibleReasons stated;
    private final Reasons reasons;
    private final StageParameters parameters;

    ReasonsController(VisibleCases visible, VisibleReasons stated, Reasons reasons, StageParameters parameters) {
        this.visible = visible;
        this.stated = stated;
        this.reasons = reasons;
        this.parameters = parameters;
    }

    @GetMapping(path = "/api/cases/{caseNumber}/reasons", produces = MediaType.APPLICATION_JSON_VALUE)
    @Tag(name = "Cases")
    @Operation(summary = "Lists the case's missed deadlines and its withdrawal, with the reasons stated so far")
    @ApiResponse(responseCode = "200", description = "Oldest first, as far as the caller may see them")
    List<Reasons.Asked> ofCase(@PathVariable String caseNumber) {
        return stated.of(visible.get(caseNumber));
    }

    @PostMapping(path = "/api/cases/{caseNumber}/reasons", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Tag(name = "Cases")
    @Operation(
            summary =
                    "States why a deadline was missed or the case withdrawn; a later reason takes the place of an earlier",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ReasonBody.class))))
    @ApiResponse(responseCode = "204", description = "The reason is recorded")
    void state(@PathVariable String caseNumber, InputStream body) throws IOException {
        CaseFile file = visible.getForWork(caseNumber);
        List<Fault> faults = new ArrayList<>();
        ReasonBody given = JsonObject.read(
                StrictJson.read(body), faults, json -> new ReasonBody(json.text("stage"), json.text("reason")));
        if (given == null) {
            throw new CaseRefused(faults);
        }
        stated.state(file, given.stage(), given.reason(), faults);
    }

    @GetMapping(path = "/api/cycle-times/reasons", produces = MediaType.APPLICATION_JSON_VALUE)
    @Tag(name = "Cycle times")
    @Operation(
            summary = "Counts the reasons of withdrawals and missed deadlines",
            description = "By program, process, occasion and month; NOT_STATED where staff have given none")
    @ApiResponse(responseCode = "200", description = "The counts")
    @StageParameters.Described
    List<Reasons.Count> counts(@Parameter(hidden = true) HttpServletRequest request) {
        return reasons.counts(parameters.read(request));
    }

    @GetMapping("/api/cycle-times/reasons.csv")
    @Tag(name = "Cycle times")
    @Operation(summary = "Gives the same counts in CSV")
    @ApiResponse(
            responseCode = "200",
            description = "A line for each count",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @StageParameters.Described
    void csv(@Parameter(hidden = true) HttpServletRequest request, HttpServletResponse answer) throws IOException {
        List<Reasons.Count> counts = reasons.counts(parameters.read(request));
        Download.begin(answer, Download.CSV, "reasons.csv");
        reasons.csv(counts, answer.getOutputStream());
    }

    /** The body that states a reason. */
    @Schema(
            name = "Reason",
            requiredProperties = {"stage", "reason"})
    record ReasonBody(
            @Schema(description = "The id that the list of the case's reasons gives")
            String stage,

            @Schema(description = "A code of the decision table reason-codes", example = "LABORATORY")
            String reason) {}
}
