package org.abate.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every page tells the browser, so that nobody frames it, keeps it, or runs a script of theirs in it. */
@RunningDesk
class PageHeadersTest {

    @Autowired
    private DeskCases cases;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/cases",
                "/cases/new",
                "/cases/{case}",
                "/cycle-times/heat-map",
                "/api/cases/{case}/documents/{letter}",
                "/nowhere"
            })
    void aPageIsNotFramedNotKeptAndRunsOurScriptsOnly(String path) throws Exception {
        String number = cases.open();
        String address = path.replace("{case}", number)
                .replace("{letter}", "" + cases.file(number, false).id());

        HttpHeaders headers = get(address, "http");

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    @Test
    void theCookieOfASessionIsForThisSiteAndNoScriptAndOverTlsOnly() throws Exception {
        assertThat(cookie("http"))
                .anyMatch(flag -> flag.startsWith("JSESSIONID="))
                .contains("HttpOnly", "SameSite=Lax");
        assertThat(cookie("https")).contains("HttpOnly", "SameSite=Lax", "Secure");
        assertThat(get("/login", "https").firstValue("Strict-Transport-Security"))
                .isPresent();
    }

    private List<String> cookie(String scheme) throws Exception {
        return List.of(
                get("/login", scheme).firstValue("Set-Cookie").orElseThrow().split("; "));
    }

    /** As a proxy passes on what came in with this scheme. */
    private HttpHeaders get(String path, String scheme) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("X-Forwarded-Proto", scheme)
                .header("Accept", "text/html, application/pdf");
        if (!path.equals("/login")) {
            String credentials = "tanks-staff:demo";
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .headers();
    }
}
