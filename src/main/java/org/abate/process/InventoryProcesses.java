package org.abate.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.abate.access.Office;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.EmissionInventory;
import org.abate.casefile.EmissionInventory.Taken;
import org.abate.casefile.InventoryLines;
import org.abate.casefile.InventoryYear;
import org.abate.casefile.NewInventorySource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way of each year's emission inventory through its diagram. The caller's right is for the caller to check. */
@Service
@Transactional
public class InventoryProcesses {

    /** The diagram's id. */
    static final String PROCESS = "emission-inventory";

    /** The message that a year is cancelled. */
    static final String CANCELLED = "InventoryYearCancelled";

    private static final String LIST_SOURCES = "ListSources";

    private final ProcessEngine engine;
    private final EmissionInventory inventory;
    private final DeadlineCalendar calendar = new DeadlineCalendar();

    InventoryProcesses(ProcessEngine engine, EmissionInventory inventory) {
        this.engine = engine;
        this.inventory = inventory;
    }

    /**
     * Begins a year with the sources that owe questionnaire and fee.
     *
     * @throws CaseRefused with every fault of the input; nothing is stored
     */
    public Taken begin(int year, InventoryLines<NewInventorySource> sources) {
        try {
            engine.getRuntimeService()
                    .startProcessInstanceByKey(
                            PROCESS, InventoryYear.key(year), Map.of(CaseVariables.INVENTORY_YEAR.getName(), (Object)
                                    year));
        } catch (RuntimeException e) {
            if (Refusal.unwrapped(e) instanceof Refusal refusal) {
                throw new CaseRefused(refusal.faults());
            }
            throw e;
        }
        return list(year, sources);
    }

    /**
     * Lists sources, or corrects those that are listed; the task to list them is done then.
     *
     * @throws CaseRefused with every fault of the input; nothing is stored
     */
    public Taken list(int year, InventoryLines<NewInventorySource> sources) {
        Taken taken = inventory.list(year, sources);
        AsEngine.asked(engine.getIdentityService(), () -> {
            engine
                    .getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(InventoryYear.key(year))
                    .taskDefinitionKey(LIST_SOURCES)
                    .list()
                    .stream()
                    .map(Task::getId)
                    .forEach(engine.getTaskService()::complete);
            return null;
        });
        return taken;
    }

    /**
     * Cancels a year: nothing more is sent or opened.
     *
     * @throws CaseRefused without a reason, or once late invoices have gone out
     * @throws EventRefused where the year has ended
     */
    public void cancel(int year, String reason) {
        inventory.requireCancellable(year, reason);
        AsEngine.asked(engine.getIdentityService(), () -> {
            EventSubscription waiting = root(year)
                    .flatMap(root -> Optional.ofNullable(engine.getRuntimeService()
                            .createEventSubscriptionQuery()
                            .processInstanceId(root.getId())
                            .eventName(CANCELLED)
                            .singleResult()))
                    .orElseThrow(() -> new EventRefused("The emission inventory " + year + " has ended already"));
            engine.getRuntimeService()
                    .messageEventReceived(
                            CANCELLED, waiting.getExecutionId(), Map.of(CaseVariables.REASON.getName(), (Object)
                                    reason.strip()));
            return null;
        });
    }

    /** What the year's process is at: the names of its steps, and the days that it waits for. */
    @Transactional(readOnly = true)
    public List<String> stage(int year) {
        return AsEngine.asked(engine.getIdentityService(), () -> root(year)
                .map(root -> CaseProcesses.steps(engine.getRuntimeService().getActivityInstance(root.getId())).stream()
                        .map(step -> awaited(root, step).orElse(step.name()))
                        .toList())
                .orElseGet(List::of));
    }

    private Optional<String> awaited(ProcessInstance root, CaseProgress.Step step) {
        return engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(root.getId())
                .activityId(step.activityId())
                .timers()
                .list()
                .stream()
                .map(timer -> calendar.date(timer.getDuedate().toInstant()))
                .findFirst();
    }

    /** The reason why a step of the year failed for good; empty where none has. */
    @Transactional(readOnly = true)
    public Optional<String> failure(int year) {
        return AsEngine.asked(engine.getIdentityService(), () -> root(year)
                .flatMap(root ->
                        engine.getRuntimeService().createIncidentQuery().processInstanceId(root.getId()).list().stream()
                                .findFirst())
                .map(incident -> String.valueOf(incident.getIncidentMessage())));
    }

    private Optional<ProcessInstance> root(int year) {
        return Optional.ofNullable(engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(InventoryYear.key(year))
                .processDefinitionKey(PROCESS)
                .tenantIdIn(Office.AIR.id())
                .singleResult());
    }
}
