package org.abate.process;

import java.util.List;
import java.util.Objects;
import org.abate.access.Caller;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseRefused;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may manage a case, and handing it over: on leave or in a conflict of interest, the unit chief gives the case to
 * another case manager of the office (Manual 3.3 Tanks: the chief assigns).
 */
@Service
public class CaseManagers {

    private final CaseRecord caseRecord;
    private final Caller caller;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identity;

    CaseManagers(
            CaseRecord caseRecord, Caller caller, RuntimeService runtime, TaskService tasks, IdentityService identity) {
        this.caseRecord = caseRecord;
        this.caller = caller;
        this.runtime = runtime;
        this.tasks = tasks;
        this.identity = identity;
    }

    /** Somebody who may manage a case: the user id, and the name people know. */
    public record Candidate(String userId, String name) {

        private static Candidate of(User user) {
            String name = String.valueOf(user.getFirstName()) + " " + String.valueOf(user.getLastName());
            return new Candidate(user.getId(), name.strip() + " (" + user.getId() + ")");
        }
    }

    /** The members of the office's enforcement group. */
    public List<Candidate> candidates(String office) {
        return AsEngine.asked(identity, () -> members(identity, group(office)));
    }

    /** As a task opens that assigns the case manager. */
    static void offer(DelegateTask task) {
        offer(task, "caseManagers", group(CaseVariables.OFFICE.from(task).get()));
    }

    /** Offers the members of a group, in this variable. */
    static void offer(DelegateTask task, String variable, String group) {
        List<Candidate> members = members(task.getProcessEngineServices().getIdentityService(), group);
        task.setVariableLocal(variable, Options.of(members, Candidate::name, Candidate::userId));
    }

    private static List<Candidate> members(IdentityService identity, String group) {
        return identity.createUserQuery().memberOfGroup(group).orderByUserId().asc().list().stream()
                .map(Candidate::of)
                .toList();
    }

    /** Whether the caller may hand over this case: it has a case manager, and is in work. */
    public boolean mayReplaceIn(CaseFile file) {
        return !file.closed()
                && file.caseManager() != null
                && caller.assignsCaseManagersIn(file.program().office());
    }

    /**
     * Gives the case to another case manager. The tasks the former one has been given or has claimed as case manager go
     * along, and so does everything the process gives to the case manager from now on.
     *
     * @throws AccessDeniedException if the caller is not the chief
     * @throws CaseRefused if the user is no case manager of the office, or the case has none yet, or is closed
     */
    @Transactional
    public void replace(String caseNumber, String userId) {
        CaseFile file = caseRecord.get(caseNumber);
        String office = file.program().office();
        if (!caller.assignsCaseManagersIn(office)) {
            throw new AccessDeniedException("The chief of the office replaces a case manager");
        }
        refuse(file, userId, office);
        caseRecord.assignCaseManager(caseNumber, userId);
        AsEngine.asked(identity, () -> {
            for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(caseNumber)
                    .list()) {
                handOver(instance.getId(), file.caseManager(), userId, group(office));
            }
            return null;
        });
    }

    private void refuse(CaseFile file, String userId, String office) {
        if (userId == null || userId.isBlank()) {
            throw new CaseRefused("caseManager", "is missing; name a member of " + group(office));
        }
        if (file.closed()) {
            throw new CaseRefused("caseManager", "case " + file.caseNumber() + " is closed");
        }
        if (file.caseManager() == null) {
            throw new CaseRefused(
                    "caseManager",
                    "the case has no case manager yet; one is assigned in its task \"Assign case manager\"");
        }
        if (candidates(office).stream().noneMatch(each -> each.userId().equals(userId))) {
            throw new CaseRefused("caseManager", "is not a member of " + group(office) + ", who manage its cases");
        }
    }

    private void handOver(String instance, String from, String to, String group) {
        String variable = CaseVariables.CASE_MANAGER.getName();
        if (Objects.equals(runtime.getVariable(instance, variable), from)) {
            runtime.setVariable(instance, variable, to);
        }
        tasks.createTaskQuery().processInstanceId(instance).taskAssignee(from).list().stream()
                .filter(task -> isFor(group, task))
                .forEach(task -> tasks.setAssignee(task.getId(), to));
    }

    /** What the former case manager has claimed in another capacity stays. */
    private boolean isFor(String group, Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .anyMatch(group::equals);
    }

    private static String group(String office) {
        return office + "-enforcement";
    }
}
