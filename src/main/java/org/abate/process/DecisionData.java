package org.abate.process;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * What a decision table reads and what it decides.
 *
 * @param inputs the variables of its input expressions
 * @param results the names of its output columns
 */
record DecisionData(String key, String file, Set<String> inputs, Set<String> results) {

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
        Element table = decision.element("decisionTable");
        if (table != null) {
            for (Element input : table.elements("input")) {
                Element expression = input.element("inputExpression");
                if (expression != null && expression.element("text") != null) {
                    inputs.addAll(names(expression.element("text").getText()));
                }
            }
            table.elements("output").forEach(output -> results.add(String.valueOf(output.attribute("name"))));
        }
        return new DecisionData(String.valueOf(decision.attribute("id")), file, inputs, results);
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
