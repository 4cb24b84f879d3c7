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
        deployed.forms().values().forEach(this::checkLostChoices);
        List<FittingFiles.Misfit> earlier = before.misfits();
        for (FittingFiles.Misfit misfit : after.misfits()) {
            if (deployed.diagrams().containsKey(misfit.diagram().key())) {
                object(
                        misfit.diagram().file(),
                        misfit.place().to(misfit.what() + advice(misfit)),
                        misfit.variable() + misfit.value());
            } else if (earlier.stream().noneMatch(misfit::like)) {
                broken(misfit);
            }
        }
        before.diagrams().values().forEach(this::checkTimersLost);
        after.diagrams().values().forEach(this::checkInputsLost);
        deployed.tables().values().forEach(this::checkNewInputs);
        deployed.tables().values().forEach(this::checkCells);
        return objections;
    }

    private static String advice(FittingFiles.Misfit misfit) {
        return meant(misfit.near()) + " Correct the " + (misfit.value().isEmpty() ? "name" : "value")
                + ", or deploy what brings it together with the diagram";
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

    /**
     * A form without a choice that its diagrams, or the tables they ask, look for. As with a field that is lost, another
     * form may offer it on another way.
     */
    private void checkLostChoices(Form form) {
        for (DiagramData diagram : before.diagrams().values()) {
            if (deployed.diagrams().containsKey(diagram.key()) || !before.uses(diagram, form.id())) {
                continue;
            }
            for (DiagramValues.Comparison compared : before.lookedFor(diagram)) {
                if (lostChoices(diagram, form, compared.variable()).contains(compared.value())) {
                    Set<String> offered = form.field(compared.variable())
                            .map(Form.Field::options)
                            .orElse(Set.of());
                    object(
                            deployed.fileOf(form.id()),
                            Objection.to(
                                    compared.variable(),
                                    "the form no longer offers \"" + compared.value() + "\", but " + diagram.file()
                                            + " looks for it, "
                                            + compared.place().id()
                                            + meant(Nearest.to(compared.value(), offered)
                                                    .orElse(""))
                                            + " Keep the value (its label may change), or deploy the diagram, changed,"
                                            + " together with the form"),
                            diagram.file() + compared.value());
                }
            }
        }
    }

    /** The values of a field that a form offered to a diagram, and no longer does, though it still asks for the field. */
    private Set<String> lostChoices(DiagramData diagram, Form form, String variable) {
        Optional<Set<String>> offers = form.field(variable).flatMap(Form.Field::answers);
        if (offers.isEmpty() || !before.uses(diagram, form.id())) {
            return Set.of();
        }
        Set<String> lost = new TreeSet<>(before.forms()
                .apply(form.id())
                .flatMap(earlier -> earlier.field(variable))
                .flatMap(Form.Field::answers)
                .orElse(Set.of()));
        lost.removeAll(offers.orElseThrow());
        return lost;
    }

    /** A row that looks for what its column can never be would never be found. */
    private void checkCells(DecisionData table) {
        List<DiagramData> asking = after.asking(table.key());
        for (String variable : table.cells().keySet()) {
            List<Optional<Set<String>>> known = asking.stream()
                    .map(diagram -> after.possible().of(diagram, variable))
                    .toList();
            Set<String> values = new TreeSet<>();
            known.forEach(one -> one.ifPresent(values::addAll));
            boolean elsewhere =
                    DecisionCheck.isAskedBesides(table.key()) && !variable.equals(CaseVariables.PROGRAM.getName());
            if (elsewhere || values.isEmpty() || known.stream().anyMatch(Optional::isEmpty)) {
                continue;
            }
            table.cells().get(variable).forEach((value, cell) -> {
                if (!values.contains(value)) {
                    object(
                            table.file(),
                            Objection.to(
                                    cell,
                                    "it looks for \"" + value + "\" in \"" + variable + "\", which it can never be; it"
                                            + " is one of " + String.join(", ", values)
                                            + meant(Nearest.to(value, values).orElse("")) + " Correct the value, or"
                                            + " deploy what brings it together with the table"),
                            variable + value);
                }
            });
        }
    }

    /** A diagram that was deployed before fits no longer: said of the form that has changed, where it is one. */
    private void broken(FittingFiles.Misfit misfit) {
        boolean saidOfItsForm = !misfit.value().isEmpty()
                && deployed.forms().values().stream()
                        .anyMatch(form -> lostChoices(misfit.diagram(), form, misfit.variable())
                                .contains(misfit.value()));
        if (saidOfItsForm) {
            return;
        }
        Optional<String> form = formThatLost(misfit.diagram(), misfit.variable())
                .or(() -> Optional.of(misfit.form()).filter(deployed.forms()::containsKey));
        form.ifPresentOrElse(
                id -> lost(id, misfit.variable(), misfit.diagram(), misfit.place(), misfit.what()),
                () -> object(
                        misfit.diagram().file(),
                        misfit.place().to("as deployed before, it no longer fits: " + misfit.what() + advice(misfit)),
                        misfit.variable() + misfit.value()));
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
        List<DiagramData> asking = after.asking(table.key());
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
