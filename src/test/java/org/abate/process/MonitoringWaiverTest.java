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
                .complete(
                        "ConfirmWaiver",
                        "waiverDecision",
                        "GRANT",
                        "listedInGroup",
                        true,
                        "waiverReason",
                        "No use in the county")
                .ended(CaseStatus.CLOSED, "WaiverIssued");
        String first = theCase.caseNumber();
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("grants a use waiver from baseline monitoring for atrazine", "MO7010001")
                .contains("relieves the system of the sampling requirements");
        assertThat(theCase.decisions())
                .extracting(entry -> entry.text())
                .anyMatch(text -> text.contains("previous use of the contaminant within the boundary? No"));

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
        assertThat(theCase.text(DocumentKind.WITHDRAWAL_NOTICE))
                .contains("confirms that the department has withdrawn", "Not pursued", "atrazine");
        assertThat(request.standing()).isEqualTo(Standing.WITHDRAWN);
    }

    @Test
    void aContaminantIsWaivedByTheRuleOfTheGroupThatListsIt() {
        start("USE", "SOC", "benzene", "SYSTEM", "MO7010010").complete("EvaluateUse", use(false, true, false));
        assertThat(theCase.seen("ConfirmWaiver", "waiverList")).containsExactly("10 CSR 60-4.040");
        assertThatThrownBy(() -> theCase.complete(
                        "ConfirmWaiver",
                        "waiverDecision",
                        "GRANT",
                        "listedInGroup",
                        false,
                        "waiverReason",
                        "No use in the county"))
                .hasMessageContaining("whose list is 10 CSR 60-4.040");
        theCase.complete("ConfirmWaiver", "waiverDecision", "DENY", "waiverReason", "It is a VOC")
                .ended(CaseStatus.CLOSED, "WaiverDenied");
    }

    @Test
    void aWaiverDecidedMeanwhileIsShownToTheChiefHoweverItsContaminantIsWritten() {
        start("USE", "SOC", "Atrazine", "SYSTEM", "MO7010011").complete("EvaluateUse", use(false, true, false));
        String first = theCase.caseNumber();
        start("USE", "SOC", "atrazine (SOC)", "SYSTEM", "MO7010011").isAt("EvaluateUse");
        String second = theCase.caseNumber();
        theCase.in(first)
                .complete("ConfirmWaiver", "waiverDecision", "DENY", "waiverReason", "Used in the county")
                .ended(CaseStatus.CLOSED, "WaiverDenied");
        theCase.in(second).complete("EvaluateUse", use(false, true, false));
        assertThat(theCase.seen("ConfirmWaiver", "earlierWaivers").toString()).contains(first);
    }

    @Test
    void aSystemWithWellsAndASurfaceSourceHasBothBoundaries() {
        start("SUSCEPTIBILITY", "VOC", "benzene", "SYSTEM", "MO7010012");
        assertThatThrownBy(() -> theCase.complete(
                        "EvaluateSusceptibility",
                        susceptibility("boundaryKind", "WELL_HEAD_RADIUS_AND_WATERSHED", "boundaryMiles", 0.2)))
                .hasMessageContaining("0.25");
        theCase.complete(
                "EvaluateSusceptibility",
                susceptibility("boundaryKind", "WELL_HEAD_RADIUS_AND_WATERSHED", "boundaryMiles", 0.5));
        assertThat(theCase.seen("ConfirmWaiver", "waiverEvaluation").toString())
                .contains("Both: the system has wells and a surface water source", "0.5");
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
        assertThatThrownBy(() -> theCase.complete(
                        "ConfirmWaiver",
                        "waiverDecision",
                        "GRANT",
                        "listedInGroup",
                        true,
                        "waiverReason",
                        "All the same"))
                .hasMessageContaining("Asbestos-cement piping is present in the system (10 CSR 60-6.060(2)(A))");
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
                        "ConfirmWaiver",
                        "waiverDecision",
                        "GRANT",
                        "listedInGroup",
                        true,
                        "waiverReason",
                        "All six criteria are met"))
                .hasMessageContaining("in the form of reduced monitoring (10 CSR 60-6.060(3))");
        theCase.complete(
                        "ConfirmWaiver",
                        "waiverDecision",
                        "GRANT",
                        "listedInGroup",
                        true,
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
        theCase.complete("EvaluateSusceptibility", susceptibility("pcbFinding", "PRESENT"));
        assertThat(theCase.seen("ConfirmWaiver", "waiverResult")).containsExactly("not granted");
        assertThatThrownBy(() -> theCase.complete(
                        "ConfirmWaiver",
                        "waiverDecision",
                        "GRANT",
                        "listedInGroup",
                        true,
                        "reducedMonitoring",
                        "Every six years",
                        "waiverReason",
                        "All the same"))
                .hasMessageContaining("PCBs were used in equipment and sampling has not shown their absence"
                        + " (10 CSR 60-6.060(3)(B))");

        start("SUSCEPTIBILITY", "SOC", "atrazine", "SYSTEM", "MO7010010");
        assertThatThrownBy(() -> theCase.complete("EvaluateSusceptibility", susceptibility("pcbFinding", "PRESENT")))
                .hasMessageContaining("is asked only of a waiver for PCBs");
    }

    /** The group around it has none of the criteria that the rule has for it. */
    @ParameterizedTest(name = "{1} under {0}")
    @CsvSource({
        "SOC, Polychlorinated biphenyls (PCBs), Polychlorinated biphenyls (PCB)",
        "VOC, Aroclor 1242, Polychlorinated biphenyls (PCB)",
        "IOC, Nitrate (as N), Nitrate and nitrite",
        "IOC, asbestos fibers, Asbestos"
    })
    void whatTheRuleTreatsByItselfIsNotEnteredUnderTheGroupAroundIt(String group, String contaminant, String meant) {
        assertThatThrownBy(() -> start("SUSCEPTIBILITY", group, contaminant, "SYSTEM", "MO7010011"))
                .hasMessageContaining(
                        "contaminantGroup: \"Contaminant group\" must be \"" + meant + "\" for " + contaminant);
    }

    @Test
    void everyFindingAgainstAWaiverIsShownToTheChiefAndNamedInTheNotice() {
        start("SUSCEPTIBILITY", "VOC", "benzene", "SYSTEM", "MO7010012")
                .complete(
                        "EvaluateSusceptibility",
                        susceptibility("farFromSources", false, "notPersistent", false, "nitrateLow", false));
        String[] against = {
            "Contamination is not unlikely by the proximity of potential sources (10 CSR 60-6.060(3)(A)2).",
            "Contamination is not unlikely by the persistence of the contaminant (10 CSR 60-6.060(3)(A)3).",
            "Nitrate was not tested, or elevated levels indicate surface water intrusion (10 CSR 60-6.060(3)(A)5)."
        };
        assertThat(theCase.seen("ConfirmWaiver", "waiverBasis").toString())
                .contains(against)
                .doesNotContain("(3)(A)4");
        assertThat(theCase.seen("ConfirmWaiver", "waiverFrom").toString())
                .contains("Susceptibility waiver from baseline monitoring for benzene");
        assertThat(theCase.seen("ConfirmWaiver", "waiverGroup").toString())
                .contains("Volatile organic chemicals (VOC)");
        assertThat(theCase.seen("ConfirmWaiver", "waiverEvaluation").toString())
                .contains(
                        "- Radius in miles **0.25**",
                        "- 1\\. Do previous analytical results show no detections? **Yes**",
                        "- 2\\. Is the proximity to potential point or nonpoint sources such that contamination is unlikely? **No**");
        assertThat(theCase.timeline())
                .contains("Determine waiver: not granted. " + String.join(" ", against))
                .contains("Boundary: well head radius, 0.25 miles");
        assertThatThrownBy(() -> theCase.complete(
                        "ConfirmWaiver",
                        "waiverDecision",
                        "GRANT",
                        "listedInGroup",
                        true,
                        "waiverReason",
                        "All the same"))
                .hasMessageContaining("waiverDecision: cannot be granted. " + String.join(" ", against))
                .hasMessageContaining("reducedMonitoring: is missing");
        theCase.complete("ConfirmWaiver", "waiverDecision", "DENY", "waiverReason", "Three criteria are not met")
                .ended(CaseStatus.CLOSED, "WaiverDenied");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE)).contains(against).contains("Three criteria are not met");
    }

    @Test
    void aUseWaiverHasNoReducedMonitoring() {
        start("USE", "SOC", "atrazine", "SYSTEM", "MO7010013").complete("EvaluateUse", use(false, true, false));

        assertThatThrownBy(() -> theCase.complete(
                        "ConfirmWaiver",
                        "waiverDecision",
                        "GRANT",
                        "listedInGroup",
                        true,
                        "reducedMonitoring",
                        "One sample in three years",
                        "waiverReason",
                        "No use in the county"))
                .hasMessageContaining("reducedMonitoring: must be left out");
    }

    @Test
    void aKnownSystemIsRequestedForAsItIsOnRecord() {
        start("USE", "SOC", "atrazine", "SYSTEM", "MO7010014");

        assertThatThrownBy(() -> request.start(
                        WAIVER,
                        request.form(
                                "acuteRisk", null,
                                "requestSubject", "USE",
                                "contaminantGroup", "SOC",
                                "contaminant", "simazine",
                                "initiatedBy", "SYSTEM",
                                "facilityName", "Hollow Spring PWSD 3",
                                "facilityAddress", "7 Hollow Lane, Rolla, MO 65401",
                                "facilityCounty", "Maries",
                                "pwsid", "mo7010014")))
                .hasMessageContaining("facilityName: \"Public water system\" MO7010014 is Elm Spring on record")
                .hasMessageContaining(
                        "facilityAddress: \"Address of the system\" MO7010014 is at 1 Elm Road, Rolla, MO 65401")
                .hasMessageContaining("facilityCounty: \"County\" MO7010014 is in Phelps on record");
        start("USE", "SOC", "simazine", "SYSTEM", "MO7010014").isAt("EvaluateUse");
    }

    @Test
    void whatTheRuleDoesNotKnowIsDeniedByTheChiefAndCannotBeGranted() {
        start("USE", "NITRATE_NITRITE", "nitrate", "SYSTEM", "MO7010004");
        assertThat(theCase.candidates("ConfirmWaiver")).containsExactly("drinking-water-chief");
        assertThat(theCase.seen("ConfirmWaiver", "waiverResult")).containsExactly("not available");
        assertThat(theCase.seen("ConfirmWaiver", "waiverBasis").toString())
                .contains("Use waivers are not granted for inorganic chemicals other than asbestos");
        assertThat(caseRecord.documents(theCase.caseNumber())).isEmpty();
        assertThatThrownBy(() -> theCase.complete(
                        "ConfirmWaiver",
                        "waiverDecision",
                        "GRANT",
                        "listedInGroup",
                        true,
                        "waiverReason",
                        "All the same"))
                .hasMessageContaining("cannot be granted. Use waivers are not granted for inorganic chemicals");

        theCase.complete("ConfirmWaiver", "waiverDecision", "DENY", "waiverReason", "The rule knows none")
                .ended(CaseStatus.CLOSED, "WaiverDenied");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains(
                        "Use waivers are not granted for inorganic chemicals other than asbestos (10 CSR 60-6.060(2)).",
                        "The rule knows none");
        assertThat(theCase.timeline()).anyMatch(text -> text.startsWith("Determine availability: not available."));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "USE, VOC, not-available, 10 CSR 60-6.060(2)",
        "USE, IOC, not-available, 10 CSR 60-6.060(2)",
        "USE, NITRATE_NITRITE, not-available, 10 CSR 60-6.060(2)",
        "USE, UNREGULATED_B, not-available, 10 CSR 60-6.060(2)(C)",
        "SUSCEPTIBILITY, NITRATE_NITRITE, not-available, 10 CSR 60-6.060(3)",
        "USE, PCB, available, 10 CSR 60-6.060(1)",
        "SUSCEPTIBILITY, ASBESTOS, available, 10 CSR 60-6.060(1)"
    })
    void theRuleKnowsNoWaiverOfSomeGroups(String kind, String group, String result, String citation) {
        assertThat(engine.getDecisionService()
                        .evaluateDecisionTableByKey(
                                "waiver-availability",
                                Variables.fromMap(Map.of("requestSubject", kind, "contaminantGroup", group)))
                        .getSingleResult()
                        .getEntryMap())
                .containsEntry("result", result)
                .containsEntry("citation", citation);
    }

    /** One finding at a time is not as the rule wants it. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
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
                "asbestosPiping", false,
                "asbestosInSource", false,
                "detected", false,
                "previousUse", false,
                "noDanger", true));
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
                "evaluationNote", "Well log",
                "evaluationDone", "DONE"));
        answers.putAll(CaseWalk.variables(other));
        return RequestWalk.answers(answers);
    }
}
