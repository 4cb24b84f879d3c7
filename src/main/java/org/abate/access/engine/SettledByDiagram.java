package org.abate.access.engine;

import java.util.Date;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AddGroupIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AddUserIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteGroupIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCommentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.RestartProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskDescriptionCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskDueDateCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskNameCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskOwnerCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskPriorityCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateCommentCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.task.Task;

/**
 * What the diagram settles is not a person's to change, though the engine's grants cannot be told apart so finely: who
 * a task is for, what it is called, its due date (the deadline is the rule's), where a case starts, an error thrown to
 * leave a task by. Nor is what somebody has written about a case to be changed or removed. Refuses such commands when
 * they come from a person, unless the administrator; what delegates do inside the engine passes.
 */
public class SettledByDiagram extends CommandInterceptor {

    private static final Set<Class<?>> SETTLED = Set.of(
            AddUserIdentityLinkCmd.class,
            AddGroupIdentityLinkCmd.class,
            DeleteUserIdentityLinkCmd.class,
            DeleteGroupIdentityLinkCmd.class,
            SetTaskOwnerCmd.class,
            SetTaskNameCmd.class,
            SetTaskDescriptionCmd.class,
            SetTaskPriorityCmd.class,
            SetTaskDueDateCmd.class,
            HandleTaskBpmnErrorCmd.class,
            HandleTaskEscalationCmd.class,
            RestartProcessInstancesCmd.class,
            UpdateCommentCmd.class,
            DeleteTaskCommentCmd.class,
            DeleteProcessInstanceCommentCmd.class,
            SaveAttachmentCmd.class,
            DeleteAttachmentCmd.class);

    private final ProcessEngineConfigurationImpl engine;

    SettledByDiagram(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (SETTLED.contains(command.getClass()) && ActingPerson.actsFromOutside(engine)) {
            throw refusal();
        }
        if (command instanceof StartProcessInstanceAtActivitiesCmd && ActingPerson.isAnybodyFromOutside(engine)) {
            throw new AuthorizationException(
                    "A case starts at its start, where it is opened in the record: leave out the"
                            + " start instructions. The administrator moves a case that runs with a modification.");
        }
        return next.execute(command);
    }

    public static AuthorizationException refusal() {
        return new AuthorizationException(
                "The diagram or the record settles this; only the administrator may change it by hand.");
    }

    /** Whether two states of a task agree in what the diagram settles. */
    public static boolean theSame(Task before, Task after) {
        return Objects.equals(before.getName(), after.getName())
                && Objects.equals(before.getDescription(), after.getDescription())
                && Objects.equals(before.getOwner(), after.getOwner())
                && Objects.equals(before.getParentTaskId(), after.getParentTaskId())
                && Objects.equals(before.getCaseInstanceId(), after.getCaseInstanceId())
                && Objects.equals(before.getTenantId(), after.getTenantId())
                && before.getDelegationState() == after.getDelegationState()
                && before.getPriority() == after.getPriority()
                && Objects.equals(time(before.getDueDate()), time(after.getDueDate()));
    }

    private static Long time(Date date) {
        return date == null ? null : date.getTime();
    }
}
