package org.abate.penalty;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;

/** Tables of the rule files as decision tables of Camunda's engine, row for row. */
final class DecisionTables {

    private DecisionTables() {}

    /** A matrix (inputs {@code harm} and {@code deviation}) or ascending brackets (input {@code value}) as a decision. */
    static DmnDecision decision(DmnEngine engine, RuleTables.Table table) {
        return engine.parseDecision("table", new ByteArrayInputStream(xml(table).getBytes(StandardCharsets.UTF_8)));
    }

    private static String xml(RuleTables.Table table) {
        boolean matrix = table.rows().get(0).harm() != null;
        String inputs = matrix ? input("harm", "string") + input("deviation", "string") : input("value", "long");
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            rules.add(rule(
                    i,
                    matrix ? cell(table.rows().get(i)) : List.of(bracket(table.rows(), i)),
                    table.rows().get(i)));
        }
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="Table" name="Table" namespace="https://abate.org/benchmark">
                <decision id="table" name="Table"><decisionTable id="rows" hitPolicy="UNIQUE">%s
                <output id="output" name="amount" typeRef="double"/>%s</decisionTable></decision></definitions>""".formatted(inputs, String.join("", rules));
    }

    private static String input(String name, String type) {
        return "<input id=\"%s\"><inputExpression id=\"%s-expression\" typeRef=\"%s\"><text>%s</text></inputExpression></input>"
                .formatted(name, name, type, name);
    }

    private static List<String> cell(RuleTables.Row row) {
        return List.of("\"" + row.harm() + "\"", "\"" + row.deviation() + "\"");
    }

    private static String bracket(List<RuleTables.Row> rows, int i) {
        String from = ">= " + rows.get(i).from();
        return i + 1 < rows.size()
                ? "[" + rows.get(i).from() + ".." + rows.get(i + 1).from() + "["
                : from;
    }

    private static String rule(int number, List<String> entries, RuleTables.Row row) {
        StringBuilder inputs = new StringBuilder();
        for (String entry : entries) {
            inputs.append("<inputEntry id=\"i%d-%d\"><text><![CDATA[%s]]></text></inputEntry>"
                    .formatted(number, inputs.length(), entry));
        }
        return "<rule id=\"r%d\">%s<outputEntry id=\"o%d\"><text>%s</text></outputEntry></rule>"
                .formatted(number, inputs, number, amount(row).toPlainString());
    }

    /** What a row comes to; zero for the matrix of solid waste, which the department has yet to fill. */
    static BigDecimal amount(RuleTables.Row row) {
        if (row.amount() != null) {
            return row.amount();
        }
        return row.low() == null ? BigDecimal.ZERO : Cells.midpoint(row);
    }
}
