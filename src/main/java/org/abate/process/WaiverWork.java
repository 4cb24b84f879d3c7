package org.abate.process;

import static org.abate.process.CaseVariables.DECISION_CONDITIONS;
import static org.abate.process.CaseVariables.DECISION_TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** What the decision table says where there can be none. */
    private static final Set<String> NO_WAIVER = Set.of("not-available", "not-granted");

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

    /** What a task shows: the waivers that were issued or denied before, what the decision table says. */
    void show(Recording what, DelegateTask task) {
        switch (what) {
            case REPEATED_REQUEST ->
                task.setVariableLocal(
                        "earlierWaivers",
                        String.join(
                                ", ",
                                caseRecord.earlierWaivers(DiagramListener.caseNumber(task)).stream()
                                        .map(number -> "[" + number + "](/cases/" + number + ")")
                                        .toList()));
            case WAIVER -> {
                Map<?, ?> finding = finding(task);
                task.setVariableLocal(
                        "waiverResult", String.valueOf(finding.get("result")).replace('-', ' '));
                task.setVariableLocal("waiverBasis", finding.get("basis"));
                task.setVariableLocal("waiverCitation", finding.get("citation"));
            }
            default -> {
                // shows nothing of it
            }
        }
    }

    /** A request for a waiver that was issued or denied before: refused, or evaluated of the department's own. */
    void repeated(DelegateTask task, Answers answers) {
        if ("REFUSE".equals(answers.text("repeatDecision"))) {
            DECISION_TEXT
                    .on(task)
                    .set("The department does not consider the request: a waiver of this contaminant was issued to the"
                            + " system or denied it before. A system may request a waiver only if the department has not"
                            + " issued or denied one (10 CSR 60-6.060(1)).\n"
                            + answers.text("repeatReason"));
        }
    }

    private static Map<?, ?> finding(DelegateTask task) {
        return task.getVariable("waiverFinding") instanceof Map<?, ?> row ? row : Map.of();
    }

    /** @throws Refusal where a waiver is granted that the decision table does not give, or without its form */
    void waiver(String caseNumber, DelegateTask task, Answers answers) {
        Map<?, ?> finding = finding(task);
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
                    .set("The department denies a " + request.words() + " from " + request.from() + ".\n"
                            + (NO_WAIVER.contains(finding.get("result"))
                                    ? "Found: " + finding.get("basis") + " (" + finding.get("citation") + ").\n"
                                    : "")
                            + reason);
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add("The department grants a " + request.words() + " from " + request.from() + ".");
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
