package org.abate.access.engine;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Optional;
import org.abate.access.Office;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * Gives every process instance and every recorded decision the office it belongs to. What belongs to no office would
 * be seen by all of them, so nothing is started without one, and nobody starts a case in an office that is not theirs.
 */
class OfficeOfCase implements TenantIdProvider {

    /** For decisions evaluated apart from any case, and for what watches over the cases of all: a tenant without members, seen by the administrator alone. */
    static final String NO_OFFICE = "none";

    private final IdentityService identity;

    OfficeOfCase(IdentityService identity) {
        this.identity = identity;
    }

    /** The calling case's office; else the diagram's, or none where it says so and starts by itself; else, for a building block tried alone, its variable office. */
    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
        ProcessDefinitionEntity definition = (ProcessDefinitionEntity) start.getProcessDefinition();
        String office = Optional.ofNullable(start.getSuperExecution())
                .map(DelegateExecution::getTenantId)
                .or(() -> Optional.ofNullable(OfficeProperty.of(definition)))
                .or(() -> Optional.ofNullable(start.getVariables().get(OfficeProperty.NAME))
                        .map(Object::toString))
                .orElse(null);
        if (NO_OFFICE.equals(office) && NO_OFFICE.equals(OfficeProperty.of(definition))) {
            if (ActingPerson.of(identity).isPresent()) {
                throw new AuthorizationException("'%s' starts by itself.".formatted(definition.getKey()));
            }
            return office;
        }
        if (Office.of(office).isEmpty()) {
            throw new AuthorizationException(("The process '%s' names no office, so nobody could be shown its cases. "
                            + "Give it the extension property 'office' in the Modeler, one of: %s.")
                    .formatted(
                            definition.getKey(),
                            Arrays.stream(Office.values()).map(Office::id).collect(joining(", "))));
        }
        ActingPerson.of(identity)
                .filter(person -> !person.getTenantIds().contains(office))
                .ifPresent(person -> {
                    throw new AuthorizationException("'%s' is not of the office '%s' and cannot start '%s' there."
                            .formatted(person.getUserId(), office, definition.getKey()));
                });
        return office;
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext decision) {
        return Optional.ofNullable(decision.getExecution())
                .or(() ->
                        Optional.ofNullable(Context.getBpmnExecutionContext()).map(BpmnExecutionContext::getExecution))
                .map(DelegateExecution::getTenantId)
                .orElse(NO_OFFICE);
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext start) {
        throw new AuthorizationException("Case plans (CMMN) are not used here. Draw the case as a process.");
    }
}
