package org.abate.process;

import java.util.List;
import java.util.stream.Collectors;
import org.abate.casefile.Fault;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/**
 * What a person entered is refused: nothing is stored, the task stays open, and the message names every fault and its
 * field. The engine's REST interface answers 400 and Tasklist shows the message beside what was typed.
 */
final class Refusal extends FormFieldValidationException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    Refusal(List<Fault> faults) {
        super(
                faults.get(0).field(),
                faults.stream()
                        .map(fault -> fault.field() + ": " + fault.message())
                        .collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    Refusal(String field, String message) {
        this(List.of(new Fault(field, message)));
    }

    List<Fault> faults() {
        return faults;
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
