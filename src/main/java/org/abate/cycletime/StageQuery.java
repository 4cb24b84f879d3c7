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
 * @param process the id of a diagram: a program's, such as {@code tank-enforcement}, with the stages of the blocks it
 *     calls; or a block's, with its own stages whoever calls it
 * @param version the engine's version of that diagram, from 1
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

    /** The same however they ended. */
    StageQuery withAnyOutcome() {
        return new StageQuery(programs, process, version, region, null, from, to);
    }

    /** Whether stages of this key are asked for, whenever they finished. */
    boolean asksFor(StageKey key) {
        return programs.contains(key.program())
                && (asksForVersion(key.process(), key.version()) || asksForVersion(key.diagram(), key.diagramVersion()))
                && (region == null || region.equals(key.region()))
                && (outcome == null || outcome == key.outcome());
    }

    private boolean asksForVersion(String diagram, int ofVersion) {
        return (process == null || process.equals(diagram)) && (version == null || version == ofVersion);
    }
}
