package org.abate.correspondence;

import java.util.List;
import java.util.stream.Collectors;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Fault;

/** A letter lacks what its kind must say, so it was neither sent nor filed. Names every missing part at once. */
public class LetterIncomplete extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** @param where the case, or what the paper is about */
    LetterIncomplete(String where, DocumentKind kind, List<Fault> faults) {
        super(faults.stream()
                .map(fault -> fault.field() + ": " + fault.message())
                .collect(Collectors.joining("; ", kind.title() + " in " + where + " cannot be issued: ", "")));
        this.faults = List.copyOf(faults);
    }

    /**
     * By path into the letter: {@code particulars.remainingActions}, {@code respondBy}, {@code case.violations};
     * {@code text} is what the finished PDF says or does not say.
     */
    public List<Fault> faults() {
        return faults;
    }
}
