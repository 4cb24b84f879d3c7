package org.abate.process;

import static org.abate.process.CaseVariables.DECISION_CONDITIONS;
import static org.abate.process.CaseVariables.DECISION_TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.WaterRequest;
import org.abate.casefile.WaterRequest.ContaminantGroup;
import org.abate.casefile.WaterRequest.Subject;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * A waiver from baseline monitoring: what the table says of it, and what staff confirm (10 CSR 60-6.060; interpretations
 * VE13 to VE16).
 */
@Component
class WaiverWork {

    private final CaseRecord caseRecord;

    WaiverWork(CaseRecord caseRecord) {
        this.caseRecord = caseRecord;
    }

    /**
     * The boundary of a susceptibility waiver is a quarter of a mile about a well head at least, or the watershed.
     *
     * @throws Refusal where a waiver for PCBs is evaluated as one that is not for PCBs
     */
    void evaluation(String caseNumber, DelegateTask task, Answers answers) {
        if (caseRecord.get(caseNumber).request().group() == ContaminantGroup.PCB
                && "NOT_PCB".equals(answers.text("pcbFinding"))) {
            throw new Refusal(
                    "pcbFinding",
                    "the waiver is for PCBs: say whether they were used, and what sampling shows"
                            + " (10 CSR 60-6.060(3)(B))");
        }
        caseRecord.note(
                caseNumber,
                "WAIVER_EVALUATED",
                "Boundary: "
                        + answers.find("boundaryKind").map(Answers::inWords).orElse("")
                        + answers.find("boundary").map(text -> " " + text).orElse("")
                        + answers.find("boundaryMiles")
                                .map(miles -> ", " + miles + " miles")
                                .orElse(""));
    }

    /** @throws Refusal where a waiver is granted that the decision table does not give, or without its form */
    void waiver(String caseNumber, DelegateTask task, Answers answers) {
        Map<?, ?> finding = task.getVariable("waiverFinding") instanceof Map<?, ?> row ? row : Map.of();
        boolean granted = "GRANT".equals(answers.text("waiverDecision"));
        if (granted && !"granted".equals(finding.get("result"))) {
            throw new Refusal(
                    "waiverDecision",
                    "cannot be granted: " + finding.get("basis") + " (" + finding.get("citation") + ")");
        }
        WaterRequest request = caseRecord.get(caseNumber).request();
        if (granted
                && request.subject() == Subject.SUSCEPTIBILITY
                && answers.text("reducedMonitoring").isEmpty()) {
            throw new Refusal(
                    "reducedMonitoring",
                    "is missing: a susceptibility waiver is granted in the form of reduced monitoring"
                            + " (10 CSR 60-6.060(3))");
        }
        String reason = answers.text("waiverReason");
        if (!granted) {
            DECISION_TEXT
                    .on(task)
                    .set("The department denies a waiver from " + request.from() + ".\n"
                            + ("not-granted".equals(finding.get("result"))
                                    ? "Found: " + finding.get("basis") + " (" + finding.get("citation") + ").\n"
                                    : "")
                            + reason);
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add("The department grants a waiver from " + request.from() + ".");
        lines.add(
                request.subject() == Subject.USE
                        ? "It relieves the system of the sampling requirements for this contaminant"
                                + " (10 CSR 60-6.060(2))."
                        : "It is granted in the form of reduced monitoring (10 CSR 60-6.060(3)): "
                                + answers.text("reducedMonitoring"));
        lines.add(reason);
        DECISION_TEXT.on(task).set(String.join("\n", lines));
        DECISION_CONDITIONS
                .on(task)
                .set(Optional.of(answers.text("waiverConditions"))
                        .filter(text -> !text.isEmpty())
                        .orElse(null));
    }
}
