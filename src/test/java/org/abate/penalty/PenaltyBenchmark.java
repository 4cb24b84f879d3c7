package org.abate.penalty;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Assessments a second and bytes allocated for each, by rule, beside the rule's own matrix evaluated by Camunda's decision
 * engine in the same run. The worksheet is the example of the rule file. Not part of the build; {@code docs/benchmark.md}
 * has the command.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class PenaltyBenchmark {

    /** Turns of every rule until both sides are compiled to the end. */
    private static final int WARMING_TURNS = 15;

    private static final int TURNS = 10;
    private static final int ASSESSMENTS = 4_000;
    private static final int LOOK_UPS = 50;

    /** A rule's worksheet, and the matrix (or the brackets) that decides most of it as a decision table. */
    @State(Scope.Benchmark)
    public static class Rule {

        @Param({
            "clean-water",
            "hazardous-waste",
            "drinking-water",
            "drinking-water-civil",
            "underground-storage-tank",
            "industrial-minerals",
            "metallic-minerals",
            "coal",
            "solid-waste",
            "air",
            "economic-benefit"
        })
        String rule;

        RuleVersion version;
        Calculator<?> calculator;
        JsonNode worksheet;
        Answers answers;

        DmnEngine engine;
        DmnEngine legacyEngine;
        DmnDecision table;
        DmnDecision legacyTable;
        Map<String, Object> inputs;

        @Setup
        public void read() {
            calculator = RuleBook.standard().calculator(rule);
            version = RuleBook.standard().newest(rule);
            worksheet = version.tables().example();
            answers = new WorksheetReader(new Faults()).read(version.form(), worksheet);

            engine =
                    DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
            legacyEngine = ((DefaultDmnEngineConfiguration)
                            DmnEngineConfiguration.createDefaultDmnEngineConfiguration())
                    .enableFeelLegacyBehavior(true)
                    .buildEngine();
            RuleTables.Table own = table();
            table = DecisionTables.decision(engine, own);
            legacyTable = DecisionTables.decision(legacyEngine, own);
            RuleTables.Row middle = own.rows().get(own.rows().size() / 2);
            inputs = middle.harm() == null
                    ? Map.of("value", middle.from().longValue())
                    : Map.of("harm", middle.harm(), "deviation", middle.deviation());
            check(evaluated(engine, table, this), middle);
            check(evaluated(legacyEngine, legacyTable, this), middle);
        }

        private void check(DmnDecisionTableResult result, RuleTables.Row middle) {
            Number amount = result.getSingleResult().getSingleEntry();
            if (new BigDecimal(amount.toString()).compareTo(DecisionTables.amount(middle)) != 0) {
                throw new IllegalStateException(rule + ": the decision table says " + amount);
            }
        }

        /** Air and economic benefit have no table that decides: the nine cells of hazardous waste stand in. */
        private RuleTables.Table table() {
            return switch (rule) {
                case "underground-storage-tank" -> version.tables().tables().get("matrix-1990");
                case "drinking-water-civil" -> version.tables().tables().get("daily");
                case "coal" -> version.tables().tables().get("dollars");
                case "air", "economic-benefit" ->
                    RuleBook.standard().tables("hazardous-waste").tables().get("matrix");
                default -> version.tables().tables().get("matrix");
            };
        }
    }

    /** A worksheet read strictly, assessed, every line explained. */
    @Benchmark
    public Object assess(Rule rule) {
        return RuleBook.standard().calculate(rule.rule, rule.worksheet, Samples.TODAY);
    }

    /** The arithmetic and its lines alone. */
    @Benchmark
    public Object calculate(Rule rule) {
        return rule.calculator.assess(rule.answers, rule.version);
    }

    /** The matrix alone in the decision engine, as Camunda sets it up. */
    @Benchmark
    public DmnDecisionTableResult decisionEngine(Rule rule) {
        return evaluated(rule.engine, rule.table, rule);
    }

    /** The same with the engine's older reading of FEEL, which is faster. */
    @Benchmark
    public DmnDecisionTableResult decisionEngineLegacy(Rule rule) {
        return evaluated(rule.legacyEngine, rule.legacyTable, rule);
    }

    /**
     * Prints, for each rule, the processor time of the thread and the bytes it allocates for an assessment and for a look-up,
     * both warm and taken in turns in one run, and how many times more a look-up costs: what a crowded machine does not
     * distort as it does speeds.
     *
     * @param rules their names; all of the rules where there are none
     */
    public static void main(String[] rules) throws ReflectiveOperationException {
        List<Rule> all = rules(rules.length == 0 ? everyRule() : rules);
        Map<String, Cost> assessments = new LinkedHashMap<>();
        Map<String, Cost> lookUps = new LinkedHashMap<>();
        PenaltyBenchmark benchmark = new PenaltyBenchmark();
        for (int turn = 0; turn < WARMING_TURNS + TURNS; turn++) {
            for (Rule rule : all) {
                Cost assessment = Cost.of(ASSESSMENTS, () -> benchmark.assess(rule));
                Cost lookUp = Cost.of(LOOK_UPS, () -> benchmark.decisionEngine(rule));
                if (turn >= WARMING_TURNS) {
                    assessments.merge(rule.rule, assessment, Cost::plus);
                    lookUps.merge(rule.rule, lookUp, Cost::plus);
                }
            }
        }
        assessments.forEach((rule, assessment) -> print(rule, assessment, lookUps.get(rule)));
    }

    private static void print(String rule, Cost assessment, Cost lookUp) {
        System.out.printf(
                "%-26s %6.2f µs %8.1f µs %6.0f times   %,8.0f bytes %,11.0f bytes %6.0f times%n",
                rule,
                assessment.microseconds() / TURNS,
                lookUp.microseconds() / TURNS,
                lookUp.microseconds() / assessment.microseconds(),
                assessment.bytes() / TURNS,
                lookUp.bytes() / TURNS,
                lookUp.bytes() / assessment.bytes());
    }

    private static String[] everyRule() throws ReflectiveOperationException {
        return Rule.class.getDeclaredField("rule").getAnnotation(Param.class).value();
    }

    private static List<Rule> rules(String... names) {
        List<Rule> rules = new ArrayList<>();
        for (String name : names) {
            Rule rule = new Rule();
            rule.rule = name;
            rule.read();
            rules.add(rule);
        }
        return rules;
    }

    /** What a piece of work costs the thread, in microseconds of processor time and bytes. */
    private record Cost(double microseconds, double bytes) {

        static Cost of(int times, Supplier<?> work) {
            ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long bytes = thread.getCurrentThreadAllocatedBytes();
            long nanoseconds = thread.getCurrentThreadCpuTime();
            for (int i = 0; i < times; i++) {
                if (work.get() == null) {
                    throw new IllegalStateException("No result");
                }
            }
            return new Cost(
                    (thread.getCurrentThreadCpuTime() - nanoseconds) / 1000.0 / times,
                    (double) (thread.getCurrentThreadAllocatedBytes() - bytes) / times);
        }

        Cost plus(Cost other) {
            return new Cost(microseconds + other.microseconds, bytes + other.bytes);
        }
    }

    private static DmnDecisionTableResult evaluated(DmnEngine engine, DmnDecision table, Rule rule) {
        return engine.evaluateDecisionTable(table, rule.inputs);
    }
}
