package org.abate.process;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.abate.casefile.Fault;
import org.abate.casefile.Matter;
import org.abate.casefile.WaterRequest;
import org.abate.casefile.WaterSystem;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * Whether a proposed grant has a period and a schedule that 10 CSR 60-6.030 allows.
 *
 * @param task of the case: whether the proposal is one that is revised after its hearing
 */
record ProposalCheck(WaterRequest request, VariableScope task, LocalDate today) {

    /** The period that has dates. */
    static final String DATES = "DATES";

    /** Whether the day of final compliance is as soon as practicable. */
    static final String PRACTICABLE = "soonAsPracticable";

    /**
     * Every fault of what is proposed; empty if there is none. A line that is no milestone, and what is left out, are
     * faults of the form and not named here.
     */
    List<Fault> faults(Map<String, Object> answers) {
        LocalDate last = day(answers.get("finalComplianceOn")).orElse(null);
        LocalDate first = earliest(task, today);
        List<Fault> faults = periodFaults(answers);
        for (String field : List.of("milestones", "interimMeasures")) {
            if (answers.get(field) instanceof String lines) {
                faults.addAll(outside(field, Milestone.wellFormed(lines), last, first));
            }
        }
        finalTooSoon(last, first).ifPresent(faults::add);
        if (last != null && answers.get("milestones") instanceof String lines) {
            faults.addAll(increments("milestones", Milestone.wellFormed(lines), last));
        }
        if (request.matter() == Matter.EXEMPTION && last != null) {
            tooLate(request.system(), last).ifPresent(faults::add);
            faults.addAll(notPracticable(answers.get(PRACTICABLE)));
        }
        return faults;
    }

    /** An exemption has the system comply as soon as practicable (10 CSR 60-6.030(2)(C)). */
    static List<Fault> notPracticable(Object answer) {
        return Boolean.FALSE.equals(answer)
                ? List.of(new Fault(
                        PRACTICABLE,
                        "name the day by which compliance is practicable: the schedule requires it as soon as that (10 CSR"
                                + " 60-6.030(2)(C))"))
                : List.of();
    }

    /** A schedule for compliance includes increments of progress (10 CSR 60-6.030(1)(A)1, (2)(A)1; interpretation VE20). */
    static List<Fault> increments(String field, List<Milestone> steps, LocalDate last) {
        return steps.isEmpty() || steps.stream().anyMatch(step -> step.dueOn().isBefore(last))
                ? List.of()
                : List.of(new Fault(
                        field,
                        "has no increment of progress: name at least one step that is due before final compliance on "
                                + RequestWords.date(last) + " (10 CSR 60-6.030(1)(A)1, (2)(A)1)"));
    }

    /**
     * What is due after final compliance, or before the schedule can take effect: thirty days after its public notice (10
     * CSR 60-6.040(6)), but for one that is revised after its hearing. A period without dates has no day of final compliance:
     * {@code last} is null.
     */
    static List<Fault> outside(String field, List<Milestone> steps, LocalDate last, LocalDate first) {
        List<Fault> faults = new ArrayList<>();
        for (Milestone step : steps) {
            if (last != null && step.dueOn().isAfter(last)) {
                faults.add(new Fault(
                        field,
                        "\"" + step + "\" is due after the date of final compliance, " + RequestWords.date(last)));
            }
            if (step.dueOn().isBefore(first)) {
                faults.add(new Fault(
                        field,
                        "\"" + step + "\" is due before the schedule can take effect, not before "
                                + RequestWords.date(first) + " (10 CSR 60-6.040(6))"));
            }
        }
        return faults;
    }

    /** Final compliance before the first day; {@code last} is null where no day of it is given. */
    static Optional<Fault> finalTooSoon(LocalDate last, LocalDate first) {
        return last != null && last.isBefore(first)
                ? Optional.of(new Fault(
                        "finalComplianceOn",
                        "lies before the schedule can take effect, not before " + RequestWords.date(first)
                                + " (10 CSR 60-6.040(6))"))
                : Optional.empty();
    }

    /** The first day on which a step can be due. */
    static LocalDate earliest(VariableScope task, LocalDate today) {
        return "revised".equals(task.getVariable("hearingOutcome"))
                ? today
                : today.plusDays(HearingWork.DAYS_TO_REQUEST);
    }

    /** Which periods the rule allows besides one with dates. */
    private List<Fault> periodFaults(Map<String, Object> answers) {
        List<Fault> faults = new ArrayList<>();
        boolean bothFound = Boolean.TRUE.equals(answers.get("noAlternativeSource"))
                && Boolean.TRUE.equals(answers.get("noImprovement"));
        if ("INDEFINITE".equals(answers.get("scheduleKind")) && !bothFound) {
            faults.add(new Fault(
                    "scheduleKind",
                    "an indefinite period needs both: no access to an alternative source, and no adequate improvement of the"
                            + " existing raw water source (10 CSR 60-6.030(1)(B)2)"));
        }
        if ("NONE".equals(answers.get("scheduleKind"))
                && request.subject() != WaterRequest.Subject.TREATMENT_TECHNIQUE) {
            faults.add(new Fault(
                    "scheduleKind", "a variance from an MCL has a schedule for compliance (10 CSR 60-6.030(1)(A))"));
        }
        return faults;
    }

    /** A date beyond three years after the one otherwise applicable to the system. */
    private static Optional<Fault> tooLate(WaterSystem system, LocalDate last) {
        LocalDate latest = GrantWork.lastDay(system);
        return last.isAfter(latest)
                ? Optional.of(new Fault(
                        "finalComplianceOn",
                        system.name() + " must comply by " + RequestWords.date(latest)
                                + ", three years after the date otherwise applicable (10 CSR 60-6.030(2)(C))"))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(Object answer) {
        try {
            return answer instanceof String text ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
