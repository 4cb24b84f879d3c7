package org.abate.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.abate.casefile.Fault;
import org.abate.casefile.Matter;
import org.abate.casefile.WaterRequest;

/**
 * Whether a schedule that is prescribed anew for a grant in effect is one that 10 CSR 60-6.030 allows (interpretations VE10
 * and VE12).
 *
 * @param latest the last day for compliance under an exemption, or its renewal; null for a variance
 * @param first the first day on which a step can be due
 */
record NewScheduleCheck(WaterRequest request, LocalDate latest, LocalDate first) {

    static final String PRACTICABLE_REASON = "practicableReason";

    /** Every fault of what is prescribed; a line that is no milestone, and what is left out, are faults of the form. */
    List<Fault> faults(Map<String, Object> answers) {
        if (Boolean.TRUE.equals(answers.get(TermsWork.NO_TERMS))) {
            return List.of();
        }
        LocalDate last = answers.get("finalComplianceOn") instanceof String day ? LocalDate.parse(day) : null;
        List<Fault> faults = new ArrayList<>();
        if (last != null && answers.get("newSteps") instanceof String lines) {
            faults.addAll(ProposalCheck.increments("newSteps", Milestone.wellFormed(lines), last));
        }
        for (String field : List.of("newSteps", "interimMeasures")) {
            if (answers.get(field) instanceof String lines) {
                faults.addAll(ProposalCheck.outside(field, Milestone.wellFormed(lines), last, first));
            }
        }
        ProposalCheck.finalTooSoon(last, first).ifPresent(faults::add);
        if (request.matter() == Matter.EXEMPTION) {
            if (last != null && last.isAfter(latest)) {
                faults.add(new Fault(
                        "finalComplianceOn",
                        "must not be after " + RequestWords.date(latest)
                                + ", the last day for compliance under this exemption (10 CSR 60-6.030(2)(C), (D))"));
            }
            faults.addAll(practicable(answers));
        }
        return faults;
    }

    /** An exemption complies as soon as practicable, as the department determines (10 CSR 60-6.030(2)(C)). */
    private static List<Fault> practicable(Map<String, Object> answers) {
        Object practicable = answers.get(ProposalCheck.PRACTICABLE);
        List<Fault> faults = new ArrayList<>(ProposalCheck.notPracticable(practicable));
        if (practicable == null) {
            faults.add(new Fault(ProposalCheck.PRACTICABLE, "say yes or no (10 CSR 60-6.030(2)(C))"));
        }
        if (!(answers.get(PRACTICABLE_REASON) instanceof String reason) || reason.isBlank()) {
            faults.add(
                    new Fault(
                            PRACTICABLE_REASON,
                            "say why the department determines that this day is as soon as practicable (10 CSR 60-6.030(2)(C))"));
        }
        return faults;
    }
}
