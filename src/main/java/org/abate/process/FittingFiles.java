package org.abate.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.abate.penalty.RuleBook;

/**
 * Diagrams, forms and decisions as they stand together, before a deployment or after it, and where they do not fit: a
 * variable that nothing sets, an answer that no form asks for, a result that no table gives. A variable that is set
 * anywhere in a process, its forms or by a caller counts as known in all of it. What is asked of a process is worked out
 * once: hundreds of comparisons ask the same.
 */
final class FittingFiles {

    /** What the engine sets in a step that is repeated for a list. */
    private static final Set<String> OF_LISTS =
            Set.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");

    private static final String BY_RULE = "${penaltyRule}";

    private final Map<String, DiagramData> diagrams;
    private final Function<String, Optional<Form>> forms;
    private final Function<String, Optional<DecisionData>> decisions;
    private final RuleBook rules;
    private final PossibleValues possible = new PossibleValues(this);
    private final Map<DiagramData, Optional<Set<String>>> known = new IdentityHashMap<>();
    private final Map<DiagramData, List<Form>> formsOf = new IdentityHashMap<>();

    /** @param diagrams by process id */
    FittingFiles(
            Map<String, DiagramData> diagrams,
            Function<String, Optional<Form>> forms,
            Function<String, Optional<DecisionData>> decisions,
            RuleBook rules) {
        this.diagrams = diagrams;
        this.forms = forms;
        this.decisions = decisions;
        this.rules = rules;
    }

    Map<String, DiagramData> diagrams() {
        return diagrams;
    }

    Function<String, Optional<Form>> forms() {
        return forms;
    }

    Function<String, Optional<DecisionData>> decisions() {
        return decisions;
    }

    PossibleValues possible() {
        return possible;
    }

    /**
     * A place where the files do not fit.
     *
     * @param value what the variable is compared with, where it is about that; empty where it is about the name
     * @param form the form that does not ask for the variable, where it is about one form
     * @param near a known name that may have been meant; empty for none
     */
    record Misfit(
            DiagramData diagram,
            DiagramData.Place place,
            String variable,
            String value,
            String form,
            String what,
            String near) {

        /** Whether it is the same fault, in whatever version of the diagram. */
        boolean like(Misfit other) {
            return diagram.key().equals(other.diagram.key())
                    && place.id().equals(other.place.id())
                    && variable.equals(other.variable)
                    && value.equals(other.value);
        }
    }

    List<Misfit> misfits() {
        List<Misfit> misfits = new ArrayList<>();
        for (DiagramData diagram : diagrams.values()) {
            misfits.addAll(unasked(diagram));
            misfits.addAll(withoutResult(diagram));
            misfits.addAll(impossible(diagram));
            known(diagram).ifPresent(known -> misfits.addAll(unknown(diagram, known)));
        }
        return misfits;
    }

    private List<Misfit> unknown(DiagramData diagram, Set<String> known) {
        List<Misfit> misfits = new ArrayList<>();
        for (DiagramData.Read read : diagram.reads()) {
            String variable = root(read.variable());
            if (!known.contains(variable)) {
                String what = (read.purpose().isEmpty() ? "it reads" : read.purpose() + " needs") + " \"" + variable
                        + "\", which nothing sets: neither the diagram, its forms and tables nor what calls it";
                misfits.add(misfit(diagram, read.place(), variable, "", what, known));
            }
        }
        for (DiagramData.Call call : diagram.calls()) {
            DiagramData called = diagrams.get(call.process());
            Set<String> there = called == null ? Set.of() : known(called).orElse(Set.of());
            for (String variable : call.takenBack()) {
                if (!there.isEmpty() && !there.contains(root(variable))) {
                    String what =
                            "it takes \"" + root(variable) + "\" back from " + called.key() + ", where nothing sets it";
                    misfits.add(misfit(diagram, call.place(), root(variable), "", what, there));
                }
            }
        }
        return misfits;
    }

    /** Answers that a step's settings, or its penalty rule, need and its form does not ask for. */
    private List<Misfit> unasked(DiagramData diagram) {
        List<Misfit> misfits = new ArrayList<>();
        for (DiagramData.Asking asking : diagram.forms()) {
            for (Form form : formsOf(asking)) {
                Set<String> needed = new TreeSet<>(asking.answers());
                needed.addAll(ofWorksheet(asking.form(), form.id()));
                needed.removeAll(form.keys());
                for (String answer : needed) {
                    String what = "it needs the answer \"" + answer + "\", which the form \"" + form.id()
                            + "\" does not ask for";
                    misfits.add(misfit(diagram, asking.place(), answer, form.id(), what, form.keys()));
                }
            }
        }
        return misfits;
    }

    private Set<String> ofWorksheet(String reference, String form) {
        String kind = reference.replace(BY_RULE, "");
        if (kind.equals(reference)) {
            return Set.of();
        }
        var rule = rules.tables(form.substring(0, form.length() - kind.length()));
        WorksheetForm asked = kind.equals("-worksheet") ? WorksheetForm.ofViolation(rule) : WorksheetForm.ofCase(rule);
        Set<String> keys = new TreeSet<>();
        asked.required().questions().forEach(question -> keys.add(question.key()));
        return keys;
    }

