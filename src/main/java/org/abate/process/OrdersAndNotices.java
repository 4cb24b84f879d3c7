package org.abate.process;

import static org.abate.process.CaseVariables.DELINQUENT_VIOLATIONS;
import static org.abate.process.CaseVariables.EVERY_VIOLATION_NOTICED;
import static org.abate.process.CaseVariables.NEW_VIOLATIONS;
import static org.abate.process.CaseVariables.NOTICES_ISSUED;
import static org.abate.process.CaseVariables.NOTICE_ISSUED_ON;
import static org.abate.process.CaseVariables.NOTICE_VIOLATIONS;
import static org.abate.process.CaseVariables.ORDERS_AND_NOTICES;
import static org.abate.process.CaseVariables.ORDER_VIOLATIONS;
import static org.abate.process.CaseVariables.OTHER_VIOLATIONS;
import static org.abate.process.CaseVariables.PENALTIES_EVALUATED;

import io.holunda.camunda.bpm.data.factory.VariableFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Fault;
import org.abate.casefile.Violation;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/**
 * Which order or notice cites which violation of a mining case: a violation that creates an imminent danger or harm a
 * cessation order, any other a notice (Manual 3.4 Coal, 8.4; interpretation C9). What was issued outlives the work that issued it, so the
 * case's own process holds it: how a violation is assessed, and whether one is still to be cited, depends on it.
 */
@Component
class OrdersAndNotices {

    private static final Set<DocumentKind> KINDS = Set.of(
            DocumentKind.CESSATION_ORDER,
            DocumentKind.NOTICE_OF_VIOLATION,
            DocumentKind.NOTICE_OF_DELINQUENT_RECLAMATION);

    private final CaseRecord caseRecord;

    OrdersAndNotices(CaseRecord caseRecord) {
        this.caseRecord = caseRecord;
    }

    /** What a violation was cited in, and when. */
    record Issued(DocumentKind kind, LocalDate on) {}

    /** As the task opens: which violations are to be cited. */
    void show(DelegateTask task) {
        task.setVariableLocal("violationsToCite", inWords(toCite(task)));
    }

