package org.abate.desk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.abate.casefile.CaseFile;
import org.abate.casefile.Document;
import org.abate.casefile.NoSuchDocument;
import org.abate.desk.Download;
import org.abate.desk.VisibleCases;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The documents of a case; the confidential ones only for those who may see penalty work. */
@RestController
@RequestMapping("/api/cases/{caseNumber}/documents")
@Tag(name = "Cases")
class CaseDocumentsController {

    private final VisibleCases visible;

    CaseDocumentsController(VisibleCases visible) {
        this.visible = visible;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Lists the case's documents in the order they were filed")
    @ApiResponse(responseCode = "200", description = "The documents")
    List<Document> list(@PathVariable String caseNumber) {
        return visible.documents(visible.get(caseNumber));
    }

    @GetMapping("/{documentId}")
    @Operation(summary = "Gives a document as PDF")
    @ApiResponse(
            responseCode = "200",
            description = "The document",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> content(
            @PathVariable String caseNumber,
            @Schema(type = "integer", format = "int64") @PathVariable String documentId) {
        CaseFile file = visible.get(caseNumber);
        Document document = visible.document(file, number(caseNumber, documentId));
        return Download.pdf(caseNumber + " " + document.title(), visible.content(file, document));
    }

    static long number(String caseNumber, String documentId) {
        try {
            return Long.parseLong(documentId);
        } catch (NumberFormatException e) {
            throw new NoSuchDocument(caseNumber, -1);
        }
    }
}
