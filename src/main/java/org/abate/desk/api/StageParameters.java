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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Fault;
import org.abate.casefile.Program;
import org.abate.cycletime.StageChoices;
import org.abate.cycletime.StageOutcome;
import org.abate.cycletime.StageQuery;
import org.abate.desk.VisibleStages;
import org.springframework.stereotype.Component;

/** Which finished stages an address asks for, among those whose cycle times the caller may read. */
@Component
class StageParameters {

    private static final Set<String> NAMES = Set.of("process", "version", "program", "region", "outcome", "from", "to");
    private static final Set<String> OTHERS = Set.of("stage", "otherVersion", "otherFrom", "otherTo");

    private final VisibleStages visible;
    private final StageChoices choices;

    StageParameters(VisibleStages visible, StageChoices choices) {
        this.visible = visible;
        this.choices = choices;
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

    /** What is compared: two selections that differ in version or period, of cases or of one task. */
    record Pair(StageQuery before, StageQuery after, String stage) {}

    /**
     * @throws org.springframework.security.access.AccessDeniedException for a caller who reads no cycle times at all
     * @throws CaseRefused for a parameter that is not known or of the wrong form
     */
    StageQuery read(HttpServletRequest request) {
        visible.programs();
        QueryGuard query = new QueryGuard(request.getParameterMap(), NAMES);
        Supplier<StageQuery> read = query(query, "version", "from", "to");
        requireKnown(query);
        query.check(read::get);
        query.refuse();
        return read.get();
    }

    private void requireKnown(QueryGuard query) {
        query.check(() -> choices.requireKnown(query.text("process"), query.text("region")));
    }

    private void requireKnownStep(QueryGuard query) {
        String step = query.text("stage");
        String process = query.text("process");
        boolean known = step == null
                || choices.processes(visible.programs()).stream()
                        .filter(each -> process == null || each.id().equals(process) || each.calls(process))
                        .anyMatch(each -> each.has(step));
        query.check(() -> {
            if (!known) {
                throw new CaseRefused("stage", "is the id of no task that has finished, such as CallOwner");
            }
        });
    }

    /**
     * The other selection is as the first but for what is said of it.
     *
     * @throws CaseRefused likewise, and where nothing differs
     */
    Pair readPair(HttpServletRequest request) {
        visible.programs();
        Set<String> names = new HashSet<>(NAMES);
        names.addAll(OTHERS);
        QueryGuard query = new QueryGuard(request.getParameterMap(), names);
        Supplier<StageQuery> before = query(query, "version", "from", "to");
        boolean otherPeriod = query.text("otherFrom") != null || query.text("otherTo") != null;
        Supplier<StageQuery> after = query(
                query,
                query.text("otherVersion") == null ? "version" : "otherVersion",
                otherPeriod ? "otherFrom" : "from",
                otherPeriod ? "otherTo" : "to");
        requireKnown(query);
        requireKnownStep(query);
        query.check(before::get);
        query.check(after::get);
        query.refuse();
        Pair pair = new Pair(before.get(), after.get(), query.text("stage"));
        if (pair.before().equals(pair.after())) {
            throw new CaseRefused(List.of(new Fault(
                    "otherVersion", "or otherFrom and otherTo must say what is compared: another version or period")));
        }
        return pair;
    }

    private Supplier<StageQuery> query(QueryGuard query, String versionName, String fromName, String toName) {
        Program program = query.oneOf("program", "a program's id, such as tanks", Program::of);
        Integer version = query.oneOf(versionName, "a whole number", StageParameters::wholeNumber);
        StageOutcome outcome =
                query.oneOf("outcome", "one of " + Arrays.toString(StageOutcome.values()), StageOutcome::of);
        LocalDate from = query.oneOf(fromName, "a day such as 2026-10-01", StageParameters::day);
        LocalDate to = query.oneOf(toName, "a day such as 2026-10-31", StageParameters::day);
        return () -> {
            try {
                return new StageQuery(
                        visible.programs(program),
                        query.text("process"),
                        version,
                        query.text("region"),
                        outcome,
                        from,
                        to);
            } catch (CaseRefused e) {
                Map<String, String> names = Map.of("version", versionName, "to", toName);
                throw new CaseRefused(e.faults().stream()
                        .map(fault -> new Fault(names.getOrDefault(fault.field(), fault.field()), fault.message()))
                        .toList());
            }
        };
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
