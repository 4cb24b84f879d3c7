package org.abate.penalty;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every penalty rule the department assesses by. Immutable and safe for use by many threads.
 *
 * <p>The rules have no clock: who asks says which day it is, and stores the worksheet as {@link Worksheets#dated} gives it.
 */
public final class RuleBook {

    /** The property of a worksheet whose date picks the version of the rule. */
    public static final String VIOLATION_DATE = "violationDate";

    private final Map<String, Calculator<?>> calculators = new LinkedHashMap<>();
    private final Map<String, List<RuleVersion>> versions = new LinkedHashMap<>();

    private RuleBook(List<RuleVersion> all, List<Calculator<?>> calculators) {
        for (Calculator<?> calculator : calculators) {
            String rule = calculator.rule();
            List<RuleVersion> own = all.stream()
                    .filter(version -> version.tables().rule().equals(rule))
                    .sorted(Comparator.comparing(RuleVersion::effective).reversed())
                    .toList();
            if (own.isEmpty()) {
                throw new IllegalStateException("No rule file for " + rule);
            }
            this.calculators.put(rule, calculator);
            versions.put(rule, own);
        }
    }

    /** The rules with the files this application carries. */
    public static RuleBook standard() {
        return Standard.BOOK;
    }

    /** The rules with the rule files of a class path: those of the application, and any further version. */
    public static RuleBook from(ClassLoader classes) {
        return new RuleBook(new RuleFiles(classes).all(), calculators());
    }

    /** Every rule, with its citation and versions. */
    public List<RuleSummary> rules() {
        return versions.values().stream()
                .map(all -> new RuleSummary(
                        all.get(0).tables().rule(),
                        all.get(0).tables().title(),
                        all.get(0).tables().citation(),
                        all.stream().map(version -> version.tables().version()).toList()))
                .toList();
    }

    /**
     * The newest version of a rule: what its worksheet takes, and its tables.
     *
     * @throws NoSuchRule if the book has no such rule
     */
    public RuleTables tables(String rule) {
        return newest(rule).tables();
    }

    /** As {@link #tables(String)}, in the version in effect on a day; the oldest for a day before it. */
    public RuleTables tables(String rule, LocalDate on) {
        List<RuleVersion> all = versions(rule);
        return all.stream()
                .filter(version -> !version.effective().isAfter(on))
                .findFirst()
                .orElse(all.get(all.size() - 1))
                .tables();
    }

    /**
     * Assesses a worksheet by the version of the rule in effect on its {@code violationDate} (today where it has none).
     *
     * @param today the day it is at the department
     * @throws NoSuchRule if the book has no such rule, or it is no assessment of violations
     * @throws WorksheetRefused naming everything that is wrong with the worksheet
     */
    public Assessment assess(String rule, JsonNode worksheet, LocalDate today) {
        if (calculate(rule, worksheet, today) instanceof Assessment assessment) {
            return assessment;
        }
        throw new NoSuchRule(rule);
    }

    /**
     * Applies any rule of the book: an {@link Assessment}, a {@link LatePayment} or a {@link HabitualViolator}, as
     * {@link #assess} otherwise.
     */
    public Object calculate(String rule, JsonNode worksheet, LocalDate today) {
        List<RuleVersion> all = versions(rule);
        Calculator<?> calculator = calculators.get(rule);
        String dateProperty = calculator.dateProperty();
        JsonNode dated = VIOLATION_DATE.equals(dateProperty) ? Worksheets.dated(worksheet, today) : worksheet;
        Faults faults = new Faults();
        RuleVersion version = inEffect(all, dated, dateProperty, today, faults);
        Answers answers = new WorksheetReader(faults).read(version.form(), dated);
        calculator.check(answers, version, faults);
        faults.refuse();
        return calculator.assess(answers, version);
    }

    /** The version the worksheet's date picks; the newest where that is at fault, so that the rest can be read. */
    private static RuleVersion inEffect(
            List<RuleVersion> all, JsonNode worksheet, String property, LocalDate today, Faults faults) {
        JsonNode given = worksheet == null ? null : worksheet.get(property);
        LocalDate date = given == null || !given.isTextual() ? null : Literals.date(given.textValue());
        if (date == null) {
            return all.get(0);
        }
        // Nothing has been violated yet (interpretation V2)
        if (date.isAfter(today)) {
            faults.add(property, "must not be after today, " + today);
        }
        for (RuleVersion version : all) {
            if (!version.effective().isAfter(date)) {
                return version;
            }
        }
        RuleVersion oldest = all.get(all.size() - 1);
        faults.add(property, "must not be before " + oldest.effective() + ", when the rule took effect");
        return oldest;
    }

    RuleVersion newest(String rule) {
        return versions(rule).get(0);
    }

    Calculator<?> calculator(String rule) {
        return calculators.get(rule);
    }

    private List<RuleVersion> versions(String rule) {
        List<RuleVersion> all = versions.get(rule);
        if (all == null) {
            throw new NoSuchRule(rule);
        }
        return all;
    }

    private static List<Calculator<?>> calculators() {
        return List.of(
                new CleanWater(),
                new HazardousWaste(),
                new DrinkingWater(),
                new DrinkingWaterLatePayment(),
                new DrinkingWaterCivil(),
                new UndergroundStorageTank(),
                new Minerals("industrial-minerals"),
                new Minerals("metallic-minerals"),
                new HabitualViolation(),
                new Coal(),
                new SolidWaste(),
                new Air(),
                new EconomicBenefit());
    }

    /** Read once, when first asked for. */
    private static final class Standard {
        private static final RuleBook BOOK = from(RuleBook.class.getClassLoader());
    }
}
