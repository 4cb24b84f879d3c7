package org.abate.penalty;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
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
 * Assessments a second and bytes allocated for each, by rule, beside a nine-cell matrix in Camunda's decision engine. Not
 * part of the build; {@code docs/benchmark.md} has the command.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class PenaltyBenchmark {

    /** One sound worksheet of a rule. */
    @State(Scope.Benchmark)
    public static class Worksheet {

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

        @Setup
        public void read() {
            worksheet = Worksheets.dated(new RandomWorksheets(1).next(rule), Samples.TODAY);
            calculator = RuleBook.standard().calculator(rule);
            version = RuleBook.standard().newest(rule);
            answers = new WorksheetReader(new Faults()).read(version.tables().worksheet(), worksheet);
        }
    }

    /** A nine-cell matrix as a decision table. */
    @State(Scope.Benchmark)
    public static class DecisionTable {

        DmnEngine engine;
        DmnDecision decision;
        Map<String, Object> cell;

        @Setup
        public void parse() throws IOException {
            engine =
                    DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
            byte[] table = Files.readString(Path.of("src/test/resources/penalty-benchmark/matrix.dmn"))
                    .getBytes(StandardCharsets.UTF_8);
            decision = engine.parseDecision("matrix", new ByteArrayInputStream(table));
            cell = Map.of("potentialForHarm", "MODERATE", "extentOfDeviation", "MINOR");
        }
    }

    /** A worksheet read strictly, assessed, every line explained. */
    @Benchmark
    public Object assess(Worksheet worksheet) {
        return RuleBook.standard().calculate(worksheet.rule, worksheet.worksheet, Samples.TODAY);
    }

    /** The arithmetic and its lines alone. */
    @Benchmark
    public Object calculate(Worksheet worksheet) {
        return worksheet.calculator.assess(worksheet.answers, worksheet.version);
    }

    /** The cell of a matrix. */
    @Benchmark
    public Object matrixCell(Cell cell) {
        return cell.version.cell("matrix", "MODERATE", "MINOR");
    }

    /** The same cell in the decision engine. */
    @Benchmark
    public DmnDecisionTableResult matrixCellInDecisionEngine(DecisionTable table) {
        return table.engine.evaluateDecisionTable(table.decision, table.cell);
    }

    /** The rule whose matrix the decision table repeats. */
    @State(Scope.Benchmark)
    public static class Cell {
        final RuleVersion version = RuleBook.standard().newest("hazardous-waste");
    }
}
