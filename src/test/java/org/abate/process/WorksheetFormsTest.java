package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.penalty.RuleBook;
import org.abate.penalty.RuleTables;
import org.abate.penalty.RuleTables.Kind;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An option, a limit or a property added to a rule file without its form fails here: what the worksheet and the
 * calculation ask is what the rule takes, in the rule's words, no more and no less.
 */
@DisplayName("The worksheet forms offer what the rules take")
class WorksheetFormsTest {

    /** The rules of violations; the others have no worksheet in a case. */
    private static final Set<String> NO_WORKSHEET =
            Set.of("economic-benefit", "habitual-violator", "drinking-water/late-payment");

    /** What the form of the calculation asks besides the rule: which worksheets are done again. */
    private static final String REDO = "worksheetsToRedo";

    /** What the form of a worksheet asks besides the rule: whether a penalty is imposed at all, and why not. */
    private static final Set<String> BESIDE_THE_RULE = Set.of(
            NoPenalty.RESOLVED.field(), NoPenalty.ASSESSED.field(), NoPenalty.TOO_LATE.field(), NoPenalty.REASON);

    /** What the rule leaves open, and its calculator demands or refuses by another answer: required once it is asked. */
    private static final Map<String, Boolean> RAISED_BY_ANOTHER_ANSWER = Map.of(
            "resolvedExceptions", true,
            "selectionReason", true,
            "interestRate", true,
            "marginalTaxRate", true,
            "economicBenefitExcluded", false,
            "notarizedStatement", false,
            "hazardWarnings", false,
            "assessDiscretionary", false);

    private static FeelEngine feel;

    @BeforeAll
    static void readConditionsAsTheApplicationDoes() {
        DefaultDmnEngineConfiguration dmn = new DefaultDmnEngineConfiguration();
        dmn.buildEngine();
        feel = dmn.getFeelEngine();
    }

    record Asked(String form, WorksheetForm.Question question) {

        @Override
        public String toString() {
            return form + " " + question.key();
        }
    }

    static List<String> rules() {
        return RuleBook.standard().rules().stream()
                .map(rule -> rule.rule())
                .filter(rule -> !NO_WORKSHEET.contains(rule))
                .toList();
    }

    static Stream<Asked> questions() {
        return rules().stream().flatMap(rule -> {
            RuleTables tables = RuleBook.standard().tables(rule);
            return Stream.concat(
                    WorksheetForm.ofViolation(tables).questions().stream()
                            .map(question -> new Asked(rule + "-worksheet", question)),
                    WorksheetForm.ofCase(tables).questions().stream()
                            .map(question -> new Asked(rule + "-calculation", question)));
        });
    }

