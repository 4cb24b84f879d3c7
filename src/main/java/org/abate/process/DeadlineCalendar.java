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
 * and holidays count. Day 0 is the day the rule names: the date in the variable that the waiting activity declares as
 * {@code countsFrom} (the day the letter was sent), else today. Source: interpretation S1. A fixed day ends likewise; a
 * duration in hours and a fixed time of day are taken as they are.
 */
class DeadlineCalendar implements BusinessCalendar {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);
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
        Date start = dayZero(execution).orElseGet(() -> Date.from(new EngineClock().instant()));
        return resolveDuedate(duration, start);
    }

    private static ExecutionEntity execution() {
        return Context.getBpmnExecutionContext().getExecution();
    }

    private static Optional<Date> dayZero(ExecutionEntity execution) {
        if (execution == null || execution.getActivity() == null) {
            return Optional.empty();
        }
        return Settings.of(execution.getActivity()).find("countsFrom").map(variable -> {
            if (execution.getVariable(variable) instanceof Date day) {
                return day;
            }
            throw new ProcessEngineException("The deadline of "
                    + execution.getActivity().getId() + " counts from " + variable + ", which holds no date yet");
        });
    }

    /** The calendar day of an instant, where the department is. */
    LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The last second of a day, where the department is. */
    Instant endOf(LocalDate day) {
        return day.atTime(END_OF_DAY).atZone(zone).toInstant();
    }

    /** The moment as a letter prints it: "Wednesday, January 6, 2027". */
    String inWords(Instant instant) {
        return IN_WORDS.format(day(instant));
    }
}
