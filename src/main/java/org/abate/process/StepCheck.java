package org.abate.process;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.abate.access.Group;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.Matter;
import org.abate.casefile.Program;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Whether each step of a process can be carried out: its form, people, settings, deadline and what it calls exist. */
final class StepCheck {

    private static final Set<String> DELEGATES = Set.of(
            "${openCase}",
            "${sendLetter}",
            "${assessPenalty}",
            "${recordOutcome}",
            "${startCase}",
            "${notify}",
            "${openInventoryYear}",
            "${inventoryWork}",
            "${recordSubmission}",
            "${recordRequest}",
            "${serviceWatch}");
    /** What a process begins with: not asynchronous, so that who starts it hears at once what is wrong. */
    private static final Set<String> BEGINNINGS = Set.of("${openCase}", "${openInventoryYear}", "${recordSubmission}");

    private static final Set<String> SETTINGS = Set.of(
            "office",
            "program",
            "penaltyRule",
            "matter",
            "decided",
            "optionalInputs",
            "closes",
            "fileOnly",
            "countsFrom",
            "records",
            "decision",
            "confidential",
            "goesOn",
            "prepares",
            "approves",
            "letter",
            "deadlineTimer",
            "outcome",
            "group",
            "message",
            "work",
            "submissionsDue",
            "lateInvoices",
            "noncomplianceList",
            "overdueAfter",
            "exceptLetters");

    private final Element process;
    private final Known known;
    private final Set<String> letters;
    private final Set<String> rules;
    private final List<Objection> objections;
    private final DeadlineCheck deadlines;

    StepCheck(Element process, Known known, Set<String> letters, Set<String> rules, List<Objection> objections) {
        this.process = process;
        this.known = known;
        this.letters = letters;
        this.rules = rules;
        this.objections = objections;
        this.deadlines = new DeadlineCheck(process, known, objections);
    }

    void check() {
        checkSettings(process);
        checkOffice();
        walk(process);
        deadlines.checkAnnounced();
    }

    /** A case is opened for a program, in the office that carries its cases; without them nobody could open one. */
    private void checkOffice() {
        if (!opensCases(process)) {
            return;
        }
        Settings settings = Settings.parse(process);
        Optional<Program> program = settings.find("program").flatMap(Program::of);
        if (program.isEmpty()) {
            object(process, "say with the setting program whose cases it opens");
            return;
        }
        settings.find("matter").ifPresent(matter -> known(process, "matter", matter, names(Matter.values())));
        String office = program.orElseThrow().office();
        if (!settings.find("office").filter(office::equals).isPresent()) {
            object(process, "the setting office must be \"" + office + "\", the office of its program");
        }
        for (Program other : Program.values()) {
            if (other.enforcementProcess().equals(process.attribute("id")) && other != program.orElseThrow()) {
                object(process, "the setting program must be \"" + other.id() + "\", whose cases this process carries");
            }
        }
    }

    /** Whether a process opens cases in the record. */
    static boolean opensCases(Element parent) {
        return parent.elements().stream()
                .anyMatch(
                        element -> "${openCase}".equals(camunda(element, "delegateExpression")) || opensCases(element));
    }

    private void walk(Element parent) {
        for (Element element : parent.elements()) {
            switch (element.getTagName()) {
                case "serviceTask" -> checkDelegate(element);
                case "businessRuleTask" -> checkDecision(element);
                case "userTask" -> checkUserTask(element);
                case "startEvent" -> {
                    checkForm(element, false);
                    deadlines.checkCounting(element, parent);
                }
                case "boundaryEvent" -> deadlines.checkCounting(element, parent);
                case "callActivity" -> checkCall(element);
                case "timerEventDefinition" -> deadlines.checkTimer(element, parent);
                default -> {
                    // nothing more to ask
                }
            }
            if (element.attribute("id") != null && element.element("extensionElements") != null) {
                checkSettings(element);
            }
            walk(element);
        }
    }

    private void object(Element element, String reason) {
        objections.add(Objection.to(element, element.attribute("id"), reason));
    }

