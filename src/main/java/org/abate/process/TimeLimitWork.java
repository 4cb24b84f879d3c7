package org.abate.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Fault;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * The time that a first letter gives: what the decision table {@code time-limits} says, or another that was discussed
 * with the section for this case (Manual 3.1, 3.5).
 */
@Component
class TimeLimitWork {

    private final CaseRecord caseRecord;
    private final Clock clock;

    TimeLimitWork(CaseRecord caseRecord, Clock clock) {
        this.caseRecord = caseRecord;
        this.clock = clock;
    }

    /**
     * A row of the table.
     *
     * @param kind DAYS, RANGE, IMMEDIATELY or NEXT_INSPECTION
     * @param least calendar days; empty for the next inspection
     * @param most calendar days; empty for the next inspection
     */
    private record Row(String kind, Optional<Integer> least, Optional<Integer> most, String citation) {

        static Optional<Row> of(DelegateTask task) {
            return task.getVariable("timeLimit") instanceof Map<?, ?> row
                    ? Optional.of(new Row(
                            String.valueOf(row.get("kind")),
                            days(row.get("leastDays")),
                            days(row.get("mostDays")),
                            String.valueOf(row.get("citation"))))
                    : Optional.empty();
        }

        private static Optional<Integer> days(Object number) {
            return number instanceof Number days ? Optional.of(days.intValue()) : Optional.empty();
        }

        boolean allows(int days) {
            return days >= least.orElse(0) && days <= most.orElse(Integer.MAX_VALUE);
        }

        @Override
        public String toString() {
            String time =
                    switch (kind) {
                        case "IMMEDIATELY" -> "at once";
                        case "NEXT_INSPECTION" -> "by the next inspection, or within a reasonable deadline";
                        case "RANGE" -> least.orElse(0) + " to " + most.orElse(0) + " days";
                        default -> most.orElse(0) + " days";
                    };
            return time + " (" + citation + ")";
        }
    }

    /** As the task opens: what its form shows of the table. */
    void show(DelegateTask task) {
        task.setVariableLocal(
                "timeLimitWords",
                Row.of(task)
                        .map(row -> "The table says: " + row + ".")
                        .orElse("The table has no row for this action."));
    }

    /** @throws Refusal where the days depart from the table without a discussion with the section */
    void set(String caseNumber, DelegateTask task, Answers answers) {
        int days = Integer.parseInt(answers.text("daysAllowed"));
        Optional<Row> row = Row.of(task);
        boolean departs = row.filter(table -> !table.allows(days)).isPresent();
        Optional<String> with = answers.take("discussedWith");
        Optional<String> reason = answers.take("timeLimitReason");
        if (departs) {
            List<Fault> faults = new ArrayList<>();
            if (with.isEmpty()) {
                faults.add(new Fault(
                        "discussedWith",
                        "the table says " + row.orElseThrow()
                                + "; another time is set only after discussion with the section: name with whom"));
            }
            if (reason.isEmpty()) {
                faults.add(new Fault("timeLimitReason", "say why this case needs another time"));
            }
            if (!faults.isEmpty()) {
                throw new Refusal(faults);
            }
        }
        String on = answers.take("discussedOn").orElse(LocalDate.now(clock).toString());
        caseRecord.note(
                caseNumber,
                "TIME_LIMIT",
                days + " days are allowed"
                        + row.map(table -> "; the table says " + table).orElse("")
                        + with.map(who -> ". Discussed with " + who + " on " + on)
                                .orElse("")
                        + reason.map(why -> ". " + why).orElse(""));
    }
}
