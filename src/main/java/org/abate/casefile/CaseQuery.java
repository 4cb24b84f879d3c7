package org.abate.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which cases to list, newest first.
 *
 * @param programs those the caller may see; null for all, empty for none
 * @param status null for any
 * @param facility its id, one of its identifiers, or a part of its name; null or blank for any
 * @param q a part of the case number, of the facility's or of the responsible party's name; null or blank for any
 * @param page counts from 0
 * @param size cases on a page, 1 to 500
 */
public record CaseQuery(Set<Program> programs, CaseStatus status, String facility, String q, int page, int size) {

    public static final int LARGEST_PAGE = 500;

    /** @throws CaseRefused for a page below 0, a size outside 1 to 500, or a text that is too long */
    public CaseQuery {
        programs = programs == null ? null : Set.copyOf(programs);
        facility = facility == null || facility.isBlank() ? null : facility.strip();
        q = q == null || q.isBlank() ? null : q.strip();
        List<Fault> faults = new ArrayList<>();
        if (page < 0) {
            faults.add(new Fault("page", "must be 0 or more"));
        }
        if (size < 1 || size > LARGEST_PAGE) {
            faults.add(new Fault("size", "must be from 1 to " + LARGEST_PAGE));
        }
        if (facility != null && facility.length() > 200) {
            faults.add(new Fault("facility", "must have at most 200 characters"));
        }
        if (q != null && q.length() > 200) {
            faults.add(new Fault("q", "must have at most 200 characters"));
        }
        if (!faults.isEmpty()) {
            throw new CaseRefused(faults);
        }
    }
}
