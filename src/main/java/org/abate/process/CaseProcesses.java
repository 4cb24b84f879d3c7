package org.abate.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.abate.access.Caller;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Fault;
import org.abate.casefile.NewCase;
import org.abate.casefile.Program;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases' way through their diagrams: opened, and looked at. {@link CaseEvents} tells them what has happened. */
@Service
public class CaseProcesses {

    private final ProcessEngine engine;
    private final CaseInstances instances;
    private final CaseRecord caseRecord;
    private final Caller caller;
    private final StartForms startForms;
    private final ProposalDates proposals;

    CaseProcesses(
            ProcessEngine engine,
            CaseInstances instances,
            CaseRecord caseRecord,
            Caller caller,
            StartForms startForms,
            ProposalDates proposals) {
        this.engine = engine;
        this.instances = instances;
        this.caseRecord = caseRecord;
        this.caller = caller;
        this.startForms = startForms;
        this.proposals = proposals;
    }

    /**
     * Opens the case in the record and starts its program's process, in one transaction. The caller's right to work in
     * the office is the engine's to check.
     *
     * @param facts what the program's start form asks besides the case itself, by field name
     * @throws CaseRefused with every fault of the input, by path; nothing is stored
     */
    @Transactional
    public OpenedCase open(NewCase newCase, Map<String, Object> facts) {
        List<Fault> faults = faults(newCase, facts);
        if (!faults.isEmpty()) {
            throw new CaseRefused(faults);
        }
        String process = newCase.program().enforcementProcess();
        CaseFile opened = caseRecord.open(newCase);
        try {
            ProcessInstance instance = OpeningCase.during(opened.caseNumber(), () -> engine.getRuntimeService()
                    .startProcessInstanceByKey(process, opened.caseNumber(), new HashMap<>(facts)));
            return new OpenedCase(opened.caseNumber(), instance.getProcessInstanceId());
        } catch (RuntimeException e) {
            if (Refusal.unwrapped(e) instanceof Refusal refusal) {
                throw new CaseRefused(
                        refusal.faults().stream().map(CaseProcesses::factFault).toList());
            }
            throw e;
        }
    }

    /** What {@link #open} would refuse the case and its facts for; empty if nothing. */
    @Transactional(readOnly = true)
    public List<Fault> faults(NewCase newCase, Map<String, Object> facts) {
        List<Fault> faults = new ArrayList<>(caseRecord.faults(newCase));
        if (newCase.program() != null) {
            String process = newCase.program().enforcementProcess();
            if (!takesCases(process)) {
                faults.add(new Fault(
                        "program",
                        "takes no new cases now: the diagram " + process
                                + " is suspended or not deployed; ask an administrator to activate it in Cockpit"));
            } else {
                startForms.faults(process, facts, OpenCase.RECORDED).forEach(fault -> faults.add(factFault(fault)));
            }
        }
        return faults;
    }

    private boolean takesCases(String process) {
        return engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .latestVersion()
                        .active()
                        .count()
                > 0;
    }

    /**
     * The start form of a program's process; nothing is asked where the program takes no cases now.
     *
     * @param facts the answers so far, by field name; what is asked may depend on them
     */
    @Transactional(readOnly = true)
    public StartForm startForm(Program program, Map<String, Object> facts) {
        String process = program.enforcementProcess();
        return takesCases(process) ? startForms.asked(process, facts) : new StartForm(List.of());
    }

    private static Fault factFault(Fault fault) {
        return new Fault("facts." + fault.field(), fault.message());
    }

    /** Whether what is done in a diagram is penalty work, where a case runs on a process. */
    public static boolean isPenaltyWork(String process, String diagram) {
        return TaskInput.isPenaltyWork(!process.equals(diagram), diagram);
    }

    /** Where the case stands; empty lists when its process has ended. */
    @Transactional(readOnly = true)
    public CaseProgress progress(String caseNumber) {
        List<CaseProgress.OpenTask> tasks = tasks(caseNumber);
        Optional<CaseFile> file = caseRecord.find(caseNumber);
        boolean penalties = file.filter(found -> !caller.isSignedIn()
                        || caller.maySeePenalties(found.program().office()))
                .isPresent();
        boolean withdrawable =
                file.map(CaseFile::request).filter(RequestWithdrawal::isOpen).isPresent();
        return AsEngine.asked(engine.getIdentityService(), () -> {
            Set<String> messages = instances.waiting(caseNumber).stream()
                    .map(EventSubscription::getEventName)
                    .collect(Collectors.toSet());
            Set<CaseEvent> events = Arrays.stream(CaseEvent.values())
                    .filter(event -> messages.contains(event.message()))
                    .filter(event -> penalties || !event.isPenaltyWork())
                    .filter(event -> withdrawable || event != CaseEvent.REQUEST_WITHDRAWN)
                    .filter(event -> event != CaseEvent.TERMS_OVERTAKEN || proposals.isOvertaken(caseNumber, engine))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseEvent.class)));
            return new CaseProgress(diagrams(caseNumber), tasks, events);
        });
    }

    private List<CaseProgress.Diagram> diagrams(String caseNumber) {
        List<CaseProgress.Diagram> diagrams = new ArrayList<>();
        instances.root(caseNumber).ifPresent(root -> addDiagrams(root, diagrams));
        return diagrams;
    }

    private void addDiagrams(ProcessInstance instance, List<CaseProgress.Diagram> diagrams) {
        ProcessDefinition definition =
                engine.getRepositoryService().getProcessDefinition(instance.getProcessDefinitionId());
        diagrams.add(new CaseProgress.Diagram(
                definition.getKey(),
                definition.getName(),
                definition.getId(),
                steps(engine.getRuntimeService().getActivityInstance(instance.getId()))));
        instances.called(instance).forEach(block -> addDiagrams(block, diagrams));
    }

    /** Where an instance stands, in its subprocesses too. */
    static List<CaseProgress.Step> steps(ActivityInstance instance) {
        List<CaseProgress.Step> steps = new ArrayList<>();
        for (ActivityInstance child : instance.getChildActivityInstances()) {
            if (child.getChildActivityInstances().length + child.getChildTransitionInstances().length > 0) {
                steps.addAll(steps(child));
            } else {
                steps.add(new CaseProgress.Step(child.getActivityId(), child.getActivityName()));
            }
        }
        for (TransitionInstance transition : instance.getChildTransitionInstances()) {
            steps.add(new CaseProgress.Step(transition.getActivityId(), transition.getActivityName()));
        }
        return List.copyOf(steps);
    }

    private List<CaseProgress.OpenTask> tasks(String caseNumber) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .sorted(Comparator.comparing(Task::getDueDate, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(this::openTask)
                .toList();
    }

    private CaseProgress.OpenTask openTask(Task task) {
        List<String> groups = AsEngine.asked(
                engine.getIdentityService(),
                () -> engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList());
        boolean timer = AsEngine.asked(
                engine.getIdentityService(),
                () -> engine.getManagementService()
                                .createJobQuery()
                                .executionId(task.getExecutionId())
                                .timers()
                                .count()
                        > 0);
        return new CaseProgress.OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                task.getAssignee(),
                groups,
                timer);
    }

    /** The diagram of a process definition as BPMN 2.0 XML. */
    public String diagram(String definitionId) {
        return AsEngine.asked(engine.getIdentityService(), () -> {
            try (InputStream model = engine.getRepositoryService().getProcessModel(definitionId)) {
                return new String(model.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
