package org.abate.penalty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The habitual violator tests of Manual 8.4. Inspections are looked at in the order of their dates; "any six inspections"
 * are six that follow one another (interpretation M9).
 */
final class HabitualViolation implements Calculator<HabitualViolator> {

    @Override
    public String rule() {
        return "habitual-violator";
    }

    /** The tests carry no date of their own: the newest version holds. */
    @Override
    public String dateProperty() {
        return "asOf";
    }

    @Override
    public void check(Answers worksheet, RuleVersion rule, Faults faults) {
        // Nothing in it can contradict itself
    }

    @Override
    public HabitualViolator assess(Answers worksheet, RuleVersion rule) {
        List<Answers> inspections = worksheet.entries("inspections").stream()
                .sorted(Comparator.comparing((Answers inspection) -> inspection.date("date")))
                .toList();
        List<HabitualViolator.Test> tests = new ArrayList<>();
        for (HabitualViolator.Test test : HabitualViolator.Test.values()) {
            if (holds(test, inspections, rule)) {
                tests.add(test);
            }
        }
        return new HabitualViolator(!tests.isEmpty(), tests);
    }

    private static boolean holds(HabitualViolator.Test test, List<Answers> inspections, RuleVersion rule) {
        int notices = rule.row("notices", test.name()).amount().intValueExact();
        int window = rule.row("inspections", test.name()).amount().intValueExact();
        return switch (test) {
            case THREE_SIMILAR_IN_SIX -> anyWindow(inspections, window, some -> mostSimilar(some) >= notices);
            case FIVE_IN_TEN -> anyWindow(inspections, window, some -> count(some) >= notices);
            // Without "or fewer": three inspections there must be (interpretation M10)
            case THREE_IN_THREE_CONSECUTIVE ->
                inspections.size() >= window && anyWindow(inspections, window, some -> count(some) >= notices);
        };
    }

    private static boolean anyWindow(List<Answers> inspections, int length, Predicate<List<Answers>> test) {
        for (int start = 0; start < inspections.size(); start++) {
            if (test.test(inspections.subList(start, Math.min(start + length, inspections.size())))) {
                return true;
            }
        }
        return false;
    }

    private static int count(List<Answers> inspections) {
        return inspections.stream()
                .mapToInt(each -> each.entries("violations").size())
                .sum();
    }

    /** How many violations share the most frequent kind. */
    private static int mostSimilar(List<Answers> inspections) {
        Map<String, Integer> byKind = new HashMap<>();
        for (Answers inspection : inspections) {
            for (Answers violation : inspection.entries("violations")) {
                byKind.merge(violation.text("kind"), 1, Integer::sum);
            }
        }
        return byKind.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
