package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.NewCase;
import org.abate.casefile.NewFacility;
import org.abate.casefile.NewParty;
import org.abate.casefile.NewViolation;
import org.abate.casefile.Program;
import org.abate.casefile.WaterRequest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.spin.json.SpinJsonNode;

/**
 * One case that does whatever its diagrams allow: any open task with any answers its form takes, the next timer, any
 * event the case hears. What is refused in words is no step. A case that is still on its way after many steps is
 * withdrawn, which must always be possible.
 */
final class RandomWalk {

    private static final int STEPS = 60;
    private static final int STEPS_TO_TERMINATE = 500;
    private static final int NEW_VIOLATIONS = 2;

    private final ProcessEngine engine;
    private final CaseProcesses processes;
    private final CaseEvents raised;
    private final CaseRecord caseRecord;
    private final Clock clock;
    private final Random random;
    private final List<String> way = new ArrayList<>();
    private final Program program;
    private final String request;
    private String caseNumber;
    private String pwsid;
    private String rootId;
    private int newViolations;
    private boolean toTerminate;
    /** The case as the engine has it after the last step: what runs, its timers, its open tasks. */
    private Set<String> instances = Set.of();

    private List<Job> timers = List.of();
    private List<Task> tasks = List.of();

    RandomWalk(
            ProcessEngine engine,
            CaseProcesses processes,
            CaseEvents raised,
            CaseRecord caseRecord,
            Clock clock,
            Program program,
            long seed) {
        this(engine, processes, raised, caseRecord, clock, program, null, seed);
    }

    /** @param request the process of a request that its start form opens; null for an enforcement case */
    RandomWalk(
            ProcessEngine engine,
            CaseProcesses processes,
            CaseEvents raised,
            CaseRecord caseRecord,
            Clock clock,
            Program program,
            String request,
            long seed) {
        this.engine = engine;
        this.processes = processes;
        this.raised = raised;
        this.caseRecord = caseRecord;
        this.clock = clock;
        this.program = program;
        this.request = request;
        this.random = new Random(seed);
    }

    /** Walks to an end. */
    RandomWalk walk() {
        if (request == null) {
            open();
        } else {
            openRequest();
        }
        for (int step = 0; step < STEPS && isRunning(); step++) {
            assertThat(tasks.size() + timers.size())
                    .as("%s is stuck: no task, no timer", this)
                    .isPositive();
            step();
        }
        CaseEvent withdrawn = request == null ? CaseEvent.CASE_WITHDRAWN : CaseEvent.REQUEST_WITHDRAWN;
        for (int step = 0; isRunning(); step++) {
            assertThat(step).as("%s comes to no end", this).isLessThan(STEPS_TO_TERMINATE);
            if (processes.progress(caseNumber).events().contains(withdrawn)) {
                raise(withdrawn);
            } else {
                terminate();
            }
        }
        return this;
    }

    /** A grant is not withdrawn: a failure is found, and the director terminates it. */
    private void terminate() {
        toTerminate = true;
        if (tasks.isEmpty()) {
            nextTimer().ifPresent(this::fire);
            return;
        }
        complete(Stream.of("DecideOnTermination", "RecordFinding")
                .flatMap(wanted -> tasks.stream()
                        .filter(task -> task.getTaskDefinitionKey().equals(wanted)))
                .findFirst()
                .orElseGet(() -> tasks.get(random.nextInt(tasks.size()))));
    }

    private void open() {
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> facts = new RandomAnswers(random, today, Map.of())
                .to(Models.form(startForm()).without(OpenCase.RECORDED));
        facts.replaceAll((fact, said) -> "true".equals(said) || "false".equals(said) ? said.equals("true") : said);
        boolean partyKnown = !Boolean.FALSE.equals(facts.get("responsiblePartyKnown"));
        OpenedCase opened = processes.open(
                new NewCase(
                        program,
                        new NewFacility(null, "Elm Street Works", "1 Elm Street", "Phelps", "Southeast", Map.of()),
                        partyKnown
                                ? new NewParty("Elm Street LLC " + random.nextInt(50), "PO Box 1, Rolla, MO 65402")
                                : null,
                        today,
                        List.of(violation(today), violation(today))),
                facts);
        caseNumber = opened.caseNumber();
        rootId = opened.processInstanceId();
        way.add("opened with " + facts);
        runJobs();
    }

