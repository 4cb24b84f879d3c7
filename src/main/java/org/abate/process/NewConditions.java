package org.abate.process;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a grant is tied to with a new schedule (10 CSR 60-6.030(1)(B)1, (2)(F)).
 *
 * @param granted that it was granted with, which stay in force
 * @param added with the new schedule
 */
record NewConditions(List<String> granted, List<String> added) {

    /** @param further of which those that are in force already count once */
    static NewConditions of(String inForce, String further) {
        List<String> granted = Answers.lines(inForce);
        return new NewConditions(
                granted,
                Answers.lines(further).stream()
                        .filter(condition -> !granted.contains(condition))
                        .toList());
    }

    List<String> all() {
        return Stream.concat(granted.stream(), added.stream()).toList();
    }

    boolean isEmpty() {
        return all().isEmpty();
    }
}
