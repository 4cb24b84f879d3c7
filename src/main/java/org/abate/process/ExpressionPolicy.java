package org.abate.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression in a diagram may be: variables, the case number, comparisons, and the questions that the beans
 * {@code record} (about the diagram's own case) and {@code deadlines} answer. A diagram is code that managers edit;
 * editing one must not be a way to run any other. What is not known to be harmless is refused.
 */
final class ExpressionPolicy {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{(.*?)}", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("'[^'\\\\]*'|\"[^\"\\\\]*\"");
    private static final Pattern TOKEN = Pattern.compile(
            "(?<record>record\\s*\\.\\s*(?:(?:violationsWithoutWorksheet|lacksWorksheet|penaltyTotal|offeredToMeet"
                    + "|habitualViolator|hasOpenViolations|referralPurpose|penaltyCurrent|administrativePenalty"
                    + "|civilPenaltyBarred|inTimeToAssess|programContacted|systemComplies|lastDayOfGrant"
                    + "|waiverDecidedBefore)\\s*\\(\\s*execution\\s*\\.\\s*processBusinessKey"
                    + "\\s*\\)|anythingToPenalize\\s*\\(\\s*execution\\s*\\.\\s*processBusinessKey(?=\\s*,\\s*penaltyRule"
                    + "\\s*,\\s*noticeViolations\\s*,\\s*servedViolations\\s*\\))))"
                    + "|(?<name>[A-Za-z_]\\w*(?:\\s*\\.\\s*[A-Za-z_]\\w*)*)(?<call>\\s*\\()?"
                    + "|(?<number>\\d+(?:\\.\\d+)?)|(?<sign>==|!=|<=|>=|&&|\\|\\||[<>!(),])|(?<text>'')|(?<space>\\s+)|(?<other>.)",
            Pattern.DOTALL);
    private static final Pattern COMPARISON =
            Pattern.compile("(?<name>[A-Za-z_]\\w*(?:\\s*\\.\\s*\\w+)*)\\s*(?:==|!=|\\beq\\b|\\bne\\b)\\s*(?<text>"
                    + TEXT + ")" + "|(?<text2>" + TEXT
                    + ")\\s*(?:==|!=|\\beq\\b|\\bne\\b)\\s*(?<name2>[A-Za-z_]\\w*(?:\\s*\\.\\s*\\w+)*)");
    private static final Set<String> QUESTIONS =
            Set.of("deadlines.endOf", "deadlines.startOf", "deadlines.ofMilestone");
    private static final Set<String> PATHS = Set.of(
            "execution.processBusinessKey",
            "approvalStep.approver",
            "suspendedPart.amount",
            "suspendedPart.until",
            "suspendedPart.on",
            "pathDecision.path",
            "waiverFinding.result",
            "waiverFinding.basis",
            "waiverFinding.citation",
            "timeLimit.mostDays",
            "timeLimit.citation");

    /** What the engine or this application gives a name, beside the variables. */
    static final Set<String> TAKEN_NAMES =
            Set.of("execution", "task", "record", "deadlines", "caseExecution", "externalTask", "authenticatedUserId");

    /** What the expression language itself gives a meaning. */
    private static final Set<String> WORDS = Set.of(
            "true",
            "false",
            "null",
            "empty",
            "not",
            "and",
            "or",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "div",
            "mod",
            "instanceof");

    private ExpressionPolicy() {}

    /** The variables that a text reads in its expressions; one of its properties with it: {@code pathDecision.path}. */
    static Set<String> variables(String text) {
        Set<String> variables = new LinkedHashSet<>();
        Matcher expressions = EXPRESSION.matcher(text);
        while (expressions.find()) {
            Matcher token = TOKEN.matcher(TEXT.matcher(expressions.group(1)).replaceAll(" '' "));
            while (token.find()) {
                if (token.group("name") != null && token.group("call") == null) {
                    variables.add(token.group("name").replaceAll("\\s", ""));
                }
            }
        }
        variables.removeIf(name -> WORDS.contains(name) || TAKEN_NAMES.contains(name.replaceFirst("\\..*", "")));
        return variables;
    }

    /** The texts that an expression compares a variable, or one of its properties, with. */
    static Map<String, Set<String>> comparisons(String text) {
        Map<String, Set<String>> compared = new LinkedHashMap<>();
        Matcher expressions = EXPRESSION.matcher(text);
        while (expressions.find()) {
            Matcher comparison = COMPARISON.matcher(expressions.group(1));
            while (comparison.find()) {
                String side = comparison.group("name") == null ? "2" : "";
                String literal = comparison.group("text" + side);
                compared.computeIfAbsent(
                                comparison.group("name" + side).replaceAll("\\s", ""), name -> new LinkedHashSet<>())
                        .add(literal.substring(1, literal.length() - 1));
            }
        }
        return compared;
    }

    /** Why the text may not stand in a diagram; empty where it may. */
    static Optional<String> objection(String text) {
        List<String> objections = new ArrayList<>();
        Matcher expressions = EXPRESSION.matcher(text);
        StringBuilder rest = new StringBuilder();
        int done = 0;
        while (expressions.find()) {
            rest.append(text, done, expressions.start()).append('\n');
            done = expressions.end();
            if (expressions.group(1).isBlank()) {
                objections.add("an empty expression");
            }
            checkInner(expressions.group(1), objections);
        }
        rest.append(text.substring(done));
        if (rest.indexOf("${") >= 0 || rest.indexOf("#{") >= 0) {
            objections.add("an expression that is not closed");
        }
        return objections.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", objections));
    }

    /** Whether the text is one expression and nothing else. */
    static boolean isExpression(String text) {
        return text.strip().matches("(?s)[$#]\\{[^}]*}");
    }

    /** Whether the text has an expression in it. */
    static boolean hasExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** The text that an expression stands for without asking anything: {@code coal}, {@code ${'coal'}}. */
    static Optional<String> literal(String text) {
        return Optional.ofNullable(text)
                .map(given -> given.strip().replaceFirst("^[$#]\\{\\s*'([^'\\\\]*)'\\s*}$", "$1"))
                .filter(given -> !hasExpression(given));
    }

    private static void checkInner(String expression, List<String> objections) {
        Matcher token = TOKEN.matcher(TEXT.matcher(expression).replaceAll(" '' "));
        while (token.find()) {
            if (token.group("other") != null) {
                objections.add("\"" + token.group("other") + "\"");
            } else if (token.group("name") != null) {
                String name = token.group("name").replaceAll("\\s", "");
                boolean allowed = token.group("call") != null
                        ? QUESTIONS.contains(name)
                        : PATHS.contains(name) || !name.contains(".") && !TAKEN_NAMES.contains(name);
                if (!allowed) {
                    objections.add("\"" + name + (token.group("call") != null ? "(…)" : "") + "\"");
                }
            }
        }
    }
}