    /** What names the system is given; the rest of the start form is answered at random. */
    private void openRequest() {
        LocalDate today = LocalDate.now(clock);
        pwsid = "MO" + (1000000 + random.nextInt(8000000));
        Map<String, Object> answers = new RandomAnswers(random, today, Map.of()).to(Models.form(request + "-case"));
        answers.putAll(Map.of(
                "facilityCounty",
                "Phelps",
                "facilityRegion",
                "Southeast",
                "pwsid",
                pwsid,
                "discoveredOn",
                today.toString()));
        answers.replace("acuteRisk", false);
        answers.remove("jointWith");
        ProcessInstance started = engine.getRuntimeService().startProcessInstanceByKey(request, answers);
        rootId = started.getId();
        caseNumber = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(rootId)
                .singleResult()
                .getBusinessKey();
        way.add("opened with " + answers);
        runJobs();
    }

    private String startForm() {
        return engine.getFormService()
                .getStartFormData(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(program.enforcementProcess())
                        .latestVersion()
                        .singleResult()
                        .getId())
                .getCamundaFormRef()
                .getKey();
    }

    private NewViolation violation(LocalDate day) {
        return new NewViolation("10 CSR 26-2.040(1), number " + newViolations, "As found on site", List.of(day));
    }

    private void step() {
        int choice = random.nextInt(100);
        if (choice < 80 && !tasks.isEmpty()) {
            complete(tasks.get(random.nextInt(tasks.size())));
        } else if (choice < 92) {
            nextTimer().ifPresent(this::fire);
        } else {
            List<CaseEvent> events = List.copyOf(processes.progress(caseNumber).events());
            if (!events.isEmpty()) {
                raise(events.get(random.nextInt(events.size())));
            }
        }
    }

    private void complete(Task task) {
        Form form = Models.form(engine.getFormService()
                .getTaskFormData(task.getId())
                .getCamundaFormRef()
                .getKey());
        Map<String, Object> answers = new RandomAnswers(random, LocalDate.now(clock), offered(form, task)).to(form);
        answers.computeIfPresent("hearingPlaces", (key, any) -> pwsid + ": City Hall, Rolla");
        if (toTerminate) {
            answers.replace("grantFinding", "FAILURE");
            answers.replace("terminationDecision", "TERMINATE");
        }
        attempt(task.getTaskDefinitionKey() + " " + answers, () -> engine.getTaskService()
                .complete(task.getId(), answers));
    }

    private Map<String, Set<String>> offered(Form form, Task task) {
        Map<String, Set<String>> offered = new HashMap<>();
        form.fields().stream()
                .flatMap(field -> field.optionsVariable().stream())
                .forEach(variable -> {
                    if (engine.getTaskService().getVariable(task.getId(), variable) instanceof SpinJsonNode options) {
                        offered.put(variable, Options.values(options));
                    }
                });
        return offered;
    }

    private void fire(Job timer) {
        if (timer.getDuedate().after(ClockUtil.getCurrentTime())) {
            ClockUtil.setCurrentTime(new Date(timer.getDuedate().getTime() + 1000));
        }
        way.add("timer " + timer.getId());
        engine.getManagementService().executeJob(timer.getId());
        runJobs();
    }

    private void raise(CaseEvent event) {
        boolean found = event == CaseEvent.NEW_VIOLATION_FOUND;
        if (found && newViolations++ == NEW_VIOLATIONS) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        boolean applicant = event == CaseEvent.REQUEST_WITHDRAWN
                && caseRecord.get(caseNumber).request().initiatedBy() == WaterRequest.Initiator.SYSTEM;
        attempt(
                event.name(),
                () -> raised.raise(
                        caseNumber,
                        new ReportedEvent(
                                event,
                                today,
                                "As it happened",
                                found ? List.of(violation(today)) : List.of(),
                                null,
                                null,
                                applicant ? "J. Roe, manager" : null,
                                applicant)));
    }

