package org.abate.desk.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.abate.penalty.Assessment;
import org.abate.penalty.RuleBook;
import org.abate.penalty.RuleSummary;
import org.abate.penalty.RuleTables;
import org.abate.penalty.Worksheets;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The penalty rules and what they make of a worksheet. Calculating stores nothing. */
@RestController
@RequestMapping(path = "/api/penalties", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Penalties", description = "The penalty rules: their tables, and calculating by them")
class PenaltiesController {

    private final RuleBook rules = RuleBook.standard();
    private final Clock clock;

    PenaltiesController(Clock clock) {
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Lists the rules with their citations and versions")
    @ApiResponse(responseCode = "200", description = "The rules")
    List<RuleSummary> rules() {
        return rules.rules();
    }

    @GetMapping("/{rule}")
    @Operation(summary = "Gives a rule's worksheet and tables, in its newest version")
    @ApiResponse(responseCode = "200", description = "The rule")
    RuleTables tables(@PathVariable String rule) {
        return rules.tables(rule);
    }

    @PostMapping(path = "/{rule}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Assesses a worksheet by a rule",
            description = "The worksheet's properties are those that GET gives for the rule. Nothing is stored.",
            requestBody =
                    @RequestBody(
                            required = true,
                            description = "The worksheet",
                            content = @Content(schema = @Schema(type = "object"))))
    @ApiResponse(responseCode = "200", description = "The assessment, with every line of the calculation")
    Assessment assess(@PathVariable String rule, InputStream worksheet) throws IOException {
        rules.tables(rule);
        JsonNode given = Worksheets.parse(worksheet);
        return rules.assess(rule, given, LocalDate.now(clock));
    }
}
