package org.abate.desk.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Fault;
import org.abate.casefile.Program;
import org.abate.casefile.Regions;
import org.abate.cycletime.StageChoices;
import org.abate.cycletime.StageOutcome;
import org.abate.cycletime.StageQuery;
import org.abate.desk.VisibleStages;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Reads the filters of the pages of cycle times, and offers what can be chosen. Every fault is named at once. */
@Component
class StageSelections {

    /** The filters, in the order of the page. */
    static final List<String> NAMES = List.of(
            "process",
            "version",
            "stage",
            "program",
            "region",
            "outcome",
            "from",
            "to",
            "by",
            "per",
            "color",
            "otherVersion",
            "otherFrom",
            "otherTo");

    private static final Map<String, String> OTHERS =
            Map.of("version", "otherVersion", "from", "otherFrom", "to", "otherTo");

    private static final int MONTHS_AT_FIRST = 12;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    private final VisibleStages visible;
    private final StageChoices choices;
    private final Regions regions;
    private final Clock clock;
    private final HttpServletRequest request;

    StageSelections(
            VisibleStages visible, StageChoices choices, Regions regions, Clock clock, HttpServletRequest request) {
        this.visible = visible;
        this.choices = choices;
        this.regions = regions;
        this.clock = clock;
        this.request = request;
    }

    /**
     * What an address asks for; where it says nothing of the period, the last twelve months.
     *
     * @param processes the versions that can be asked for, by the id of the process or diagram
     * @throws org.springframework.security.access.AccessDeniedException for a caller who reads no cycle times
     */
    StageSelection read(Map<String, String> given, Map<String, SortedSet<Integer>> processes) {
        Map<String, String> typed = new LinkedHashMap<>(given);
        if (!given.containsKey("from") && !given.containsKey("to")) {
            typed.put("from", firstDay().toString());
        }
        return readAsGiven(typed, processes, UnaryOperator.identity());
    }

    /** Likewise of a process of the caller's programs. */
    StageSelection read(Map<String, String> given, List<StageChoices.Process> processes) {
        return read(given, versions(processes));
    }

    /** Likewise, and of a step of it. */
    StageSelection readWithStep(Map<String, String> given, List<StageChoices.Process> processes) {
        return withKnownStep(read(given, processes), processes);
    }

    private static StageSelection withKnownStep(StageSelection selection, List<StageChoices.Process> processes) {
        String step = selection.stage();
        StageChoices.Process process = chosen(selection, processes);
        if (step == null || process != null && process.has(step)) {
            return selection;
        }
        if (process == null && selection.form().text("process") != null) {
            return selection;
        }
        return selection.with(new Fault(
                "stage",
                process == null
                        ? "is one of a process; choose the process too"
                        : "is none of the process that has finished; choose from the list"));
    }

    /** What the first of two selections asks for; any time where the address says nothing of the period. */
    StageSelection readFirst(Map<String, String> given, List<StageChoices.Process> processes) {
        return withKnownStep(readAsGiven(given, versions(processes), UnaryOperator.identity()), processes);
    }

    /** As the first, but for the version and the period, which are the other ones. */
    StageSelection readOther(Map<String, String> given, List<StageChoices.Process> processes) {
        Map<String, String> typed = new LinkedHashMap<>(given);
        OTHERS.forEach((name, other) -> typed.put(name, given.getOrDefault(other, "")));
        return readAsGiven(typed, versions(processes), StageSelections::other);
    }

    /** What a filter of the other of two selections is called in an address. */
    static String other(String name) {
        return OTHERS.getOrDefault(name, name);
    }

    private static Map<String, SortedSet<Integer>> versions(List<StageChoices.Process> processes) {
        return processes.stream().collect(Collectors.toMap(StageChoices.Process::id, StageChoices.Process::versions));
    }

    /** @param inAddress what a filter is called in the address */
    private StageSelection readAsGiven(
            Map<String, String> typed, Map<String, SortedSet<Integer>> processes, UnaryOperator<String> inAddress) {
        Set<Program> programs = visible.programs();
        FilledForm form = FilledForm.of(typed);
        FormReader reader = new FormReader(form);
        NAMES.stream()
                .filter(name -> isRepeated(inAddress.apply(name)))
                .forEach(name -> reader.fault(name, "stands in the address more than once; choose one"));
        String process = reader.text("process");
        if (process != null && !processes.containsKey(process)) {
            reader.fault("process", "is none that has finished steps; choose from the list");
        }
        Integer version = reader.text("version") == null ? null : reader.count("version");
        if (version != null && version > 0 && process != null && !known(version, processes.get(process))) {
            reader.fault("version", "is none of the process that has finished steps; choose from the list");
        }
        Program program = reader.text("program") == null
                ? null
                : Program.of(reader.text("program")).filter(programs::contains).orElse(null);
        if (reader.text("program") != null && program == null) {
            reader.fault("program", "is none whose cycle times you read; choose from the list");
        }
        String region = reader.choice("region", regions.names());
        StageOutcome outcome = reader.text("outcome") == null
                ? null
                : StageOutcome.of(reader.text("outcome")).orElse(null);
        if (reader.text("outcome") != null && outcome == null) {
            reader.fault("outcome", "is not in the list; choose from it");
        }
        LocalDate from = day(reader, "from");
        LocalDate to = day(reader, "to");
        reader.choice("by", List.of("month", "week"));
        reader.choice("per", List.copyOf(StageChoiceLists.groupings().keySet()));
        reader.choice("color", List.of("time", "count", "overdue"));
        return selection(form, reader, programs, process, version, program, region, outcome, from, to);
    }

