package org.abate.desk;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.abate.access.Caller;
import org.abate.casefile.Program;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/** Whose cycle times the caller may read: all programs', an office's, or none. */
@Service
public class VisibleStages {

    private final Caller caller;

    VisibleStages(Caller caller) {
        this.caller = caller;
    }

    /** Whether the caller reads any. */
    public boolean any() {
        return !caller.cycleTimeOffices().isEmpty();
    }

    /**
     * The programs whose cycle times the caller reads.
     *
     * @throws AccessDeniedException for a caller who reads none at all
     */
    public Set<Program> programs() {
        Set<String> offices = caller.cycleTimeOffices();
        if (offices.isEmpty()) {
            throw new AccessDeniedException("Your account does not read cycle times");
        }
        return Arrays.stream(Program.values())
                .filter(program -> offices.contains(program.office()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** That program alone, if the caller reads it; all of them for null. */
    public Set<Program> programs(Program only) {
        Set<Program> visible = programs();
        if (only == null) {
            return visible;
        }
        return visible.contains(only) ? Set.of(only) : Set.of();
    }
}
