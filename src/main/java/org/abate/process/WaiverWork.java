package org.abate.process;

import static org.abate.process.CaseVariables.DECISION_CONDITIONS;
import static org.abate.process.CaseVariables.DECISION_TEXT;
import static org.abate.process.CaseVariables.WAIVER_EVALUATION;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Fault;
import org.abate.casefile.WaterRequest;
import org.abate.casefile.WaterRequest.ContaminantGroup;
import org.abate.casefile.WaterRequest.Subject;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/**
 * A waiver from baseline monitoring: what the table says of it, and what staff confirm (10 CSR 60-6.060; interpretations
 * VE13 to VE16).
 */
@Component
class WaiverWork {

    private static final String GRANTED = "granted";
    private static final String PCB_FINDING = "pcbFinding";
    private static final String LISTED_IN_GROUP = "listedInGroup";
    private static final String REDUCED_MONITORING = "reducedMonitoring";

    private final CaseRecord caseRecord;

    WaiverWork(CaseRecord caseRecord) {
        this.caseRecord = caseRecord;
    }

    /**
     * What was found of each criterion, as the chief will read it.
     *
     * @throws Refusal where the question about PCBs is not answered of a waiver for them, or is of another
     */
    void evaluation(String caseNumber, DelegateTask task, Answers answers) {
        WaterRequest request = caseRecord.get(caseNumber).request();
        boolean forPcbs = request.group() == ContaminantGroup.PCB;
        if (forPcbs
                && request.subject() == Subject.SUSCEPTIBILITY
                && answers.find(PCB_FINDING).isEmpty()) {
            throw new Refusal(
                    PCB_FINDING,
                    "is missing: the waiver is for PCBs; say whether they were used, and what sampling shows"
                            + " (10 CSR 60-6.060(3)(B))");
        }
        if (!forPcbs && answers.find(PCB_FINDING).isPresent()) {
            throw new Refusal(
                    PCB_FINDING,
                    "is asked only of a waiver for PCBs, which this one is not; where it is, withdraw the request and"
                            + " open it with the group of PCBs (10 CSR 60-6.060(3)(B))");
        }
        String boundary = Stream.of(
                        answers.find("boundaryKind").map(Answers::inWords),
                        answers.find("boundary"),
                        answers.find("boundaryMiles").map(miles -> miles + " miles"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        caseRecord.note(caseNumber, "WAIVER_EVALUATED", "Boundary: " + boundary);
        Form form = new Forms(Context.getProcessEngineConfiguration()).of((TaskEntity) task);
        // The note stands in a variable of its own
        WAIVER_EVALUATION.on(task).set(Considered.lines(form, answers, field -> !Considered.isWords(field)));
    }

    /** What a task shows: the waivers that were issued or denied before, what the decision table says. */
    void show(Recording what, DelegateTask task) {
        switch (what) {
            case REPEATED_REQUEST -> showEarlier(task);
            case WAIVER -> {
                WaterRequest request =
                        caseRecord.get(DiagramListener.caseNumber(task)).request();
                List<TableFinding> findings = findings(task);
                task.setVariableLocal("waiverFrom", request.inWords());
                task.setVariableLocal("waiverGroup", request.group().title());
                task.setVariableLocal("waiverList", request.group().list());
                showEarlier(task);
                task.setVariableLocal("waiverResult", findings.get(0).resultInWords());
                task.setVariableLocal(
                        "waiverBasis",
                        findings.stream()
                                .map(finding -> "- " + finding.sentence())
                                .collect(Collectors.joining("\n")));
            }
            default -> {
                // shows nothing of it
            }
        }
    }

    /** Of this contaminant; another request may have been decided since this one came in. */
    private void showEarlier(DelegateTask task) {
        List<String> earlier = caseRecord.earlierWaivers(DiagramListener.caseNumber(task));
        task.setVariableLocal(
                "earlierWaivers",
                earlier.isEmpty()
                        ? "none"
                        : earlier.stream()
                                .map(number -> "[" + number + "](/cases/" + number + ")")
                                .collect(Collectors.joining(", ")));
    }

    /** A request for a waiver that was issued or denied before: refused, or evaluated of the department's own. */
    void repeated(DelegateTask task, Answers answers) {
        if ("REFUSE".equals(answers.text("repeatDecision"))) {
            DECISION_TEXT
                    .on(task)
                    .set("The department does not consider the request: a waiver of this contaminant was issued to the"
                            + " system or denied it before. A system may request a waiver only if the department has not"
                            + " issued or denied one (10 CSR 60-6.060(1)).\n"
                            + RequestWords.sentence(answers.text("repeatReason")));
        }
    }

    /** What the table says of the evaluation; where there was none, that the rule does not know the waiver. */
    private static List<TableFinding> findings(DelegateTask task) {
        List<TableFinding> evaluated = TableFinding.of(task.getVariable("waiverFindings"));
        return evaluated.isEmpty() ? TableFinding.of(task.getVariable("waiverFinding")) : evaluated;
    }

    /** @throws Refusal where a waiver is granted that the decision table does not give, or without its form */
    void waiver(String caseNumber, DelegateTask task, Answers answers) {
        List<TableFinding> against = findings(task).stream()
                .filter(finding -> !GRANTED.equals(finding.result()))
                .toList();
        WaterRequest request = caseRecord.get(caseNumber).request();
        if (!"GRANT".equals(answers.text("waiverDecision"))) {
            List<String> lines = new ArrayList<>();
            lines.add("The department denies a " + request.words() + " from " + request.from() + ".");
            if (!against.isEmpty()) {
                lines.add("The department finds:");
                against.forEach(finding -> lines.add(finding.sentence()));
            }
            lines.add(RequestWords.sentence(answers.text("waiverReason")));
            DECISION_TEXT.on(task).set(String.join("\n", lines));
            return;
        }
        checkGrant(request, against, answers);
        DECISION_TEXT
                .on(task)
                .set(String.join(
                        "\n",
                        "The department grants a " + request.words() + " from " + request.from() + ".",
                        request.subject() == Subject.USE
                                ? "It relieves the system of the sampling requirements for this contaminant"
                                        + " (10 CSR 60-6.060(2))."
                                : "It is granted in the form of reduced monitoring (10 CSR 60-6.060(3)): "
                                        + RequestWords.sentence(answers.text(REDUCED_MONITORING)),
                        RequestWords.sentence(answers.text("waiverReason"))));
        DECISION_CONDITIONS.on(task).set(answers.find("waiverConditions").orElse(null));
    }

    private static void checkGrant(WaterRequest request, List<TableFinding> against, Answers answers) {
        List<Fault> faults = new ArrayList<>();
        if (!against.isEmpty()) {
            faults.add(new Fault(
                    "waiverDecision",
                    "cannot be granted. "
                            + against.stream().map(TableFinding::sentence).collect(Collectors.joining(" "))));
        }
        if (!Boolean.TRUE.equals(answers.value(LISTED_IN_GROUP))) {
            faults.add(new Fault(
                    LISTED_IN_GROUP,
                    "cannot be granted: a contaminant is decided by the rule of its own group, whose list is "
                            + request.group().list() + "; deny it, and open the waiver with the right group"
                            + " (10 CSR 60-6.060(2), (3))"));
        }
        boolean reduced = answers.find(REDUCED_MONITORING).isPresent();
        if (request.subject() == Subject.SUSCEPTIBILITY && !reduced) {
            faults.add(new Fault(
                    REDUCED_MONITORING,
                    "is missing: a susceptibility waiver is granted in the form of reduced monitoring"
                            + " (10 CSR 60-6.060(3))"));
        }
        if (request.subject() == Subject.USE && reduced) {
            faults.add(new Fault(
                    REDUCED_MONITORING,
                    "must be left out: a use waiver relieves of sampling; what the system has to do all the same is a"
                            + " condition (10 CSR 60-6.060(2))"));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
    }
}
