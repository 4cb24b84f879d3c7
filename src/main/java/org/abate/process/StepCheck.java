package org.abate.process;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    /** What counts down where: the activity that each fixed deadline is drawn on, by the timer's id. */
    private final Map<String, String> deadlines = new HashMap<>();

    /** From which date what counts, by the id of the task or the timer. */
    private final Map<String, String> counting = new HashMap<>();

    private final Set<String> called = new HashSet<>();
    private final Set<String> attachedTo = new HashSet<>();
    private final Set<String> announced = new HashSet<>();

    StepCheck(Element process, Known known, Set<String> letters, Set<String> rules, List<Objection> objections) {
        this.process = process;
        this.known = known;
        this.letters = letters;
        this.rules = rules;
        this.objections = objections;
    }

    void check() {
        collect(process);
        checkSettings(process);
        checkOffice();
        walk(process);
        Set<String> unannounced = new TreeSet<>(counting.keySet());
        unannounced.removeIf(id -> CountedFrom.WITHOUT_LETTER.contains(counting.get(id)));
        unannounced.removeAll(announced);
        unannounced.forEach(id -> objections.add(
                Objection.to(id, "its deadline counts from a letter, but no letter names its timer as deadlineTimer")));
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

    private void collect(Element parent) {
        for (Element element : parent.elements()) {
            String id = element.attribute("id");
            Element timer = element.element("timerEventDefinition");
            if (element.getTagName().equals("boundaryEvent")
                    && timer != null
                    && timer.element("timeDuration") != null
                    && isDuration(timer.element("timeDuration").getText())) {
                deadlines.put(id, element.attribute("attachedToRef"));
            }
            if (element.getTagName().equals("boundaryEvent")) {
                attachedTo.add(element.attribute("attachedToRef"));
            }
            Settings.parse(element).find(CountedFrom.SETTING).ifPresent(date -> counting.put(id, date));
            if (element.getTagName().equals("callActivity")) {
                called.add(element.attribute("calledElement"));
            }
            collect(element);
        }
    }

    private void walk(Element parent) {
        for (Element element : parent.elements()) {
            switch (element.getTagName()) {
                case "serviceTask" -> checkDelegate(element);
                case "businessRuleTask" -> checkDecision(element);
                case "userTask" -> checkUserTask(element);
                case "startEvent" -> {
                    checkForm(element, false);
                    checkCounting(element, parent);
                }
                case "boundaryEvent" -> checkCounting(element, parent);
                case "callActivity" -> checkCall(element);
                case "timerEventDefinition" -> checkTimer(element, parent);
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
            if (value != null && !ExpressionPolicy.isExpression(value) && !isDuration(value)) {
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

    /** What goes on for ever begins with each turn: a process, not a step of it. */
    private void checkTimer(Element timer, Element event) {
        Element duration = timer.element("timeDuration");
        Element cycle = timer.element("timeCycle");
        Element date = timer.element("timeDate");
        boolean fine = duration != null && (isDuration(duration.getText()) || isExpression(duration))
                || date != null && isExpression(date)
                || cycle != null
                        && cycle.getText()
                                .strip()
                                .matches((process.elements("startEvent").contains(event) ? "R\\d{0,3}" : "R\\d{1,3}")
                                        + "/PT?\\d{1,4}[DHM]");
        if (!fine) {
            objections.add(Objection.to(
                    timer,
                    event.attribute("id"),
                    "a timer is a duration like P45D, a date such as ${deadlines.endOf(day)}, or R3/P7D"));
        }
    }

    /** A timer that names its date itself has a duration of its own, in a part of the process that has begun. */
    private void checkCounting(Element event, Element parent) {
        String date = counting.get(event.attribute("id"));
        if (date == null) {
            return;
        }
        String duration = duration(event);
        if (duration.isEmpty()) {
            object(event, "only a timer with a duration like P45D counts from a date");
        }
        if (event.getTagName().equals("startEvent")
                && parent.attribute("triggeredByEvent") != null
                && isAtRoot(parent)) {
            object(event, "as the process starts there is no date yet: put the event subprocess into a subprocess");
        }
        for (Element other : parent.elements("boundaryEvent")) {
            if (String.valueOf(event.attribute("attachedToRef")).equals(other.attribute("attachedToRef"))
                    && duration(other).equals(duration)
                    && !date.equals(counting.get(other.attribute("id")))) {
                object(event, "another timer on the same step has this duration and counts from another date");
            }
        }
    }

    private boolean isAtRoot(Element subProcess) {
        return process.elements("subProcess").contains(subProcess);
    }

    private static String duration(Element event) {
        Element timer = event.element("timerEventDefinition");
        Element duration = timer == null ? null : timer.element("timeDuration");
        return duration == null || !isDuration(duration.getText())
                ? ""
                : duration.getText().strip();
    }

    private static boolean isExpression(Element element) {
        return ExpressionPolicy.isExpression(element.getText());
    }

    /** Fixed days, or days that a task or a decision has set: {@code P${daysAllowed}D}. */
    private static boolean isDuration(String text) {
        try {
            String value = text.strip().replaceFirst("^P[$][{][A-Za-z]\\w*}D$", "P1D");
            return value.contains("T")
                    ? !Duration.parse(value).isNegative()
                            && !Duration.parse(value).isZero()
                    : !Period.parse(value).isNegative() && !Period.parse(value).isZero();
        } catch (DateTimeException e) {
            return false;
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
                if (!isDuration(after) || after.contains("T")) {
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
        settings.find("deadlineTimer").ifPresent(timer -> {
            String waiting = deadlines.get(timer);
            if (waiting == null) {
                if (called.stream().noneMatch(block -> known.deadline(block, timer))) {
                    object(task, "there is no timer \"" + timer + "\" with a duration that the letter could print");
                }
                called.forEach(block -> known.countsFrom(block, timer).ifPresent(date -> checkClock(task, date)));
            } else if (!counting.containsKey(waiting) && !counting.containsKey(timer)) {
                object(task, waiting + " must say with the setting countsFrom from which date its deadline counts");
            } else {
                announced.addAll(Set.of(waiting, timer));
                checkClock(task, counting.getOrDefault(timer, counting.get(waiting)));
            }
        });
    }

    /**
     * The date that a letter sets is for its surroundings. A step with parameters of its own, an event on it or a list of
     * its own keeps what it sets to itself, so the timer would never find the date.
     */
    private void checkClock(Element letter, String date) {
        Element extensions = letter.element("extensionElements");
        Element parameters = extensions == null ? null : extensions.element("inputOutput");
        boolean keepsToItself = parameters != null
                || letter.element("multiInstanceLoopCharacteristics") != null
                || attachedTo.contains(letter.attribute("id"));
        boolean handsOn = parameters != null
                && parameters.elements("outputParameter").stream()
                        .anyMatch(output -> date.equals(output.attribute("name"))
                                && output.getText().strip().matches("[$#]\\{\\s*" + date + "\\s*}"));
        if (keepsToItself && !handsOn) {
            object(
                    letter,
                    "the deadline it prints would never start: with parameters or events of its own the step keeps the"
                            + " date \"" + date + "\" to itself; give it the output parameter " + date
                            + " with the value"
                            + " ${" + date + "}");
        }
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
