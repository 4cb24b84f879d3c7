package org.abate.process;

import java.time.LocalDate;
import java.util.Set;
import org.abate.access.Office;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.EmissionInventory;
import org.abate.casefile.InventoryLines;
import org.abate.casefile.InventorySubmission;
import org.abate.casefile.InventoryYear;
import org.abate.casefile.NoSuchInventory;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what came in from one source of an emission inventory, as the start form says it (Manual 3.1). */
@Component("recordSubmission")
class RecordSubmission implements JavaDelegate {

    private static final String SOURCE = "source";
    private static final String QUESTIONNAIRE = "questionnaireReceivedOn";
    private static final String FEE = "feeReceivedOn";

    private final EmissionInventory inventory;

    RecordSubmission(EmissionInventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int year = CaseVariables.INVENTORY_YEAR.from(execution).get();
        try {
            inventory.submit(
                    year,
                    InventoryLines.one(new InventorySubmission(
                            ((String) execution.getVariable(SOURCE)).strip(),
                            day(execution, QUESTIONNAIRE),
                            day(execution, FEE))));
        } catch (NoSuchInventory e) {
            throw new Refusal("inventoryYear", year + " has not begun: begin it with its sources at /inventory");
        } catch (CaseRefused e) {
            throw new Refusal(e.faults());
        }
        // The record has them now
        execution.removeVariables(Set.of(SOURCE, QUESTIONNAIRE, FEE));
        execution.setProcessBusinessKey(InventoryYear.key(year));
        CaseVariables.OFFICE.on(execution).set(Office.AIR.id());
    }

    private static LocalDate day(DelegateExecution execution, String name) {
        Object day = execution.getVariable(name);
        return day == null || day.toString().isBlank() ? null : LocalDate.parse(day.toString());
    }
}
