package org.abate.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.abate.penalty.RuleBook;

/**
 * Whether what is deployed fits what stays: a form may be renamed or a condition mistyped in one file, and strand a case
 * in another weeks later. The diagrams that are deployed must fit; in those that were deployed before, nothing that fits
 * may break. What did not fit before is not held against whoever deploys something else.
 */
final class FittingCheck {

    private final Known deployed;
    private final FittingFiles before;
    private final FittingFiles after;
    private final Map<String, List<Objection>> objections = new LinkedHashMap<>();
    private final Set<List<String>> said = new LinkedHashSet<>();

    FittingCheck(Known deployed, LatestDeployed latest, RuleBook rules) {
        this.deployed = deployed;
        Map<String, DiagramData> diagrams = latest.diagrams();
        Map<String, Form> forms = latest.forms();
        this.before = new FittingFiles(diagrams, key -> Optional.ofNullable(forms.get(key)), latest::decision, rules);
        Map<String, DiagramData> together = new LinkedHashMap<>(diagrams);
        together.putAll(deployed.diagrams());
        this.after = new FittingFiles(
                together,
                key -> Optional.ofNullable(deployed.forms().getOrDefault(key, forms.get(key))),
                key -> Optional.ofNullable(deployed.tables().get(key)).or(() -> latest.decision(key)),
                rules);
    }

    /** By the name of the file. */
    Map<String, List<Objection>> check() {
        deployed.forms().values().forEach(this::checkLostFields);
        List<FittingFiles.Misfit> earlier = before.misfits();
        for (FittingFiles.Misfit misfit : after.misfits()) {
            if (deployed.diagrams().containsKey(misfit.diagram().key())) {
                object(misfit.diagram().file(), misfit.place().to(misfit.what() + advice(misfit)), misfit.variable());
            } else if (earlier.stream().noneMatch(misfit::like)) {
                broken(misfit);
            }
        }
        before.diagrams().values().forEach(this::checkTimersLost);
        after.diagrams().values().forEach(this::checkInputsLost);
        deployed.tables().values().forEach(this::checkNewInputs);
        return objections;
    }

    private static String advice(FittingFiles.Misfit misfit) {
        return meant(misfit.near()) + " Correct the name, or deploy what brings it together with the diagram";
    }

    private static String meant(String near) {
        return near.isEmpty() ? "." : "; did you mean \"" + near + "\"?";
    }

    /**
     * A form without a field that its diagrams read. Another form of a diagram may ask for the same, but perhaps on another
     * way: whoever knows that it does deploys both together.
     */
    private void checkLostFields(Form form) {
        Set<String> fields = before.forms().apply(form.id()).map(Form::keys).orElse(Set.of());
        for (DiagramData diagram : before.diagrams().values()) {
            if (!deployed.diagrams().containsKey(diagram.key()) && before.uses(diagram, form.id())) {
                diagram.reads().stream()
                        .filter(read -> fields.contains(FittingFiles.root(read.variable())))
                        .filter(read -> !form.keys().contains(FittingFiles.root(read.variable())))
                        .forEach(read -> lost(
                                form.id(),
                                FittingFiles.root(read.variable()),
                                diagram,
                                read.place(),
                                (read.purpose().isEmpty() ? "it reads" : read.purpose() + " needs") + " \""
                                        + read.variable() + "\""));
            }
        }
    }

    /** A diagram that was deployed before fits no longer: said of the form that has changed, where it is one. */
    private void broken(FittingFiles.Misfit misfit) {
        Optional<String> form = formThatLost(misfit.diagram(), misfit.variable())
                .or(() -> Optional.of(misfit.form()).filter(deployed.forms()::containsKey));
        form.ifPresentOrElse(
                id -> lost(id, misfit.variable(), misfit.diagram(), misfit.place(), misfit.what()),
                () -> object(
                        misfit.diagram().file(),
                        misfit.place().to("as deployed before, it no longer fits: " + misfit.what() + advice(misfit)),
                        misfit.variable()));
    }

