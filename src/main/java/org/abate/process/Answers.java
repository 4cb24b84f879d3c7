package org.abate.process;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What a person answered in a task's form, already checked. What is taken leaves the process: the record has it. */
final class Answers {

    private final DelegateTask task;

    Answers(DelegateTask task) {
        this.task = task;
    }

    Object value(String name) {
        return task.getVariable(name);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(value(name))
                .map(Object::toString)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    String text(String name) {
        return find(name).orElse("");
    }

    /** The lines of a text that say something, without the blanks around them. */
    static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    Optional<String> take(String name) {
        Optional<String> value = find(name);
        if (task.hasVariable(name)) {
            task.removeVariable(name);
        }
        return value;
    }

    /** A choice's code as words: {@code NOT_AGREED}, not agreed. */
    static String inWords(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    Optional<BigDecimal> takeNumber(String name) {
        return take(name).map(BigDecimal::new);
    }
}
