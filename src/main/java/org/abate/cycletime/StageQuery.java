package org.abate.cycletime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Fault;
import org.abate.casefile.Program;

/**
 * Which finished stages are asked for; what is null asks for any.
 *
 * @param programs those the caller may see; none for nothing
 * @param process the id of a diagram, such as {@code tank-enforcement}
 * @param version the engine's version of the diagram, from 1
 * @param region a regional office
 * @param from the first day on which they finished, Central Time
 * @param to the last day on which they finished
 */
public record StageQuery(
        Set<Program> programs,
        String process,
        Integer version,
        String region,
        StageOutcome outcome,
        LocalDate from,
        LocalDate to) {

    /** @throws CaseRefused for a version below 1, or a period that ends before it begins */
    public StageQuery {
        programs = Set.copyOf(programs);
        List<Fault> faults = new ArrayList<>();
        if (version != null && version < 1) {
            faults.add(new Fault("version", "must be 1 or more"));
        }
        if (from != null && to != null && to.isBefore(from)) {
            faults.add(new Fault("to", "must not be before from"));
        }
        if (!faults.isEmpty()) {
            throw new CaseRefused(faults);
        }
    }
}
