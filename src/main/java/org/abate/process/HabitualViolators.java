package org.abate.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Inspection;
import org.abate.casefile.Program;
import org.abate.penalty.HabitualViolator;
import org.abate.penalty.RuleBook;
import org.springframework.stereotype.Component;

/**
 * Finds from an operator's own record whether it is a habitual violator, whom the commission may refer to the Attorney
 * General (Manual 8.4). A notice counts once, however many violations it names; two notices are similar where they name
 * the same rule (interpretation M12). It is referred beside a penalty, paid or not (interpretation M21).
 */
@Component
class HabitualViolators {

    static final String RULE = "habitual-violator";

    /** For metallic minerals by analogy (interpretation M15). */
    private static final Set<Program> PROGRAMS = EnumSet.of(Program.INDUSTRIAL_MINERALS, Program.METALLIC_MINERALS);

    /** The tests look at ten inspections at most; older ones than these tell nothing of a habit. */
    private static final int MOST_INSPECTIONS = 200;

    private final CaseRecord caseRecord;
    private final RuleBook rules;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    HabitualViolators(CaseRecord caseRecord, RuleBook rules, Clock clock) {
        this.caseRecord = caseRecord;
        this.rules = rules;
        this.clock = clock;
    }

    /** The tests that hold for the operator of a case; what they say is noted on the case's timeline, once. */
    Set<HabitualViolator.Test> find(String caseNumber) {
        List<Inspection> inspections = inspections(caseNumber);
        EnumSet<HabitualViolator.Test> tests = EnumSet.noneOf(HabitualViolator.Test.class);
        if (!inspections.isEmpty()) {
            tests.addAll(holding(inspections, notice -> notice.caseNumber() + " " + notice.documentId()));
            rulesNamed(inspections).stream()
                    .filter(rule -> holding(inspections, notice -> names(notice, rule) ? rule : null)
                            .contains(HabitualViolator.Test.THREE_SIMILAR_IN_SIX))
                    .forEach(rule -> tests.add(HabitualViolator.Test.THREE_SIMILAR_IN_SIX));
        }
        note(caseNumber, tests);
        return tests;
    }

    /** The tests that hold in the words of the manual; empty where none does, or the program knows no such operators. */
    Optional<List<String>> testsInWords(String caseNumber) {
        return knows(caseNumber)
                ? Optional.of(words(find(caseNumber))).filter(tests -> !tests.isEmpty())
                : Optional.empty();
    }

    /** The notices of the operator that count, a line each; empty where no test holds. */
    Optional<List<String>> noticesInWords(String caseNumber) {
        return testsInWords(caseNumber).map(tests -> inspections(caseNumber).stream()
                .flatMap(inspection -> inspection.notices().stream()
                        .map(notice -> "Inspection of " + DeadlineCalendar.date(inspection.date()) + ", case "
                                + notice.caseNumber() + ": " + String.join("; ", new TreeSet<>(notice.citations()))))
                .toList());
    }

    private boolean knows(String caseNumber) {
        return PROGRAMS.contains(caseRecord.get(caseNumber).program());
    }

    private List<Inspection> inspections(String caseNumber) {
        List<Inspection> all = caseRecord.inspectionsOfOperator(caseNumber);
        return all.subList(Math.max(0, all.size() - MOST_INSPECTIONS), all.size());
    }

    /** @param kind what a notice is taken for; null where it is left aside */
    private Set<HabitualViolator.Test> holding(List<Inspection> inspections, Function<Inspection.Notice, String> kind) {
        ObjectNode worksheet = json.createObjectNode();
        for (Inspection inspection : inspections) {
            ArrayNode notices = worksheet
                    .withArray("inspections")
                    .addObject()
                    .put("date", inspection.date().toString())
                    .putArray("violations");
            inspection.notices().stream().map(kind).filter(Objects::nonNull).forEach(each -> notices.addObject()
                    .put("kind", each));
        }
        HabitualViolator found = (HabitualViolator) rules.calculate(RULE, worksheet, LocalDate.now(clock));
        return Set.copyOf(found.tests());
    }

    private static Set<String> rulesNamed(List<Inspection> inspections) {
        return inspections.stream()
                .flatMap(inspection -> inspection.notices().stream())
                .flatMap(notice -> notice.citations().stream())
                .map(HabitualViolators::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean names(Inspection.Notice notice, String rule) {
        return notice.citations().stream().map(HabitualViolators::rule).anyMatch(rule::equals);
    }

    /** The rule of a citation, without its subdivisions: {@code 10 CSR 40-10.050(4)(A)} names 10 CSR 40-10.050. */
    private static String rule(String citation) {
        int subdivision = citation.indexOf('(');
        String rule = subdivision > 0 ? citation.substring(0, subdivision) : citation;
        String oneLine = rule.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
        return oneLine.substring(0, Math.min(oneLine.length(), 200));
    }

    private List<String> words(Set<HabitualViolator.Test> tests) {
        return rules.tables(RULE).tables().get("notices").rows().stream()
                .filter(row -> tests.contains(HabitualViolator.Test.valueOf(row.value())))
                .map(row ->
                        Character.toLowerCase(row.text().charAt(0)) + row.text().substring(1))
                .toList();
    }

    private void note(String caseNumber, Set<HabitualViolator.Test> tests) {
        if (tests.isEmpty()) {
            return;
        }
        String text = "Habitual violator (Manual 8.4): " + String.join("; ", words(tests));
        if (caseRecord.timeline(caseNumber).stream()
                .noneMatch(entry -> entry.text().equals(text))) {
            caseRecord.note(caseNumber, "HABITUAL_VIOLATOR", text);
        }
    }
}
