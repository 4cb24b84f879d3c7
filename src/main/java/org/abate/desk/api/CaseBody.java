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

        @Schema(description = "What the program's process asks besides the case itself")
        Facts facts,

        @Schema(description = "At least one") List<NewViolation> violations) {

    private static final String PROGRAMS =
            Arrays.stream(Program.values()).map(Program::id).collect(Collectors.joining(", "));

    /**
     * The facts of a tank case.
     *
     * @param responsiblePartyKnown whether it is certain who answers for the violation
     * @param violationCurrent whether the violation is occurring now
     * @param actionsRequired what the letter of warning lists, one action a line; may be null
     */
    @Schema(name = "Facts")
    record Facts(
            @Schema(defaultValue = "true", description = "Whether it is certain who answers for the violation")
            Boolean responsiblePartyKnown,

            @Schema(defaultValue = "true", description = "Whether the violation is occurring now")
            Boolean violationCurrent,

            @Schema(
                    description = "The actions that must be taken to correct each violation, one a line: the letter of"
                            + " warning lists them",
                    nullable = true)
            String actionsRequired) {

        static final Facts DEFAULT = new Facts(true, true, null);

        private static Facts read(JsonObject json) {
            return new Facts(
                    given(json, "responsiblePartyKnown"),
                    given(json, "violationCurrent"),
                    json.text("actionsRequired"));
        }

        private static boolean given(JsonObject json, String name) {
            Boolean value = json.flag(name);
            return value == null || value;
        }

        Map<String, Object> byName() {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("responsiblePartyKnown", responsiblePartyKnown);
            facts.put("violationCurrent", violationCurrent);
            if (actionsRequired != null) {
                facts.put("actionsRequired", actionsRequired);
            }
            return facts;
        }
    }

    static CaseBody read(JsonObject json) {
        String program = json.text("program");
        NewFacility facility = json.object("facility", CaseBody::facility);
        NewParty party = json.object("responsibleParty", it -> new NewParty(it.text("name"), it.text("address")));
        LocalDate discoveredOn = json.day("discoveredOn");
        Facts facts = json.object("facts", Facts::read);
        List<NewViolation> violations = json.objects("violations", CaseBody::violation);
        CaseBody body =
                new CaseBody(program, facility, party, discoveredOn, facts == null ? Facts.DEFAULT : facts, violations);
        body.check(json);
        return body;
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
        } else if (json.isNull("responsibleParty") && facts.responsiblePartyKnown()) {
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
