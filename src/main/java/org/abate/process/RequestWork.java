package org.abate.process;

import static org.abate.process.CaseVariables.DECISION_CONDITIONS;
import static org.abate.process.CaseVariables.DECISION_TEXT;
import static org.abate.process.CaseVariables.MISSING_ITEMS;
import static org.abate.process.CaseVariables.NOTICE_SUMMARY;
import static org.abate.process.CaseVariables.REQUEST_COMPLETE;
import static org.abate.process.CaseVariables.SYSTEMS;
import static org.abate.process.CaseVariables.TRACKED_STEPS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Fault;
import org.abate.casefile.Matter;
import org.abate.casefile.WaterRequest;
import org.abate.casefile.WaterSystem;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** A request for a variance, exemption or waiver until it is granted or denied (10 CSR 60-6.010, 6.020, 6.060;
 * interpretations VE1 to VE4, VE16, VE17). */
@Component
class RequestWork {

    /** The field of a form that asks for an item of a request: the section that demands it. */
    private static final String ITEM = "item";

    /** The field of a form that asks for a finding without which nothing is granted: the clause that demands it. */
    private static final String FINDING = "finding";

    /** As 60-6.030(2)(C) limits an exemption. */
    static final int MOST_YEARS = 3;

    private final CaseRecord caseRecord;

    RequestWork(CaseRecord caseRecord) {
        this.caseRecord = caseRecord;
    }

