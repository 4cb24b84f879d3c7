package org.abate.access.engine;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.abate.access.Group;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;

/**
 * The person for whom the engine works on this thread. Timers and jobs act for nobody, and the administrator is not
 * bound by what these rules say.
 */
public final class ActingPerson {

    private ActingPerson() {}

    /** Nothing for the engine's own work and for the administrator. */
    static Optional<Authentication> of(IdentityService identity) {
        return Optional.ofNullable(identity.getCurrentAuthentication())
                .filter(person -> person.getUserId() != null)
                .filter(person -> !person.getGroupIds().contains(Group.ADMINISTRATOR.id()));
    }

    /** Whether a person other than the administrator asks, and not a delegate or service in the engine's course. */
    public static boolean actsFromOutside(ProcessEngineConfigurationImpl engine) {
        return Context.getCommandContext() == null
                && of(engine.getIdentityService()).isPresent();
    }

    /** Whether a person asks, the administrator too. */
    static boolean isAnybodyFromOutside(ProcessEngineConfigurationImpl engine) {
        return Context.getCommandContext() == null
                && engine.getIdentityService().getCurrentAuthentication() != null
                && engine.getIdentityService().getCurrentAuthentication().getUserId() != null;
    }

    static boolean isOneOf(Authentication person, Set<String> groups) {
        return person.getGroupIds().stream().anyMatch(groups::contains);
    }

    /** Asks the engine a question for which the person's own grants do not count. */
    static <T> T asked(IdentityService identity, Supplier<T> question) {
        Authentication person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return question.get();
        } finally {
            identity.setAuthentication(person);
        }
    }
}
