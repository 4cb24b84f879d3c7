package org.abate.process;

import org.abate.casefile.CaseRefused;
import org.abate.casefile.EmissionInventory;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/**
 * Whatever way the cancellation of an inventory year reaches its diagram (its page, our REST interface, the engine's
 * {@code /message}), a year that is owed its list goes on (Manual 3.1).
 */
final class CancellationOfYear implements ExecutionListener {

    private final EmissionInventory inventory;

    CancellationOfYear(EmissionInventory inventory) {
        this.inventory = inventory;
    }

    /** @throws Refusal without a reason, or once late invoices have gone out; the year is where it was */
    @Override
    public void notify(DelegateExecution execution) {
        try {
            inventory.requireCancellable(
                    CaseVariables.INVENTORY_YEAR.from(execution).get(),
                    CaseVariables.REASON.from(execution).getOptional().orElse(null));
        } catch (CaseRefused e) {
            throw new Refusal(e.faults());
        }
    }
}
