package org.abate.process;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.casefile.Program;

/**
 * The values that a variable of a diagram can have, where all that gives it one is known: choices of forms, texts of
 * steps and callers, outcomes of blocks, results of tables. Empty where it may have any.
 */
final class PossibleValues {

    private static final Set<String> YES_OR_NO = Set.of("true", "false");

    /** The values that the application itself gives a variable, by its name. */
    private static final Map<String, Set<String>> OF_THE_APPLICATION = Map.of(
            CaseVariables.PROGRAM.getName(),
                    Arrays.stream(Program.values()).map(Program::id).collect(Collectors.toUnmodifiableSet()),
            CaseVariables.PURPOSE.getName(), RecordQuestions.REFERRAL_PURPOSES,
            CaseVariables.OUTCOME.getName(), Set.of());

    private static final Pattern IN_BRACES = Pattern.compile("^[$#]\\{\\s*(.*?)\\s*}$");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern PATH = Pattern.compile("[A-Za-z_]\\w*\\.\\w+");

    private final FittingFiles files;
    private final Map<List<String>, Optional<Set<String>>> found = new HashMap<>();

    PossibleValues(FittingFiles files) {
        this.files = files;
    }

    /** Empty where nothing is known of a process, too. */
    Optional<Set<String>> of(DiagramData diagram, String variable) {
        return found.computeIfAbsent(
                List.of(diagram.key(), variable),
                asked -> variable.contains(".") ? ofTable(diagram, variable) : of(diagram, variable, new HashSet<>()));
    }

    /** @param asked what is being asked already: values that go round in a circle come from elsewhere */
    private Optional<Set<String>> of(DiagramData diagram, String variable, Set<List<String>> asked) {
        if (!asked.add(List.of(diagram.key(), variable))) {
            return Optional.of(Set.of());
        }
        if (isOpen(diagram, variable)) {
            return Optional.empty();
        }
        Stream<Optional<Set<String>>> ofForms = files.formsOf(diagram).stream()
                .flatMap(form -> form.field(variable).stream())
                .map(Form.Field::answers);
        Stream<Optional<Set<String>>> ofSteps = diagram.values().given().getOrDefault(variable, List.of()).stream()
                .map(given -> given.block().isEmpty()
                        ? read(diagram, given.expression(), asked)
                        : Optional.ofNullable(files.diagrams().get(given.block()))
                                .flatMap(block -> read(block, given.expression(), asked)));
        Stream<Optional<Set<String>>> ofCallers = files.diagrams().values().stream()
                .flatMap(caller -> caller.values().handed().stream()
                        .filter(handed -> diagram.key().equals(handed.block()) && variable.equals(handed.variable()))
                        .map(handed -> read(caller, handed.expression(), asked)));
        Set<String> own = new HashSet<>(OF_THE_APPLICATION.getOrDefault(variable, Set.of()));
        if (variable.equals(CaseVariables.OUTCOME.getName())) {
            own.addAll(diagram.values().outcomes());
        }
        return together(Stream.of(Stream.of(Optional.of(own)), ofForms, ofSteps, ofCallers)
                .flatMap(one -> one)
                .toList());
    }

    private boolean isOpen(DiagramData diagram, String variable) {
        boolean set = CaseVariables.OF_STEPS.contains(variable) || CaseVariables.OF_A_CASE.contains(variable);
        return set && !OF_THE_APPLICATION.containsKey(variable)
                || diagram.dates().contains(variable)
                || diagram.values().open().contains(variable)
                || files.known(diagram)
                        .filter(known -> known.contains(variable))
                        .isEmpty();
    }

    /** What an expression of a diagram can come to. */
    private Optional<Set<String>> read(DiagramData diagram, String expression, Set<List<String>> asked) {
        if (expression == null || expression.isBlank()) {
            return Optional.of(Set.of());
        }
        Optional<String> literal = ExpressionPolicy.literal(expression);
        if (literal.isPresent()) {
            return literal.map(Set::of);
        }
        String inner = IN_BRACES.matcher(expression.strip()).replaceFirst("$1");
        if (inner.equals("null")) {
            return Optional.of(Set.of());
        }
        if (YES_OR_NO.contains(inner)) {
            return Optional.of(Set.of(inner));
        }
        if (inner.startsWith("record.referralPurpose(")) {
            return Optional.of(RecordQuestions.REFERRAL_PURPOSES);
        }
        if (NAME.matcher(inner).matches()) {
            return of(diagram, inner, asked);
        }
        return PATH.matcher(inner).matches() ? ofTable(diagram, inner) : Optional.empty();
    }

    /** {@code pathDecision.path}: what stands in the column. */
    private Optional<Set<String>> ofTable(DiagramData diagram, String path) {
        String result = FittingFiles.root(path);
        List<DiagramData.Decision> asked = diagram.decisions().stream()
                .filter(decision -> decision.result().equals(result))
                .toList();
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        return together(asked.stream()
                .map(decision -> files.decisions()
                        .apply(decision.table())
                        .flatMap(
                                table -> Optional.ofNullable(table.decides().get(path.substring(result.length() + 1)))))
                .toList());
    }

    /** Any, as soon as one of them may be any. */
    private static Optional<Set<String>> together(List<Optional<Set<String>>> values) {
        return values.stream().allMatch(Optional::isPresent)
                ? Optional.of(values.stream()
                        .flatMap(Optional::stream)
                        .flatMap(Set::stream)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toUnmodifiableSet()))
                : Optional.empty();
    }
}
