package org.abate.process;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The open tasks as lists show them, the most urgent first: a person's own, and those of the cases on a page. Which
 * cases a person may see is for the caller to have checked; the engine answers for itself.
 */
@Service
@Transactional(readOnly = true)
public class OpenTasks {

    private static final Comparator<CaseTask> MOST_URGENT_FIRST =
            Comparator.comparing(CaseTask::dueAt, Comparator.nullsLast(Comparator.naturalOrder()));

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identity;

    OpenTasks(TaskService tasks, RuntimeService runtime, IdentityService identity) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.identity = identity;
    }

    /**
     * An open task and its case.
     *
     * @param dueAt the deadline, may be null
     * @param assignee the user id, null while nobody has claimed it
     */
    public record CaseTask(String id, String caseNumber, String name, Instant dueAt, String assignee) {}

    /** The tasks a person has claimed or was given. */
    public List<CaseTask> assignedTo(String userId, int most) {
        return AsEngine.asked(identity, () -> listed(tasks.createTaskQuery().taskAssignee(userId), most));
    }

    /** The tasks that nobody has claimed yet and one of the groups may, in the offices named. */
    public List<CaseTask> openTo(Set<String> groups, Set<String> offices, int most) {
        if (groups.isEmpty() || offices.isEmpty()) {
            return List.of();
        }
        return AsEngine.asked(
                identity,
                () -> listed(
                        tasks.createTaskQuery()
                                .taskCandidateGroupIn(List.copyOf(groups))
                                .taskUnassigned()
                                .tenantIdIn(offices.toArray(String[]::new)),
                        most));
    }

    /** The open tasks of each case that has any. */
    public Map<String, List<CaseTask>> ofCases(Collection<String> caseNumbers) {
        if (caseNumbers.isEmpty()) {
            return Map.of();
        }
        return AsEngine.asked(identity, () -> described(tasks.createTaskQuery()
                        .processInstanceBusinessKeyIn(caseNumbers.toArray(String[]::new))
                        .list())
                .sorted(MOST_URGENT_FIRST)
                .collect(Collectors.groupingBy(CaseTask::caseNumber)));
    }

    private List<CaseTask> listed(TaskQuery query, int most) {
        List<Task> found =
                query.orderByDueDate().asc().orderByTaskCreateTime().asc().listPage(0, most);
        return described(found).sorted(MOST_URGENT_FIRST).toList();
    }

    private Stream<CaseTask> described(List<Task> found) {
        Set<String> instances =
                found.stream().map(Task::getProcessInstanceId).collect(Collectors.toCollection(HashSet::new));
        if (instances.isEmpty()) {
            return Stream.empty();
        }
        Map<String, String> caseNumbers =
                runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                        .filter(instance -> instance.getBusinessKey() != null)
                        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        return found.stream()
                .filter(task -> caseNumbers.containsKey(task.getProcessInstanceId()))
                .map(task -> new CaseTask(
                        task.getId(),
                        caseNumbers.get(task.getProcessInstanceId()),
                        task.getName(),
                        Optional.ofNullable(task.getDueDate())
                                .map(Date::toInstant)
                                .orElse(null),
                        task.getAssignee()));
    }
}
