package org.abate.access.login;

import org.camunda.bpm.engine.AuthenticationException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Checks name and password against the engine's accounts. The engine hashes, and after wrong attempts makes each
 * further one wait longer; whether an account is unknown, locked or the password wrong, the answer is the same.
 */
@Component
class EngineLogin implements AuthenticationProvider {

    private final IdentityService identity;
    private final Memberships memberships;

    EngineLogin(IdentityService identity, Memberships memberships) {
        this.identity = identity;
        this.memberships = memberships;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String user = attempt.getName();
        if (!isRight(user, String.valueOf(attempt.getCredentials()))) {
            throw new BadCredentialsException("Wrong user name or password");
        }
        return memberships
                .of(user)
                .map(Memberships.Membership::signedIn)
                .orElseThrow(() -> new BadCredentialsException("Wrong user name or password"));
    }

    private boolean isRight(String user, String password) {
        try {
            return identity.checkPassword(user, password);
        } catch (AuthenticationException locked) {
            return false;
        }
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