    /** {@code pathDecision.path} where the table has no such column. */
    private List<Misfit> withoutResult(DiagramData diagram) {
        List<Misfit> misfits = new ArrayList<>();
        for (DiagramData.Read read : diagram.reads()) {
            String variable = root(read.variable());
            String part = read.variable().substring(variable.length()).replace(".", "");
            String result = diagram.lists().getOrDefault(variable, variable);
            diagram.decisions().stream()
                    .filter(decision -> !part.isEmpty() && decision.result().equals(result))
                    .flatMap(decision -> decisions.apply(decision.table()).stream())
                    .filter(table -> !table.results().contains(part))
                    .forEach(table -> misfits.add(misfit(
                            diagram,
                            read.place(),
                            read.variable(),
                            "",
                            "it reads \"" + read.variable() + "\", but the decision \"" + table.key()
                                    + "\" has no result \"" + part + "\"",
                            table.results())));
        }
        return misfits;
    }

    /** Compared with what it can never be: the condition would hold always or never, and nobody would be told. */
    private List<Misfit> impossible(DiagramData diagram) {
        List<Misfit> misfits = new ArrayList<>();
        for (DiagramValues.Comparison comparison : diagram.values().compared()) {
            Set<String> values = possible.of(diagram, comparison.variable()).orElse(Set.of());
            if (!values.isEmpty() && !values.contains(comparison.value())) {
                misfits.add(new Misfit(
                        diagram,
                        comparison.place(),
                        comparison.variable(),
                        comparison.value(),
                        "",
                        "it compares \"" + comparison.variable() + "\" with \"" + comparison.value()
                                + "\", which it can never be; it is one of " + String.join(", ", new TreeSet<>(values)),
                        Nearest.to(comparison.value(), values).orElse("")));
            }
        }
        return misfits;
    }

    private static Misfit misfit(
            DiagramData diagram,
            DiagramData.Place place,
            String variable,
            String form,
            String what,
            Collection<String> names) {
        return new Misfit(
                diagram,
                place,
                variable,
                "",
                form,
                what,
                Nearest.to(variable, names).orElse(""));
    }

    /**
     * What is set in a process; empty where that cannot be said: it is started by hand with whatever it is given, or a form
     * of its is not known.
     */
    Optional<Set<String>> known(DiagramData diagram) {
        return known.computeIfAbsent(diagram, this::whatIsSet);
    }

    private Optional<Set<String>> whatIsSet(DiagramData diagram) {
        List<DiagramData.Call> calls = diagrams.values().stream()
                .flatMap(caller -> caller.calls().stream())
                .filter(call -> diagram.key().equals(call.process()))
                .toList();
        if (!diagram.opensCases() && calls.isEmpty()
                || diagram.forms().stream().anyMatch(asking -> formsOf(asking).isEmpty())) {
            return Optional.empty();
        }
        Set<String> known = new HashSet<>(CaseVariables.OF_STEPS);
        known.addAll(OF_LISTS);
        if (diagram.opensCases()) {
            known.addAll(CaseVariables.OF_A_CASE);
        }
        known.addAll(diagram.sets());
        known.addAll(diagram.dates());
        diagram.calls().stream()
                .map(call -> diagrams.get(call.process()))
                .filter(Objects::nonNull)
                .forEach(called -> known.addAll(called.dates()));
        formsOf(diagram).forEach(form -> known.addAll(form.keys()));
        calls.forEach(call -> known.addAll(call.handed()));
        return Optional.of(known);
    }

    /** The forms of a step; several where the penalty rule chooses among them. */
    private List<Form> formsOf(DiagramData.Asking asking) {
        Stream<String> keys = asking.form().contains(BY_RULE)
                ? rules.rules().stream().map(rule -> asking.form().replace(BY_RULE, rule.rule()))
                : Stream.of(asking.form());
        return keys.flatMap(key -> forms.apply(key).stream()).toList();
    }

    /** The processes that have a table decide. */
    List<DiagramData> asking(String table) {
        return diagrams.values().stream()
                .filter(diagram -> diagram.decisions().stream().anyMatch(decision -> table.equals(decision.table())))
                .toList();
    }

    /** What a process, or the tables that it asks, look for in its variables. */
    List<DiagramValues.Comparison> lookedFor(DiagramData diagram) {
        List<DiagramValues.Comparison> lookedFor =
                new ArrayList<>(diagram.values().compared());
        for (DiagramData.Decision decision : diagram.decisions()) {
            decisions.apply(decision.table()).ifPresent(table -> table.cells()
                    .forEach((variable, values) -> values.keySet()
                            .forEach(value ->
                                    lookedFor.add(new DiagramValues.Comparison(decision.place(), variable, value)))));
        }
        return lookedFor;
    }

    /** The forms of all its steps. */
    List<Form> formsOf(DiagramData diagram) {
        return formsOf.computeIfAbsent(diagram, asked -> asked.forms().stream()
                .flatMap(asking -> formsOf(asking).stream())
                .toList());
    }

    /** Whether a process, or one that it calls, has the timer whose deadline a letter of its prints. */
    boolean counts(DiagramData diagram, String timer) {
        return diagram.timers().contains(timer)
                || diagram.calls().stream()
                        .map(call -> diagrams.get(call.process()))
                        .anyMatch(called -> called != null && called.timers().contains(timer));
    }

    /** Whether a process asks with a form. */
    boolean uses(DiagramData diagram, String form) {
        return formsOf(diagram).stream().anyMatch(used -> used.id().equals(form));
    }

    static String root(String variable) {
        int end = variable.indexOf('.');
        return end < 0 ? variable : variable.substring(0, end);
    }
}
