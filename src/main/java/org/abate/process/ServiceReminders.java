package org.abate.process;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.NewService;
import org.abate.casefile.ProofOfService;
import org.abate.casefile.ServiceEvent;
import org.abate.casefile.ServiceManner;
import org.abate.casefile.ServiceRecorded;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The tasks that ask for overdue proof of service: the diagram {@code overdue-proof-of-service} runs beside the case's own
 * process until the document is served or sent again, or its case is closed.
 */
@Component
class ServiceReminders {

    /** The diagram's id. */
    static final String PROCESS = "overdue-proof-of-service";

    private final ProcessEngine engine;
    private final CaseRecord caseRecord;
    private final ProofOfService proof;

    ServiceReminders(ProcessEngine engine, CaseRecord caseRecord, ProofOfService proof) {
        this.engine = engine;
        this.caseRecord = caseRecord;
        this.proof = proof;
    }

    void open(ProofOfService.Awaited awaited) {
        proof.asked(awaited);
        CaseFile file = caseRecord.get(awaited.caseNumber());
        Map<String, Object> variables = new HashMap<>();
        variables.put(CaseVariables.CASE_NUMBER.getName(), file.caseNumber());
        variables.put(CaseVariables.FACILITY_NAME.getName(), file.facility().name());
        variables.put(CaseVariables.CASE_MANAGER.getName(), file.caseManager());
        variables.put(CaseVariables.OFFICE.getName(), file.program().office());
        variables.put(CaseVariables.DOCUMENT_ID.getName(), awaited.documentId());
        variables.put(CaseVariables.SENDING.getName(), awaited.sending());
        variables.put("documentTitle", awaited.title());
        variables.put("letterSentOn", awaited.sentOn().toString());
        engine.getRuntimeService().startProcessInstanceByKey(PROCESS, file.caseNumber(), variables);
    }

    /** What the task's form says of the letter. */
    void record(String caseNumber, DelegateTask task, Answers answers) {
        caseRecord.serve(
                caseNumber,
                CaseVariables.DOCUMENT_ID.from(task).get(),
                new NewService(
                        ServiceEvent.valueOf(answers.text("deliveryEvent")),
                        answers.take("deliveryManner")
                                .map(ServiceManner::valueOf)
                                .orElse(null),
                        answers.take("deliveryReference").orElse(null),
                        LocalDate.parse(answers.take("deliveredOn").orElseThrow()),
                        answers.take("deliveredUpon").orElse(null),
                        answers.take("deliveryNote").orElse(null),
                        null));
    }

    /** Whoever records it, from whichever place: the task that asks for it ends. */
    @EventListener
    void recorded(ServiceRecorded recorded) {
        AsEngine.asked(engine.getIdentityService(), () -> {
            end(engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processDefinitionKey(PROCESS)
                    .variableValueEquals(CaseVariables.DOCUMENT_ID.getName(), recorded.documentId())
                    .list());
            return null;
        });
    }

    /** Ends those whose case was closed meanwhile. */
    void endWhatIsOver() {
        end(engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .list());
    }

    private void end(List<ProcessInstance> asking) {
        asking.stream()
                .map(ProcessInstance::getId)
                .filter(id -> !id.equals(FailedSteps.atWork()))
                .filter(id -> !isAwaited(id))
                .forEach(id -> engine.getRuntimeService()
                        .deleteProcessInstance(id, "Proof of service is no longer asked for"));
    }

    private boolean isAwaited(String instance) {
        Map<String, Object> variables = engine.getRuntimeService()
                .getVariables(instance, List.of(CaseVariables.DOCUMENT_ID.getName(), CaseVariables.SENDING.getName()));
        return proof.isAwaited((Long) variables.get(CaseVariables.DOCUMENT_ID.getName()), (Integer)
                variables.get(CaseVariables.SENDING.getName()));
    }
}
