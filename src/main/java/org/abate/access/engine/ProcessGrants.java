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
    record ProcessGrant(String process, Set<String> groups, Set<String> starters) {}

    /** @param groups those who may read how a decision was made */
    record DecisionGrant(String decision, Set<String> groups) {}

    /** Where accounting has tasks. */
    private static final Set<String> PAYMENTS = Set.of(
            "settlement-agreement", "assessed-penalty-payment", "suspended-penalty", "administrative-penalty-order");

    static final List<ProcessGrant> PROCESSES = List.of(
            ofOffice("air-enforcement", AIR),
            ofOffice("emission-inventory", AIR),
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
            called("conference-conciliation-persuasion", caseReaders()),
            called("compliance-schedule", caseReaders()),
            called("new-violation-follow-up", caseReaders()),
            called("public-hearing", caseReaders()),
            called("grant-in-effect", Group.readersOf(DRINKING_WATER)),
            called("minerals-notice", Group.readersOf(LAND_RECLAMATION)),
            called("coal-orders-and-notices", Group.readersOf(LAND_RECLAMATION)),
            // Penalty work: confidential, and the referral's packet holds the calculation
            called("penalty-assessment", penaltyReaders()),
            called("penalty-calculation", penaltyReaders()),
            called("penalty-assessment-notice", penaltyReaders()),
            called("attorney-general-referral", penaltyReaders()),
            called("legal-action", penaltyReaders()),
            // The failure of a letter may say what stands in it
            called("failed-step", penaltyReaders()),
            called("settlement", penaltyReaders()),
            // The same, and accounting, which records the payments: of these it sees its own tasks alone
            called("settlement-agreement", and(penaltyReaders(), Group.ACCOUNTING)),
            called("assessed-penalty-payment", and(penaltyReaders(), Group.ACCOUNTING)),
            called("suspended-penalty", and(penaltyReaders(), Group.ACCOUNTING)),
            called("administrative-penalty-order", and(penaltyReaders(), Group.ACCOUNTING)));

    static final List<DecisionGrant> DECISIONS = List.of(
            new DecisionGrant("enforcement-path", caseReaders()),
            new DecisionGrant("high-priority-violations", Group.readersOf(SOLID_WASTE)),
            new DecisionGrant("time-limits", caseReaders()),
            new DecisionGrant("monitoring-waiver", Group.readersOf(DRINKING_WATER)),
            new DecisionGrant("civil-penalty-bar", penaltyReaders()),
            new DecisionGrant("penalty-approval", penaltyReaders()));

    private ProcessGrants() {}

    /**
     * Whether a person who belongs to these groups sees nothing of a process but the tasks that are for them: accounting
     * records payments, and is told no more of the penalty than it takes.
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

    /** The processes all of whose tasks are in the inbox of somebody in these groups: not by a group that records payments. */
    static Set<String> listedWhole(Collection<String> groups) {
        return granted(groups.stream()
                .filter(group -> PAYMENTS.stream().noneMatch(process -> isOwnTasksOnly(group, process)))
                .toList());
    }

    /** Whether the group is granted its own tasks of a process, and nothing else of it. */
    static boolean isOwnTasksOnly(String group, String process) {
        return group.equals(Group.ACCOUNTING.id()) && PAYMENTS.contains(process);
    }

    private static ProcessGrant ofOffice(String process, Office office) {
        return new ProcessGrant(process, Group.readersOf(office), Group.workersOf(office));
    }

    private static ProcessGrant called(String process, Set<String> groups) {
        return new ProcessGrant(process, groups, Set.of());
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
