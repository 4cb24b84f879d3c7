package org.abate.access.engine;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.abate.access.Office.AIR;
import static org.abate.access.Office.DRINKING_WATER;
import static org.abate.access.Office.HAZARDOUS_WASTE;
import static org.abate.access.Office.LAND_RECLAMATION;
import static org.abate.access.Office.SOLID_WASTE;
import static org.abate.access.Office.TANKS;
import static org.abate.access.Office.WATER;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.abate.access.Group;
import org.abate.access.Office;

/**
 * Which groups see and work on which process, and who starts it: the one table to change. A process need not be
 * deployed yet. Cases of one office are kept from the others by the engine's tenants, so a building block is granted to
 * the groups of every office at once; on a task itself only its candidates work ({@link TaskRights}).
 */
final class ProcessGrants {

    /** @param groups those who see the cases and may work on tasks; @param starters those who may start one by hand */
    record ProcessGrant(String process, Set<String> groups, Set<String> starters) {

        ProcessGrant begunBy(String... narrower) {
            return new ProcessGrant(process, groups, Set.of(narrower));
        }
    }

    /** @param groups those who may read how a decision was made */
    record DecisionGrant(String decision, Set<String> groups) {}

    /** Where accounting has tasks. */
    private static final Set<String> PAYMENTS = Set.of(
            "drinking-water-enforcement",
            "hazardous-waste-enforcement",
            "water-enforcement",
            "settlement-agreement",
            "assessed-penalty-payment",
            "suspended-penalty",
            "administrative-penalty-order");

    /** Whose part in a case is a task here and there, and who therefore follows no process: where they have tasks. */
    private static final Map<String, Set<String>> HAVE_TASKS_ONLY =
            Map.of(Group.ACCOUNTING.id(), PAYMENTS, Group.HEARING_OFFICER.id(), Set.of("public-hearing"));

    static final List<ProcessGrant> PROCESSES = List.of(
            ofOffice("air-enforcement", AIR),
            // Begun by who lists its sources; what comes in is recorded by the whole office
            ofOffice("emission-inventory", AIR).begunBy(AIR.staff(), Group.ADMINISTRATOR.id()),
            ofOffice("inventory-submission", AIR),
            ofOffice("drinking-water-enforcement", DRINKING_WATER),
            ofOffice("variance-request", DRINKING_WATER),
            ofOffice("exemption-request", DRINKING_WATER),
            ofOffice("monitoring-waiver", DRINKING_WATER),
            ofOffice("hazardous-waste-enforcement", HAZARDOUS_WASTE),
            ofOffice("tank-enforcement", TANKS),
            ofOffice("industrial-minerals-enforcement", LAND_RECLAMATION),
            ofOffice("metallic-minerals-enforcement", LAND_RECLAMATION),
            ofOffice("coal-enforcement", LAND_RECLAMATION),
            ofOffice("solid-waste-enforcement", SOLID_WASTE),
            ofOffice("water-enforcement", WATER),
            // Building blocks every reader of a case may follow
            called("conference-conciliation-persuasion", followers()),
            called("compliance-schedule", followers()),
            called("new-violation-follow-up", followers()),
            called("public-hearing", and(followers(), Group.HEARING_OFFICER)),
            called("minerals-notice", followers(LAND_RECLAMATION)),
            called("coal-orders-and-notices", followers(LAND_RECLAMATION)),
            called("grant-in-effect", followers(DRINKING_WATER)),
            // Penalty work: confidential, and the referral's packet holds the calculation
            called("penalty-assessment", penaltyReaders()),
            called("penalty-calculation", penaltyReaders()),
            called("penalty-assessment-notice", penaltyReaders()),
            called("attorney-general-referral", penaltyReaders()),
            called("legal-action", penaltyReaders()),
            // The failure of a letter may say what stands in it
            called("failed-step", penaltyReaders()),
            called("proof-of-service-watch", Set.of()),
            // A letter that demands a penalty is confidential
            called("overdue-proof-of-service", penaltyReaders()),
            called("settlement", penaltyReaders()),
            // The same, and accounting, which records the payments: of these it sees its own tasks alone
            called("settlement-agreement", and(penaltyReaders(), Group.ACCOUNTING)),
            called("assessed-penalty-payment", and(penaltyReaders(), Group.ACCOUNTING)),
            called("suspended-penalty", and(penaltyReaders(), Group.ACCOUNTING)),
            called("administrative-penalty-order", and(penaltyReaders(), Group.ACCOUNTING)));

