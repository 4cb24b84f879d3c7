package org.abate.desk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.Fault;
import org.abate.casefile.NewCase;
import org.abate.casefile.Program;
import org.abate.desk.Casework;
import org.abate.desk.VisibleCases;
import org.abate.process.CaseProcesses;
import org.abate.process.OpenedCase;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opens, lists and shows cases. */
@RestController
@RequestMapping(path = "/api/cases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Cases", description = "The cases of the offices the caller reads")
class CasesController {

    private static final int USUAL_SIZE = 50;

    private final VisibleCases visible;
    private final CaseProcesses processes;
    private final Casework casework;

    CasesController(VisibleCases visible, CaseProcesses processes, Casework casework) {
        this.visible = visible;
        this.processes = processes;
        this.casework = casework;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Opens a case and starts its program's process",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = CaseBody.class))))
    @ApiResponse(responseCode = "201", description = "The case is open; Location names it")
    ResponseEntity<OpenedCase> open(InputStream body) throws IOException {
        List<Fault> faults = new ArrayList<>();
        CaseBody given = JsonObject.read(StrictJson.read(body), faults, CaseBody::read);
        if (given == null) {
            throw new CaseRefused(faults);
        }
        NewCase newCase = given.toNewCase();
        requireWork(newCase.program());
        OpenedCase opened = casework.open(newCase, given.facts(), faults);
        return ResponseEntity.created(URI.create("/api/cases/" + opened.caseNumber()))
                .body(opened);
    }

    @GetMapping
    @Operation(summary = "Lists cases, newest first")
    @ApiResponse(responseCode = "200", description = "A page of cases")
    @Parameter(in = ParameterIn.QUERY, name = "program", description = "A program's id", example = "tanks")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "status",
            schema = @Schema(implementation = CaseStatus.class),
            description = "Where the case stands")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "facility",
            description = "The facility's id, one of its identifiers, or a part of its name")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "q",
            description = "A part of the case number, or of the name of the facility or the responsible party")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "page",
            schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"),
            description = "Counts from 0")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "size",
            schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"),
            description = "Cases on a page")
    CaseListJson list(@Parameter(hidden = true) HttpServletRequest request) {
        QueryGuard query =
                new QueryGuard(request.getParameterMap(), Set.of("program", "status", "facility", "q", "page", "size"));
        Program program = query.oneOf("program", "a program's id, such as tanks", Program::of);
        CaseStatus status = query.oneOf("status", CaseStatus.class);
        int page = query.wholeNumber("page", 0);
        int size = query.wholeNumber("size", USUAL_SIZE);
        query.refuse();
        return CaseListJson.of(visible.search(program, status, query.text("facility"), query.text("q"), page, size));
    }

    @GetMapping("/{caseNumber}")
    @Operation(summary = "Shows a case: stage, deadlines, violations, parties")
    @ApiResponse(responseCode = "200", description = "The case")
    CaseJson show(@PathVariable String caseNumber) {
        return CaseJson.of(visible.get(caseNumber), processes.progress(caseNumber));
    }

    /** A body without a program that is known is refused for that, unless the caller opens no cases at all. */
    private void requireWork(Program program) {
        if (program != null) {
            visible.requireWorkIn(program);
        } else if (visible.programsAtWork().isEmpty()) {
            throw new AccessDeniedException("Your account does not open cases");
        }
    }
}