    /** Said once for each diagram. */
    private void lost(String form, String variable, DiagramData diagram, DiagramData.Place place, String what) {
        Set<String> fields = deployed.forms().get(form).keys();
        object(
                deployed.fileOf(form),
                Objection.to(
                        variable,
                        "the form does not ask for it, but " + diagram.file() + " relies on it, " + place.id() + ": "
                                + what + meant(Nearest.to(variable, fields).orElse(""))
                                + " Keep the key, or deploy the diagram, changed, together with the form"),
                diagram.file());
    }

    /** The form that is deployed without a field which the diagram has got from it so far. */
    private Optional<String> formThatLost(DiagramData diagram, String variable) {
        return deployed.forms().values().stream()
                .filter(form -> !form.keys().contains(variable))
                .map(Form::id)
                .filter(id -> before.uses(diagram, id))
                .filter(id -> before.forms()
                        .apply(id)
                        .filter(form -> form.keys().contains(variable))
                        .isPresent())
                .findFirst();
    }

    /** A letter prints the deadline of a timer in a block: the block keeps the timer's id. */
    private void checkTimersLost(DiagramData diagram) {
        if (deployed.diagrams().containsKey(diagram.key())) {
            return;
        }
        for (DiagramData.Printed letter : diagram.printed()) {
            if (before.counts(diagram, letter.timer()) && !after.counts(diagram, letter.timer())) {
                for (DiagramData.Call call : diagram.calls()) {
                    DiagramData block = deployed.diagrams().get(call.process());
                    if (block != null) {
                        object(
                                block.file(),
                                Objection.to(
                                        letter.timer(),
                                        "the timer is gone, but a letter of " + diagram.file()
                                                + " prints its deadline, "
                                                + letter.place().id()
                                                + meant(Nearest.to(letter.timer(), block.timers())
                                                        .orElse(""))
                                                + " Keep the timer's id, or deploy the diagram with its new id in the"
                                                + " letter's setting deadlineTimer together with the block"),
                                diagram.file());
                    }
                }
            }
        }
    }

    /** A table finds no row where a form no longer asks for what its rows are about. */
    private void checkInputsLost(DiagramData diagram) {
        Set<String> known = after.known(diagram).orElse(Set.of());
        Set<String> knownBefore = Optional.ofNullable(before.diagrams().get(diagram.key()))
                .flatMap(before::known)
                .orElse(Set.of());
        if (known.isEmpty() || deployed.diagrams().containsKey(diagram.key())) {
            return;
        }
        for (DiagramData.Decision decision : diagram.decisions()) {
            for (String input : inputs(after, decision.table())) {
                if (!known.contains(input)
                        && knownBefore.contains(input)
                        && inputs(before, decision.table()).contains(input)) {
                    String what = "the decision \"" + decision.table() + "\" reads \"" + input + "\"";
                    formThatLost(diagram, input).ifPresent(form -> lost(form, input, diagram, decision.place(), what));
                }
            }
        }
    }

    private static Set<String> inputs(FittingFiles files, String table) {
        return files.decisions().apply(table).map(DecisionData::inputs).orElse(Set.of());
    }

    /** A table may read what only one program has; what none has is mistyped. */
    private void checkNewInputs(DecisionData table) {
        List<DiagramData> asking = after.diagrams().values().stream()
                .filter(diagram -> diagram.decisions().stream()
                        .anyMatch(decision -> table.key().equals(decision.table())))
                .toList();
        Set<String> known = new TreeSet<>();
        deployed.forms().values().forEach(form -> known.addAll(form.keys()));
        for (DiagramData diagram : asking) {
            Optional<Set<String>> there = after.known(diagram);
            if (there.isEmpty()) {
                return;
            }
            known.addAll(there.orElseThrow());
        }
        Set<String> unknown = new TreeSet<>(table.inputs());
        unknown.removeAll(inputs(before, table.key()));
        unknown.removeAll(known);
        if (asking.isEmpty()) {
            return;
        }
        for (String input : unknown) {
            String meant = meant(Nearest.to(input, known).orElse(""));
            object(
                    table.file(),
                    Objection.to(
                            table.key(),
                            "it reads \"" + input + "\", which no diagram that asks it sets" + meant
                                    + " Correct the name, or deploy what brings it together with the table"),
                    input);
        }
    }

    private void object(String file, Objection objection, String about) {
        if (said.add(List.of(file, objection.id(), about))) {
            objections.computeIfAbsent(file, name -> new ArrayList<>()).add(objection);
        }
    }
}
