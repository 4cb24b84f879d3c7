package org.abate.access.engine;

import java.util.ArrayList;
import java.util.List;
import org.abate.access.GuardedTaskService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/** Builds the rules of this module into the engine. */
@Component
class EngineAccess extends AbstractProcessEnginePlugin {

    /** Ids of ours carry hyphens, which the engine refuses by default; user ids may be mail addresses. */
    private static final String ID = "[a-zA-Z0-9][a-zA-Z0-9._@-]*";

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        IdentityService identity = engine.getIdentityService();
        engine.setUserResourceWhitelistPattern(ID);
        engine.setGroupResourceWhitelistPattern(ID);
        engine.setTenantResourceWhitelistPattern(ID);
        engine.setResourceAuthorizationProvider(new NoRowPerTask());
        engine.setTenantIdProvider(new OfficeOfCase(identity));
        engine.setCommandCheckers(List.of(OfficeCheck.refusing(), new TaskRights(identity)));
        if (!(engine.getTaskService() instanceof GuardedTaskService)) {
            engine.setTaskService(new GuardedTaskService(engine));
        }
        engine.setCustomSessionFactories(with(engine.getCustomSessionFactories(), new InboxCheck.Factory()));
        engine.setCustomPreBPMNParseListeners(
                with(engine.getCustomPreBPMNParseListeners(), (BpmnParseListener) new OfficeProperty()));
        engine.setCustomPreCommandInterceptorsTxRequired(with(
                engine.getCustomPreCommandInterceptorsTxRequired(), (CommandInterceptor) new SettledByDiagram(engine)));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                with(engine.getCustomPreCommandInterceptorsTxRequiresNew(), new SettledByDiagram(engine)));
    }

    /** Other plugins add theirs too. */
    private static <T> List<T> with(List<T> present, T added) {
        List<T> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.add(added);
        return all;
    }
}
