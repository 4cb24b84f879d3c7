package org.abate.access.login;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence what to do where the application cannot start because its identity provider does not answer. */
class ProviderUnreachable extends AbstractFailureAnalyzer<BeanCreationException> {

    private static final String PROVIDERS = "clientRegistrationRepository";

    @Override
    protected FailureAnalysis analyze(Throwable failure, BeanCreationException cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof BeanCreationException bean && PROVIDERS.equals(bean.getBeanName())) {
                return new FailureAnalysis(
                        "The identity provider cannot be used: " + reason(bean),
                        "Start it, or correct the settings spring.security.oauth2.client.*; without them people sign in"
                                + " with a password.",
                        failure);
            }
        }
        return null;
    }

    /** The message that names the provider's address or the setting; below it are those of the network. */
    private static String reason(BeanCreationException bean) {
        Throwable told = bean;
        while (told.getCause() != null && told.getClass().getPackageName().startsWith("org.springframework.beans")) {
            told = told.getCause();
        }
        return String.valueOf(told.getMessage());
    }
}
