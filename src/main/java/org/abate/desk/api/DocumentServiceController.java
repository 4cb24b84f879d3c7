package org.abate.desk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Document;
import org.abate.casefile.Fault;
import org.abate.casefile.NewService;
import org.abate.casefile.ServiceEntry;
import org.abate.casefile.ServiceEvent;
import org.abate.casefile.ServiceManner;
import org.abate.desk.Casework;
import org.abate.desk.VisibleCases;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How a document was delivered: a refusal or a rejection is service, what comes back undeliverable is not. */
@RestController
@RequestMapping("/api/cases/{caseNumber}/documents/{documentId}/service")
@Tag(name = "Cases")
class DocumentServiceController {

    private final VisibleCases visible;
    private final CaseRecord record;
    private final Casework casework;

    DocumentServiceController(VisibleCases visible, CaseRecord record, Casework casework) {
        this.visible = visible;
        this.record = record;
        this.casework = casework;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Lists what is recorded of a document's delivery, in the order of recording")
    @ApiResponse(responseCode = "200", description = "The entries; one that is corrected names the entry that does it")
    List<ServiceEntry> list(
            @PathVariable String caseNumber,
            @Schema(type = "integer", format = "int64") @PathVariable String documentId) {
        return record.service(
                visible.document(visible.get(caseNumber), CaseDocumentsController.number(caseNumber, documentId)));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Records what happened to a sent document; an entry never changes, a further one corrects it",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = NewService.class))))
    @ApiResponse(responseCode = "201", description = "The document, served or not as its entries now say")
    Document add(
            @PathVariable String caseNumber,
            @Schema(type = "integer", format = "int64") @PathVariable String documentId,
            InputStream body)
            throws IOException {
        CaseFile file = visible.getForWork(caseNumber);
        Document document = visible.document(file, CaseDocumentsController.number(caseNumber, documentId));
        List<Fault> faults = new ArrayList<>();
        NewService service = JsonObject.read(StrictJson.read(body), faults, DocumentServiceController::service);
        if (service == null) {
            throw new CaseRefused(faults);
        }
        return casework.serve(file, document, service, faults);
    }

    static NewService service(JsonObject json) {
        return new NewService(
                json.oneOf("event", ServiceEvent.class),
                json.oneOf("manner", ServiceManner.class),
                json.text("reference"),
                json.day("date"),
                json.text("upon"),
                json.text("note"),
                json.wholeNumber("corrects"));
    }
}
