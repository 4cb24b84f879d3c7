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
import org.abate.casefile.Contact;
import org.abate.casefile.Fault;
import org.abate.casefile.NewContact;
import org.abate.casefile.TimelineEntry;
import org.abate.desk.Casework;
import org.abate.desk.VisibleCases;
import org.abate.process.CaseManagers;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What happened in a case, and telling it what has happened. */
@RestController
@RequestMapping(path = "/api/cases/{caseNumber}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Cases")
class CaseHistoryController {

    private final VisibleCases visible;
    private final CaseRecord record;
    private final Casework casework;
    private final CaseManagers caseManagers;

    CaseHistoryController(VisibleCases visible, CaseRecord record, Casework casework, CaseManagers caseManagers) {
        this.visible = visible;
        this.record = record;
        this.casework = casework;
        this.caseManagers = caseManagers;
    }

    @GetMapping("/contacts")
    @Operation(summary = "Lists the contacts with the responsible party in the order of their dates")
    @ApiResponse(responseCode = "200", description = "The contacts")
    List<Contact> contacts(@PathVariable String caseNumber) {
        return record.contacts(visible.get(caseNumber).caseNumber());
    }

    @PostMapping(path = "/contacts", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Records a contact with the responsible party",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = NewContact.class))))
    @ApiResponse(responseCode = "201", description = "The contact as recorded")
    Contact addContact(@PathVariable String caseNumber, InputStream body) throws IOException {
        CaseFile file = visible.getForWork(caseNumber);
        List<Fault> faults = new ArrayList<>();
        NewContact contact = JsonObject.read(StrictJson.read(body), faults, CaseHistoryController::contact);
        if (contact == null) {
            throw new CaseRefused(faults);
        }
        return casework.addContact(file, contact, faults);
    }

    @GetMapping("/timeline")
    @Operation(summary = "Tells what happened, oldest first, as far as the caller may see it")
    @ApiResponse(responseCode = "200", description = "The entries")
    List<TimelineEntry> timeline(@PathVariable String caseNumber) {
        return visible.timeline(visible.get(caseNumber));
    }

    @GetMapping("/assessments")
    @Operation(summary = "Lists the filed penalty calculations, newest first; for those who may see penalty work")
    @ApiResponse(responseCode = "200", description = "The calculations")
    List<AssessmentJson> assessments(@PathVariable String caseNumber) {
        return visible
                .assessments(visible.get(caseNumber))
                .orElseThrow(
                        () -> new AccessDeniedException("Penalty work is confidential; your account does not see it"))
                .stream()
                .map(AssessmentJson::of)
                .toList();
    }

    @PostMapping(path = "/events", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Tells the case what has happened",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = EventBody.class))))
    @ApiResponse(responseCode = "202", description = "The case has taken the event", content = @Content)
    @ApiResponse(
            responseCode = "409",
            description = "The case does not take the event where it stands",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    void raise(@PathVariable String caseNumber, InputStream body) throws IOException {
        CaseFile file = visible.getForWork(caseNumber);
        List<Fault> faults = new ArrayList<>();
        EventBody event = JsonObject.read(StrictJson.read(body), faults, EventBody::read);
        if (event == null) {
            throw new CaseRefused(faults);
        }
        casework.raise(file, event.reported(), faults);
    }

    @PostMapping(path = "/case-manager", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Gives the case to another case manager; the chief of the office does",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = CaseManagerBody.class))))
    @ApiResponse(responseCode = "204", description = "The case and the open tasks are the new case manager's")
    void replaceCaseManager(@PathVariable String caseNumber, InputStream body) throws IOException {
        CaseFile file = visible.getForWork(caseNumber);
        List<Fault> faults = new ArrayList<>();
        CaseManagerBody given =
                JsonObject.read(StrictJson.read(body), faults, json -> new CaseManagerBody(json.text("caseManager")));
        if (!faults.isEmpty()) {
            throw new CaseRefused(faults);
        }
        caseManagers.replace(file.caseNumber(), given.caseManager());
    }

    /** The body that hands a case over. */
    @Schema(
            name = "CaseManager",
            requiredProperties = {"caseManager"})
    record CaseManagerBody(
            @Schema(description = "The user id of a member of the office's enforcement group", example = "j-roe")
            String caseManager) {}

    private static NewContact contact(JsonObject json) {
        Integer minutes = json.count("minutes");
        if (!json.has("minutes") || json.isNull("minutes")) {
            json.fault("minutes", "is missing; give the staff time as a whole number of minutes");
        }
        return new NewContact(
                json.text("kind"), json.day("date"), json.text("staff"), minutes, json.text("with"), json.text("note"));
    }
}