    static final List<DecisionGrant> DECISIONS = List.of(
            new DecisionGrant("enforcement-path", followers()),
            new DecisionGrant("high-priority-violations", followers(SOLID_WASTE)),
            new DecisionGrant("time-limits", followers()),
            new DecisionGrant("reason-codes", followers()),
            new DecisionGrant("waiver-availability", followers(DRINKING_WATER)),
            new DecisionGrant("monitoring-waiver", followers(DRINKING_WATER)),
            new DecisionGrant("civil-penalty-bar", penaltyReaders()),
            new DecisionGrant("penalty-approval", penaltyReaders()));

    private ProcessGrants() {}

    /**
     * Whether a person who belongs to these groups sees nothing of a process but the tasks that are for them: accounting
     * records payments, and is told no more of the penalty than it takes; the hearing officer holds hearings.
     */
    static boolean ownTasksOnly(Collection<String> groups, String process) {
        return groups.stream().anyMatch(group -> isOwnTasksOnly(group, process))
                && !granted(groups).contains(process);
    }

    /** The processes of which somebody in these groups sees everything. */
    static Set<String> granted(Collection<String> groups) {
        return PROCESSES.stream()
                .filter(row -> groups.stream()
                        .anyMatch(group -> row.groups().contains(group) && !isOwnTasksOnly(group, row.process())))
                .map(ProcessGrant::process)
                .collect(toUnmodifiableSet());
    }

    /** The processes all of whose tasks are in the inbox of somebody in these groups. */
    static Set<String> listedWhole(Collection<String> groups) {
        return granted(groups.stream()
                .filter(group -> !HAVE_TASKS_ONLY.containsKey(group))
                .toList());
    }

    /** Whether the group is granted its own tasks of a process, and nothing else of it. */
    static boolean isOwnTasksOnly(String group, String process) {
        return HAVE_TASKS_ONLY.getOrDefault(group, Set.of()).contains(process);
    }

    private static ProcessGrant ofOffice(String process, Office office) {
        Set<String> groups = PAYMENTS.contains(process) ? and(followers(office), Group.ACCOUNTING) : followers(office);
        return new ProcessGrant(process, groups, Group.workersOf(office));
    }

    private static ProcessGrant called(String process, Set<String> groups) {
        return new ProcessGrant(process, groups, Set.of());
    }

    /** Those who may read an office's cases and follow their processes. */
    private static Set<String> followers(Office office) {
        return Group.readersOf(office).stream()
                .filter(group -> !HAVE_TASKS_ONLY.containsKey(group))
                .collect(toUnmodifiableSet());
    }

    private static Set<String> followers() {
        return ofAnyOffice(ProcessGrants::followers);
    }

    /** Everybody who may read cases of some office. */
    static Set<String> caseReaders() {
        return ofAnyOffice(Group::readersOf);
    }

    /** Everybody who may see penalty work of some office. */
    static Set<String> penaltyReaders() {
        return ofAnyOffice(Group::penaltyReadersOf);
    }

    private static Set<String> ofAnyOffice(Function<Office, Set<String>> groups) {
        return Arrays.stream(Office.values())
                .flatMap(office -> groups.apply(office).stream())
                .collect(toUnmodifiableSet());
    }

    private static Set<String> and(Set<String> groups, Group one) {
        return Stream.concat(groups.stream(), Stream.of(one.id())).collect(toUnmodifiableSet());
    }
}
