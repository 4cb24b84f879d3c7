package org.abate;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What production is started from: two nodes that wait for their database, and no secret in the file. */
class ComposeFileTest {

    private final JsonNode file = compose();

    @Test
    void thereAreADatabaseTwoNodesAndABalancer() {
        assertThat(names(file.get("services"))).containsExactlyInAnyOrder("database", "node-1", "node-2", "balancer");
        assertThat(file.at("/services/database/command").toString()).contains("jit=off");
    }

    @Test
    void theDatabaseIsOfTheVersionThatTheTestsRunOn() throws IOException {
        String image = file.at("/services/database/image").textValue();
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<postgresql-server.version>" + image.replace("postgres:", "") + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"node-1", "node-2"})
    void aNodeWaitsForTheDatabaseAndSaysHowItIs(String node) {
        JsonNode service = file.get("services").get(node);
        assertThat(service.at("/depends_on/database/condition").textValue()).isEqualTo("service_healthy");
        assertThat(service.at("/healthcheck/test").toString()).contains("/actuator/health", "UP");
        assertThat(file.at("/services/balancer/depends_on")
                        .get(node)
                        .get("condition")
                        .textValue())
                .isEqualTo("service_healthy");
        assertThat(service.at("/environment/SERVER_FORWARD_HEADERS_STRATEGY").textValue())
                .isEqualTo("native");
    }

    @ParameterizedTest
    @ValueSource(strings = {"node-1", "node-2"})
    void aNodeReadsItsPasswordsFromFilesNamedAsTheSettingsAre(String node) {
        JsonNode service = file.get("services").get(node);
        assertThat(service.at("/environment/SPRING_CONFIG_IMPORT").textValue()).isEqualTo("configtree:/run/secrets/");
        assertThat(elements(service.get("secrets"))
                        .map(secret -> secret.get("target").textValue()))
                .containsExactlyInAnyOrder("spring.datasource.password", "abate.admin-password");
    }

    @Test
    void everySecretIsAFileOutsideTheRepository() throws IOException {
        assertThat(elements(file.get("secrets"))).hasSize(2).allSatisfy(secret -> {
            assertThat(names(secret)).containsExactly("file");
            assertThat(secret.get("file").textValue()).startsWith("./secrets/");
        });
        assertThat(Files.readAllLines(Path.of(".gitignore"))).contains("secrets/");
        Set<String> used = elements(file.get("services"))
                .flatMap(service -> elements(service.path("secrets")))
                .map(secret -> secret.isTextual()
                        ? secret.textValue()
                        : secret.get("source").textValue())
                .collect(toSet());
        assertThat(names(file.get("secrets"))).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void noPasswordStandsInTheFile() {
        assertThat(elements(file.get("services")).flatMap(service -> names(service.path("environment")).stream()))
                .filteredOn(name ->
                        Pattern.compile("PASSWORD|SECRET|TOKEN").matcher(name).find())
                .containsExactly("POSTGRES_PASSWORD_FILE");
        assertThat(file.toString()).doesNotContain("password=").doesNotContain("user=");
    }

    @Test
    void theBalancerBalancesTheNodes() throws IOException {
        assertThat(Files.readString(Path.of("balancer.conf")))
                .contains("server node-1:8080;", "server node-2:8080;", "listen 8080;");
        assertThat(file.at("/services/balancer/volumes").toString()).contains("./balancer.conf:/etc/nginx/conf.d/");
    }

    /** As a compose parser reads it, with what is merged into each node. */
    private static JsonNode compose() {
        try (Reader text = Files.newBufferedReader(Path.of("docker-compose.yml"))) {
            return new ObjectMapper().valueToTree(new Yaml().load(text));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(property -> property.getKey()).collect(toSet());
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
