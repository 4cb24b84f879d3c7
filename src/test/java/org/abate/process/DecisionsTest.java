package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.abate.casefile.Program;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The policy that managers change: enforcement paths (Manual 3) and time limits (Manual 3.1, 3.3, 3.5, 3.6, 8.4). */
@RunningCases
class DecisionsTest {

    @Autowired
    private ProcessEngine engine;

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "air, highPriorityViolation, formal-enforcement",
        "air, majorSourceWithoutPermit, formal-enforcement",
        "air, asbestos, formal-enforcement",
        "air, openBurning, ccp",
        "air, repeatOffender, formal-enforcement",
        "air, directedByCommission, formal-enforcement",
        "air, imminentThreat, formal-enforcement",
        "solid-waste, acuteViolation, formal-enforcement",
        "solid-waste, highPriorityViolation, formal-enforcement",
        "solid-waste, previousOffenderConcurred, formal-enforcement",
        "solid-waste, asbestos, ccp",
        "hazardous-waste, imminentThreat, direct-referral",
        "hazardous-waste, intentionalOrNegligent, direct-referral",
        "hazardous-waste, responseSpecified, direct-referral",
        "hazardous-waste, repeatOffender, ccp",
        "water, imminentThreat, formal-enforcement",
        "water, intentionalOrNegligent, formal-enforcement",
        "water, responseSpecified, formal-enforcement",
        "drinking-water, imminentThreat, formal-enforcement",
        "drinking-water, criminal, formal-enforcement",
        "industrial-minerals, responseSpecified, formal-enforcement",
        "metallic-minerals, intentionalOrNegligent, formal-enforcement",
        "metallic-minerals, highPriorityViolation, ccp",
        "coal, imminentThreat, formal-enforcement",
        "air, criminal, formal-enforcement",
        "solid-waste, imminentThreat, formal-enforcement",
        "air, intentionalOrNegligent, ccp",
        "air, responseSpecified, ccp",
        "solid-waste, intentionalOrNegligent, ccp",
        "solid-waste, responseSpecified, ccp"
    })
    void anExceptionLeadsPastConferenceConciliationAndPersuasionInItsProgram(String program, String fact, String path) {
        Map<String, Object> row = decide("enforcement-path", Map.of("program", program, fact, true));

        assertThat(row.get("path")).isEqualTo(path);
        assertThat(row.get("basis").toString()).isNotBlank();
        assertThat(row.get("citation").toString()).startsWith("Manual 3");
    }

    @ParameterizedTest
    @EnumSource(Program.class)
    void withoutAnExceptionTheCaseBeginsWithItButForCoal(Program program) {
        assertThat(decide("enforcement-path", Map.of("program", program.id())).get("path"))
                .isEqualTo(program == Program.COAL ? "formal-enforcement" : "ccp");
        assertThat(decide("enforcement-path", Map.of("program", program.id(), "imminentThreat", false))
                        .get("path"))
                .isEqualTo(program == Program.COAL ? "formal-enforcement" : "ccp");
    }

    @Test
    void whatIsNotOnTheHighPriorityViolationListIsNotTakenForIt() {
        assertThat(decide("high-priority-violations", Map.of("listedViolation", "Open dump")))
                .containsEntry("listing", "NOT_LISTED");
        assertThat(decide("high-priority-violations", Map.of())).containsEntry("listing", "NOT_LISTED");
    }

    @Test
    void openBurningIsDecidedCaseByCase() {
        assertThat(decide(
                                "enforcement-path",
                                Map.of("program", "air", "openBurning", true, "openBurningBypassesCcp", true))
                        .get("path"))
                .isEqualTo("formal-enforcement");
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3} to {4}")
    @CsvSource({
        "air, SUBMIT_EMISSIONS_QUESTIONNAIRE, DAYS, 30, 30",
        "air, SUBMIT_PERMIT_APPLICATION, DAYS, 30, 30",
        "air, SUBMIT_COMPLIANCE_PLAN, DAYS, 10, 10",
        "air, CEASE_OPEN_BURNING, IMMEDIATELY, 0, 0",
        "air, CORRECT_ASBESTOS_REMOVAL, IMMEDIATELY, 0, 0",
        "solid-waste, SUBMIT_RECORDS, DAYS, 10, 10",
        "solid-waste, CORRECT_MINOR_PERMIT_VIOLATION, NEXT_INSPECTION, , ",
        "solid-waste, CEASE_ILLEGAL_DUMPING, IMMEDIATELY, 0, 0",
        "solid-waste, CLEAN_UP_ILLEGAL_DUMP, RANGE, 30, 90",
        "solid-waste, SUBMIT_TONNAGE_FEES_AND_REPORTS, DAYS, 14, 14",
        "industrial-minerals, SERVE_PENALTY_ASSESSMENT, DAYS, 0, 30",
        "metallic-minerals, SERVE_PENALTY_ASSESSMENT, DAYS, 0, 30",
        "drinking-water, ASSESS_ADMINISTRATIVE_PENALTY, DAYS, 0, 730",
        "drinking-water, APPEAL_ADMINISTRATIVE_PENALTY, DAYS, 0, 30",
        "drinking-water, PAY_ADMINISTRATIVE_PENALTY, DAYS, 0, 60"
    })
    void aTimeLimitIsTheSourcesOwn(String program, String action, String kind, Integer least, Integer most) {
        Map<String, Object> row = decide("time-limits", Map.of("program", program, "action", action));

        assertThat(row.get("kind")).isEqualTo(kind);
        assertThat(row.get("leastDays")).isEqualTo(least);
        assertThat(row.get("mostDays")).isEqualTo(most);
        assertThat(row.get("citation").toString()).isNotBlank();
    }

    @Test
    void aTimeLimitThatIsUsedByAnalogyCitesItSo() {
        assertThat(decide("time-limits", Map.of("program", "metallic-minerals", "action", "SERVE_PENALTY_ASSESSMENT"))
                        .get("citation"))
                .isEqualTo("Manual 8.4; by analogy to 10 CSR 40-10.070(7)(A), interpretation M17");
    }

    @Test
    void whereTheSourcePrintsNoTimeThereIsNone() {
        assertThat(decide("time-limits", Map.of("program", "water", "action", "PAY_ADMINISTRATIVE_PENALTY")))
                .isNull();
        assertThat(decide("time-limits", Map.of("program", "air", "action", "OTHER")))
                .isNull();
    }

    private Map<String, Object> decide(String decision, Map<String, Object> question) {
        return engine.getDecisionService()
                .evaluateDecisionTableByKey(decision, question)
                .getSingleResult();
    }
}
