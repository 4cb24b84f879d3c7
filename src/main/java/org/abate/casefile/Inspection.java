package org.abate.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A day on which the department inspected an operator, with the notices of violation that followed.
 *
 * @param notices those sent for what was observed on that day
 */
public record Inspection(LocalDate date, List<Notice> notices) {

    public Inspection {
        notices = List.copyOf(notices);
    }

    /**
     * A notice of violation that was sent.
     *
     * @param citations the rules that it says were violated
     */
    public record Notice(String caseNumber, long documentId, Set<String> citations) {

        public Notice {
            citations = Set.copyOf(citations);
        }
    }
}
