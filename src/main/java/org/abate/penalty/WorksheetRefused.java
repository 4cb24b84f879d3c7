package org.abate.penalty;

import java.util.List;
import java.util.stream.Collectors;

/** A worksheet that cannot be assessed. It names every fault at once; nothing has been computed or stored. */
public final class WorksheetRefused extends RuntimeException {

    private final transient List<Fault> faults;

    public WorksheetRefused(List<Fault> faults) {
        super(faults.stream().map(f -> f.field() + ": " + f.message()).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
