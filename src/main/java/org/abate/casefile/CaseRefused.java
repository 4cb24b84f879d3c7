package org.abate.casefile;

import java.util.List;
import java.util.stream.Collectors;

/** The record refuses what was given, whole; nothing was stored. Names every fault at once. */
public class CaseRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public CaseRefused(List<Fault> faults) {
        super(faults.stream()
                .map(fault -> fault.field() + ": " + fault.message())
                .collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    public CaseRefused(String field, String message) {
        this(List.of(new Fault(field, message)));
    }

    public List<Fault> faults() {
        return faults;
    }
}
