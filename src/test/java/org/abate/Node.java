package org.abate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The application as a process of its own, as production runs it, on a port it finds by itself. */
public class Node implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern ENDED = Pattern.compile("Started Abate in|APPLICATION FAILED|Application run failed");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What came back. */
    public record Answer(int status, String text) {

        public JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(text, e);
            }
        }
    }

    private final Process process;
    private final Path output;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

    private Node(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts it and does not wait.
     *
     * @param name of the directory under {@code target/nodes} it runs in, and of what it prints there
     * @param arguments as on the command line, {@code --name=value}
     */
    public static Node start(String name, String... arguments) {
        return start(name, List.of(), arguments);
    }

    /** @param additions directories with more to be found on the class path */
    public static Node start(String name, List<Path> additions, String... arguments) {
        try {
            Path home =
                    Files.createDirectories(Path.of("target", "nodes", name)).toAbsolutePath();
            Path output = home.resolve("output.txt");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx384m",
                    // With the default a start collects the whole heap for every step that this grows by
                    "-XX:MetaspaceSize=192m",
                    "-cp",
                    Stream.concat(additions.stream().map(Path::toString), classPath())
                            .collect(Collectors.joining(File.pathSeparator)),
                    Abate.class.getName()));
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(Map.of("SERVER_ADDRESS", "127.0.0.1", "SERVER_PORT", "0"));
            return new Node(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That of the tests, without their own classes and without the measure of coverage, which joins every engine. */
    private static Stream<String> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes") && !entry.contains("process-test-coverage"));
    }

    /** Waits until it answers, or fails with what it printed. */
    public Node awaitStart() {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !process.isAlive() || ENDED.matcher(output()).find());
        if (!output().contains("Started Abate in")) {
            throw new AssertionError("The node has not started:\n" + output());
        }
        return this;
    }

    /** Waits until it has ended by itself. */
    public int awaitExit() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("The node does not end:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All it has printed so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Answer get(String user, String path) {
        return send(request(user, path).GET());
    }

    public Answer post(String user, String path, String json) {
        return post(user, path, "application/json", json);
    }

    /** @param type what the body is, {@code text/csv} */
    public Answer post(String user, String path, String type, String body) {
        return send(request(user, path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    /** Whether it says that all is well with it; not while it does not answer at all. */
    public boolean isHealthy() {
        try {
            return get("nobody", "/actuator/health").status() == 200;
        } catch (UncheckedIOException silent) {
            return false;
        }
    }

    private HttpRequest.Builder request(String user, String path) {
        Matcher port = PORT.matcher(output());
        if (!port.find()) {
            throw new AssertionError("The node has no port yet:\n" + output());
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.group(1) + path))
                .timeout(Duration.ofMinutes(1));
        if (user.equals("nobody")) {
            return request;
        }
        String credentials = user + ":demo";
        return request.header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Lets it stand still, as on a machine that hangs. */
    public void pause() {
        signal("-STOP");
    }

    public void goOn() {
        signal("-CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
