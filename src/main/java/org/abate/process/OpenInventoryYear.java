package org.abate.process;

import java.time.Clock;
import java.time.LocalDate;
import org.abate.access.Office;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.EmissionInventory;
import org.abate.casefile.InventoryYear;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** Opens the emission inventory of a year in the record; the year's key is the process's business key. */
@Component("openInventoryYear")
class OpenInventoryYear implements JavaDelegate {

    private final EmissionInventory inventory;
    private final Clock clock;

    OpenInventoryYear(EmissionInventory inventory, Clock clock) {
        this.inventory = inventory;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int number = CaseVariables.INVENTORY_YEAR.from(execution).get();
        int current = LocalDate.now(clock).getYear();
        if (number < current || number > current + 1) {
            throw new Refusal("inventoryYear", "must be " + current + " or " + (current + 1));
        }
        InventoryYear year = InventoryDays.of(number, Settings.ofProcess((ExecutionEntity) execution));
        if (execution.getProcessBusinessKey() != null && !year.key().equals(execution.getProcessBusinessKey())) {
            throw new Refusal("businessKey", "leave it empty: it is " + year.key());
        }
        try {
            inventory.begin(year);
        } catch (CaseRefused e) {
            throw new Refusal(e.faults());
        }
        execution.setProcessBusinessKey(year.key());
        CaseVariables.CASE_NUMBER.on(execution).set(year.key());
        CaseVariables.FACILITY_NAME.on(execution).set("Emission inventory " + number);
        CaseVariables.OFFICE.on(execution).set(Office.AIR.id());
        CaseVariables.SUBMISSIONS_DUE_ON
                .on(execution)
                .set(year.submissionsDueOn().toString());
        CaseVariables.LATE_INVOICES_ON.on(execution).set(year.lateInvoicesOn().toString());
        CaseVariables.LIST_ON.on(execution).set(year.listOn().toString());
    }
}
