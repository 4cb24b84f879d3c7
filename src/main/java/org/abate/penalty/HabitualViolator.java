package org.abate.penalty;

import java.util.List;

/**
 * Whether an operator of a mine is a habitual violator (Manual 8.4, Industrial Minerals), whom the commission may refer to
 * the Attorney General.
 *
 * @param tests the tests that hold
 */
public record HabitualViolator(boolean habitual, List<Test> tests) {

    public HabitualViolator {
        tests = List.copyOf(tests);
    }

    public enum Test {
        /** Three similar notices of violation in any six or fewer inspections. */
        THREE_SIMILAR_IN_SIX,
        /** Five notices of violation in any ten or fewer inspections. */
        FIVE_IN_TEN,
        /** Three or more notices of violation in any three consecutive inspections. */
        THREE_IN_THREE_CONSECUTIVE
    }
}
