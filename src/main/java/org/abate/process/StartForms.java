package org.abate.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.abate.casefile.Fault;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.stereotype.Component;

/** The forms that the programs' processes are started with, asked what they take before a process is started. */
@Component
class StartForms {

    private final ProcessEngineConfigurationImpl engine;
    private final Forms forms;
    private final Clock clock;

    StartForms(ProcessEngine engine, Clock clock) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.forms = new Forms(this.engine);
        this.clock = clock;
    }

    /**
     * What the start form of the latest version of a process would refuse. An answer has the type that the form asks for:
     * only a form itself, whose choices are texts, writes true or false as one.
     *
     * @param recorded the fields that the record has already
     */
    List<Fault> faults(String process, Map<String, Object> entered, Set<String> recorded) {
        Form form = formOf(process).without(recorded);
        List<Fault> faults = form.fields().stream()
                .filter(field -> field.isAnsweredByTrueOrFalse() && entered.get(field.key()) instanceof String)
                .map(field -> new Fault(field.key(), "must be true or false, not a text"))
                .collect(Collectors.toCollection(ArrayList::new));
        try {
            check().check(form, entered);
        } catch (Refusal refusal) {
            refusal.faults().stream()
                    .filter(fault ->
                            faults.stream().noneMatch(known -> known.field().equals(fault.field())))
                    .forEach(faults::add);
        }
        return faults;
    }

    /** What the start form of the latest version of a process asks, given these answers so far. */
    StartForm asked(String process, Map<String, Object> answers) {
        Form form = formOf(process);
        Set<Form.Field> hidden = check().hidden(form, answers);
        return new StartForm(form.components().stream()
                .filter(component -> component.isAsked() || !component.text().isBlank())
                .map(component -> part(component, !hidden.contains(component)))
                .toList());
    }

    private static StartForm.Part part(Form.Field component, boolean shown) {
        if (!component.isAsked()) {
            return new StartForm.Words(component.text(), shown);
        }
        return new StartForm.Question(
                component.key(),
                kind(component),
                component.label(),
                component.help(),
                component.required(),
                component.options().stream()
                        .map(value -> new StartForm.Option(value, component.words(value)))
                        .toList(),
                component.preset(),
                days(component),
                OpenCase.RECORDED.contains(component.key()),
                component.hiddenWhen().isPresent(),
                shown);
    }

    private static StartForm.Kind kind(Form.Field field) {
        return switch (field.type()) {
            case "textarea" -> StartForm.Kind.TEXT;
            case "number" -> StartForm.Kind.NUMBER;
            case "datetime" -> StartForm.Kind.DAY;
            case "checkbox" -> StartForm.Kind.TICK;
            case "radio" -> StartForm.Kind.ONE_OF_A_FEW;
            case "select" -> StartForm.Kind.ONE_OF_A_LIST;
            case "checklist", "taglist" -> StartForm.Kind.SEVERAL;
            default -> StartForm.Kind.LINE;
        };
    }

    private static StartForm.Days days(Form.Field field) {
        if (!field.type().equals("datetime")) {
            return null;
        }
        if (field.property("latest").filter("today"::equals).isPresent()) {
            return StartForm.Days.UNTIL_TODAY;
        }
        return field.property("earliest").filter("today"::equals).isPresent()
                ? StartForm.Days.FROM_TODAY
                : StartForm.Days.ANY;
    }

    private FormCheck check() {
        return new FormCheck(
                engine.getDmnEngineConfiguration().getFeelEngine(),
                LocalDate.now(clock),
                Map.of(),
                EarliestDays.NONE,
                (field, text) -> Optional.empty());
    }

    private Form formOf(String process) {
        Command<Form> find =
                context -> forms.ofStart(engine.getDeploymentCache().findDeployedLatestProcessDefinitionByKey(process));
        return engine.getCommandExecutorTxRequired().execute(find);
    }
}
