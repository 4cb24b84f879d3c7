package org.abate.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.abate.casefile.Fault;
import org.abate.casefile.WaterSystem;

/**
 * Whether 10 CSR 60-6.030(2)(D) allows that an exemption is renewed (interpretation VE12).
 *
 * @param ground under which of 10 CSR 60-6.020(4)(D)1. to 3. the exemption was granted
 */
record RenewalCheck(WaterSystem system, Object ground, LocalDate today) {

    static final int YEARS_OF_A_RENEWAL = 2;

    private static final int MOST_PERSONS = 3300;
    private static final int MOST_RENEWALS = 3;

    /** What stands against the renewal; nothing where it is refused. */
    List<Fault> faults(Map<String, Object> answers) {
        if (!Boolean.TRUE.equals(answers.get("renewalGranted"))) {
            return List.of();
        }
        List<Fault> faults = new ArrayList<>();
        if (answers.get("personsServed") instanceof Number persons && persons.intValue() > MOST_PERSONS) {
            faults.add(new Fault(
                    "personsServed",
                    "the system serves " + RequestWords.number(persons.intValue()) + " persons, more than "
                            + RequestWords.number(MOST_PERSONS) + " (10 CSR 60-6.030(2)(D))"));
        }
        if (system.renewals() >= MOST_RENEWALS) {
            faults.add(new Fault("renewalGranted", "six additional years are granted already (10 CSR 60-6.030(2)(D))"));
        }
        if (system.renewals() > 0) {
            tooEarly().ifPresent(faults::add);
        }
        if ("REGIONAL".equals(ground)) {
            faults.add(new Fault(
                    "renewalGranted",
                    "only an exemption granted under 10 CSR 60-6.020(4)(D)1. or 2. is renewed (10 CSR"
                            + " 60-6.030(2)(D))"));
        }
        for (String finding : List.of("needsAssistance", "practicableSteps", "scheduleSteps")) {
            if (!Boolean.TRUE.equals(answers.get(finding))) {
                faults.add(new Fault(finding, "cannot be renewed without this finding (10 CSR 60-6.030(2)(D))"));
            }
        }
        GrantWork.tooLate("renewalGranted", GrantWork.endsOn(system), today).ifPresent(faults::add);
        return faults;
    }

    /**
     * Whether the system takes all practicable steps to meet the schedule of a renewal is seen once its two years have begun
     * (10 CSR 60-6.030(2)(D)2).
     */
    private Optional<Fault> tooEarly() {
        LocalDate first =
                GrantWork.endsOn(system).minusYears(YEARS_OF_A_RENEWAL).plusDays(1);
        return today.isBefore(first)
                ? Optional.of(new Fault(
                        "renewalGranted",
                        "comes too early: the two years of the last renewal begin on " + RequestWords.date(first)
                                + ", and the system has yet to show that it takes all practicable steps to meet their"
                                + " schedule (10 CSR 60-6.030(2)(D)2)"))
                : Optional.empty();
    }
}
