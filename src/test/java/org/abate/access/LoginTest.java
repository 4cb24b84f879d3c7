package org.abate.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@RunningApplication
class LoginTest {

    private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");

    @Autowired
    private Rest rest;

    @Autowired
    private IdentityService identity;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/cases",
                "/v3/api-docs",
                "/actuator",
                "/actuator/prometheus",
                "/actuator/env",
                "/h2-console",
                "/engine-rest/engine",
                "/engine-rest/version",
                "/engine-rest/task",
                "/engine-rest/history/variable-instance",
                "/camunda/app/tasklist/",
                "/camunda/app/tasklist/default/",
                "/camunda/api/engine/engine/",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/auth/user/default",
                "/camunda/lib/deps.js",
                "/camunda",
                "/camunda-welcome",
                "/webjars/bpmn-js/8.0.0/dist/bpmn-viewer.development.js",
                "/no-such-page"
            })
    void nothingAnswersWithoutALogin(String path) {
        assertThat(rest.nobody().get(path).status()).isEqualTo(401);
        assertThat(rest.nobody().get(path).header("WWW-Authenticate")).isNull();
        assertThat(rest.nobody().get(path).header("Content-Type")).startsWith("application/problem+json");
        assertThat(rest.nobody().get(path).text()).contains("\"status\":401", "Nobody is signed in: ", "\"errors\":[]");
        assertThat(rest.nobody().get(path, "Accept", "text/html").header("Location"))
                .endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/access/login.css",
                "/access/icon.svg",
                "/webjars/bootstrap/5.3.8/css/bootstrap.min.css",
                "/actuator/health"
            })
    void theLoginPageItsLooksAndHealthAnswerEverybody(String path) {
        assertThat(rest.nobody().get(path).status()).isEqualTo(200);
    }

    @Test
    void healthTellsItsDetailsToTheAdministratorOnly() {
        assertThat(rest.nobody().get("/actuator/health").text()).doesNotContain("components");
        assertThat(rest.as("tanks-staff").get("/actuator/health").text()).doesNotContain("components");
        assertThat(rest.as("camunda-admin").get("/actuator/health").text()).contains("components");
    }

    @Test
    void manyWhoOpenTasklistAtOnceEachGetThePageThatGoesWithItsHeaders() {
        Rest.Person person = signedIn("tanks-staff");
        List<Rest.Answer> pages = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> person.get("/camunda/app/tasklist/default/"))
                .toList();
        assertThat(pages).allSatisfy(page -> {
            Matcher nonce = NONCE.matcher(page.header("Content-Security-Policy"));
            assertThat(nonce.find()).isTrue();
            assertThat(page.text()).contains("nonce=\"" + nonce.group(1) + "\"");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task", "/v3/api-docs", "/actuator/prometheus"})
    void basicCredentialsOpenTheRestInterfaces(String path) {
        assertThat(rest.as("tanks-staff").get(path).status()).isEqualTo(200);
        assertThat(rest.as("nobody-of-ours").get(path).status()).isEqualTo(401);
    }

    @Test
    void theMetricsTellTheOperatorWhatWaitsAndWhatFailed() {
        assertThat(rest.as("tanks-staff").get("/actuator/prometheus").text())
                .contains("abate_incidents_open ", "abate_jobs_due ", "abate_tasks_open{office=\"tanks\"} ");
    }

    @Test
    void noNumberOfWrongPasswordsLocksAnAccountForGood() {
        for (int attempt = 1; attempt <= 12; attempt++) {
            assertThat(rest.as("air-staff", "wrong").get("/engine-rest/task").status())
                    .isEqualTo(401);
            assertThat(rest.as("air-staff").get("/engine-rest/task").status())
                    .as("right after wrong password %s", attempt)
                    .isEqualTo(401);
            if (attempt < 12) {
                later(Duration.ofMinutes(15));
            }
        }

        later(Duration.ofMinutes(14));
        assertThat(rest.as("air-staff").get("/engine-rest/task").status()).isEqualTo(401);
        later(Duration.ofMinutes(1));
        assertThat(rest.as("air-staff").get("/engine-rest/task").status()).isEqualTo(200);
    }

    @Test
    void anAdministratorOpensAnAccountThatWaits() {
        rest.as("air-chief", "wrong").get("/engine-rest/task");
        assertThat(rest.as("air-chief").get("/engine-rest/task").status()).isEqualTo(401);

        assertThat(rest.as("camunda-admin")
                        .post("/engine-rest/user/air-chief/unlock", "")
                        .status())
                .isEqualTo(204);
        assertThat(rest.as("air-chief").get("/engine-rest/task").status()).isEqualTo(200);
    }

    /** The engine's clock, a second further than the wait. */
    private static void later(Duration wait) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(wait).plusSeconds(1)));
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void aWrongPasswordIsAnsweredLikeAnUnknownUserAndHoldsBackTheNextAttempt() {
        Rest.Answer wrong = rest.as("water-staff", "wrong").get("/engine-rest/task");
        Rest.Answer unknown = rest.as("nobody-of-ours", "wrong").get("/engine-rest/task");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text()).isEqualTo(unknown.text());
        assertThat(rest.as("water-staff").get("/engine-rest/task").status()).isEqualTo(401);
    }

    @Test
    void theFormSignsInForEverythingAndTheSessionIsANewOne() {
        Rest.Person person = rest.nobody();
        String before = person.get("/login").header("Set-Cookie");
        assertThat(before).contains("HttpOnly").contains("SameSite=Lax");
        Rest.Answer answer = person.form("/login", "username=air-staff&password=demo&_csrf=" + csrf(person));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/");
        assertThat(answer.header("Set-Cookie")).startsWith("JSESSIONID=").isNotEqualTo(before);
        assertThat(person.get("/engine-rest/task").status()).isEqualTo(200);
        assertThat(person.get("/v3/api-docs").status()).isEqualTo(200);
        assertThat(person.get("/camunda/app/tasklist/default/").status()).isEqualTo(200);
        assertThat(person.get("/camunda/api/admin/auth/user/default")
                        .json()
                        .get("userId")
                        .asText())
                .isEqualTo("air-staff");
        assertThat(person.get("/camunda/app/admin/default/").status()).isEqualTo(403);
    }

    @Test
    void signingOutEndsTheSession() {
        Rest.Person person = signedIn("air-enforcement");
        String token = person.get("/csrf-for-tests").text();
        assertThat(person.form("/logout", "_csrf=" + token, "Accept", "text/html")
                        .header("Location"))
                .endsWith("/login?logout");
        assertThat(person.get("/engine-rest/task").status()).isEqualTo(401);
        assertThat(person.get("/login?logout").text()).contains("You have signed out");
    }

    @Test
    void camundasOwnSignOutEndsTheSessionToo() {
        Rest.Person person = signedIn("air-chief");
        assertThat(person.post("/camunda/api/admin/auth/user/default/logout", "")
                        .status())
                .isEqualTo(204);
        assertThat(person.get("/engine-rest/task").status()).isEqualTo(401);
    }

    @Test
    void aWrongPasswordInTheFormIsSaidInWords() {
        Rest.Person person = rest.nobody();
        String token = csrf(person);
        assertThat(person.form("/login", "username=air-director&password=nope&_csrf=" + token)
                        .header("Location"))
                .endsWith("/login?error");
        assertThat(person.get("/login?error").text()).contains("The user name or the password is wrong");
    }

    @Test
    void aSessionAloneChangesNothingWithoutTheTokenAgainstForgery() {
        Rest.Person person = signedIn("tanks-chief");
        assertThat(person.form("/logout", "").status()).isEqualTo(403);
        assertThat(person.post("/engine-rest/task/count", "{}").status()).isEqualTo(403);
        String token = person.get("/csrf-for-tests").text();
        assertThat(person.post("/engine-rest/task/count", "{}", "X-CSRF-TOKEN", token)
                        .status())
                .isEqualTo(200);
        assertThat(person.post("/camunda/api/engine/engine/default/task/count", "{}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theSignInFormItselfIsGuardedAgainstForgery() {
        assertThat(rest.nobody()
                        .form("/login", "username=air-staff&password=demo")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/identity/verify",
                "/engine-rest/identity/verify/",
                "/engine-rest/identity/%76erify",
                "/engine-rest/engine/default/identity/verify",
                "/camunda/api/engine/engine/default/identity/verify",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "/camunda/api/admin/setup/default/user/create"
            })
    void noOtherWayTriesAPasswordOrMakesAUser(String path) {
        assertThat(signedIn("process-analyst").post(path, "{}").status()).isEqualTo(403);
        assertThat(rest.nobody().post(path, "{}").status()).isIn(401, 403);
    }

    @Test
    void pagesAreNotFramedAndRunOurScriptsOnly() {
        Rest.Answer login = rest.nobody().get("/login");
        assertThat(login.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(login.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(login.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(login.header("Cache-Control")).contains("no-store");
        Rest.Answer tasklist = signedIn("air-staff").get("/camunda/app/tasklist/default/");
        assertThat(tasklist.header("Content-Security-Policy"))
                .contains("frame-ancestors 'none'", "allow-popups-to-escape-sandbox");
    }

    @Test
    void whoIsRemovedWhileSignedInIsOut() {
        identity.saveUser(newcomer());
        identity.createMembership("newcomer", "tanks-staff");
        Rest.Person person = signedIn("newcomer");
        assertThat(person.get("/engine-rest/process-definition/count")
                        .json()
                        .get("count")
                        .asInt())
                .isPositive();
        identity.deleteMembership("newcomer", "tanks-staff");
        assertThat(person.get("/engine-rest/process-definition/count")
                        .json()
                        .get("count")
                        .asInt())
                .isZero();
        identity.deleteUser("newcomer");
        assertThat(person.get("/engine-rest/task").status()).isEqualTo(401);
        assertThat(person.get("/camunda/api/engine/engine/default/task").status())
                .isEqualTo(401);
    }

    private User newcomer() {
        User user = identity.newUser("newcomer");
        user.setPassword("Correct-horse-7-battery");
        return user;
    }

    private Rest.Person signedIn(String user) {
        Rest.Person person = rest.nobody();
        String password = user.equals("newcomer") ? "Correct-horse-7-battery" : "demo";
        String form = "username=" + user + "&password=" + password + "&_csrf=" + csrf(person);
        assertThat(person.form("/login", form).header("Location")).doesNotContain("error");
        return person;
    }

    /** The token in the form of the login page. */
    private static String csrf(Rest.Person person) {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(person.get("/login").text());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }
}
