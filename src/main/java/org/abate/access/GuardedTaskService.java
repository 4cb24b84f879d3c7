package org.abate.access;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.abate.access.engine.ActingPerson;
import org.abate.access.engine.Assignment;
import org.abate.access.engine.SettledByDiagram;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.Task;

/**
 * The engine's task service, with the checks it lacks: a task goes only to people who have a part in it, and comments
 * and attachments answer those who may see the task or case, not whoever knows an id. Who adds further checks extends
 * this one.
 */
public class GuardedTaskService extends TaskServiceImpl {

    private final ProcessEngineConfigurationImpl engine;
    private final Assignment assignment;

    public GuardedTaskService(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
        this.assignment = new Assignment(engine);
    }

    @Override
    public void claim(String taskId, String userId) {
        checkAssignment(taskId, userId);
        super.claim(taskId, userId);
    }

    @Override
    public void setAssignee(String taskId, String userId) {
        checkAssignment(taskId, userId);
        super.setAssignee(taskId, userId);
    }

    @Override
    public void delegateTask(String taskId, String userId) {
        checkAssignment(taskId, userId);
        super.delegateTask(taskId, userId);
    }

    @Override
    public void saveTask(Task task) {
        if (ActingPerson.actsFromOutside(engine)) {
            visible(task.getId()).ifPresent(before -> checkChange(before, task));
        }
        super.saveTask(task);
    }

    private void checkAssignment(String taskId, String userId) {
        if (userId != null && ActingPerson.actsFromOutside(engine)) {
            visible(taskId).ifPresent(task -> assignment.check(task, userId));
        }
    }

    private void checkChange(Task before, Task after) {
        if (!SettledByDiagram.theSame(before, after)) {
            throw SettledByDiagram.refusal();
        }
        if (after.getAssignee() != null && !Objects.equals(before.getAssignee(), after.getAssignee())) {
            assignment.check(before, after.getAssignee());
        }
    }

    private Optional<Task> visible(String taskId) {
        return Optional.ofNullable(createTaskQuery().taskId(taskId).singleResult());
    }

    @Override
    public Comment createComment(String taskId, String processInstanceId, String message) {
        checkSeen(taskId, processInstanceId);
        return super.createComment(taskId, processInstanceId, message);
    }

    @Override
    public List<Comment> getTaskComments(String taskId) {
        checkSeen(taskId, null);
        return super.getTaskComments(taskId);
    }

    @Override
    public Comment getTaskComment(String taskId, String commentId) {
        checkSeen(taskId, null);
        return super.getTaskComment(taskId, commentId);
    }

    @Override
    public List<Comment> getProcessInstanceComments(String processInstanceId) {
        checkSeen(null, processInstanceId);
        return super.getProcessInstanceComments(processInstanceId);
    }

    @Override
    public Attachment createAttachment(
            String type,
            String taskId,
            String processInstanceId,
            String name,
            String description,
            InputStream content) {
        checkSeen(taskId, processInstanceId);
        return super.createAttachment(type, taskId, processInstanceId, name, description, content);
    }

    @Override
    public Attachment createAttachment(
            String type, String taskId, String processInstanceId, String name, String description, String url) {
        checkSeen(taskId, processInstanceId);
        return super.createAttachment(type, taskId, processInstanceId, name, description, url);
    }

    @Override
    public List<Attachment> getTaskAttachments(String taskId) {
        checkSeen(taskId, null);
        return super.getTaskAttachments(taskId);
    }

    @Override
    public Attachment getTaskAttachment(String taskId, String attachmentId) {
        checkSeen(taskId, null);
        return super.getTaskAttachment(taskId, attachmentId);
    }

    @Override
    public InputStream getTaskAttachmentContent(String taskId, String attachmentId) {
        checkSeen(taskId, null);
        return super.getTaskAttachmentContent(taskId, attachmentId);
    }

    @Override
    public List<Attachment> getProcessInstanceAttachments(String processInstanceId) {
        checkSeen(null, processInstanceId);
        return super.getProcessInstanceAttachments(processInstanceId);
    }

    /** By its id alone nothing tells whose it is, and neither Tasklist nor the REST interface asks this way. */
    @Override
    public Attachment getAttachment(String attachmentId) {
        if (ActingPerson.actsFromOutside(engine)) {
            throw notTheirs();
        }
        return super.getAttachment(attachmentId);
    }

    @Override
    public InputStream getAttachmentContent(String attachmentId) {
        if (ActingPerson.actsFromOutside(engine)) {
            throw notTheirs();
        }
        return super.getAttachmentContent(attachmentId);
    }

    private void checkSeen(String taskId, String processInstanceId) {
        if (ActingPerson.actsFromOutside(engine)
                && ((taskId != null && !isTaskSeen(taskId))
                        || (processInstanceId != null && !isCaseSeen(processInstanceId)))) {
            throw notTheirs();
        }
    }

    private boolean isTaskSeen(String taskId) {
        return visible(taskId).isPresent()
                || engine.getHistoryService()
                                .createHistoricTaskInstanceQuery()
                                .taskId(taskId)
                                .count()
                        > 0;
    }

    private boolean isCaseSeen(String processInstanceId) {
        return engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(processInstanceId)
                        .count()
                > 0;
    }

    private static AuthorizationException notTheirs() {
        return new AuthorizationException(
                "The task or case is not one of yours, and its comments and attachments neither.");
    }
}