    private static String camunda(Element element, String attribute) {
        return element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, attribute);
    }

    private void checkSettings(Element element) {
        Set<String> unknown = new TreeSet<>(Settings.parse(element).names());
        unknown.removeAll(SETTINGS);
        unknown.forEach(name -> object(
                element,
                "the setting \"" + name + "\" means nothing; the settings are "
                        + String.join(", ", new TreeSet<>(SETTINGS))));
        Settings.parse(element).find("penaltyRule").ifPresent(rule -> known(element, "penaltyRule", rule, rules));
    }

    private void checkUserTask(Element task) {
        checkForm(task, true);
        String groups = camunda(task, "candidateGroups");
        if (groups == null || groups.isBlank()) {
            object(task, "the task has no candidate groups");
        } else {
            Arrays.stream(groups.split(",")).map(String::strip).forEach(group -> checkGroup(task, group));
        }
        String assignee = camunda(task, "assignee");
        if (assignee != null && !ExpressionPolicy.isExpression(assignee)) {
            object(task, "assign nobody in person; use ${caseManager} or candidate groups");
        }
        for (String date : List.of("dueDate", "followUpDate")) {
            String value = camunda(task, date);
            if (value != null && !ExpressionPolicy.isExpression(value) && !DeadlineCheck.isDuration(value)) {
                object(task, "the " + date + " \"" + value + "\" is no duration like P10D and no expression");
            }
        }
        Settings settings = Settings.parse(task);
        settings.find("records").ifPresent(what -> known(task, "records", what, names(Recording.values())));
    }

    private void checkForm(Element element, boolean required) {
        String form = camunda(element, "formRef");
        if (form == null) {
            if (required) {
                object(element, "the task has no form");
            }
        } else if (!ExpressionPolicy.hasExpression(form) && !known.form(form)) {
            object(element, "the form \"" + form + "\" is not deployed; deploy it first, or together with the diagram");
        }
    }

    /** A group named with the office (${office}-chief) must be one that every office has. */
    private void checkGroup(Element element, String group) {
        String inTanks = group.replace("${office}", "tanks");
        if (!ExpressionPolicy.hasExpression(inTanks) && !Group.all().containsKey(inTanks)) {
            object(element, "there is no group \"" + group + "\", so nobody could do it");
        }
    }

    private void checkCall(Element call) {
        String called = call.attribute("calledElement");
        if (called == null || ExpressionPolicy.hasExpression(called)) {
            object(call, "name the process that is called; an expression cannot be checked");
        } else if (!known.process(called)) {
            object(call, "the process \"" + called + "\" is not deployed; deploy it first, or together with this one");
        }
        Element extensions = call.element("extensionElements");
        List<Element> handed = extensions == null ? List.of() : extensions.elements();
        if (handed.stream().noneMatch(in -> "#{execution.processBusinessKey}".equals(in.attribute("businessKey")))) {
            object(call, "hand on the case number: business key #{execution.processBusinessKey}");
        }
        if (handed.stream().anyMatch(in -> in.attribute("variables") != null)) {
            object(call, "hand over the variables that are needed by name, not all of them");
        }
        handed.stream()
                .filter(in -> CaseVariables.PENALTY_RULE.getName().equals(in.attribute("target")))
                .flatMap(in -> ExpressionPolicy.literal(in.attribute("sourceExpression")).stream())
                .filter(rule -> !rules.contains(rule))
                .forEach(rule -> object(
                        call, "there is no penalty rule \"" + rule + "\"; the rules are " + String.join(", ", rules)));
    }

    private void checkDecision(Element task) {
        String decision = camunda(task, "decisionRef");
        if (decision == null || ExpressionPolicy.hasExpression(decision)) {
            object(task, "name the decision table; a business rule task evaluates one");
        } else if (!known.decision(decision)) {
            object(task, "the decision \"" + decision + "\" is not deployed; deploy it first, or together with this");
        }
    }

    private void checkDelegate(Element task) {
        String delegate = camunda(task, "delegateExpression");
        if (delegate == null || !DELEGATES.contains(delegate)) {
            object(task, "choose an element template; a service task calls one of " + new TreeSet<>(DELEGATES));
            return;
        }
        boolean later = "true".equals(camunda(task, "asyncBefore"));
        if (BEGINNINGS.contains(delegate) == later) {
            object(
                    task,
                    later
                            ? "the case is opened as the process starts: not asynchronous"
                            : "must be asynchronous before: what fails is tried again without undoing the step before");
        }
        Settings settings = Settings.parse(task);
        switch (delegate) {
            case "${sendLetter}" -> checkLetter(task, settings);
            case "${recordOutcome}" -> {
                Set<String> outcomes = names(CaseStatus.values());
                outcomes.remove(CaseStatus.OPEN.name());
                String outcome = settings.find("outcome").orElse("");
                known(task, "outcome", outcome, outcomes);
                if (settings.isOn("goesOn") && !outcome.equals(CaseStatus.REFERRED.name())) {
                    object(task, "work goes on only in a case that is referred; any other outcome closes it");
                }
            }
            case "${recordRequest}" ->
                known(task, "decided", settings.find("decided").orElse(""), new TreeSet<>(RecordRequest.DECIDED));
            case "${startCase}" -> {
                if (settings.find("program").flatMap(Program::of).isEmpty()) {
                    object(task, "choose the program of the new case");
                }
            }
            case "${openInventoryYear}" ->
                InventoryDays.objections(Settings.parse(process)).forEach(objection -> object(process, objection));
            case "${inventoryWork}" ->
                known(task, "work", settings.find("work").orElse(""), names(InventoryWork.Work.values()));
            case "${serviceWatch}" -> {
                String after = settings.find("overdueAfter").orElse("");
                if (!DeadlineCheck.isDuration(after) || after.contains("T")) {
                    object(
                            task,
                            "say with the setting overdueAfter after how many days proof is overdue, such as P30D");
                }
                ServiceWatch.exceptLetters(settings).forEach(kind -> known(task, "exceptLetters", kind, letters));
            }
            case "${notify}" -> {
                if (settings.find("group").isEmpty() || settings.find("message").isEmpty()) {
                    object(task, "say whom to tell, and what");
                }
                settings.find("group").ifPresent(group -> checkGroup(task, group));
            }
            default -> {
                // no settings of its own
            }
        }
    }

    private void checkLetter(Element task, Settings settings) {
        known(task, "letter", settings.find("letter").orElse(""), letters);
        settings.find("deadlineTimer").ifPresent(timer -> deadlines.checkPrinted(task, timer));
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private void known(Element element, String setting, String value, Set<String> names) {
        if (!names.contains(value)) {
            object(element, "the setting " + setting + " \"" + value + "\" is not one of " + new TreeSet<>(names));
        }
    }
}
