package org.abate.process;

import java.time.LocalDate;
import java.util.Date;
import org.springframework.stereotype.Component;

/** What a diagram may ask about dates: {@code ${deadlines.endOf(paymentDueOn)}}. */
@Component("deadlines")
public class Deadlines {

    private final DeadlineCalendar calendar = new DeadlineCalendar();

    /** The last second of a day given as an ISO date, in the department's time zone. */
    public Date endOf(String day) {
        return Date.from(calendar.endOf(LocalDate.parse(day)));
    }

    /** The first moment of a day given as an ISO date, likewise: when what is done on that day begins. */
    public Date startOf(String day) {
        return Date.from(calendar.startOf(LocalDate.parse(day)));
    }

    /** The last second of the day a milestone is due; a milestone is a line that begins with its ISO date. */
    public Date ofMilestone(String milestone) {
        return Date.from(calendar.endOf(Milestone.parse(milestone).dueOn()));
    }
}
