package org.abate.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.abate.casefile.Fault;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
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
     * What the start form of the latest version of a process would refuse.
     *
     * @param recorded the fields that the record has already
     */
    List<Fault> faults(String process, Map<String, Object> entered, Set<String> recorded) {
        Form form = formOf(process).without(recorded);
        try {
            new FormCheck(engine.getDmnEngineConfiguration().getFeelEngine(), LocalDate.now(clock), Map.of())
                    .check(form, entered);
            return List.of();
        } catch (Refusal refusal) {
            return refusal.faults();
        }
    }

    private Form formOf(String process) {
        Command<Form> find = context -> {
            ProcessDefinitionEntity definition =
                    engine.getDeploymentCache().findDeployedLatestProcessDefinitionByKey(process);
            var form = definition.getStartFormDefinition();
            return form == null || form.getCamundaFormDefinitionKey() == null
                    ? Form.NOTHING
                    : forms.latest(form.getCamundaFormDefinitionKey().getExpressionText())
                            .orElse(Form.NOTHING);
        };
        return engine.getCommandExecutorTxRequired().execute(find);
    }
}