    static Stream<Asked> choices() {
        return questions().filter(asked -> asked.question().field().options() != null);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void aFormAsksWhatTheRuleTakesInItsOrder(String rule) {
        RuleTables tables = RuleBook.standard().tables(rule);

        assertThat(form(rule + "-worksheet").keys().stream().filter(key -> !BESIDE_THE_RULE.contains(key)))
                .containsExactlyElementsOf(
                        keys(WorksheetForm.ofViolation(tables).questions()));
        assertThat(form(rule + "-calculation").keys())
                .containsExactlyElementsOf(
                        Stream.concat(keys(WorksheetForm.ofCase(tables).questions()).stream(), Stream.of(REDO))
                                .toList());
    }

    /** Every property of the rule has its question, or its answer in the record. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theRecordGivesWhatNoFormAsks(String rule) {
        List<RuleTables.Field> asked = RuleBook.standard().tables(rule).worksheet().stream()
                .filter(field -> !WorksheetForm.FROM_RECORD.contains(field.name()))
                .filter(field -> !field.name().equals("violations"))
                .toList();

        assertThat(WorksheetForm.ofCase(RuleBook.standard().tables(rule)).questions().stream()
                        .map(question -> question.path().split("[.\\[]")[0])
                        .distinct())
                .containsExactlyElementsOf(
                        asked.stream().map(RuleTables.Field::name).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("choices")
    void aFieldOffersTheRulesOptionsInItsWords(Asked asked) {
        assertThat(options(component(asked)))
                .containsExactlyEntriesOf(asked.question().field().options().stream()
                        .collect(Collectors.toMap(
                                RuleTables.Row::value, RuleTables.Row::text, (one, other) -> one, LinkedHashMap::new)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void aFieldAsksInTheWayOfItsKindWithTheRulesLimits(Asked asked) {
        RuleTables.Field rule = asked.question().field();
        JsonNode field = component(asked);
        JsonNode validate = field.path("validate");

        assertThat(field.path("type").asText())
                .isEqualTo(
                        switch (rule.kind()) {
                            case MONEY, RATE, WHOLE, PERCENT, QUANTITY -> "number";
                            case FLAG -> rule.optional() ? "radio" : "checkbox";
                            case CHOICE -> "radio";
                            case CHOICES, NUMBERS -> "checklist";
                            case TEXT -> rule.max().intValue() > 200 ? "textarea" : "textfield";
                            default -> throw new AssertionError(rule.kind() + " has no field");
                        });
        switch (rule.kind()) {
            case MONEY, RATE, WHOLE, PERCENT, QUANTITY -> {
                assertThat(limit(validate, "min")).isEqualTo(least(asked.question()));
                assertThat(limit(validate, "max")).isEqualTo(number(rule.max()));
                assertThat(field.path("decimalDigits").asInt(-1))
                        .isEqualTo(
                                switch (rule.kind()) {
                                    case MONEY -> 2;
                                    case RATE -> 10;
                                    case QUANTITY -> 6;
                                    default -> 0;
                                });
            }
            case TEXT -> assertThat(validate.path("maxLength").decimalValue()).isEqualByComparingTo(rule.max());
            default -> assertThat(validate.has("max") || validate.has("min")).isFalse();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void aFieldIsRequiredWhereTheRuleRequiresIt(Asked asked) {
        RuleTables.Field rule = asked.question().field();
        boolean byRule = !rule.mayBeLeftOut() && rule.kind() != Kind.FLAG && !WorksheetValue.mayBeEmpty(rule);

        assertThat(component(asked).path("validate").path("required").asBoolean())
                .isEqualTo(
                        opensAnEntry(asked)
                                ? !isOptionalEntry(asked) && byRule
                                : RAISED_BY_ANOTHER_ANSWER.getOrDefault(
                                        asked.question().key(), byRule));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void aFieldIsAskedOnlyWhereItBelongs(Asked asked) {
        String condition = conditionOfItsOwn(asked);
        RuleTables.When when = asked.question().when();
        if (when != null) {
            assertHiddenUnless(asked, condition, when);
        } else if (dependsOnAnEntryBegun(asked)
                || RAISED_BY_ANOTHER_ANSWER.containsKey(asked.question().key())) {
            assertThat(condition).startsWith("=");
        } else {
            assertThat(condition).isEmpty();
        }
    }

    /** In the rule's words; the amount of an adjustment or of a part is named by its kind. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void aFieldIsNamedAsTheRuleNamesIt(Asked asked) {
        String label = component(asked).path("label").asText();

        if (asked.question().isAmountOfKind()) {
            assertThat(label).isEqualTo(asked.question().kind().text());
        } else {
            assertThat(label).endsWith(asked.question().field().label());
        }
    }

    /** Where no penalty is imposed nothing else is asked: without that, on which everything but the grounds depends. */
    private static String conditionOfItsOwn(Asked asked) {
        String condition = component(asked).path("conditional").path("hide").asText("");
        List<String> grounds = Stream.of(NoPenalty.values())
                .map(NoPenalty::field)
                .filter(form(asked.form()).keys()::contains)
                .toList();
        if (!asked.form().endsWith("-worksheet")
                || grounds.isEmpty()
                || grounds.contains(asked.question().key())) {
            return condition;
        }
        for (String ground : grounds) {
            Map<String, Object> answers = new HashMap<>();
            form(asked.form()).keys().forEach(each -> answers.put(each, null));
            answers.put(ground, true);
            assertThat(hidden(condition, answers)).as("hidden with %s", ground).isTrue();
        }
        String noPenalty =
                grounds.stream().map(ground -> ground + " = true").collect(Collectors.joining(" or ", "=", ""));
        return condition.equals(noPenalty)
                ? ""
                : "=" + condition.substring(noPenalty.length() + " or (".length(), condition.length() - 1);
    }

    private void assertHiddenUnless(Asked asked, String condition, RuleTables.When when) {
        JsonNode other = component(form(asked.form()), when.field());
        boolean box = other.path("type").asText().equals("checkbox");
        List<Object> answers =
                box ? List.of(true, false) : List.copyOf(options(other).keySet());
        for (Object answer : answers) {
            Map<String, Object> given = answersThatAskFor(asked, when.field());
            given.put(when.field(), answer);
            assertThat(hidden(condition, given))
                    .as("hidden with %s", given)
                    .isEqualTo(!when.values().contains(answer.toString()));
        }
    }

    /** Nothing is answered yet, but what the governing question itself depends on. */
    private static Map<String, Object> answersThatAskFor(Asked asked, String key) {
        Map<String, Object> answers = new HashMap<>();
        form(asked.form()).keys().forEach(each -> answers.put(each, null));
        questions()
                .filter(each -> each.form().equals(asked.form())
                        && each.question().key().equals(key))
                .map(each -> each.question().when())
                .filter(Objects::nonNull)
                .forEach(when -> answers.put(when.field(), when.values().get(0)));
        return answers;
    }

    private static boolean hidden(String condition, Map<String, Object> answers) {
        return Boolean.TRUE.equals(feel.evaluateSimpleExpression(
                condition.substring(1), Variables.fromMap(answers).asVariableContext()));
    }

    /** The first question of an entry, or the amount of a kind: answering it begins the entry. */
    private static boolean opensAnEntry(Asked asked) {
        String path = asked.question().path();
        return asked.question().isAmountOfKind()
                || path.contains(".")
                        && questionsOf(asked).findFirst().orElseThrow().equals(asked.question());
    }

    private static Stream<WorksheetForm.Question> questionsOf(Asked asked) {
        String entry =
                asked.question().path().substring(0, asked.question().path().lastIndexOf('.') + 1);
        return questions()
                .filter(each -> each.form().equals(asked.form()))
                .map(Asked::question)
                .filter(question -> question.path().startsWith(entry));
    }

    private static boolean isOptionalEntry(Asked asked) {
        String rule = asked.form().replaceAll("-(worksheet|calculation)$", "");
        String entry = asked.question().path().split("[.\\[]")[0];
        RuleTables tables = RuleBook.standard().tables(rule);
        return Stream.concat(
                        tables.worksheet().stream(),
                        tables.worksheet().stream()
                                .filter(field -> field.name().equals("violations"))
                                .flatMap(field -> field.fields().stream()))
                .filter(field -> field.name().equals(entry))
                .anyMatch(field -> field.mayBeLeftOut() || field.kind() == Kind.ENTRIES);
    }

    private static boolean dependsOnAnEntryBegun(Asked asked) {
        return asked.question().path().contains(".") && !opensAnEntry(asked) && isOptionalEntry(asked);
    }

    /** Where a kind goes one way only, its amount is asked for without a sign. */
    private static BigDecimal least(WorksheetForm.Question question) {
        boolean oneWay = question.isAmountOfKind()
                && Stream.of(question.kind().low(), question.kind().high())
                        .filter(Objects::nonNull)
                        .anyMatch(bound -> bound.signum() == 0);
        return oneWay ? BigDecimal.ZERO : number(question.field().min());
    }

    private static BigDecimal limit(JsonNode validate, String name) {
        return validate.has(name) ? number(validate.path(name).decimalValue()) : null;
    }

    private static BigDecimal number(BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros();
    }

    private static Map<String, String> options(JsonNode field) {
        Map<String, String> options = new LinkedHashMap<>();
        field.path("values")
                .forEach(option -> options.put(
                        option.path("value").asText(), option.path("label").asText()));
        return options;
    }

    private static List<String> keys(List<WorksheetForm.Question> questions) {
        return questions.stream().map(WorksheetForm.Question::key).toList();
    }

    private static JsonNode component(Asked asked) {
        return component(form(asked.form()), asked.question().key());
    }

    private static JsonNode component(Form form, String key) {
        return form.fields().stream()
                .filter(field -> field.key().equals(key))
                .map(Form.Field::component)
                .findFirst()
                .orElseThrow(() -> new AssertionError(form.id() + " does not ask for " + key));
    }

    private static final Map<String, Form> FORMS = new HashMap<>();

    private static Form form(String id) {
        return FORMS.computeIfAbsent(id, name -> {
            try {
                return Form.parse(new ObjectMapper()
                        .readTree(Path.of("processes/building-blocks/" + name + ".form")
                                .toFile()));
            } catch (IOException e) {
                throw new AssertionError(name + " cannot be read", e);
            }
        });
    }
}
