package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.WaterSystem.Standing;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A waiver from baseline monitoring, outcome by outcome (10 CSR 60-6.060). */
@StoriesOf("monitoring-waiver")
class MonitoringWaiverTest {

    private static final String WAIVER = "monitoring-waiver";

    @Autowired
    private CaseWalk theCase;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private CaseRecord caseRecord;

    private RequestWalk request;

    @BeforeEach
    void walk() {
        request = new RequestWalk(engine, caseRecord, theCase);
    }

    @Test
    void aUseWaiverRelievesOfSamplingAndIsNotRequestedAgain() {
        start("USE", "SOC", "atrazine", "SYSTEM", "MO7010001")
                .complete("EvaluateUse", use(false, true, false))
                .complete("ConfirmWaiver", "waiverDecision", "GRANT", "waiverReason", "No use in the county")
                .ended(CaseStatus.CLOSED, "WaiverIssued");
        String first = theCase.caseNumber();
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("grants a use waiver from baseline monitoring for atrazine", "MO7010001")
                .contains("relieves the system of the sampling requirements");
        assertThat(theCase.decisions())
                .extracting(entry -> entry.text())
                .anyMatch(text -> text.contains("previous use of the contaminant within the boundary?: No"));

        start("USE", "SOC", "Atrazine", "SYSTEM", "MO7010001");
        assertThat(theCase.candidates("DecideOnRepeat")).containsExactly("drinking-water-chief");
        assertThat(theCase.seen("DecideOnRepeat", "earlierWaivers").toString()).contains(first);
        assertThat(caseRecord.documents(theCase.caseNumber())).isEmpty();
        theCase.complete("DecideOnRepeat", "repeatDecision", "REFUSE", "repeatReason", "Nothing has changed")
                .ended(CaseStatus.CLOSED, "WaiverDenied");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("issued to the system or denied it before", "Nothing has changed");
        assertThat(caseRecord.earlierWaivers(theCase.caseNumber())).contains(first);

        start("USE", "SOC", "Atrazine", "SYSTEM", "MO7010001")
                .complete("DecideOnRepeat", "repeatDecision", "EVALUATE", "repeatReason", "A new well field")
                .isAt("EvaluateUse");
        start("USE", "SOC", "simazine", "SYSTEM", "MO7010001").isAt("EvaluateUse");
        start("USE", "SOC", "atrazine", "DEPARTMENT", "MO7010001")
                .isAt("EvaluateUse")
                .raise(CaseEvent.REQUEST_WITHDRAWN, "Not pursued")
                .ended(CaseStatus.WITHDRAWN, "RequestWithdrawn");
        assertThat(request.standing()).isEqualTo(Standing.WITHDRAWN);
    }

