package org.abate.process;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.abate.casefile.Fault;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/**
 * What a person entered is refused: nothing is stored, the task stays open, and the message names every fault and its
 * field. The engine's REST interface answers 400 with the names that a program gave; Tasklist shows the labels that a
 * person has read ({@link RefusalsInTasklist}).
 */
final class Refusal extends FormFieldValidationException {

    private static final long serialVersionUID = 1L;

    /** What is named where no field is at fault: the task itself. */
    private static final String TASK = "task";

    private final transient List<Fault> faults;
    private final transient Form form;

    Refusal(List<Fault> faults) {
        this(faults, Form.NOTHING);
    }

    private Refusal(List<Fault> faults, Form form) {
        super(
                faults.get(0).field(),
                faults.stream()
                        .map(fault -> fault.field() + ": " + fault.message())
                        .collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
        this.form = form;
    }

    Refusal(String field, String message) {
        this(List.of(new Fault(field, message)));
    }

    List<Fault> faults() {
        return faults;
    }

    /** The same refusal, of what was entered in this form. */
    Refusal of(Form entered) {
        Refusal named = new Refusal(faults, entered);
        named.initCause(this);
        return named;
    }

    /** A sentence for each fault, in the order of the form: its field by the label that a person sees. */
    List<String> sentences() {
        List<String> order = List.copyOf(form.keys());
        return faults.stream()
                .sorted(Comparator.comparingInt(
                        fault -> order.contains(fault.field()) ? order.indexOf(fault.field()) : order.size()))
                .map(this::sentence)
                .distinct()
                .toList();
    }

    private String sentence(Fault fault) {
        if (fault.field().equals(TASK)) {
            return fault.message();
        }
        String label = form.field(fault.field())
                .map(field -> "\"" + field.label() + "\"")
                .orElse(fault.field());
        return fault.message().startsWith(label) ? fault.message() : label + ": " + fault.message();
    }

    /** The refusal inside an exception of the engine, which wraps what a listener throws. */
    static RuntimeException unwrapped(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return thrown;
    }
}
