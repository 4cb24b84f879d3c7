package org.abate.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression in a diagram may be: variables, the case number, comparisons, and the questions that the beans
 * {@code record} and {@code deadlines} answer. A diagram is code that managers edit; editing one must not be a way to
 * run any other.
 */
final class ExpressionPolicy {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{(.*?)}", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("'[^'\\\\]*'|\"[^\"\\\\]*\"");
    private static final Pattern TOKEN = Pattern.compile(
            "(?<name>[A-Za-z_]\\w*(?:\\s*\\.\\s*[A-Za-z_]\\w*)*)(?<call>\\s*\\()?|(?<number>\\d+(?:\\.\\d+)?)|(?<sign>==|!=|<=|>=|&&|\\|\\||[<>!(),])|(?<space>\\s+)|(?<other>.)");
    private static final Set<String> QUESTIONS = Set.of(
            "record.violationsWithoutWorksheet",
            "record.lacksWorksheet",
            "record.penaltyTotal",
            "deadlines.endOf",
            "deadlines.ofMilestone",
            "deadlines.milestonePassed");
    private static final Set<String> PATHS = Set.of("execution.processBusinessKey", "approvalStep.approver");
    private static final Set<String> FORBIDDEN_NAMES = Set.of("execution", "task", "record", "deadlines");

    private ExpressionPolicy() {}

    /** Why the text may not stand in a diagram; empty where it may. */
    static Optional<String> objection(String text) {
        List<String> objections = new ArrayList<>();
        Matcher expressions = EXPRESSION.matcher(text);
        String rest = text;
        while (expressions.find()) {
            rest = rest.replace(expressions.group(), "");
            checkInner(expressions.group(1), objections);
        }
        if (rest.contains("${") || rest.contains("#{")) {
            objections.add("an expression that is not closed");
        }
        return objections.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", objections));
    }

    private static void checkInner(String expression, List<String> objections) {
        Matcher token = TOKEN.matcher(TEXT.matcher(expression).replaceAll(" "));
        while (token.find()) {
            if (token.group("other") != null) {
                objections.add("\"" + token.group("other") + "\"");
            } else if (token.group("name") != null) {
                String name = token.group("name").replaceAll("\\s", "");
                boolean allowed = token.group("call") != null
                        ? QUESTIONS.contains(name)
                        : PATHS.contains(name) || !name.contains(".") && !FORBIDDEN_NAMES.contains(name);
                if (!allowed) {
                    objections.add("\"" + name + (token.group("call") != null ? "(…)" : "") + "\"");
                }
            }
        }
    }
}
