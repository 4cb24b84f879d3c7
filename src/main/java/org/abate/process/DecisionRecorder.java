package org.abate.process;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.NewDecision;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.spin.json.SpinJsonNode;

/**
 * Puts what a task decides into the permanent record, in the engine's transaction: the task's setting {@code decision}
 * names the answer, its form has the words for it, and what was written or ticked besides is the reason. With {@code name=value}
 * only that answer is a decision.
 */
class DecisionRecorder {

    private final CaseRecord caseRecord;
    private final Forms forms;

    DecisionRecorder(CaseRecord caseRecord, Forms forms) {
        this.caseRecord = caseRecord;
        this.forms = forms;
    }

    /** A question that was left open is no decision. */
    void record(DelegateTask task, Settings settings) {
        String setting = settings.get("decision");
        String variable = variable(setting);
        Answers answers = new Answers(task);
        Optional<String> answer = answers.find(variable)
                .filter(given -> setting.equals(variable) || setting.equals(variable + "=" + given));
        if (answer.isEmpty()) {
            return;
        }
        Form form = forms.of((TaskEntity) task);
        Form.Field field = form.field(variable)
                .orElseThrow(() -> new IllegalStateException("The form of the task " + task.getTaskDefinitionKey()
                        + " does not ask for \"" + variable + "\", which its setting decision names"));
        String reason = form.fields().stream()
                .map(each -> reason(each, answers))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
        String caseNumber = DiagramListener.caseNumber(task);
        boolean confidential = settings.isOn("confidential");
        caseRecord.decide(
                caseNumber,
                new NewDecision(
                        task.getName(),
                        capacity(task),
                        field.words(answer.get()),
                        confidential ? penalty(caseNumber, task) : null,
                        reason,
                        confidential));
    }

    /** What was written, and the boxes that were ticked, in the words of the form; what was considered with its question. */
    private static String reason(Form.Field field, Answers answers) {
        if (field.property("considered").isPresent()) {
            return answers.find(field.key())
                    .map(answer -> field.label() + (field.label().endsWith("?") ? " " : ": ") + field.words(answer))
                    .orElse("");
        }
        return switch (field.type()) {
            case "textarea" -> answers.text(field.key());
            case "checklist" ->
                answers.value(field.key()) instanceof SpinJsonNode ticked
                        ? ticked.elements().stream()
                                .map(each -> field.words(each.stringValue()))
                                .collect(Collectors.joining("\n"))
                        : "";
            default -> "";
        };
    }

    /** The name in {@code name} or {@code name=value}. */
    static String variable(String setting) {
        return setting.substring(0, (setting + "=").indexOf('='));
    }

    private static String capacity(DelegateTask task) {
        return task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** The penalty it is about: agreed, or as calculated. */
    private BigDecimal penalty(String caseNumber, DelegateTask task) {
        return CaseVariables.PENALTY_AMOUNT
                .from(task)
                .getOptional()
                .map(BigDecimal::new)
                .or(() -> caseRecord.penalty(caseNumber))
                .orElse(null);
    }
}
