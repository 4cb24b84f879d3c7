package org.abate.access.login;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.abate.access.Caller;
import org.abate.access.Group;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the engine's account of somebody whom the department's identity provider has recognised (OpenID Connect).
 * Where the provider says the groups too, it leads: the account is made at the first sign-on and its groups follow the
 * provider at each; else the account must be there, and its groups are kept in Camunda Admin.
 */
@Component
class SingleSignOn implements OAuth2UserService<OidcUserRequest, OidcUser> {

    /** Recognised, but nobody here: the error code of the refusal. */
    static final String NO_ACCOUNT = "no_account";

    private static final Logger LOG = LoggerFactory.getLogger(SingleSignOn.class);

    /** They are no persons: the application itself, and the account that works when the provider does not. */
    private static final Set<String> NOT_BY_SIGN_ON = Set.of(Caller.SYSTEM, Group.ADMINISTRATOR.id());

    private final OAuth2UserService<OidcUserRequest, OidcUser> provider = new OidcUserService();
    private final IdentityService identity;
    private final ObjectProvider<InMemoryClientRegistrationRepository> registrations;
    private final String userClaim;
    private final Optional<String> groupsClaim;

    SingleSignOn(
            IdentityService identity,
            ObjectProvider<InMemoryClientRegistrationRepository> registrations,
            @Value("${abate.single-sign-on.user-claim}") String userClaim,
            @Value("${abate.single-sign-on.groups-claim:}") String groupsClaim) {
        this.identity = identity;
        this.registrations = registrations;
        this.userClaim = userClaim;
        this.groupsClaim = Optional.of(groupsClaim).filter(claim -> !claim.isBlank());
    }

    /** The providers there are to sign on with, by the address that leads there; none where none is configured. */
    Map<String, String> providers() {
        Map<String, String> providers = new TreeMap<>();
        registrations.ifAvailable(all -> {
            for (ClientRegistration each : all) {
                providers.put("/oauth2/authorization/" + each.getRegistrationId(), each.getClientName());
            }
        });
        return providers;
    }

    /**
     * Whoever is refused has lost the groups that the provider no longer says.
     *
     * @throws OAuth2AuthenticationException with {@link #NO_ACCOUNT} if the person is nobody here
     */
    @Override
    @Transactional(noRollbackFor = OAuth2AuthenticationException.class)
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser person = provider.loadUser(request);
        String user = person.getClaimAsString(userClaim);
        if (user == null || user.isBlank()) {
            throw refused("the claim '" + userClaim + "' is not there");
        }
        if (NOT_BY_SIGN_ON.contains(user)) {
            throw refused("'" + user + "' signs in with a password only");
        }
        if (groupsClaim.isPresent()) {
            follow(person, user, known(person));
        } else if (!exists(user)) {
            throw refused("there is no user '" + user + "'");
        }
        return new DefaultOidcUser(person.getAuthorities(), person.getIdToken(), person.getUserInfo(), userClaim);
    }

    private Set<String> known(OidcUser person) {
        List<String> groups = person.getClaimAsStringList(groupsClaim.orElseThrow());
        Set<String> known = new HashSet<>(groups == null ? List.of() : groups);
        known.retainAll(Group.all().keySet());
        return known;
    }

    private void follow(OidcUser person, String user, Set<String> groups) {
        Set<String> present = new HashSet<>();
        identity.createGroupQuery().groupMember(user).list().forEach(group -> present.add(group.getId()));
        List<String> gone = new ArrayList<>(present);
        gone.removeAll(groups);
        gone.forEach(group -> identity.deleteMembership(user, group));
        if (groups.isEmpty()) {
            throw refused("none of the groups of '" + user + "' is one of ours");
        }
        if (!exists(user)) {
            identity.saveUser(account(person, user));
        }
        groups.removeAll(present);
        groups.forEach(group -> identity.createMembership(user, group));
    }

    private User account(OidcUser person, String id) {
        User user = identity.newUser(id);
        user.setFirstName(person.getGivenName());
        user.setLastName(person.getFamilyName());
        user.setEmail(person.getEmail());
        // Nobody's: the provider asks for the password. In the form that the password policy wants
        user.setPassword("Aa1!" + UUID.randomUUID() + UUID.randomUUID());
        return user;
    }

    private boolean exists(String user) {
        return identity.createUserQuery().userId(user).count() > 0;
    }

    private static OAuth2AuthenticationException refused(String reason) {
        LOG.warn("Single sign-on refused: {}", reason);
        return new OAuth2AuthenticationException(new OAuth2Error(NO_ACCOUNT), reason);
    }
}
