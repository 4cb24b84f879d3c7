package org.abate.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.abate.TestDatabase;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A person signs on with an identity provider that says the groups; the browser's whole way, there and back. */
@Tag("database")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "abate.single-sign-on.groups-claim=groups",
            "spring.security.oauth2.client.registration.department.client-name=the department's account",
            "spring.security.oauth2.client.registration.department.client-id=abate",
            "spring.security.oauth2.client.registration.department.client-secret=known-to-this-test-only",
            "spring.security.oauth2.client.registration.department.scope=openid,profile"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles("demo")
class SingleSignOnTest {

    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();

    @Autowired
    private IdentityService identity;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        PROVIDER.start();
        properties.add(
                "spring.security.oauth2.client.provider.department.issuer-uri",
                () -> PROVIDER.issuerUrl("department").toString());
    }

    @AfterAll
    static void stop() {
        PROVIDER.shutdown();
    }

    @Test
    void theLoginPageOffersIt() {
        assertThat(new Visitor().open("/login").body())
                .contains("href=\"/oauth2/authorization/department\"", "Sign in with the department&#39;s account")
                .contains("name=\"password\"");
    }

    @Test
    void whoIsNewGetsAnAccountWithTheGroupsThatAreKnownHere() {
        HttpResponse<String> page = new Visitor().signOn("r.newcomer", "tanks-staff", "all-employees");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo("/");
        User account = identity.createUserQuery().userId("r.newcomer").singleResult();
        assertThat(account.getFirstName()).isEqualTo("Rosa");
        assertThat(account.getLastName()).isEqualTo("Newcomer");
        assertThat(groups("r.newcomer")).containsExactly("tanks-staff");
    }

    @Test
    void oneSignOnOpensThePagesTheRestInterfacesAndTasklist() {
        Visitor visitor = new Visitor();
        assertThat(visitor.open("/cases").uri().getPath()).isEqualTo("/login");
        HttpResponse<String> page = visitor.signOn("one.for-all", "tanks-staff");
        assertThat(page.uri().getPath()).isEqualTo("/cases");
        assertThat(visitor.ask("/api/cases").statusCode()).isEqualTo(200);
        assertThat(visitor.ask("/engine-rest/task").statusCode()).isEqualTo(200);
        assertThat(visitor.open("/camunda/app/tasklist/default/").uri().getPath())
                .isEqualTo("/camunda/app/tasklist/default/");
        assertThat(visitor.ask("/camunda/api/admin/auth/user/default").body()).contains("\"userId\":\"one.for-all\"");
    }

    @Test
    void groupsFollowTheProviderAtEachSignOn() {
        new Visitor().signOn("m.mover", "tanks-staff");
        Visitor elsewhere = new Visitor();
        elsewhere.signOn("m.mover", "air-staff", "air-enforcement");
        assertThat(groups("m.mover")).containsExactlyInAnyOrder("air-staff", "air-enforcement");
        HttpResponse<String> page = new Visitor().signOn("m.mover", "all-employees");
        assertThat(page.uri()).hasPath("/login").hasQuery("unknown");
        assertThat(groups("m.mover")).isEmpty();
    }

    @Test
    void whoHasNoGroupHereIsToldSoAndGetsNoAccount() {
        HttpResponse<String> page = new Visitor().signOn("p.outsider", "all-employees");
        assertThat(page.uri()).hasPath("/login").hasQuery("unknown");
        assertThat(page.body()).contains("You have been recognized, but you have no account or no group here");
        assertThat(identity.createUserQuery().userId("p.outsider").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"camunda-admin", "system"})
    void theLocalAdministratorAndTheSystemAreNobodyWhoSignsOn(String name) {
        assertThat(new Visitor().signOn(name, "camunda-admin").uri())
                .hasPath("/login")
                .hasQuery("unknown");
    }

    @Test
    void anAnswerThatNobodyAskedForSignsNobodyIn() {
        HttpResponse<String> page = new Visitor().open("/login/oauth2/code/department?code=stolen&state=made-up");
        assertThat(page.uri()).hasPath("/login").hasQuery("interrupted");
        assertThat(page.body()).contains("The sign-on was interrupted");
    }

    private List<String> groups(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }

    /** A browser: keeps cookies and goes where it is sent. */
    private final class Visitor {

        private final HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();

        HttpResponse<String> signOn(String name, String... groups) {
            PROVIDER.enqueueCallback(new DefaultOAuth2TokenCallback(
                    "department",
                    "8f3a-" + name,
                    "JWT",
                    List.of("abate"),
                    Map.of(
                            "preferred_username",
                            name,
                            "given_name",
                            "Rosa",
                            "family_name",
                            "Newcomer",
                            "groups",
                            List.of(groups)),
                    3600));
            return open("/oauth2/authorization/department");
        }

        HttpResponse<String> open(String path) {
            return get(path, "text/html");
        }

        HttpResponse<String> ask(String path) {
            return get(path, "application/json");
        }

        private HttpResponse<String> get(String path, String type) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .header("Accept", type)
                    .build();
            return browser.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                    .join();
        }
    }
}
