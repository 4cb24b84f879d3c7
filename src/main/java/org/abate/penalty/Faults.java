package org.abate.penalty;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a worksheet, so that all of it is told at once. */
final class Faults {

    /** No person reads more; a hostile worksheet shall not make us write more. */
    private static final int MOST = 1000;

    private final List<Fault> faults = new ArrayList<>();

    void add(String field, String message) {
        if (faults.size() < MOST) {
            faults.add(new Fault(field, message));
        } else if (faults.size() == MOST) {
            faults.add(new Fault("worksheet", "has more faults than are listed here"));
        }
    }

    /** Whether no further fault is told. */
    boolean isFull() {
        return faults.size() > MOST;
    }

    int count() {
        return faults.size();
    }

    boolean any() {
        return !faults.isEmpty();
    }

    /** @throws WorksheetRefused if there is any fault */
    void refuse() {
        if (any()) {
            throw new WorksheetRefused(faults);
        }
    }
}
