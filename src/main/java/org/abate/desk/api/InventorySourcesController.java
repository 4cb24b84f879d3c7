package org.abate.desk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.abate.casefile.EmissionInventory.Taken;
import org.abate.casefile.InventoryDelivery;
import org.abate.casefile.InventorySource;
import org.abate.casefile.InventorySubmission;
import org.abate.casefile.ServiceEvent;
import org.abate.casefile.ServiceManner;
import org.abate.desk.VisibleInventory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is recorded of the sources of an emission inventory: submissions, deliveries, and which are taken off. */
@RestController
@RequestMapping(path = "/api/inventory/{year:\\d{4}}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Emission inventory")
class InventorySourcesController {

    private static final String CSV = "text/csv";

    private final VisibleInventory inventory;

    InventorySourcesController(VisibleInventory inventory) {
        this.inventory = inventory;
    }

    /** What came in from a source, or is said of it. */
    record SubmissionBody(String source, LocalDate questionnaireReceivedOn, LocalDate feeReceivedOn) {}

    /** Why a source is taken off the list, or put back. */
    record StrikeBody(String source, String reason) {}

    /** What came in from a source in truth, and why it is put right. */
    record CorrectionBody(String source, LocalDate questionnaireReceivedOn, LocalDate feeReceivedOn, String reason) {}

    /** What happened to the letter with a late invoice. */
    record DeliveryBody(
            String source,
            ServiceEvent event,
            LocalDate date,
            ServiceManner manner,
            String reference,
            String upon,
            String note,
            Long corrects) {}

    @PostMapping(path = "/submissions", consumes = CSV)
    @Operation(
            summary = "Records what came in from many sources",
            operationId = "submitFile",
            description =
                    "CSV in UTF-8 with the columns source, questionnaireReceivedOn, feeReceivedOn; the same file again changes nothing",
            requestBody = @RequestBody(required = true, content = @Content(mediaType = CSV)))
    @ApiResponse(responseCode = "200", description = "How many changed something, and how many were recorded before")
    Taken submitFile(@PathVariable int year, InputStream body) throws IOException {
        return inventory.submit(year, InventoryController.file(body));
    }

    @PostMapping(path = "/submissions", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Records what came in from a source",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = SubmissionBody.class))))
    @ApiResponse(responseCode = "200", description = "The source as it is now")
    InventoryJson.Source submit(@PathVariable int year, InputStream body) throws IOException {
        InventorySubmission given = JsonObject.read(
                body,
                object -> new InventorySubmission(
                        object.text("source"), object.day("questionnaireReceivedOn"), object.day("feeReceivedOn")));
        inventory.submit(year, given);
        return source(year, given.source());
    }

    private InventoryJson.Source source(int year, String number) {
        InventorySource source = inventory.source(year, number.strip());
        return InventoryJson.Source.of(source, inventory.service(List.of(source)));
    }

    @PostMapping(path = "/strikes", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary =
                    "Takes a source off the year's list, with a reason; once the list is submitted, its section alone",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = StrikeBody.class))))
    @ApiResponse(responseCode = "204", description = "It is off the list")
    void strike(@PathVariable int year, InputStream body) throws IOException {
        StrikeBody given =
                JsonObject.read(body, object -> new StrikeBody(object.text("source"), object.text("reason")));
        inventory.strike(year, given.source(), given.reason());
    }

    @PostMapping(path = "/corrections", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Puts right what was recorded of a source's submission, with a reason, until the list is submitted",
            description = "Both days are as they are given; one that is left out has not come in",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = CorrectionBody.class))))
    @ApiResponse(responseCode = "200", description = "The source as it is now")
    InventoryJson.Source correct(@PathVariable int year, InputStream body) throws IOException {
        CorrectionBody given = JsonObject.read(
                body,
                object -> new CorrectionBody(
                        object.text("source"),
                        object.day("questionnaireReceivedOn"),
                        object.day("feeReceivedOn"),
                        object.text("reason")));
        inventory.correct(
                year,
                new InventorySubmission(given.source(), given.questionnaireReceivedOn(), given.feeReceivedOn()),
                given.reason());
        return source(year, given.source());
    }

    @PostMapping(path = "/reinstatements", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Puts a source back that was taken off by mistake, with a reason, until the list is submitted",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = StrikeBody.class))))
    @ApiResponse(responseCode = "200", description = "The source as it is now")
    InventoryJson.Source putBack(@PathVariable int year, InputStream body) throws IOException {
        StrikeBody given =
                JsonObject.read(body, object -> new StrikeBody(object.text("source"), object.text("reason")));
        inventory.putBack(year, given.source(), given.reason());
        return source(year, given.source());
    }

    @PostMapping(path = "/deliveries", consumes = CSV)
    @Operation(
            summary = "Records what happened to the letters of many sources, such as the numbers of the certified mail",
            operationId = "deliverFile",
            description =
                    "CSV in UTF-8 with the columns source, event, date, manner, reference, upon; the same file again changes nothing",
            requestBody = @RequestBody(required = true, content = @Content(mediaType = CSV)))
    @ApiResponse(responseCode = "200", description = "How many were new, and how many were recorded before")
    Taken deliverFile(@PathVariable int year, InputStream body) throws IOException {
        return inventory.deliver(year, InventoryController.file(body));
    }

    @PostMapping(path = "/deliveries", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Records what happened to a letter with a late invoice; a further entry corrects one",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = DeliveryBody.class))))
    @ApiResponse(responseCode = "200", description = "The source as it is now")
    InventoryJson.Source deliver(@PathVariable int year, InputStream body) throws IOException {
        InventoryDelivery given = JsonObject.read(
                body,
                object -> new InventoryDelivery(object.text("source"), DocumentServiceController.service(object)));
        inventory.deliver(year, given);
        return source(year, given.source());
    }
}
