package org.abate.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * What one process of a diagram reads and sets, asks in its forms, has decided by tables, and hands to the blocks it
 * calls: what has to fit together with other files.
 *
 * @param key the process id
 * @param file the name of its file
 * @param startAnswers what its start form has to ask, where it opens cases; else empty
 * @param sets the variables that are set where it is drawn: mappings, results, elements of a list
 * @param dates the variables its deadlines count from; a letter that names the deadline sets them, here or in the caller
 * @param timers the ids of its timers with a duration, which letters may print
 * @param values what its variables are compared with and set to
 * @param lists the lists whose elements a step is repeated for, by the variable that holds the element
 */
record DiagramData(
        String key,
        String file,
        Set<String> startAnswers,
        Set<String> sets,
        Set<String> dates,
        Set<String> timers,
        List<Printed> printed,
        List<Read> reads,
        List<Asking> forms,
        List<Decision> decisions,
        Map<String, String> lists,
        List<Call> calls,
        DiagramValues values) {

    /** An element, and where it stands in its file. */
    record Place(String id, int line, int column) {

        static Place of(Element element, String id) {
            return new Place(id, element.getLine(), element.getColumn());
        }

        Objection to(String reason) {
            return new Objection(id, reason, line, column);
        }
    }

    /** @param purpose what needs the variable, where it is not an expression of the element: a letter */
    record Read(Place place, String variable, String purpose) {}

    /** The deadline that a letter prints, by the id of its timer. */
    record Printed(Place place, String timer) {}

    /** @param form its key, or an expression that gives it
     * @param answers what the step's settings need the form to ask for */
    record Asking(Place place, String form, Set<String> answers) {}

    /** @param result the variable that holds what was decided; empty where nothing is kept */
    record Decision(Place place, String table, String result) {}

    /** @param handed the variables that the called process gets
     * @param takenBack the variables of the called process that the caller reads */
    record Call(Place place, String process, Set<String> handed, Set<String> takenBack) {}

    /** @param lettersNeed the variables without which a letter cannot be written, by the setting {@code letter} */
    static DiagramData of(Element process, String file, Function<String, Set<String>> lettersNeed) {
        DiagramData data = new DiagramData(
                String.valueOf(process.attribute("id")),
                file,
                startAnswers(process),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new HashMap<>(),
                new ArrayList<>(),
                DiagramValues.of(process));
        data.sets().addAll(DiagramListener.optionalInputs(Settings.parse(process)));
        data.read(process, data.key(), lettersNeed);
        return data;
    }

    private void read(Element element, String owner, Function<String, Set<String>> lettersNeed) {
        String id = element.attribute("id") == null ? owner : element.attribute("id");
        Place place = Place.of(element, id);
        boolean takesBack = element.getTagName().equals("out");
        if (!takesBack) {
            element.attributes().stream()
                    .filter(name -> !name.endsWith("delegateExpression"))
                    .forEach(name -> readExpressions(place, element.attribute(name)));
            readExpressions(place, element.getText());
        }
        switch (element.getTagName()) {
            case "userTask" -> {
                Settings settings = Settings.parse(element);
                forms.addAll(asking(element, place, answers(settings)));
                settings.find("closes")
                        .map(DecisionRecorder::variable)
                        .ifPresent(answer -> reads.add(new Read(place, answer, "its setting closes")));
            }
            case "startEvent" -> forms.addAll(asking(element, place, startAnswers));
            case "serviceTask" -> readLetter(place, Settings.parse(element), lettersNeed);
            case "businessRuleTask" -> {
                String result = camunda(element, "resultVariable");
                set(result == null ? "decisionResult" : result);
                decisions.add(new Decision(place, camunda(element, "decisionRef"), result == null ? "" : result));
            }
            case "callActivity" -> calls.add(call(element, place));
            case "multiInstanceLoopCharacteristics" -> {
                String each = camunda(element, "elementVariable");
                String list = camunda(element, "collection");
                set(each);
                if (list != null && !ExpressionPolicy.hasExpression(list)) {
                    reads.add(new Read(place, list, ""));
                    lists.put(String.valueOf(each), list);
                }
            }
            case "inputParameter", "outputParameter" -> set(element.attribute("name"));
            case "in" -> {
                if (element.attribute("source") != null) {
                    reads.add(new Read(place, element.attribute("source"), ""));
                }
            }
            case "out" -> set(element.attribute("target"));
            default -> {
                // nothing more
            }
        }
        for (String variable : List.of("errorCodeVariable", "errorMessageVariable", "escalationCodeVariable")) {
            set(camunda(element, variable));
        }
        Settings.parse(element).find(CountedFrom.SETTING).ifPresent(dates::add);
        Element timer = element.element("timerEventDefinition");
        if (timer != null && timer.element("timeDuration") != null) {
            timers.add(id);
        }
        element.elements().forEach(child -> read(child, id, lettersNeed));
    }

    private void set(String variable) {
        if (variable != null) {
            sets.add(variable);
        }
    }

    private void readExpressions(Place place, String text) {
        ExpressionPolicy.variables(text).forEach(variable -> reads.add(new Read(place, variable, "")));
    }

    private void readLetter(Place place, Settings settings, Function<String, Set<String>> lettersNeed) {
        settings.find("deadlineTimer").ifPresent(timer -> printed.add(new Printed(place, timer)));
        settings.find("letter").ifPresent(letter -> lettersNeed
                .apply(letter)
                .forEach(variable -> reads.add(new Read(place, variable, "its letter " + letter))));
    }

    private static List<Asking> asking(Element element, Place place, Set<String> answers) {
        String form = camunda(element, "formRef");
        return form == null ? List.of() : List.of(new Asking(place, form, answers));
    }

    /** Whether the process opens cases. */
    boolean opensCases() {
        return !startAnswers.isEmpty();
    }

    /** What a start form is asked for, where the process opens cases: of violations, or for a request. */
    private static Set<String> startAnswers(Element process) {
        if (!StepCheck.opensCases(process)) {
            return Set.of();
        }
        return Settings.parse(process).find("matter").isPresent() ? RequestOpening.ASKED : OpenCase.ASKED;
    }

    /** The answers that a task's settings speak of. */
    private static Set<String> answers(Settings settings) {
        Set<String> answers = new LinkedHashSet<>();
        List.of("decision", "approves")
                .forEach(setting ->
                        settings.find(setting).map(DecisionRecorder::variable).ifPresent(answers::add));
        settings.find("records").ifPresent(what -> Arrays.stream(Recording.values())
                .filter(recording -> recording.name().equals(what))
                .forEach(recording -> answers.addAll(recording.answers())));
        return answers;
    }

    private static Call call(Element element, Place place) {
        Set<String> handed = new LinkedHashSet<>();
        Set<String> takenBack = new LinkedHashSet<>();
        Element extensions = element.element("extensionElements");
        if (extensions != null) {
            for (Element mapping : extensions.elements()) {
                if (mapping.getTagName().equals("in") && mapping.attribute("target") != null) {
                    handed.add(mapping.attribute("target"));
                } else if (mapping.getTagName().equals("out")) {
                    if (mapping.attribute("source") != null) {
                        takenBack.add(mapping.attribute("source"));
                    }
                    if (mapping.attribute("sourceExpression") != null) {
                        takenBack.addAll(ExpressionPolicy.variables(mapping.attribute("sourceExpression")));
                    }
                }
            }
        }
        return new Call(place, element.attribute("calledElement"), handed, takenBack);
    }

    private static String camunda(Element element, String attribute) {
        return element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, attribute);
    }
}
