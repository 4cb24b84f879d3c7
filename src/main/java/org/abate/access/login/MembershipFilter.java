package org.abate.access.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.abate.access.login.Memberships.Membership;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks up at each request what the signed-in person belongs to, so that somebody taken out of a group or removed
 * altogether loses at once what came with it, and tells the engine for whom it works. Camunda's own web applications
 * tell the engine themselves.
 */
class MembershipFilter extends OncePerRequestFilter {

    private final IdentityService identity;
    private final Memberships memberships;
    private final boolean tellsEngine;

    MembershipFilter(IdentityService identity, Memberships memberships, boolean tellsEngine) {
        this.identity = identity;
        this.memberships = memberships;
        this.tellsEngine = tellsEngine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> user = signedIn();
        if (user.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Membership> membership = memberships.of(user.get());
        if (membership.isEmpty()) {
            signOut(request);
            chain.doFilter(request, response);
            return;
        }
        refresh(membership.get());
        try {
            if (tellsEngine) {
                identity.setAuthentication(
                        membership.get().user(),
                        membership.get().groups(),
                        membership.get().offices());
            }
            chain.doFilter(request, response);
        } finally {
            if (tellsEngine) {
                identity.clearAuthentication();
            }
        }
    }

    private static Optional<String> signedIn() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(person -> !(person instanceof AnonymousAuthenticationToken))
                .filter(Authentication::isAuthenticated)
                .map(Authentication::getName);
    }

    private static void refresh(Membership membership) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(membership.signedIn());
        SecurityContextHolder.setContext(context);
    }

    private static void signOut(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
