package org.abate.desk.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.abate.access.Caller;
import org.abate.casefile.Program;
import org.abate.cycletime.StageOutcome;
import org.abate.cycletime.StageQuery;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Which finished stages an address asks for, among those whose cycle times the caller may read. */
@Component
class StageParameters {

    private static final Set<String> NAMES = Set.of("process", "version", "program", "region", "outcome", "from", "to");

    private final Caller caller;

    StageParameters(Caller caller) {
        this.caller = caller;
    }

    /** The same parameters everywhere, as the description tells them. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(in = ParameterIn.QUERY, name = "process", description = "A diagram's id", example = "tank-enforcement")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "version",
            schema = @Schema(type = "integer", minimum = "1"),
            description = "The version of the diagram")
    @Parameter(in = ParameterIn.QUERY, name = "program", description = "A program's id", example = "tanks")
    @Parameter(in = ParameterIn.QUERY, name = "region", description = "A regional office", example = "Southeast")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "outcome",
            schema = @Schema(implementation = StageOutcome.class),
            description = "How the stage ended")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "from",
            schema = @Schema(type = "string", format = "date"),
            description = "The first day on which the stage finished")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "to",
            schema = @Schema(type = "string", format = "date"),
            description = "The last day on which the stage finished")
    @interface Described {}

    /**
     * @throws AccessDeniedException for a caller who reads no cycle times at all
     * @throws org.abate.casefile.CaseRefused for a parameter that is not known or of the wrong form
     */
    StageQuery read(HttpServletRequest request) {
        Set<Program> visible = programs();
        if (visible.isEmpty()) {
            throw new AccessDeniedException("Your account does not read cycle times");
        }
        QueryGuard query = new QueryGuard(request.getParameterMap(), NAMES);
        Program program = query.oneOf("program", "a program's id, such as tanks", Program::of);
        Integer version = query.oneOf("version", "a whole number", StageParameters::wholeNumber);
        StageOutcome outcome =
                query.oneOf("outcome", "one of " + Arrays.toString(StageOutcome.values()), StageOutcome::of);
        LocalDate from = query.oneOf("from", "a day such as 2026-10-01", StageParameters::day);
        LocalDate to = query.oneOf("to", "a day such as 2026-10-31", StageParameters::day);
        query.refuse();
        if (program != null) {
            visible = visible.contains(program) ? Set.of(program) : Set.of();
        }
        return new StageQuery(visible, query.text("process"), version, query.text("region"), outcome, from, to);
    }

    private Set<Program> programs() {
        Set<String> offices = caller.cycleTimeOffices();
        return Arrays.stream(Program.values())
                .filter(program -> offices.contains(program.office()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Integer> wholeNumber(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Four digits of year: what lies beyond the databases' calendars is no day here. */
    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 1970 && day.getYear() <= 9999);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
