package org.abate.process;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Before which day nothing can have happened that a task's form asks the day of. The field says so with its property
 * {@code earliest}: {@code today}; a variable of the case with a date, such as {@code letterSentOn}; or {@code countsFrom},
 * the date from which the task's deadline counts.
 */
final class EarliestDays {

    static final String PROPERTY = "earliest";

    private static final String TODAY = "today";

    private static final String DISCOVERED = "discoveredOn";

    /** Nothing is known of a case: for what a process is started with. */
    static final EarliestDays NONE = new EarliestDays(Map.of());

    private record Day(LocalDate day, String event) {}

    private final Map<String, Day> byField;

    private EarliestDays(Map<String, Day> byField) {
        this.byField = byField;
    }

    /** Where the variable holds no date yet, nothing is older than the discovery of the violations. */
    static EarliestDays of(Form form, ExecutionEntity task) {
        Map<String, Day> days = new HashMap<>();
        for (Form.Field field : form.fields()) {
            field.property(PROPERTY)
                    .filter(name -> !name.equals(TODAY))
                    .map(name -> name.equals(CountedFrom.SETTING)
                            ? Settings.of(task).find(name).orElse(DISCOVERED)
                            : name)
                    .flatMap(variable -> day(task, variable).or(() -> day(task, DISCOVERED)))
                    .ifPresent(day -> days.put(field.key(), day));
        }
        return new EarliestDays(days);
    }

    /** What is wrong with a day that a person gives. */
    Optional<String> objection(Form.Field field, LocalDate given, LocalDate today) {
        if (field.property(PROPERTY).filter(TODAY::equals).isPresent() && given.isBefore(today)) {
            return Optional.of("has passed; give today, " + today + ", or a later day");
        }
        return Optional.ofNullable(byField.get(field.key()))
                .filter(earliest -> given.isBefore(earliest.day()))
                .map(earliest -> "must not be before " + earliest.day() + " (" + earliest.event() + ")");
    }

    private static Optional<Day> day(ExecutionEntity task, String variable) {
        DeadlineCalendar calendar = new DeadlineCalendar();
        return calendar.date(task, variable).map(date -> new Day(calendar.day(date.toInstant()), event(variable)));
    }

    /** "letter sent" for {@code letterSentOn}; a request is received where violations are discovered. */
    private static String event(String variable) {
        if (variable.equals(DISCOVERED)) {
            return "first day of the case";
        }
        return variable.replaceAll("On$", "")
                .replaceAll("([A-Z])", " $1")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
