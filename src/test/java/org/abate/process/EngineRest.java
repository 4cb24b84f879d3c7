package org.abate.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** The engine's REST interface, as one of the demonstration's people uses it. */
@TestComponent
class EngineRest {

    /** What came back. */
    record Answer(int status, JsonNode body) {

        String message() {
            return body.path("message").asText();
        }
    }

    private final Environment environment;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    EngineRest(Environment environment) {
        this.environment = environment;
    }

    Answer get(String user, String path) {
        return send(request(user, path).GET());
    }

    Answer post(String user, String path, Object body) {
        try {
            return send(request(user, path)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer put(String user, String path, Object body) {
        try {
            return send(request(user, path)
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(json.writeValueAsString(body))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deploys files by name, as Modeler does. */
    Answer deploy(String user, Map<String, String> files) {
        String boundary = "----files";
        StringBuilder body = new StringBuilder();
        part(body, boundary, "name=\"deployment-name\"", "An edit");
        part(body, boundary, "name=\"deployment-source\"", "Camunda Modeler");
        files.forEach(
                (name, content) -> part(body, boundary, "name=\"" + name + "\"; filename=\"" + name + "\"", content));
        body.append("--").append(boundary).append("--\r\n");
        return send(request(user, "/deployment/create")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8)));
    }

    private static void part(StringBuilder body, String boundary, String disposition, String content) {
        body.append("--").append(boundary).append("\r\nContent-Disposition: form-data; ");
        body.append(disposition).append("\r\n\r\n").append(content).append("\r\n");
    }

    /** Variables as the interface takes them, without types: name and value in turn. */
    static Map<String, Object> variables(Object... answers) {
        Map<String, Object> variables = new HashMap<>();
        CaseWalk.variables(answers).forEach((name, value) -> {
            Map<String, Object> variable = new HashMap<>();
            variable.put("value", value);
            variables.put(name, variable);
        });
        return Map.of("variables", variables);
    }

    private HttpRequest.Builder request(String user, String path) {
        String credentials = user + ":demo";
        return HttpRequest.newBuilder(URI.create("http://localhost:"
                        + environment.getRequiredProperty("local.server.port") + "/engine-rest" + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(
                    response.statusCode(),
                    response.body().isBlank() ? json.createObjectNode() : json.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
