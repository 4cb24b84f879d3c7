package org.abate.desk.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.Facility;
import org.abate.casefile.Matter;
import org.abate.casefile.ResponsibleParty;
import org.abate.casefile.Violation;
import org.abate.casefile.WaterRequest;
import org.abate.process.CaseEvent;
import org.abate.process.CaseProgress;

/** A case with where it stands. */
@Schema(name = "Case")
record CaseJson(
        @Schema(example = "TK-2026-00001") String caseNumber,
        @Schema(example = "tanks") String program,

        @Schema(description = "The office that carries the case", example = "tanks")
        String office,

        CaseStatus status,

        @Schema(description = "The steps the case is in; empty once its process has ended", example = "Call owner")
        String stage,

        @Schema(description = "The open tasks that are due, the most urgent first")
        List<Deadline> deadlines,

        @Schema(description = "All open tasks, the most urgent first")
        List<Task> tasks,

        @Schema(description = "The events the case would take now")
        Set<CaseEvent> events,

        Facility facility,

        @Schema(nullable = true, description = "Null while unknown")
        ResponsibleParty responsibleParty,

        LocalDate discoveredOn,
        Instant openedAt,
        @Schema(nullable = true) Instant closedAt,

        @Schema(nullable = true, description = "The day the outcome took effect")
        LocalDate closedOn,

        @Schema(nullable = true) String closingReason,

        @Schema(nullable = true, description = "User id; null until one is assigned")
        String caseManager,

        List<Violation> violations,

        @Schema(description = "What the case is about: violations, or a request of a supplier of water")
        Matter matter,

        @Schema(
                nullable = true,
                description = "What is requested, and the systems covered; null for an enforcement case")
        WaterRequest request) {

    /** An open task that is due at a moment. */
    record Deadline(
            String taskId,
            String activityId,
            String name,
            Instant dueAt,

            @Schema(description = "True where a rule's timer ends the task at that moment")
            boolean timer) {}

    /** An open task. */
    record Task(
            String id,
            String activityId,
            String name,
            @Schema(nullable = true) Instant dueAt,

            @Schema(nullable = true, description = "User id")
            String assignee,

            @Schema(description = "The groups that may claim it")
            List<String> groups) {}

    static CaseJson of(CaseFile file, CaseProgress progress) {
        return new CaseJson(
                file.caseNumber(),
                file.program().id(),
                file.program().office(),
                file.status(),
                progress.stage(),
                progress.tasks().stream()
                        .filter(task -> task.dueAt() != null)
                        .map(task ->
                                new Deadline(task.id(), task.activityId(), task.name(), task.dueAt(), task.deadline()))
                        .toList(),
                progress.tasks().stream()
                        .map(task -> new Task(
                                task.id(),
                                task.activityId(),
                                task.name(),
                                task.dueAt(),
                                task.assignee(),
                                task.groups()))
                        .toList(),
                progress.events(),
                file.facility(),
                file.responsibleParty(),
                file.discoveredOn(),
                file.openedAt(),
                file.closedAt(),
                file.closedOn(),
                file.closingReason(),
                file.caseManager(),
                file.violations(),
                file.matter(),
                file.request());
    }
}
