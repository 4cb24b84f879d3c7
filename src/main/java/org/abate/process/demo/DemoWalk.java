package org.abate.process.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.abate.casefile.NewCase;
import org.abate.casefile.NewFacility;
import org.abate.casefile.NewParty;
import org.abate.casefile.NewViolation;
import org.abate.casefile.Program;
import org.abate.process.CaseProcesses;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Walks a case of the demonstration as staff would, with the engine's clock set to the days on which things happened. */
@Component
@Profile("demo")
class DemoWalk {

    private final CaseProcesses processes;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final Clock clock;
    private String caseNumber;
    private Instant start;

    DemoWalk(CaseProcesses processes, RuntimeService runtime, TaskService tasks, ManagementService jobs, Clock clock) {
        this.processes = processes;
        this.runtime = runtime;
        this.tasks = tasks;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** From now on days are counted back from this moment. */
    void begin() {
        start = clock.instant();
    }

    /** The clock is the real one again. */
    void end() {
        ClockUtil.reset();
        SecurityContextHolder.clearContext();
    }

    LocalDate today() {
        return LocalDate.ofInstant(start, clock.getZone());
    }

    static NewViolation violation(String citation, String description) {
        return new NewViolation(citation, description, List.of());
    }

    /** @param facts of the start form, besides whether the responsible party is known */
    void open(
            int daysAgo,
            Program program,
            NewFacility facility,
            NewParty party,
            Map<String, Object> facts,
            NewViolation... violations) {
        at(daysAgo, program.office() + "-staff");
        LocalDate day = LocalDate.now(clock);
        List<NewViolation> observed = Arrays.stream(violations)
                .map(each -> new NewViolation(each.citation(), each.description(), List.of(day)))
                .toList();
        Map<String, Object> answers = new HashMap<>(facts);
        answers.put("responsiblePartyKnown", party != null);
        caseNumber = processes
                .open(new NewCase(program, facility, party, day, observed), answers)
                .caseNumber();
        runJobs();
    }

    /** Starts a process from its start form; the case takes its number. */
    void start(int daysAgo, String person, String process, Map<String, Object> form) {
        at(daysAgo, person);
        Map<String, Object> answers = new HashMap<>(form);
        answers.put("discoveredOn", LocalDate.now(clock).toString());
        String instance = runtime.startProcessInstanceByKey(process, answers).getId();
        caseNumber = runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey();
        runJobs();
    }

    /** A member of the group with this name completes the open task; name and value of the answers in turn. */
    void complete(int daysAgo, String person, String activityId, Object... answers) {
        at(daysAgo, person);
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < answers.length; i += 2) {
            variables.put((String) answers[i], answers[i + 1]);
        }
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(activityId)
                .listPage(0, 1)
                .get(0);
        tasks.setAssignee(task.getId(), person);
        tasks.complete(task.getId(), variables);
        runJobs();
    }

    void fire(int daysAgo, String timer) {
        at(daysAgo, null);
        List<String> instances = instances();
        jobs.createJobQuery().activityId(timer).list().stream()
                .filter(job -> instances.contains(job.getProcessInstanceId()))
                .forEach(job -> jobs.executeJob(job.getId()));
        runJobs();
    }

    private List<String> instances() {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .map(ProcessInstance::getId)
                .toList();
    }

    private void runJobs() {
        List<Job> next;
        do {
            List<String> instances = instances();
            next = jobs.createJobQuery().messages().list().stream()
                    .filter(job -> instances.contains(job.getProcessInstanceId()))
                    .toList();
            next.forEach(job -> jobs.executeJob(job.getId()));
        } while (!next.isEmpty());
    }

    /** What is completed and fired from now on is of this case, or of this year's inventory. */
    void follow(String businessKey) {
        caseNumber = businessKey;
    }

    /** From now on it is this day, and a member of the group with this name who acts; null for nobody. */
    void at(int daysAgo, String person) {
        ClockUtil.setCurrentTime(Date.from(start.minus(Duration.ofDays(daysAgo))));
        if (person == null) {
            SecurityContextHolder.clearContext();
        } else {
            SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                            person, null, AuthorityUtils.createAuthorityList(person)));
        }
    }
}
