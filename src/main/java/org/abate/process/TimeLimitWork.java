package org.abate.process;

import static org.abate.process.CaseVariables.ACTION_KINDS;
import static org.abate.process.CaseVariables.DISCOVERED_ON;
import static org.abate.process.CaseVariables.PROGRAM;
import static org.abate.process.CaseVariables.RESPONSE_DAYS;
import static org.abate.process.CaseVariables.TIMES_FOR_ACTIONS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Fault;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/**
 * The times that a first letter gives, one for each kind of action: what the decision table {@code time-limits} says, or
 * another that was discussed with the section for this case (Manual 3.1, 3.5). Beyond day 90 from discovery the program
 * must have been contacted, beyond day 180 a written compliance schedule agreed to (Manual 3 Time Limits; interpretations P1, A3 and S3).
 */
@Component
class TimeLimitWork {

    /** The response to a first letter is not due sooner, unless staff say so: an office target. */
    private static final int DAYS_TO_RESPOND = 10;

    private static final String OTHER = "OTHER";

    private final CaseRecord caseRecord;
    private final RecordQuestions questions;
    private final Clock clock;
    private final DeadlineCalendar calendar = new DeadlineCalendar();

    TimeLimitWork(CaseRecord caseRecord, RecordQuestions questions, Clock clock) {
        this.caseRecord = caseRecord;
        this.questions = questions;
        this.clock = clock;
    }

    /** The first letter is chosen: each kind of action that it asks for gets a time next. */
    void begin(DelegateTask task, Answers answers) {
        List<String> kinds = new ArrayList<>();
        if (answers.value("requiredActions") instanceof SpinJsonNode chosen) {
            chosen.elements().forEach(kind -> kinds.add(kind.stringValue()));
        }
        answers.take("requiredActions");
        ACTION_KINDS.on(task).set(kinds);
        TIMES_FOR_ACTIONS.on(task).set(new ArrayList<>());
        RESPONSE_DAYS
                .on(task)
                .set(answers.find("daysToRespond").map(Integer::valueOf).orElse(DAYS_TO_RESPOND));
    }

    /** As the task opens: the action, what the table says of it, and the days that count from discovery. */
    void show(DelegateTask task) {
        task.setVariableLocal(
                "timeLimitWords",
                action(task) + ". "
                        + row(task)
                                .map(row -> "The table says: " + row + ".")
                                .orElse("The table has no row for this action: set a reasonable time.")
                        + "\n\nDay 90 from discovery is " + DeadlineCalendar.inWords(contactBy(task)) + ", day 180 "
                        + DeadlineCalendar.inWords(completeBy(task)) + ".");
    }

    /** @throws Refusal where the time needs a discussion with the section, a reason or a written schedule */
    void set(String caseNumber, DelegateTask task, Answers answers) {
        int days = Integer.parseInt(answers.text("daysAllowed"));
        Optional<TimeLimits.Row> row = row(task);
        check(caseNumber, task, answers, days, row);
        List<String> times = new ArrayList<>(TIMES_FOR_ACTIONS.from(task).get());
        times.add(new ActionTime(days, action(task)).toString());
        TIMES_FOR_ACTIONS.on(task).set(times);
        if (answers.find("daysToRespond").isEmpty()) {
            RESPONSE_DAYS.on(task).set(Math.max(days, RESPONSE_DAYS.from(task).get()));
        }
        record(caseNumber, task, answers, days, row);
    }

    private void check(String caseNumber, DelegateTask task, Answers answers, int days, Optional<TimeLimits.Row> row) {
        List<Fault> faults = new ArrayList<>();
        boolean departs = row.filter(table -> !table.allows(days)).isPresent();
        LocalDate end = today().plusDays(days);
        LocalDate contactBy = contactBy(task);
        LocalDate completeBy = completeBy(task);
        if (answers.find("discussedWith").isEmpty()) {
            if (departs) {
                faults.add(new Fault(
                        "discussedWith",
                        "the table says " + row.orElseThrow()
                                + "; another time is set only after discussion with the section: name with whom"));
            } else if (end.isAfter(contactBy) && !questions.programContacted(caseNumber)) {
                faults.add(new Fault(
                        "discussedWith",
                        "the time ends after day 90 from discovery, " + DeadlineCalendar.inWords(contactBy)
                                + "; the program must have been contacted before: name with whom it was discussed"));
            }
        }
        if ((departs || row.isEmpty()) && answers.find("timeLimitReason").isEmpty()) {
            faults.add(new Fault("timeLimitReason", "say why this case needs this time"));
        }
        if (end.isAfter(completeBy)
                && !today().isAfter(completeBy)
                && !Boolean.TRUE.equals(answers.value("writtenSchedule"))) {
            faults.add(new Fault(
                    "writtenSchedule",
                    "the time ends after day 180 from discovery, " + DeadlineCalendar.inWords(completeBy)
                            + "; agree to a written compliance schedule first, or set a shorter time"));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
    }

    /** The discussion is the contact with the program that day 90 asks for. */
    private void record(String caseNumber, DelegateTask task, Answers answers, int days, Optional<TimeLimits.Row> row) {
        String on = answers.take("discussedOn").orElse(today().toString());
        Optional<String> with = answers.take("discussedWith");
        Optional<String> reason = answers.take("timeLimitReason");
        boolean scheduled = Boolean.TRUE.equals(answers.value("writtenSchedule"));
        caseRecord.note(
                caseNumber,
                "TIME_LIMIT",
                action(task) + ": " + (days == 0 ? "at once" : days + " days are allowed")
                        + row.map(table -> "; the table says " + table).orElse("")
                        + (scheduled ? ". A written compliance schedule is agreed to" : "")
                        + reason.map(why -> ". " + why).orElse(""));
        with.ifPresent(who -> caseRecord.note(
                caseNumber,
                PersuasionWork.PROGRAM_CONTACTED,
                "The program was contacted: " + who + " on " + on + ". The time for an action was discussed"));
    }

    private static Optional<TimeLimits.Row> row(DelegateTask task) {
        return TimeLimits.row(PROGRAM.from(task).get(), kind(task));
    }

    private static String action(DelegateTask task) {
        if (kind(task).equals(OTHER)) {
            return String.valueOf(task.getVariable("otherAction"));
        }
        String words = Answers.inWords(kind(task));
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String kind(DelegateTask task) {
        return String.valueOf(task.getVariable("requiredAction"));
    }

    private LocalDate contactBy(DelegateTask task) {
        return fromDiscovery(task, "NinetyDaysPassed");
    }

    private LocalDate completeBy(DelegateTask task) {
        return fromDiscovery(task, "HundredEightyDaysPassed");
    }

    /** When a timer of conference, conciliation and persuasion fires, as its diagram has it. */
    private LocalDate fromDiscovery(DelegateTask task, String timer) {
        LetterDeadline limit = LetterDeadline.of(((TaskEntity) task).getExecution(), timer);
        return calendar.day(calendar.resolveDuedate(
                        limit.duration(), DISCOVERED_ON.from(task).get())
                .toInstant());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
