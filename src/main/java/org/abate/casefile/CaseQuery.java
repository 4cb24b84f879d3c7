package org.abate.casefile;

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

    /** @throws CaseRefused for a page below 0, a size outside 1 to 500, or a text no case can contain */
    public CaseQuery {
        programs = programs == null ? null : Set.copyOf(programs);
        Faults faults = new Faults();
        facility = faults.optionalLine("facility", facility, 200);
        q = faults.optionalLine("q", q, 200);
        if (page < 0) {
            faults.add("page", "must be 0 or more");
        }
        if (size < 1 || size > LARGEST_PAGE) {
            faults.add("size", "must be from 1 to " + LARGEST_PAGE);
        }
        faults.refuse();
    }
}