    /** Takes a step, unless it is refused in words. */
    private void attempt(String step, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            Throwable cause = Refusal.unwrapped(e);
            assertThat(cause)
                    .as("%s, then %s", this, step)
                    .isInstanceOfAny(Refusal.class, CaseRefused.class, EventRefused.class)
                    .hasMessageNotContaining("is not begun without");
            return;
        }
        way.add(step);
        runJobs();
    }

    /** What is to be done at once is done, and the case is looked at. */
    private void runJobs() {
        List<Job> messages;
        do {
            instances =
                    engine
                            .getRuntimeService()
                            .createProcessInstanceQuery()
                            .processInstanceBusinessKey(caseNumber)
                            .list()
                            .stream()
                            .map(ProcessInstance::getId)
                            .collect(Collectors.toSet());
            Map<Boolean, List<Job>> jobs = jobs().collect(Collectors.partitioningBy(job -> job instanceof TimerEntity));
            timers = jobs.get(true);
            messages = jobs.get(false);
            messages.forEach(this::execute);
        } while (!messages.isEmpty());
        tasks = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .initializeFormKeys()
                .list();
    }

    private void execute(Job job) {
        try {
            engine.getManagementService().executeJob(job.getId());
        } catch (RuntimeException e) {
            throw new AssertionError(this + " fails at a step", e);
        }
    }

    /** A case that has ended has none; the engine takes no empty set of instances. */
    private Stream<Job> jobs() {
        return instances.isEmpty()
                ? Stream.empty()
                : engine.getManagementService().createJobQuery().processInstanceIds(instances).list().stream();
    }

    private Optional<Job> nextTimer() {
        return timers.stream().min(Comparator.comparing(Job::getDuedate));
    }

    private boolean isRunning() {
        return !instances.isEmpty();
    }

    /** The case has ended where its diagram says so, nothing of it is left over, and the record knows how it ended. */
    void hasEnded() {
        assertThat(engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(rootId)
                        .activityType("noneEndEvent")
                        .list())
                .as("%s ends at a named end event", this)
                .anySatisfy(end -> assertThat(end.getActivityName()).isNotBlank());
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .count())
                .as("%s leaves no task", this)
                .isZero();
        assertThat(engine.getHistoryService().createHistoricIncidentQuery().list())
                .as("%s has no incident", this)
                .noneMatch(incident -> rootId.equals(incident.getRootProcessInstanceId()));
        assertThat(caseRecord.get(caseNumber).status())
                .as("%s in the record", this)
                .isEqualTo(outcome());
    }

    /** How the case ended, as the last step of its diagram says that closes the record. */
    private CaseStatus outcome() {
        List<HistoricActivityInstance> steps = engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(rootId)
                .activityType("serviceTask")
                .finished()
                .orderPartiallyByOccurrence()
                .asc()
                .list();
        BpmnModelInstance diagram =
                engine.getRepositoryService().getBpmnModelInstance(steps.get(0).getProcessDefinitionId());
        return steps.stream()
                .filter(step -> !step.isCanceled())
                .map(step -> diagram.<ServiceTask>getModelElementById(step.getActivityId()))
                .filter(task -> "${recordOutcome}".equals(task.getCamundaDelegateExpression()))
                .flatMap(task -> setting(task, "outcome").stream())
                .reduce((earlier, later) -> later)
                .map(CaseStatus::valueOf)
                .orElseThrow(() -> new AssertionError(this + " ends without an outcome"));
    }

    private static Optional<String> setting(ServiceTask task, String name) {
        return task.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst();
    }

    Set<String> steps() {
        return way.stream().map(step -> step.replaceAll(" .*", "")).collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return "Case " + caseNumber + " (" + program.id() + "): " + String.join("\n  ", way);
    }
}