    @Test
    void asbestosCementPipingExcludesAWaiver() {
        start("USE", "ASBESTOS", "asbestos", "SYSTEM", "MO7010002")
                .complete(
                        "EvaluateAsbestos",
                        "boundary",
                        "The system",
                        "asbestosPiping",
                        true,
                        "asbestosInSource",
                        false,
                        "evaluationNote",
                        "Mains of 1962",
                        "evaluationDone",
                        "DONE");
        assertThatThrownBy(() ->
                        theCase.complete("ConfirmWaiver", "waiverDecision", "GRANT", "waiverReason", "All the same"))
                .hasMessageContaining("asbestos-cement piping is present in the system (10 CSR 60-6.060(2)(A))");
        theCase.complete("ConfirmWaiver", "waiverDecision", "DENY", "waiverReason", "Asbestos-cement mains")
                .ended(CaseStatus.CLOSED, "WaiverDenied");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE)).contains("denies a use waiver", "Asbestos-cement mains");
    }

    @Test
    void aSusceptibilityWaiverReducesMonitoringWhereAllSixCriteriaAreMet() {
        start("SUSCEPTIBILITY", "VOC", "benzene", "SYSTEM", "MO7010003");
        assertThatThrownBy(() -> theCase.complete("EvaluateSusceptibility", susceptibility("boundaryMiles", 0.2)))
                .hasMessageContaining("0.25");
        theCase.complete("EvaluateSusceptibility", susceptibility());
        assertThatThrownBy(() -> theCase.complete(
                        "ConfirmWaiver", "waiverDecision", "GRANT", "waiverReason", "All six criteria are met"))
                .hasMessageContaining("in the form of reduced monitoring (10 CSR 60-6.060(3))");
        theCase.complete(
                        "ConfirmWaiver",
                        "waiverDecision",
                        "GRANT",
                        "reducedMonitoring",
                        "One sample in three years",
                        "waiverReason",
                        "All six criteria are met")
                .ended(CaseStatus.CLOSED, "WaiverIssued");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("in the form of reduced monitoring", "One sample in three years");
    }

    @Test
    void aWaiverForPcbsIsNotEvaluatedAsOneForSomethingElse() {
        start("SUSCEPTIBILITY", "PCB", "PCB", "SYSTEM", "MO7010009");
        assertThatThrownBy(() -> theCase.complete("EvaluateSusceptibility", susceptibility()))
                .hasMessageContaining("10 CSR 60-6.060(3)(B)");
        theCase.complete("EvaluateSusceptibility", susceptibility("pcbFinding", "NOT_USED"))
                .isAt("ConfirmWaiver");
    }

    @Test
    void whatTheRuleDoesNotKnowIsDeniedByTheChiefAndCannotBeGranted() {
        start("USE", "NITRATE_NITRITE", "nitrate", "SYSTEM", "MO7010004");
        assertThat(theCase.candidates("ConfirmWaiver")).containsExactly("drinking-water-chief");
        assertThat(theCase.seen("ConfirmWaiver", "waiverResult")).containsExactly("not available");
        assertThat(theCase.seen("ConfirmWaiver", "waiverBasis").toString())
                .contains("use waivers are not granted for inorganic chemicals other than asbestos");
        assertThat(caseRecord.documents(theCase.caseNumber())).isEmpty();
        assertThatThrownBy(() ->
                        theCase.complete("ConfirmWaiver", "waiverDecision", "GRANT", "waiverReason", "All the same"))
                .hasMessageContaining("cannot be granted: use waivers are not granted for inorganic chemicals");

        theCase.complete("ConfirmWaiver", "waiverDecision", "DENY", "waiverReason", "The rule knows none")
                .ended(CaseStatus.CLOSED, "WaiverDenied");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains(
                        "use waivers are not granted for inorganic chemicals other than asbestos (10 CSR 60-6.060(2))",
                        "The rule knows none");
        assertThat(theCase.timeline()).anyMatch(text -> text.startsWith("Determine availability: not available."));
    }

    /** One finding at a time is not as the rule wants it. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "USE, VOC, '', not-available, 10 CSR 60-6.060(2)",
        "USE, IOC, '', not-available, 10 CSR 60-6.060(2)",
        "USE, NITRATE_NITRITE, '', not-available, 10 CSR 60-6.060(2)",
        "USE, UNREGULATED_B, '', not-available, 10 CSR 60-6.060(2)(C)",
        "SUSCEPTIBILITY, NITRATE_NITRITE, '', not-available, 10 CSR 60-6.060(3)",
        "USE, ASBESTOS, asbestosPiping=true, not-granted, 10 CSR 60-6.060(2)(A)",
        "USE, ASBESTOS, asbestosInSource=true, not-granted, 10 CSR 60-6.060(2)(A)",
        "USE, ASBESTOS, '', granted, 10 CSR 60-6.060(2)(A)",
        "USE, SOC, detected=true, not-granted, 10 CSR 60-6.060(2)(B)",
        "USE, PCB, detected=true, not-granted, 10 CSR 60-6.060(2)(B)",
        "USE, UNREGULATED_A, detected=true, not-granted, 10 CSR 60-6.060(2)(C)",
        "USE, SOC, previousUse=true, not-granted, 10 CSR 60-6.060(2)",
        "USE, SOC, noDanger=false, not-granted, 10 CSR 60-6.060(2)",
        "USE, UNREGULATED_A, '', granted, 10 CSR 60-6.060(2)",
        "SUSCEPTIBILITY, SOC, noDetections=false, not-granted, 10 CSR 60-6.060(3)(A)1",
        "SUSCEPTIBILITY, SOC, farFromSources=false, not-granted, 10 CSR 60-6.060(3)(A)2",
        "SUSCEPTIBILITY, SOC, notPersistent=false, not-granted, 10 CSR 60-6.060(3)(A)3",
        "SUSCEPTIBILITY, SOC, wellProtected=false, not-granted, 10 CSR 60-6.060(3)(A)4",
        "SUSCEPTIBILITY, SOC, nitrateLow=false, not-granted, 10 CSR 60-6.060(3)(A)5",
        "SUSCEPTIBILITY, SOC, corrosionControlled=false, not-granted, 10 CSR 60-6.060(3)(A)6",
        "SUSCEPTIBILITY, IOC, '', granted, 10 CSR 60-6.060(3)(A)",
        "SUSCEPTIBILITY, VOC, '', granted, 10 CSR 60-6.060(3)(A)",
        "SUSCEPTIBILITY, UNREGULATED_B, '', granted, 10 CSR 60-6.060(3)(A)",
        "SUSCEPTIBILITY, PCB, pcbFinding=PRESENT, not-granted, 10 CSR 60-6.060(3)(B)",
        "SUSCEPTIBILITY, PCB, pcbFinding=NOT_FOUND, granted, '10 CSR 60-6.060(3)(A), (B)'",
        "SUSCEPTIBILITY, PCB, pcbFinding=NOT_USED, granted, '10 CSR 60-6.060(3)(A), (B)'"
    })
    void theTableFollowsTheRule(String kind, String group, String finding, String result, String citation) {
        Map<String, Object> findings = new HashMap<>(CaseWalk.variables(
                "requestSubject", kind,
                "contaminantGroup", group,
                "waiverEvaluated", true,
                "asbestosPiping", false,
                "asbestosInSource", false,
                "detected", false,
                "previousUse", false,
                "noDanger", true,
                "pcbFinding", "NOT_PCB"));
        for (String criterion : new String[] {
            "noDetections", "farFromSources", "notPersistent", "wellProtected", "nitrateLow", "corrosionControlled"
        }) {
            findings.put(criterion, true);
        }
        if (!finding.isEmpty()) {
            String value = finding.replaceFirst(".*=", "");
            findings.put(
                    finding.replaceFirst("=.*", ""),
                    value.equals("true") || value.equals("false") ? Boolean.valueOf(value) : value);
        }

        assertThat(engine.getDecisionService()
                        .evaluateDecisionTableByKey(WAIVER, Variables.fromMap(findings))
                        .getSingleResult()
                        .getEntryMap())
                .containsEntry("result", result)
                .containsEntry("citation", citation);
    }

    private CaseWalk start(String kind, String group, String contaminant, String by, String pwsid) {
        return request.start(
                WAIVER,
                request.form(
                        "acuteRisk", null,
                        "requestSubject", kind,
                        "contaminantGroup", group,
                        "contaminant", contaminant,
                        "initiatedBy", by,
                        "pwsid", pwsid));
    }

    private static Object[] use(boolean used, boolean noDanger, boolean detected) {
        return new Object[] {
            "boundary",
            "Phelps County",
            "previousUse",
            used,
            "noDanger",
            noDanger,
            "detected",
            detected,
            "evaluationNote",
            "Sales records",
            "evaluationDone",
            "DONE"
        };
    }

    private static Object[] susceptibility(Object... other) {
        Map<String, Object> answers = new HashMap<>(CaseWalk.variables(
                "boundaryKind", "WELL_HEAD_RADIUS",
                "boundaryMiles", 0.25,
                "noDetections", true,
                "farFromSources", true,
                "notPersistent", true,
                "wellProtected", true,
                "nitrateLow", true,
                "corrosionControlled", true,
                "pcbFinding", "NOT_PCB",
                "evaluationNote", "Well log",
                "evaluationDone", "DONE"));
        answers.putAll(CaseWalk.variables(other));
        return RequestWalk.answers(answers);
    }
}
