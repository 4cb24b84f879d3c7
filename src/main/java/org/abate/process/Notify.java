package org.abate.process;

import static org.abate.process.CaseVariables.OFFICE;

import org.abate.casefile.CaseRecord;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** Tells a group something about the case: the settings {@code group} and {@code message}; it stays on the timeline. */
@Component("notify")
class Notify implements JavaDelegate {

    /** The kind of a notice on the timeline. */
    static final String NOTICE = "NOTICE";

    private final CaseRecord caseRecord;

    Notify(CaseRecord caseRecord) {
        this.caseRecord = caseRecord;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Settings settings = Settings.of((ExecutionEntity) execution);
        String group = settings.get("group")
                .replace("${office}", OFFICE.from(execution).get());
        caseRecord.note(execution.getProcessBusinessKey(), NOTICE, "To " + group + ": " + settings.get("message"));
    }
}
