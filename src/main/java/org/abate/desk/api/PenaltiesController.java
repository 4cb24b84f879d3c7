package org.abate.desk.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.abate.penalty.Assessment;
import org.abate.penalty.HabitualViolator;
import org.abate.penalty.LatePayment;
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

/**
 * The penalty rules and what they make of a worksheet. Calculating stores nothing. {@link PenaltyDescription} describes
 * what each rule's worksheet takes, from the rule's own tables.
 */
@RestController
@RequestMapping(path = "/api/penalties", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = PenaltiesController.TAG, description = "The penalty rules: their tables, and calculating by them")
class PenaltiesController {

    static final String TAG = "Penalties";
    static final String LATE_PAYMENT = "drinking-water/late-payment";
    static final String HABITUAL_VIOLATOR = "habitual-violator";

    private final RuleBook rules;
    private final Clock clock;

    PenaltiesController(RuleBook rules, Clock clock) {
        this.rules = rules;
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

    @GetMapping("/" + LATE_PAYMENT)
    @Operation(summary = "Gives the figures of late payment of drinking water penalties, in their newest version")
    @ApiResponse(responseCode = "200", description = "The rule")
    RuleTables latePaymentTables() {
        return rules.tables(LATE_PAYMENT);
    }

    @PostMapping(path = "/{rule}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Assesses a worksheet by a rule", description = "Nothing is stored.")
    @ApiResponse(
            responseCode = "200",
            description = "The assessment, with every line of the calculation",
            content = @Content(schema = @Schema(implementation = PenaltyAnswers.Assessment.class)))
    Assessment assess(@PathVariable String rule, InputStream worksheet) throws IOException {
        rules.tables(rule);
        return rules.assess(rule, Worksheets.parse(worksheet), today());
    }

    @PostMapping(path = "/" + LATE_PAYMENT, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Works out what is owed on a drinking water penalty paid late",
            description = "Nothing is stored.")
    @ApiResponse(
            responseCode = "200",
            description = "What is owed",
            content = @Content(schema = @Schema(implementation = PenaltyAnswers.LatePayment.class)))
    LatePayment latePayment(InputStream worksheet) throws IOException {
        return (LatePayment) calculate(LATE_PAYMENT, worksheet);
    }

    @PostMapping(path = "/" + HABITUAL_VIOLATOR, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Tells whether an operator of a mine is a habitual violator",
            description = "Nothing is stored.")
    @ApiResponse(
            responseCode = "200",
            description = "The tests that hold",
            content = @Content(schema = @Schema(implementation = PenaltyAnswers.Habitual.class)))
    HabitualViolator habitualViolator(InputStream worksheet) throws IOException {
        return (HabitualViolator) calculate(HABITUAL_VIOLATOR, worksheet);
    }

    private Object calculate(String rule, InputStream worksheet) throws IOException {
        JsonNode given = Worksheets.parse(worksheet);
        return rules.calculate(rule, given, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
