package org.abate.process;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * What a decision table reads and what it decides.
 *
 * @param inputs the variables of its input expressions
 * @param results the names of its output columns
 * @param cells by variable the texts that its cells look for, each with the id of the first such cell
 * @param decides the texts of those output columns that hold nothing but texts
 */
record DecisionData(
        String key,
        String file,
        Set<String> inputs,
        Set<String> results,
        Map<String, Map<String, String>> cells,
        Map<String, Set<String>> decides) {

    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])([A-Za-z_]\\w*)(?!\\w*\\s*\\()");

    /** The functions of FEEL whose name is more than one word. */
    private static final Pattern TWO_WORDS = Pattern.compile(
            "\\b(?:list contains|string length|(?:upper|lower) case|(?:starts|ends) with|substring (?:before|after)"
                    + "|index of|distinct values|insert before|day of (?:week|year)|month of year|date and time)\\s*\\(");

    /** What FEEL itself gives a meaning. */
    private static final Set<String> WORDS = Set.of(
            "if",
            "then",
            "else",
            "and",
            "or",
            "not",
            "in",
            "some",
            "every",
            "satisfies",
            "true",
            "false",
            "null",
            "for",
            "return",
            "between",
            "instance",
            "of");

    static DecisionData of(Element decision, String file) {
        Set<String> inputs = new LinkedHashSet<>();
        Set<String> results = new LinkedHashSet<>();
        Map<String, Map<String, String>> cells = new LinkedHashMap<>();
        Map<String, Set<String>> decides = new LinkedHashMap<>();
        Element table = decision.element("decisionTable");
        if (table != null) {
            List<Element> columns = table.elements("input");
            for (int column = 0; column < columns.size(); column++) {
                Element expression = columns.get(column).element("inputExpression");
                if (expression != null && expression.element("text") != null) {
                    String read = expression.element("text").getText().strip();
                    inputs.addAll(names(read));
                    if (names(read).equals(Set.of(read))) {
                        cells.computeIfAbsent(read, name -> new LinkedHashMap<>())
                                .putAll(lookedFor(table, column));
                    }
                }
            }
            List<Element> outputs = table.elements("output");
            for (int column = 0; column < outputs.size(); column++) {
                Optional<Set<String>> texts = decided(table, column);
                String name = String.valueOf(outputs.get(column).attribute("name"));
                texts.ifPresent(known -> decides.put(name, known));
            }
            table.elements("output").forEach(output -> results.add(String.valueOf(output.attribute("name"))));
        }
        return new DecisionData(String.valueOf(decision.attribute("id")), file, inputs, results, cells, decides);
    }

    private static Map<String, String> lookedFor(Element table, int column) {
        Map<String, String> looked = new LinkedHashMap<>();
        for (Element cell : cells(table, "inputEntry", column)) {
            texts(text(cell)).forEach(value -> looked.putIfAbsent(value, cell.attribute("id")));
        }
        return looked;
    }

    /** Empty where a cell holds anything else. */
    private static Optional<Set<String>> decided(Element table, int column) {
        Set<String> decided = new LinkedHashSet<>();
        for (Element cell : cells(table, "outputEntry", column)) {
            String text = text(cell).strip();
            if (!TEXT.matcher(text).matches()) {
                return Optional.empty();
            }
            decided.addAll(texts(text));
        }
        return Optional.of(decided);
    }

    private static List<Element> cells(Element table, String kind, int column) {
        return table.elements("rule").stream()
                .map(rule -> rule.elements(kind))
                .filter(cells -> cells.size() > column)
                .map(cells -> cells.get(column))
                .toList();
    }

    private static String text(Element cell) {
        return cell.element("text") == null ? "" : cell.element("text").getText();
    }

    /** The texts that stand in a FEEL expression, without their quotation marks. */
    static List<String> texts(String feel) {
        return TEXT.matcher(feel)
                .results()
                .map(found -> found.group().substring(1, found.group().length() - 1))
                .toList();
    }

    /** The names that a FEEL expression reads. */
    static Set<String> names(String feel) {
        Set<String> names = new LinkedHashSet<>();
        String bare = TWO_WORDS.matcher(TEXT.matcher(feel).replaceAll(" ")).replaceAll("(");
        Matcher name = NAME.matcher(bare);
        while (name.find()) {
            names.add(name.group(1));
        }
        names.removeAll(WORDS);
        return names;
    }
}
