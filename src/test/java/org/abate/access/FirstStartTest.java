package org.abate.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.abate.Abate;
import org.abate.TestDatabase;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The first starts on an empty database, as the operator sees them. */
@Tag("database")
@ExtendWith(OutputCaptureExtension.class)
class FirstStartTest {

    private static final Pattern TOLD = Pattern.compile("sign in as camunda-admin with the password (\\S+) and");

    @Test
    void theAdministratorsPasswordIsPrintedOnceAndNeverLogged(CapturedOutput output) {
        ConfigurableApplicationContext application = start(Map.of());
        Matcher told = TOLD.matcher(output.getOut());
        assertThat(told.find()).isTrue();
        String password = told.group(1);
        assertThat(password).hasSize(20);
        assertThat(output.getAll().lines().filter(line -> line.contains(password)))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("First start: "));
        assertThat(application.getBean(IdentityService.class).checkPassword("camunda-admin", password))
                .isTrue();
    }

    @Test
    void theOperatorsOwnPasswordIsTakenAndNothingPrinted(CapturedOutput output) {
        ConfigurableApplicationContext application = start(Map.of("ABATE_ADMIN_PASSWORD", "s3cret"));
        assertThat(output.getAll()).doesNotContain("s3cret").doesNotContain("sign in as");
        assertThat(application.getBean(IdentityService.class).checkPassword("camunda-admin", "s3cret"))
                .isTrue();
    }

    /** H2 carries one node only, and the engine takes no lock there. */
    @Test
    @EnabledIfSystemProperty(named = "abate.test.database", matches = "postgresql")
    void nodesThatStartTogetherWriteEverythingOnce() throws Exception {
        ConfigurableApplicationContext first = start(Map.of());
        AuthorizationService authorization = first.getBean(AuthorizationService.class);
        IdentityService identity = first.getBean(IdentityService.class);
        FilterService filters = first.getBean(FilterService.class);
        long grants = authorization.createAuthorizationQuery().count();
        long lists = filters.createFilterQuery().count();
        authorization.createAuthorizationQuery().list().forEach(row -> authorization.deleteAuthorization(row.getId()));
        filters.createFilterQuery().list().forEach(filter -> filters.deleteFilter(filter.getId()));
        identity.createGroupQuery().list().forEach(group -> identity.deleteGroup(group.getId()));
        identity.createTenantQuery().list().forEach(tenant -> identity.deleteTenant(tenant.getId()));
        identity.createUserQuery().list().forEach(user -> identity.deleteUser(user.getId()));
        Runnable writes =
                () -> first.getBean("accessAtStart", org.springframework.beans.factory.SmartInitializingSingleton.class)
                        .afterSingletonsInstantiated();
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        List<Future<Object>> starts =
                nodes.invokeAll(Collections.<Callable<Object>>nCopies(4, Executors.callable(writes)));
        for (Future<Object> node : starts) {
            node.get();
        }
        nodes.shutdown();
        assertThat(authorization.createAuthorizationQuery().count()).isEqualTo(grants);
        assertThat(filters.createFilterQuery().count()).isEqualTo(lists);
        assertThat(identity.createUserQuery().count()).isEqualTo(1);
        assertThat(identity.createGroupQuery().count()).isEqualTo(Group.all().size());
    }

    /** Ends with the tests: who closes one takes Camunda's pages away from all that run beside it. */
    private static ConfigurableApplicationContext start(Map<String, Object> environment) {
        SpringApplication application = new SpringApplication(Abate.class);
        application.addInitializers(new TestDatabase(), context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("operator", environment)));
        return application.run("--server.port=0");
    }
}