    /** Which items are missing is told by the form: each names the section that demands it. */
    void completeness(String caseNumber, DelegateTask task, Answers answers) {
        List<String> missing = new ArrayList<>();
        for (Form.Field field : form(task).fields()) {
            field.property(ITEM)
                    .filter(section -> "MISSING".equals(answers.text(field.key())))
                    .ifPresent(section -> missing.add(section + field.label()));
        }
        answers.find("furtherItems").ifPresent(lines -> lines.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> missing.add("Other information the department requires: " + line.strip())));
        REQUEST_COMPLETE.on(task).set(missing.isEmpty());
        MISSING_ITEMS.on(task).set(missing);
        caseRecord.note(
                caseNumber,
                "COMPLETENESS",
                missing.isEmpty() ? "The request is complete" : "Missing: " + String.join("; ", missing));
    }

    void received(String caseNumber, Answers answers) {
        caseRecord.note(
                caseNumber,
                "ITEMS_RECEIVED",
                "Received on " + answers.text("receivedOn") + ": " + answers.text("receivedSummary"));
    }

    /** @throws Refusal where an incomplete request is denied without saying what it lacks */
    void incomplete(String caseNumber, DelegateTask task, Answers answers) {
        if ("DENY".equals(answers.text("incompleteDecision"))) {
            WaterRequest request = caseRecord.get(caseNumber).request();
            String section = request.matter() == Matter.VARIANCE ? "10 CSR 60-6.010(4)(A)" : "10 CSR 60-6.020(4)(C)";
            DECISION_TEXT
                    .on(task)
                    .set(RequestWords.denied(
                            request,
                            "The request is inadequate or incomplete (" + section + "). "
                                    + answers.text("incompleteReason")));
        }
    }

    /** @throws Refusal where it is recommended to grant without a finding that the rule demands, naming each */
    void consideration(DelegateTask task, Answers answers) {
        if (!"GRANT".equals(answers.text("recommendation"))) {
            return;
        }
        List<Fault> faults = new ArrayList<>();
        for (Form.Field field : form(task).fields()) {
            field.property(FINDING)
                    .filter(clause -> !Boolean.TRUE.equals(answers.value(field.key())))
                    .ifPresent(clause -> faults.add(
                            new Fault(field.key(), "cannot be granted without this finding (" + clause + ")")));
        }
        if (task.getVariable("exemptionGround") instanceof String ground && ground.equals("NONE")) {
            faults.add(new Fault(
                    "exemptionGround", "no exemption is granted without one of 1., 2. or 3. (10 CSR 60-6.020(4)(D))"));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
    }

    /** @throws Refusal where what the considerations do not support is proposed */
    void decision(String caseNumber, DelegateTask task, Answers answers) {
        switch (answers.text("requestDecision")) {
            case "PROPOSE" -> {
                if (!"GRANT".equals(task.getVariable("recommendation"))) {
                    throw new Refusal(
                            "requestDecision",
                            "the findings that the rule demands are not made: have the request considered again, or"
                                    + " deny it");
                }
            }
            case "DENY" ->
                DECISION_TEXT
                        .on(task)
                        .set(RequestWords.denied(caseRecord.get(caseNumber).request(), answers.text("requestReason")));
            default -> {
                // considered again
            }
        }
    }

    /**
     * The proposed grant with its schedule; what the decision notice will say of it.
     *
     * @throws Refusal where the schedule is none that 10 CSR 60-6.030 allows, with every fault
     */
    void proposal(String caseNumber, DelegateTask task, Answers answers) {
        WaterRequest request = caseRecord.get(caseNumber).request();
        boolean indefinite = "INDEFINITE".equals(answers.text("scheduleKind"));
        List<Fault> faults = new ArrayList<>();
        if (indefinite && !bothTrue(answers, "noAlternativeSource", "noImprovement")) {
            faults.add(new Fault(
                    "scheduleKind",
                    "an indefinite period needs both: no access to an alternative source, and no adequate improvement"
                            + " of the existing raw water source (10 CSR 60-6.030(1)(B)2)"));
        }
        LocalDate last = answers.find("finalComplianceOn").map(LocalDate::parse).orElse(null);
        List<Milestone> steps = indefinite ? List.of() : Milestone.parseAll(answers.text("milestones"));
        steps.stream()
                .max(Comparator.comparing(Milestone::dueOn))
                .filter(step -> last != null && step.dueOn().isAfter(last))
                .ifPresent(step -> faults.add(new Fault(
                        "milestones", "\"" + step + "\" is due after the date of final compliance, " + last)));
        if (request.matter() == Matter.EXEMPTION && last != null) {
            faults.addAll(tooLate(request, last));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        List<String> conditions = Stream.of("bestTechnology", "requestConditions")
                .map(task::getVariable)
                .filter(String.class::isInstance)
                .flatMap(text -> text.toString().lines())
                .filter(line -> !line.isBlank())
                .toList();
        DECISION_TEXT.on(task).set(RequestWords.granted(request, indefinite ? null : last));
        List<Milestone> interim = Milestone.parseAll(answers.text("interimMeasures"));
        DECISION_CONDITIONS.on(task).set(RequestWords.conditions(conditions, steps, interim));
        TRACKED_STEPS.on(task).set(tracked(steps, interim));
        NOTICE_SUMMARY.on(task).set(summary(request, indefinite ? null : last, steps));
        SYSTEMS.on(task)
                .set(request.systems().stream()
                        .map(system -> system.number() + " " + system.inWords())
                        .collect(Collectors.toCollection(ArrayList::new)));
    }

    /** Each system for which the date lies beyond three years after the one otherwise applicable to it. */
    private static List<Fault> tooLate(WaterRequest request, LocalDate last) {
        return request.systems().stream()
                .filter(system -> last.isAfter(system.complianceDueOn().plusYears(MOST_YEARS)))
                .map(system -> new Fault(
                        "finalComplianceOn",
                        system.name() + " must comply by "
                                + system.complianceDueOn().plusYears(MOST_YEARS)
                                + ", three years after the date otherwise applicable (10 CSR 60-6.030(2)(C))"))
                .toList();
    }

    /** The steps toward compliance and those of the interim measures (10 CSR 60-6.030(1)(D)), in the order of their dates. */
    private static String tracked(List<Milestone> steps, List<Milestone> interim) {
        return Stream.concat(
                        steps.stream(),
                        interim.stream()
                                .map(measure -> new Milestone(measure.dueOn(), "Interim measure: " + measure.action())))
                .sorted(Comparator.comparing(Milestone::dueOn))
                .map(Milestone::toString)
                .collect(Collectors.joining("\n"));
    }

    private static String summary(WaterRequest request, LocalDate last, List<Milestone> steps) {
        List<String> lines = new ArrayList<>();
        lines.add(request.matter().title() + " and " + request.matter().words() + " schedule: from " + request.from()
                + ", for " + request.covered() + ".");
        lines.add(
                last == null
                        ? "The period is indefinite, until a new and effective treatment technology is developed."
                        : "Final compliance is to be achieved by " + RequestWords.date(last) + ".");
        steps.forEach(step -> lines.add("By " + RequestWords.date(step.dueOn()) + ": " + step.action()));
        return String.join("\n", lines);
    }

    private static boolean bothTrue(Answers answers, String one, String other) {
        return Boolean.TRUE.equals(answers.value(one)) && Boolean.TRUE.equals(answers.value(other));
    }

    /** The last day on which a system under an exemption may comply; empty for a variance. */
    Optional<LocalDate> latestCompliance(String caseNumber, Object systemLine) {
        return systemLine == null
                ? Optional.empty()
                : Optional.ofNullable(system(caseNumber, systemLine).latestComplianceOn());
    }

    /** The system that a line of the variable {@code systems} begins with the number of. */
    WaterSystem system(String caseNumber, Object systemLine) {
        int number = Integer.parseInt(systemLine.toString().replaceFirst(" .*", ""));
        return caseRecord.get(caseNumber).request().systems().get(number - 1);
    }

    private static Form form(DelegateTask task) {
        return new Forms(Context.getProcessEngineConfiguration()).of((TaskEntity) task);
    }
}