    /** What is issued for each violation; every violation gets its order or its notice. */
    void decide(String caseNumber, DelegateTask task, Answers answers) {
        Set<Integer> open = toCite(task);
        Set<Integer> orders = numbers(answers.find("orderViolations"));
        Set<Integer> delinquent = numbers(answers.find("delinquentViolations"));
        List<Fault> faults = new ArrayList<>();
        refuseOthers("orderViolations", orders, open, faults);
        refuseOthers("delinquentViolations", delinquent, open, faults);
        if (delinquent.stream().anyMatch(orders::contains)) {
            faults.add(new Fault("delinquentViolations", "a violation gets an order or a notice, not both"));
        }
        if (Boolean.TRUE.equals(answers.value("imminentThreat"))
                && orders.isEmpty()
                && issued(execution(task)).values().stream()
                        .noneMatch(each -> each.kind() == DocumentKind.CESSATION_ORDER)) {
            faults.add(new Fault(
                    "orderViolations",
                    "the case was opened for an imminent danger or harm: name the violations that create it"
                            + " (10 CSR 40-8.030(6))"));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        Set<Integer> others = new TreeSet<>(open);
        others.removeAll(orders);
        others.removeAll(delinquent);
        Map<DocumentKind, Set<Integer>> decided = new LinkedHashMap<>();
        decided.put(DocumentKind.CESSATION_ORDER, orders);
        decided.put(DocumentKind.NOTICE_OF_VIOLATION, others);
        decided.put(DocumentKind.NOTICE_OF_DELINQUENT_RECLAMATION, delinquent);
        decided.values().removeIf(Set::isEmpty);
        ORDER_VIOLATIONS.on(task).set(text(orders));
        DELINQUENT_VIOLATIONS.on(task).set(text(delinquent));
        OTHER_VIOLATIONS.on(task).set(text(others));
        ORDERS_AND_NOTICES
                .on(task)
                .set(decided.keySet().stream().map(Enum::name).collect(Collectors.toCollection(ArrayList::new)));
        caseRecord.note(
                caseNumber,
                "ORDERS_AND_NOTICES",
                decided.entrySet().stream()
                                .map(each -> each.getKey().title() + ": violation " + inWords(each.getValue()))
                                .collect(Collectors.joining("; "))
                        + answers.take("decisionNote").map(why -> ". " + why).orElse(""));
    }

    private static void refuseOthers(String field, Set<Integer> named, Set<Integer> open, List<Fault> faults) {
        Set<Integer> others = new TreeSet<>(named);
        others.removeAll(open);
        if (!others.isEmpty()) {
            faults.add(new Fault(
                    field,
                    "violation " + inWords(others) + " is not to be decided on here; these are: " + inWords(open)));
        }
    }

    /** The numbers of the violations that an order or notice, or the work on one, is about. */
    Set<Integer> violationsOf(DocumentKind kind, VariableScope scope, ExecutionEntity execution) {
        VariableFactory<String> own =
                switch (kind) {
                    case CESSATION_ORDER -> ORDER_VIOLATIONS;
                    case NOTICE_OF_DELINQUENT_RECLAMATION -> DELINQUENT_VIOLATIONS;
                    default -> OTHER_VIOLATIONS;
                };
        return own.from(scope)
                .getOptional()
                .or(() -> NOTICE_VIOLATIONS.from(scope).getOptional())
                .or(() -> NEW_VIOLATIONS.from(scope).getOptional())
                .map(text -> numbers(Optional.of(text)))
                .orElseGet(() -> withoutFollowUp(execution));
    }

    /** The violations of the order or notice that a task is about. */
    Set<Integer> violationsOf(DelegateTask task) {
        DocumentKind kind = Optional.ofNullable(task.getVariable("orderOrNotice"))
                .map(Object::toString)
                .map(DocumentKind::valueOf)
                .orElse(DocumentKind.NOTICE_OF_VIOLATION);
        return violationsOf(kind, task, execution(task));
    }

    /** Keeps what a letter cites, in a case whose process holds it. */
    void sent(DocumentKind kind, DelegateExecution letter, LocalDate on, Date at) {
        if (!KINDS.contains(kind)) {
            return;
        }
        ExecutionEntity step = (ExecutionEntity) letter;
        ExecutionEntity root = root(step);
        if (!root.hasVariable(NOTICES_ISSUED.getName())) {
            return;
        }
        Map<Integer, Issued> issued = issued(step);
        violationsOf(kind, letter, step).forEach(number -> issued.put(number, new Issued(kind, on)));
        NOTICES_ISSUED
                .on(root)
                .set(issued.entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue().kind() + " "
                                + each.getValue().on())
                        .collect(Collectors.joining("\n")));
        NOTICE_ISSUED_ON.on(root).set(at);
        PENALTIES_EVALUATED.on(root).set(true);
        EVERY_VIOLATION_NOTICED.on(root).set(issued.keySet().containsAll(withoutFollowUp(step)));
    }

    /** What each violation of the case was cited in, by its number. */
    static Map<Integer, Issued> issued(ExecutionEntity execution) {
        Map<Integer, Issued> issued = new TreeMap<>();
        NOTICES_ISSUED.from(root(execution)).getOptional().orElse("").lines().forEach(line -> {
            String[] words = line.split(" ");
            issued.put(
                    Integer.valueOf(words[0]), new Issued(DocumentKind.valueOf(words[1]), LocalDate.parse(words[2])));
        });
        return issued;
    }

    private Set<Integer> toCite(DelegateTask task) {
        return NOTICE_VIOLATIONS
                .from(task)
                .getOptional()
                .map(text -> numbers(Optional.of(text)))
                .orElseGet(() -> {
                    Set<Integer> open = withoutFollowUp(execution(task));
                    open.removeAll(issued(execution(task)).keySet());
                    return open;
                });
    }

    /** All violations but those that a follow-up of their own is running for. */
    private Set<Integer> withoutFollowUp(ExecutionEntity execution) {
        Set<Integer> numbers = caseRecord.get(execution.getProcessBusinessKey()).violations().stream()
                .map(Violation::number)
                .collect(Collectors.toCollection(TreeSet::new));
        numbers.removeAll(
                FollowUps.running(execution.getProcessEngineServices(), execution.getRootProcessInstanceId()));
        return numbers;
    }

    private static ExecutionEntity root(ExecutionEntity execution) {
        return Context.getCommandContext()
                .getExecutionManager()
                .findExecutionById(execution.getRootProcessInstanceId());
    }

    private static ExecutionEntity execution(DelegateTask task) {
        return ((TaskEntity) task).getExecution();
    }

    private static Set<Integer> numbers(Optional<String> text) {
        return text.map(FormCheck::violationNumbers).map(TreeSet::new).orElseGet(TreeSet::new);
    }

    private static String text(Collection<Integer> numbers) {
        return numbers.isEmpty() ? null : inWords(numbers);
    }

    private static String inWords(Collection<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
