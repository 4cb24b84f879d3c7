package org.abate.access;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The department-wide groups, members of every office, and the list of all groups there are. */
public enum Group {
    DIVISION_DIRECTOR("division-director", "Division director"),
    DEPARTMENT_DIRECTOR("department-director", "Department director"),
    ENFORCEMENT_REVIEW_BOARD("enforcement-review-board", "Enforcement Review Board"),
    COMMISSION_LIAISON("commission-liaison", "Liaison to the commissions"),
    ATTORNEY_GENERAL_LIAISON("attorney-general-liaison", "Liaison to the Attorney General"),
    ACCOUNTING("accounting", "Accounting"),
    HEARING_OFFICER("hearing-officer", "Hearing officer"),
    /** Edits and deploys diagrams; sees no case. */
    PROCESS_MANAGER("process-manager", "Process manager"),
    /** Reads cycle times; sees no names and no penalties. */
    PROCESS_ANALYST("process-analyst", "Process analyst"),
    /** May do everything, casework too. */
    ADMINISTRATOR("camunda-admin", "Administrator");

    private static final Set<Group> WITHOUT_CASES = Set.of(PROCESS_MANAGER, PROCESS_ANALYST);

    private static final Set<Group> PENALTY_READERS = Set.of(
            DIVISION_DIRECTOR,
            DEPARTMENT_DIRECTOR,
            ENFORCEMENT_REVIEW_BOARD,
            COMMISSION_LIAISON,
            ATTORNEY_GENERAL_LIAISON,
            ADMINISTRATOR);

    private static final Set<Group> EVERYWHERE_AT_WORK = Set.of(DIVISION_DIRECTOR, DEPARTMENT_DIRECTOR, ADMINISTRATOR);

    private final String id;
    private final String title;

    Group(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** The engine's group id. */
    public String id() {
        return id;
    }

    /** What the department calls it. */
    public String title() {
        return title;
    }

    /** Every group of the department by id, with its title; the offices' first, in the order of the offices. */
    public static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        for (Office office : Office.values()) {
            all.put(office.staff(), office.title() + ": staff");
            all.put(office.enforcement(), office.title() + ": enforcement");
            all.put(office.chief(), office.title() + ": section chief");
            all.putIfAbsent(office.director(), office.title() + ": director");
        }
        for (Group group : values()) {
            all.put(group.id, group.title);
        }
        return all;
    }

    /** The offices whose tenant the group belongs to, in the order of the offices. */
    public static List<Office> offices(String group) {
        return Arrays.stream(Office.values())
                .filter(office -> departmentWide(group) || office.groups().contains(group))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** Groups that may read the office's cases: its own, and the department-wide ones that see cases at all. */
    public static Set<String> readersOf(Office office) {
        return with(office.groups(), Arrays.stream(values()).filter(not(WITHOUT_CASES::contains)));
    }

    /** Groups that carry the office's cases: open them, record contacts, raise events. */
    public static Set<String> workersOf(Office office) {
        return with(office.groups(), EVERYWHERE_AT_WORK.stream());
    }

    /**
     * Groups that may see the office's penalty work. Worksheets are confidential: the office's enforcement group, chiefs,
     * directors, the Enforcement Review Board and the liaisons; nobody else.
     */
    public static Set<String> penaltyReadersOf(Office office) {
        Set<String> own = Stream.concat(Stream.of(office.enforcement()), office.management().stream())
                .collect(toUnmodifiableSet());
        return with(own, PENALTY_READERS.stream());
    }

    /**
     * Groups that may read how long the office's cases take: its management, the directors above it, and who looks after
     * the processes. Cycle times show no names and no penalties.
     */
    public static Set<String> cycleTimeReadersOf(Office office) {
        return with(
                office.management(),
                Stream.concat(EVERYWHERE_AT_WORK.stream(), Stream.of(PROCESS_MANAGER, PROCESS_ANALYST)));
    }

    private static boolean departmentWide(String group) {
        return Arrays.stream(values()).anyMatch(each -> each.id.equals(group));
    }

    private static Set<String> with(Set<String> own, Stream<Group> departmentWide) {
        return Stream.concat(own.stream(), departmentWide.map(Group::id)).collect(toUnmodifiableSet());
    }
}
