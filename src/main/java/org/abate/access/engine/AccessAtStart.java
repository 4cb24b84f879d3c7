package org.abate.access.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.abate.access.Group;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Writes offices, groups, grants, filters and the first accounts at every start, before the first request and before
 * anything else starts a case. In one transaction under the engine's own start-up lock: nodes that start together on
 * one database do this one after another, and the later ones find it done.
 */
@Component
class AccessAtStart implements SmartInitializingSingleton {

    private final ProcessEngine engine;
    private final boolean demonstration;
    private final Optional<String> administratorPassword;

    AccessAtStart(
            ProcessEngine engine,
            Environment environment,
            @Value("${abate.admin-password:}") String administratorPassword) {
        this.engine = engine;
        this.demonstration = environment.acceptsProfiles(Profiles.of("demo"));
        this.administratorPassword = Optional.of(administratorPassword).filter(password -> !password.isBlank());
    }

    @Override
    public void afterSingletonsInstantiated() {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.getCommandExecutorTxRequired().execute(this::write).ifPresent(AccessAtStart::tellOnce);
    }

    private Optional<String> write(CommandContext context) {
        context.getPropertyManager().acquireExclusiveLockForStartup();
        List<TasklistFilter> filters = TasklistFilter.all(engine);
        new Directory(engine).write(grants(filters));
        filters.forEach(filter -> writeOnce(context, filter));
        Accounts accounts = new Accounts(engine.getIdentityService());
        if (demonstration) {
            accounts.writeDemonstration();
            return Optional.empty();
        }
        return accounts.writeFirstAdministrator(administratorPassword);
    }

    private static List<Grant> grants(List<TasklistFilter> filters) {
        List<Grant> grants = new ArrayList<>(Grant.all());
        for (TasklistFilter filter : filters) {
            filter.readers().stream()
                    .filter(group -> !group.equals(Group.ADMINISTRATOR.id()))
                    .forEach(group -> grants.add(Grant.filter(group, filter.id())));
        }
        return grants;
    }

    /** What the administrator has changed about a filter stays. */
    private static void writeOnce(CommandContext context, TasklistFilter filter) {
        if (context.getDbEntityManager().selectById(FilterEntity.class, filter.id()) == null) {
            context.getDbEntityManager().insert(filter.toEntity());
        }
    }

    /** On standard output, never through the logger: a log is kept, copied and read by others. */
    private static void tellOnce(String password) {
        System.out.printf(
                "%nFirst start: sign in as %s with the password %s and change it. It is not shown again.%n%n",
                Group.ADMINISTRATOR.id(), password);
    }
}
