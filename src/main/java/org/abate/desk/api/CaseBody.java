package org.abate.desk.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.abate.casefile.NewCase;
import org.abate.casefile.NewFacility;
import org.abate.casefile.NewParty;
import org.abate.casefile.NewViolation;
import org.abate.casefile.Program;

/** The body that opens a case. */
@Schema(
        name = "NewCase",
        requiredProperties = {"program", "facility", "responsibleParty", "discoveredOn", "violations"})
record CaseBody(
        @Schema(description = "The program's id", example = "tanks")
        String program,

        @Schema(
                description = "Where the violation is. One known to the record, by id or by any of its identifiers, is"
                        + " used again as it stands")
        NewFacility facility,

        @Schema(description = "Who answers for it; null while unknown", nullable = true)
        NewParty responsibleParty,

        @Schema(description = "The day the violation was discovered, not after today", example = "2026-10-01")
        LocalDate discoveredOn,

        @Schema(
                description =
                        "What the start form of the program's process asks besides the case itself, by field name:"
                                + " responsiblePartyKnown (true unless said otherwise), for tanks violationCurrent (the same)"
                                + " and actionsRequired (one a line, for the letter of warning), for drinking water peopleServed,"
                                + " and the facts that decide the enforcement path, such as imminentThreat",
                example = "{\"responsiblePartyKnown\": true}")
        Map<String, Object> facts,

        @Schema(description = "At least one") List<NewViolation> violations) {

    private static final String PARTY_KNOWN = "responsiblePartyKnown";

    private static final String PROGRAMS =
            Arrays.stream(Program.values()).map(Program::id).collect(Collectors.joining(", "));

    static CaseBody read(JsonObject json) {
        String program = json.text("program");
        NewFacility facility = json.object("facility", CaseBody::facility);
        NewParty party = json.object("responsibleParty", it -> new NewParty(it.text("name"), it.text("address")));
        LocalDate discoveredOn = json.day("discoveredOn");
        Map<String, Object> facts = json.answers("facts");
        List<NewViolation> violations = json.objects("violations", CaseBody::violation);
        CaseBody body = new CaseBody(program, facility, party, discoveredOn, withDefaults(program, facts), violations);
        body.check(json);
        return body;
    }

    private static Map<String, Object> withDefaults(String program, Map<String, Object> given) {
        Map<String, Object> facts = given == null ? new LinkedHashMap<>() : given;
        facts.putIfAbsent(PARTY_KNOWN, true);
        if (Program.TANKS.id().equals(program)) {
            facts.putIfAbsent("violationCurrent", true);
        }
        return facts;
    }

    /** What only the body as a whole shows to be wrong. */
    private void check(JsonObject json) {
        if (!json.has("program") || json.isNull("program")) {
            json.fault("program", "is missing; the programs are " + PROGRAMS);
        } else if (program != null && Program.of(program).isEmpty()) {
            json.fault("program", "is not known; the programs are " + PROGRAMS);
        }
        if (!json.has("responsibleParty")) {
            json.fault("responsibleParty", "is missing; give null where it is unknown");
        } else if (json.isNull("responsibleParty")
                && !"false".equals(facts.get(PARTY_KNOWN).toString())) {
            json.fault("responsibleParty", "must be given, or facts.responsiblePartyKnown must be false");
        }
    }

    private static NewFacility facility(JsonObject json) {
        return new NewFacility(
                json.wholeNumber("id"),
                json.text("name"),
                json.text("address"),
                json.text("county"),
                json.text("region"),
                json.texts("identifiers"));
    }

    static NewViolation violation(JsonObject json) {
        return new NewViolation(json.text("citation"), json.text("description"), json.days("observedOn"));
    }

    /** The case to be opened; its program is null where the body names none that is known. */
    NewCase toNewCase() {
        return new NewCase(Program.of(program).orElse(null), facility, responsibleParty, discoveredOn, violations);
    }
}
