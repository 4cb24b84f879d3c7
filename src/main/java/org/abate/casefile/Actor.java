package org.abate.casefile;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who does what is being done: the signed-in person of this thread, or the system itself (timers, letters). */
final class Actor {

    static final String SYSTEM = "system";

    private Actor() {}

    static String current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || !authentication.isAuthenticated() ? SYSTEM : authentication.getName();
    }
}
