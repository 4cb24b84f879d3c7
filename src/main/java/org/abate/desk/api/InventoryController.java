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
import java.util.List;
import java.util.Set;
import org.abate.casefile.EmissionInventory.Taken;
import org.abate.casefile.InventoryDocument;
import org.abate.casefile.InventoryFile;
import org.abate.casefile.InventoryQuery;
import org.abate.casefile.InventorySource;
import org.abate.casefile.Page;
import org.abate.desk.Download;
import org.abate.desk.VisibleInventory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The emission inventory of each year: its sources, how far it has come, its papers. */
@RestController
@RequestMapping(path = "/api/inventory", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Emission inventory", description = "For the office air (Manual 3.1)")
class InventoryController {

    private static final String CSV = "text/csv";
    private static final String YEAR = "/{year:\\d{4}}";
    private static final int USUAL_SIZE = 50;

    private final VisibleInventory inventory;

    InventoryController(VisibleInventory inventory) {
        this.inventory = inventory;
    }

    /** Why a year is cancelled. */
    record CancellationBody(String reason) {}

    @GetMapping
    @Operation(summary = "Lists the years, newest first")
    @ApiResponse(responseCode = "200", description = "The years")
    List<InventoryJson> years() {
        return inventory.years().stream().map(InventoryJson::of).toList();
    }

    @GetMapping(YEAR)
    @Operation(summary = "Shows a year and how far it has come")
    @ApiResponse(responseCode = "200", description = "The year")
    InventoryJson show(@PathVariable int year) {
        return InventoryJson.of(inventory.get(year));
    }

    @PostMapping(path = YEAR, consumes = CSV)
    @Operation(
            summary = "Begins a year with its sources",
            description =
                    "CSV in UTF-8 with the columns source, facility, address, county, region, owner, ownerAddress, feeDue",
            requestBody = @RequestBody(required = true, content = @Content(mediaType = CSV)))
    @ApiResponse(responseCode = "201", description = "The year has begun; Location names it")
    ResponseEntity<Taken> begin(@PathVariable int year, InputStream body) throws IOException {
        Taken taken = inventory.begin(year, file(body));
        return ResponseEntity.created(URI.create("/api/inventory/" + year)).body(taken);
    }

    @GetMapping(YEAR + "/sources")
    @Operation(summary = "Lists sources by their number")
    @ApiResponse(responseCode = "200", description = "A page of sources")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "which",
            schema = @Schema(implementation = InventoryQuery.Which.class),
            description = "Where they stand")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "q",
            description = "A part of the number, of the name of facility or owner, or of the case number")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "page",
            schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"),
            description = "Counts from 0")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "size",
            schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"),
            description = "Sources on a page")
    InventoryJson.Sources sources(@PathVariable int year, @Parameter(hidden = true) HttpServletRequest request) {
        QueryGuard query = new QueryGuard(request.getParameterMap(), Set.of("which", "q", "page", "size"));
        InventoryQuery.Which which = query.oneOf("which", InventoryQuery.Which.class);
        int page = query.wholeNumber("page", 0);
        int size = query.wholeNumber("size", USUAL_SIZE);
        query.refuse();
        Page<InventorySource> found = inventory.search(new InventoryQuery(year, which, query.text("q"), page, size));
        return InventoryJson.Sources.of(found, inventory.service(found.items()));
    }

    @PostMapping(path = YEAR + "/sources", consumes = CSV)
    @Operation(
            summary = "Lists more sources, or corrects them, until the late invoices go out",
            description = "CSV as for the beginning of the year; the same file again changes nothing",
            requestBody = @RequestBody(required = true, content = @Content(mediaType = CSV)))
    @ApiResponse(responseCode = "200", description = "How many were new, changed, and as they were")
    Taken list(@PathVariable int year, InputStream body) throws IOException {
        return inventory.list(year, file(body));
    }

    @PostMapping(path = YEAR + "/cancellation", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Cancels a year before its late invoices go out, with a reason: nothing more is sent or opened",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = CancellationBody.class))))
    @ApiResponse(responseCode = "202", description = "It is being cancelled")
    void cancel(@PathVariable int year, InputStream body) throws IOException {
        inventory.cancel(
                year,
                JsonObject.read(body, object -> new CancellationBody(object.text("reason")))
                        .reason());
    }

    @GetMapping(path = YEAR + "/noncompliant-sources.csv", produces = CSV)
    @Operation(summary = "Gives the list of sources in noncompliance as CSV")
    @ApiResponse(
            responseCode = "200",
            description = "The list; only its first line before July 15",
            content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
    ResponseEntity<byte[]> csv(@PathVariable int year) {
        return Download.csv("noncompliant-sources-" + year + ".csv", inventory.noncompliantAsCsv(year));
    }

    @GetMapping(YEAR + "/documents/{documentId:\\d{1,18}}")
    @Operation(summary = "Gives a late invoice or a list as PDF")
    @ApiResponse(
            responseCode = "200",
            description = "The document",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> document(@PathVariable int year, @PathVariable long documentId) {
        InventoryDocument document = inventory.document(year, documentId);
        return Download.pdf(document.title(), inventory.content(document));
    }

    /** The bytes of a file that was sent; one that is too large is not read to its end. */
    static byte[] file(InputStream body) throws IOException {
        byte[] file = body.readNBytes(InventoryFile.LARGEST + 1);
        if (file.length > InventoryFile.LARGEST) {
            throw new UnreadableBody(HttpStatus.PAYLOAD_TOO_LARGE, "The file must have at most 10 MB");
        }
        return file;
    }
}
