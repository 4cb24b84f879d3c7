package org.abate.access.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;

/**
 * The engine's check that a thing belongs to one of the caller's offices. The engine reports a violation as a fault of
 * its own (500); it is a refusal (403).
 */
final class OfficeCheck {

    private OfficeCheck() {}

    static CommandChecker refusing() {
        CommandChecker check = new TenantCommandChecker();
        return (CommandChecker) Proxy.newProxyInstance(
                OfficeCheck.class.getClassLoader(),
                new Class<?>[] {CommandChecker.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(check, arguments);
                    } catch (InvocationTargetException violation) {
                        throw refusal(violation.getCause());
                    }
                });
    }

    private static Throwable refusal(Throwable violation) {
        if (violation instanceof ProcessEngineException && !(violation instanceof AuthorizationException)) {
            AuthorizationException refusal = new AuthorizationException(violation.getMessage());
            refusal.initCause(violation);
            return refusal;
        }
        return violation;
    }
}
