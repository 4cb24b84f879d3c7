package org.abate.desk.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.abate.casefile.NewViolation;
import org.abate.process.CaseEvent;
import org.abate.process.ReportedEvent;

/** The body that tells a case what has happened. */
@Schema(
        name = "Event",
        requiredProperties = {"event", "date"})
record EventBody(
        @Schema(implementation = CaseEvent.class) String event,

        @Schema(description = "The day it happened, from the discovery to today", example = "2026-10-20")
        LocalDate date,

        @Schema(description = "What is to be known about it; for CASE_WITHDRAWN the reason, required")
        String note,

        @Schema(description = "For NEW_VIOLATION_FOUND only, and required there")
        List<NewViolation> violations,

        @Schema(
                description =
                        "For APPEAL_FILED where more than one notice of assessment can be appealed: the number of a"
                                + " violation that the appealed notice is about",
                example = "2")
        Integer appealedViolation,

        @Schema(
                description =
                        "For CASE_WITHDRAWN only: the code of why, one of those that the decision table reason-codes"
                                + " has for a withdrawal. Left out, the withdrawal counts as NOT_STATED",
                example = "FACILITY_SOLD")
        String reason,

        @Schema(
                description =
                        "For REQUEST_WITHDRAWN only, and required there unless the department withdraws an evaluation of its"
                                + " own: who withdrew the request, name and capacity",
                example = "J. Roe, manager of the district")
        String withdrawnBy,

        @Schema(
                description =
                        "For REQUEST_WITHDRAWN only: true where the withdrawal came in writing and is filed, without which it"
                                + " is not taken")
        Boolean inWriting) {

    private static final String EVENTS =
            Arrays.stream(CaseEvent.values()).map(CaseEvent::name).collect(Collectors.joining(", "));

    static EventBody read(JsonObject json) {
        EventBody body = new EventBody(
                json.text("event"),
                json.day("date"),
                json.text("note"),
                json.objects("violations", CaseBody::violation),
                json.count("appealedViolation"),
                json.text("reason"),
                json.text("withdrawnBy"),
                json.flag("inWriting"));
        body.check(json);
        return body;
    }

    private void check(JsonObject json) {
        if (!json.has("event") || json.isNull("event")) {
            json.fault("event", "is missing; it is one of " + EVENTS);
        } else if (event != null && caseEvent().isEmpty()) {
            json.fault("event", "is not known; it is one of " + EVENTS);
        }
        if (!json.has("date") || json.isNull("date")) {
            json.fault("date", "is missing; give the day it happened, such as \"2026-10-01\"");
        }
    }

    ReportedEvent reported() {
        return new ReportedEvent(
                caseEvent().orElse(null),
                date,
                note,
                violations,
                appealedViolation,
                reason,
                withdrawnBy,
                Boolean.TRUE.equals(inWriting));
    }

    private Optional<CaseEvent> caseEvent() {
        return Arrays.stream(CaseEvent.values())
                .filter(each -> each.name().equals(event))
                .findFirst();
    }
}
