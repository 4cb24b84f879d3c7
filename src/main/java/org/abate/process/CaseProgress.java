package org.abate.process;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Where a case stands in its diagrams.
 *
 * @param diagrams the running diagrams of the case, its own first, then the building blocks it is in
 * @param tasks the open tasks, the most urgent first
 * @param events the events the case would take now
 */
public record CaseProgress(List<Diagram> diagrams, List<OpenTask> tasks, Set<CaseEvent> events) {

    /**
     * One running diagram.
     *
     * @param processId for example {@code tank-enforcement}
     * @param name the diagram's name
     * @param definitionId the engine's id of the version this case runs on
     * @param active the ids of the activities the case is in
     */
    public record Diagram(String processId, String name, String definitionId, List<Step> active) {}

    /** An activity the case is in, by id and by the name in the diagram. */
    public record Step(String activityId, String name) {}

    /**
     * An open task.
     *
     * @param dueAt the deadline, may be null
     * @param assignee the user id, may be null
     * @param groups the candidate groups
     * @param deadline true where a rule's timer ends the task at {@code dueAt}
     */
    public record OpenTask(
            String id,
            String activityId,
            String name,
            Instant dueAt,
            String assignee,
            List<String> groups,
            boolean deadline) {}

    /** What a list shows as the case's stage: the names of the innermost steps, for example "Record response to letter". */
    public String stage() {
        return diagrams.isEmpty()
                ? ""
                : String.join(
                        ", ",
                        diagrams.get(diagrams.size() - 1).active().stream()
                                .map(Step::name)
                                .distinct()
                                .toList());
    }
}