    private boolean isRepeated(String name) {
        String[] values = request.getParameterValues(name);
        return values != null && values.length > 1;
    }

    /** @param versions null for a process that is not known itself */
    private static boolean known(int version, SortedSet<Integer> versions) {
        return versions == null || versions.contains(version);
    }

    private StageSelection selection(
            FilledForm form,
            FormReader reader,
            Set<Program> programs,
            String process,
            Integer version,
            Program program,
            String region,
            StageOutcome outcome,
            LocalDate from,
            LocalDate to) {
        List<Fault> faults = new ArrayList<>(reader.faults());
        StageQuery query = null;
        try {
            query = new StageQuery(
                    program == null ? programs : Set.of(program), process, version, region, outcome, from, to);
        } catch (CaseRefused e) {
            faults.addAll(e.faults());
        }
        ChronoUnit unit = form.is("by", "week") ? ChronoUnit.WEEKS : ChronoUnit.MONTHS;
        return new StageSelection(
                form.with(faults), faults.isEmpty() ? query : null, form.text("stage"), unit, set(form));
    }

    /** Without what is as if it were not set; a period that was emptied stays so. */
    private static Map<String, String> set(FilledForm form) {
        Map<String, String> set = new LinkedHashMap<>();
        for (String name : NAMES) {
            String text = form.text(name);
            if (text != null) {
                set.put(name, text);
            }
        }
        if (!set.containsKey("from") && !set.containsKey("to")) {
            set.put("from", "");
        }
        return set;
    }

    private static LocalDate day(FormReader reader, String name) {
        LocalDate day = reader.day(name);
        if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
            reader.fault(name, "is too far away; write it as 2026-10-01");
            return null;
        }
        return day;
    }

    /** Where the period begins as long as nobody has chosen one. */
    LocalDate firstDay() {
        return LocalDate.now(clock).withDayOfMonth(1).minusMonths(MONTHS_AT_FIRST);
    }

    /** The processes of the caller's programs that have finished stages. */
    List<StageChoices.Process> processes() {
        return choices.processes(visible.programs());
    }

    /** The filter by program, with those of the caller. */
    StageField program() {
        List<Program> programs = visible.programs().stream()
                .sorted(Comparator.comparing(Program::title))
                .toList();
        return new StageField("program", "Program", "All of yours", StageChoiceLists.programs(programs));
    }

    /** The filter by region. */
    StageField region() {
        return new StageField("region", "Region", "All", StageChoiceLists.same(regions.names()));
    }

    /** The one of those that is chosen; null for none. */
    static StageChoices.Process chosen(StageSelection selection, List<StageChoices.Process> processes) {
        return processes.stream()
                .filter(each -> selection.form().is("process", each.id()))
                .findFirst()
                .orElse(null);
    }

    /** The page's filters, with what is chosen. */
    void offer(StageSelection selection, List<StageField> fields, Model model) {
        model.addAttribute("selection", selection);
        model.addAttribute("form", selection.form());
        model.addAttribute("fields", fields);
        model.addAttribute("labels", fields.stream().collect(Collectors.toMap(StageField::name, StageField::label)));
        model.addAttribute("periods", periods(selection));
    }

    /** A period that is often asked for, and its address. */
    record Period(String title, String query, boolean chosen) {}

    private List<Period> periods(StageSelection selection) {
        LocalDate today = LocalDate.now(clock);
        Map<String, String> firstDays = new LinkedHashMap<>();
        firstDays.put("Last 30 days", today.minusDays(30).toString());
        firstDays.put("Last 90 days", today.minusDays(90).toString());
        firstDays.put("Last 12 months", firstDay().toString());
        firstDays.put("This year", today.withDayOfYear(1).toString());
        firstDays.put("All time", "");
        return firstDays.entrySet().stream()
                .map(each -> {
                    Map<String, String> filters = new LinkedHashMap<>(selection.filters());
                    filters.remove("to");
                    filters.put("from", each.getValue());
                    boolean chosen = selection.form().text("to") == null
                            && selection.form().is("from", each.getValue());
                    return new Period(
                            each.getKey(),
                            new StageSelection(selection.form(), null, null, null, filters).queryText(),
                            chosen);
                })
                .toList();
    }
}
