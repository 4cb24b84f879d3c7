package org.abate.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.abate.desk.DeskCases.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What no honest program sends is refused quickly and in words: no stack trace, no class name, nothing stored. */
@DeskTest
class HostileInputTest {

    @Autowired
    private DeskCases cases;

    @LocalServerPort
    private int port;

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("nothing", "", 400),
                Arguments.of("no JSON", "program=tanks", 400),
                Arguments.of("half an object", "{\"program\": \"tanks\"", 400),
                Arguments.of("something after it", "{} {}", 400),
                Arguments.of("a property twice", "{\"program\": \"tanks\", \"program\": \"air\"}", 400),
                Arguments.of("too deep", "[".repeat(200_000), 400),
                Arguments.of("a number without end", "{\"program\": 1" + "0".repeat(5_000) + "}", 400),
                Arguments.of("a list", "[]", 422),
                Arguments.of("a text", "\"tanks\"", 422),
                Arguments.of("null", "null", 422),
                Arguments.of("a number beyond all", "{\"facility\": {\"id\": 1e999999999}}", 422),
                Arguments.of(
                        "half a character", "{\"program\": \"tanks\", \"facility\": {\"name\": \"\\ud800\"}}", 422),
                Arguments.of(
                        "a null character", "{\"program\": \"tanks\", \"facility\": {\"name\": \"a\\u0000b\"}}", 422),
                Arguments.of("too large", "{\"program\": \"" + "x".repeat(1_000_000) + "\"}", 413));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    @Timeout(60)
    void aBodyIsRefusedInWords(String what, String body, int status) throws Exception {
        Answer answer = cases.post("tanks-staff", "/api/cases", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(answer.text()).doesNotContain("com.fasterxml", "java.", "org.abate", "Exception");
    }

    @Test
    @Timeout(60)
    void aHundredThousandFaultsAreNotAllListed() throws Exception {
        StringBuilder body = new StringBuilder("{");
        for (int i = 0; i < 100_000; i++) {
            body.append(i == 0 ? "" : ",").append("\"").append(i).append("\":0");
        }
        Answer answer = cases.post("tanks-staff", "/api/cases", body.append("}").toString());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(cases.faults(answer)).hasSize(201).last().isEqualTo("body");
    }

    @Test
    void aBodyThatIsNotUtf8IsRefused() throws Exception {
        HttpResponse<String> answer = send(request("/api/cases")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'})));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/nothing,             404",
        "DELETE, /api/cases,               405",
        "PUT,    /api/cases/TK-2026-00001, 405",
        "POST,   /api/cases,               415",
        "GET,    /api/cases;a=b,          400"
    })
    void whatNoOperationTakesIsAnsweredAsAProblemToo(String method, String path, int status) throws Exception {
        HttpResponse<String> answer = send(request(path).method(method, HttpRequest.BodyPublishers.ofString("x")));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"detail\"").doesNotContain("trace", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TK-2026-99999", "tk", "%27", "%F0%9F%9B%A2", "TK-2026-00001%27--"})
    void aCaseNumberThatIsNoneIsNotFound(String number) throws Exception {
        for (String part : new String[] {"", "/documents", "/documents/1", "/contacts", "/timeline", "/assessments"}) {
            assertThat(send(request("/api/cases/" + number + part).GET()).statusCode())
                    .isEqualTo(404);
        }
    }

    private HttpRequest.Builder request(String path) {
        String credentials = Base64.getEncoder().encodeToString("tanks-staff:demo".getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Basic " + credentials);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
