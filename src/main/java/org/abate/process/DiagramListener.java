package org.abate.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.EmissionInventory;
import org.abate.casefile.Fault;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Adds to every diagram, as it is parsed, what every diagram needs and no manager should have to draw: the settings of
 * its elements, the due date of a task that a timer ends, the checks and the record of what a person enters, and the
 * outcome that an end event names.
 */
class DiagramListener extends AbstractBpmnParseListener {

    static final String DURATION = "abateDuration";

    private final TaskListener onCreate;
    private final TaskListener onComplete;
    private final TaskInput input;
    private final CaseRecord caseRecord;
    private final EmissionInventory inventory;
    private final ExecutionListener behindEvent;

    DiagramListener(
            TaskListener onCreate,
            TaskListener onComplete,
            TaskInput input,
            CaseRecord caseRecord,
            EmissionInventory inventory) {
        this.inventory = inventory;
        this.onCreate = onCreate;
        this.onComplete = onComplete;
        this.input = input;
        this.caseRecord = caseRecord;
        this.behindEvent = new BehindEvent(caseRecord);
    }

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        Settings settings = Settings.parse(process);
        settings.keepOn(definition);
        leaveOpen(settings, definition);
    }

    /** A process with a start form starts with what the form takes, whichever way it is started. */
    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl start) {
        keepDeadline(element, start);
        checkEvent(start);
        String form = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formRef");
        if (form != null && scope instanceof ProcessDefinitionEntity) {
            start.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> {
                boolean inRecord = OpeningCase.current().isPresent();
                input.checkStart(
                                form,
                                execution.getVariablesTyped(false),
                                inRecord ? OpenCase.RECORDED : Set.of(),
                                valid -> inRecord ? List.of() : ofTheRecord((ExecutionEntity) execution, valid))
                        .forEach((name, value) -> {
                            if (!value.equals(execution.getVariable(name))) {
                                execution.setVariable(name, value);
                            }
                        });
            });
        }
    }

    /** Only a process that says of which program it is opens a case. */
    private List<Fault> ofTheRecord(ExecutionEntity start, Map<String, Object> answers) {
        return Settings.ofProcess(start).find("program").isEmpty()
                ? List.of()
                : new CaseOpening(start, answers, caseRecord).faults();
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        Settings.parse(element).keepOn(activity);
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, behindEvent);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, onCreate);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, onComplete);
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        Settings.parse(element).keepOn(activity);
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, behindEvent);
    }

    /**
     * A decision that names nobody is a fault: approval by nobody is no approval. One that gives its basis is put on
     * record with it.
     */
    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        String result = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "resultVariable");
        activity.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) execution -> {
            Object decided = result == null ? null : execution.getVariable(result);
            if (decided instanceof List<?> rows && rows.isEmpty()) {
                throw new IllegalStateException(
                        "The decision of " + activity.getId() + " has no rule for this case: complete its table");
            }
            List<TableFinding> findings = TableFinding.of(decided);
            if (!findings.isEmpty()) {
                caseRecord.note(
                        execution.getProcessBusinessKey(),
                        "DECISION",
                        element.attribute("name") + ": " + findings.get(0).resultInWords() + ". "
                                + findings.stream().map(TableFinding::sentence).collect(Collectors.joining(" ")));
            }
        });
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        Settings.parse(element)
                .find("outcome")
                .ifPresent(outcome -> activity.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener)
                        execution -> CaseVariables.OUTCOME.on(execution).set(outcome)));
    }

    @Override
    public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl activity) {
        Settings.parse(element).keepOn(activity);
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        Settings.parse(element).keepOn(activity);
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, behindEvent);
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, CallInputs.of(element));
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, StepsAsText.of(element));
    }

    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        Settings.parse(element).keepOn(activity);
    }

    @Override
    public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        keepDeadline(element, activity);
        boolean interrupts = !"false".equals(element.attribute("cancelActivity"));
        if (element.element("timerEventDefinition") != null
                && interrupts
                && activity.getEventScope() instanceof ActivityImpl task
                && task.getActivityBehavior() instanceof UserTaskActivityBehavior) {
            activity.addListener(ExecutionListener.EVENTNAME_START, new PassedDeadline(task.getName(), caseRecord));
        }
        checkEvent(activity);
    }

    /** Not to be skipped, as a listener of a diagram may be in a modification. */
    private void checkEvent(ActivityImpl event) {
        Optional<String> message = BehindEvent.message(event);
        if (message.filter(InventoryProcesses.CANCELLED::equals).isPresent()) {
            event.addBuiltInListener(ExecutionListener.EVENTNAME_START, new CancellationOfYear(inventory));
        }
        message.flatMap(CaseEvent::of)
                .ifPresent(known ->
                        event.addBuiltInListener(ExecutionListener.EVENTNAME_START, new EventData(known, caseRecord)));
    }

    private static void keepDeadline(Element event, ActivityImpl activity) {
        Element timer = event.element("timerEventDefinition");
        Element duration = timer == null ? null : timer.element("timeDuration");
        if (duration != null) {
            activity.setProperty(DURATION, duration.getText().strip());
            CountedFrom.keep(activity.getEventScope(), duration.getText().strip(), Settings.parse(event));
        }
    }

    /** What a caller may leave out is there, without a value, so that a question about it has an answer. */
    private static void leaveOpen(Settings process, ProcessDefinitionEntity definition) {
        List<String> names = optionalInputs(process);
        if (!names.isEmpty()) {
            definition.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> names.stream()
                    .filter(name -> !execution.hasVariable(name))
                    .forEach(name -> execution.setVariable(name, null)));
        }
    }

    /** The variables that a caller of the process may leave out. */
    static List<String> optionalInputs(Settings process) {
        return process.find("optionalInputs")
                .map(names -> List.of(names.strip().split("\\s*,\\s*")))
                .orElse(List.of());
    }

    /** The process business key of a task's case. */
    static String caseNumber(DelegateTask task) {
        return task.getExecution().getProcessBusinessKey();
    }
}
