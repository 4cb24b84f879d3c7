package org.abate.access;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * The person on whose behalf this thread works, and what that person may do. Where nobody is signed in (a timer, a
 * job) every question is answered with no: the engine's own work does not ask.
 */
@Component
public class Caller {

    /** The user id where nobody is signed in. */
    public static final String SYSTEM = "system";

    /** The id of the signed-in user, or {@link #SYSTEM}. */
    public String userId() {
        return signedIn().map(Authentication::getName).orElse(SYSTEM);
    }

    /** Whether a person is signed in, so that this is not the engine's own work. */
    public boolean isSignedIn() {
        return !userId().equals(SYSTEM);
    }

    /** The ids of the groups the person belongs to. */
    public Set<String> groups() {
        return signedIn()
                .map(person -> person.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(toUnmodifiableSet()))
                .orElseGet(Set::of);
    }

    /** The ids of the offices the person is a member of, whatever the person may see there. */
    public Set<String> offices() {
        return groups().stream()
                .flatMap(group -> Group.offices(group).stream())
                .map(Office::id)
                .collect(toUnmodifiableSet());
    }

    /** The ids of the offices whose cases the person may read. */
    public Set<String> caseOffices() {
        return Arrays.stream(Office.values())
                .map(Office::id)
                .filter(this::mayReadCases)
                .collect(toUnmodifiableSet());
    }

    /** Whether the person carries the office's cases: opens them, records contacts, raises events. */
    public boolean worksIn(String office) {
        return isOneOf(office, Group::workersOf);
    }

    /** Whether the person may read the office's cases. */
    public boolean mayReadCases(String office) {
        return isOneOf(office, Group::readersOf);
    }

    /** Whether the person may see the office's penalty work: worksheets, assessments, settlement amounts. */
    public boolean maySeePenalties(String office) {
        return isOneOf(office, Group::penaltyReadersOf);
    }

    /** Whether the person assigns the office's case managers: its chief. */
    public boolean assignsCaseManagersIn(String office) {
        return isOneOf(office, each -> Set.of(each.chief(), Group.ADMINISTRATOR.id()));
    }

    /** Whether the person belongs to the office's enforcement section, as its chief too. */
    public boolean enforcesIn(String office) {
        return isOneOf(office, each -> Set.of(each.enforcement(), each.chief(), Group.ADMINISTRATOR.id()));
    }

    /** Whether the person is of the office's staff, who have its daily work, or an administrator. */
    public boolean isStaffOf(String office) {
        return isOneOf(office, each -> Set.of(each.staff(), Group.ADMINISTRATOR.id()));
    }

    /** Whether the person keeps the calendar of the commissions' meetings: their liaison. */
    public boolean keepsMeetings() {
        return groups().contains(Group.COMMISSION_LIAISON.id()) || isAdministrator();
    }

    /** Whether the person answers for the diagrams and the texts of letters: who may deploy the one may write the other. */
    public boolean managesProcesses() {
        return groups().contains(Group.PROCESS_MANAGER.id()) || isAdministrator();
    }

    /**
     * Whether the person may work out what-ifs by the penalty rules: who carries the cases or sees the penalty work of any
     * office. A what-if shows nothing of a case.
     */
    public boolean mayWorkOutPenalties() {
        return Arrays.stream(Office.values())
                .map(Office::id)
                .anyMatch(office -> worksIn(office) || maySeePenalties(office));
    }

    /** The ids of the offices whose cycle times the person may read. */
    public Set<String> cycleTimeOffices() {
        return Arrays.stream(Office.values())
                .map(Office::id)
                .filter(office -> isOneOf(office, Group::cycleTimeReadersOf))
                .collect(toUnmodifiableSet());
    }

    /** Whether the person may do everything. */
    public boolean isAdministrator() {
        return groups().contains(Group.ADMINISTRATOR.id());
    }

    private boolean isOneOf(String office, Function<Office, Set<String>> allowed) {
        return Office.of(office)
                .map(each -> !Collections.disjoint(groups(), allowed.apply(each)))
                .orElse(false);
    }

    private static Optional<Authentication> signedIn() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .filter(person -> !(person instanceof AnonymousAuthenticationToken));
    }
}
