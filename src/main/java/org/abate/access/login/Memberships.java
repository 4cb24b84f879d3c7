package org.abate.access.login;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.abate.access.Caller;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** The groups and offices of a user, as the engine's identity tables have them now. */
@Component
class Memberships {

    private final IdentityService identity;

    Memberships(IdentityService identity) {
        this.identity = identity;
    }

    /**
     * Nothing if there is no such user (any more), or if it bears the name under which the application itself works. To
     * be asked while the engine acts for nobody.
     */
    Optional<Membership> of(String user) {
        if (Caller.SYSTEM.equals(user)
                || identity.createUserQuery().userId(user).count() == 0) {
            return Optional.empty();
        }
        List<String> groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        List<String> offices = identity.createTenantQuery().userMember(user).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId)
                .toList();
        return Optional.of(new Membership(user, groups, offices));
    }

    /** @param offices tenant ids */
    record Membership(String user, List<String> groups, List<String> offices) implements Serializable {

        /** The groups are the authorities; the password is not kept; the details are this membership. */
        Authentication signedIn() {
            UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken.authenticated(
                    user, null, AuthorityUtils.createAuthorityList(groups));
            token.setDetails(this);
            return token;
        }
    }
}
