package org.abate.process;

import org.abate.casefile.EmissionInventory;
import org.abate.correspondence.InventoryPapers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/**
 * A step of the emission inventory, named by the setting {@code work}. What is done for thousands of sources is done for
 * a few at a time, each time in a transaction of its own with the letters or cases of these few; the diagram comes back
 * for the next until none is left (Manual 3.1; interpretations EI1 to EI7).
 */
@Component("inventoryWork")
class InventoryWork implements JavaDelegate {

    /**
     * So many letters take less than a second, and far less than a step's lock where a machine is ten times as busy as it
     * should be: no other node takes the step over before it is done.
     */
    static final int LETTERS_AT_ONCE = 25;

    /** Others who open a case in the program wait while these are opened. */
    static final int CASES_AT_ONCE = 10;

    /** What a step does. */
    enum Work {
        SEND_LATE_INVOICES,
        SUBMIT_LIST,
        OPEN_CASES,
        CLOSE_YEAR,
        CANCEL_YEAR
    }

    private final EmissionInventory inventory;
    private final InventoryPapers papers;
    private final NoncomplianceCases cases;

    InventoryWork(EmissionInventory inventory, InventoryPapers papers, NoncomplianceCases cases) {
        this.inventory = inventory;
        this.papers = papers;
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int year = CaseVariables.INVENTORY_YEAR.from(execution).get();
        switch (Work.valueOf(Settings.of((ExecutionEntity) execution).get("work"))) {
            case SEND_LATE_INVOICES -> {
                CaseVariables.LATE_INVOICES_LEFT
                        .on(execution)
                        .set(inventory.sendLateInvoices(year, LETTERS_AT_ONCE, papers::lateInvoices));
                CaseVariables.LIST_ON
                        .on(execution)
                        .set(inventory.get(year).listOn().toString());
            }
            case SUBMIT_LIST ->
                CaseVariables.ANY_NONCOMPLIANT
                        .on(execution)
                        .set(inventory
                                        .submitList(year, papers::noncompliantSources)
                                        .listed()
                                > 0);
            case OPEN_CASES -> CaseVariables.CASES_LEFT.on(execution).set(cases.open(year, CASES_AT_ONCE));
            case CLOSE_YEAR -> inventory.close(year);
            case CANCEL_YEAR ->
                inventory.cancel(year, CaseVariables.REASON.from(execution).get());
        }
    }
}
