package org.abate.process;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * The one place where a deadline is computed: timers, due dates and the dates printed in letters.
 *
 * <p>A duration of whole days (P45D) ends at the end of its last day, 23:59:59 in the department's time zone; weekends
 * and holidays count. Day 0 is the day the rule names: the date in the variable that the timer, or the activity it stands
 * on, declares as {@code countsFrom} (the day the letter was sent, the day of discovery), else today. What a building
 * block does not know itself, the case that called it knows. Source: interpretation S1. A fixed day ends likewise; a
 * duration in hours and a fixed time of day are taken as they are.
 */
class DeadlineCalendar implements BusinessCalendar {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);
    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy", Locale.US);

    private final ZoneId zone = EngineClock.DEPARTMENT_ZONE;
    private final BusinessCalendar hours = new DurationBusinessCalendar();

    @Override
    public Date resolveDuedate(String duration) {
        return resolve(duration, Context.getBpmnExecutionContext() == null ? null : execution());
    }

    @Override
    public Date resolveDuedate(String duration, Task task) {
        return resolve(duration, ((TaskEntity) task).getExecution());
    }

    @Override
    public Date resolveDuedate(String duration, Date start) {
        if (!duration.startsWith("P")) {
            return fixed(duration);
        }
        return duration.contains("T")
                ? hours.resolveDuedate(duration, start)
                : Date.from(endOf(day(start.toInstant()).plus(Period.parse(duration))));
    }

    private Date fixed(String moment) {
        return Date.from(
                moment.contains("T")
                        ? LocalDateTime.parse(moment).atZone(zone).toInstant()
                        : endOf(LocalDate.parse(moment)));
    }

    private Date resolve(String duration, ExecutionEntity execution) {
        Date start = dayZero(duration, execution).orElseGet(() -> Date.from(new EngineClock().instant()));
        return resolveDuedate(duration, start);
    }

    private static ExecutionEntity execution() {
        return Context.getBpmnExecutionContext().getExecution();
    }

    private Optional<Date> dayZero(String duration, ExecutionEntity execution) {
        if (execution == null || execution.getActivity() == null) {
            return Optional.empty();
        }
        return CountedFrom.of(execution.getActivity(), duration).map(variable -> date(execution, variable)
                .or(() -> CountedFrom.elseFrom(variable).flatMap(other -> date(execution, other)))
                .orElseThrow(() -> new ProcessEngineException("The deadline of "
                        + execution.getActivity().getId() + " counts from " + variable + ", which holds no date yet")));
    }

    /** A date is a moment, or a day as a person enters it. */
    Optional<Date> date(ExecutionEntity execution, String variable) {
        for (ExecutionEntity scope = execution; scope != null; scope = caller(scope)) {
            Object value = scope.getVariable(variable);
            if (value instanceof Date moment) {
                return Optional.of(moment);
            }
            if (value instanceof String day) {
                return Optional.of(Date.from(endOf(LocalDate.parse(day))));
            }
        }
        return Optional.empty();
    }

    private static ExecutionEntity caller(ExecutionEntity execution) {
        return execution.getProcessInstance().getSuperExecution();
    }

    /** The calendar day of an instant, where the department is. */
    LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The last second of a day, where the department is. */
    Instant endOf(LocalDate day) {
        return day.atTime(END_OF_DAY).atZone(zone).toInstant();
    }

    /** The first moment of a day, likewise. */
    Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** A day as the timeline writes it: "January 6, 2027". */
    static String date(LocalDate day) {
        return DATE.format(day);
    }

    /** The day of a moment, likewise. */
    String date(Instant instant) {
        return date(day(instant));
    }

    /** A day as a letter prints it: "Wednesday, January 6, 2027". */
    static String inWords(LocalDate day) {
        return IN_WORDS.format(day);
    }

    /** The day of a moment, likewise. */
    String inWords(Instant instant) {
        return inWords(day(instant));
    }
}
