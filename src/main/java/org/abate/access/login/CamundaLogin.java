package org.abate.access.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.abate.access.login.Memberships.Membership;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Tells Tasklist, Cockpit and Admin who has signed in here. Made by their filter, by its class name. */
public class CamundaLogin implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person != null && person.getDetails() instanceof Membership membership) {
            AuthenticationResult result = AuthenticationResult.successful(membership.user());
            result.setGroups(membership.groups());
            result.setTenants(membership.offices());
            return result;
        }
        return AuthenticationResult.unsuccessful();
    }

    /** No challenge: a browser would answer it with a password box of its own. */
    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {}
}
