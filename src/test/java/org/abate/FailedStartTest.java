package org.abate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot work ends with one sentence on what is wrong and one on what to do, and with nothing else. */
class FailedStartTest {

    @TempDir
    private Path directory;

    @Test
    void theDatabaseDoesNotAnswer() {
        assertThat(reason(Node.start("no-database", "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/abate")))
                .contains("The database jdbc:postgresql://127.0.0.1:1/abate cannot be used: Connection refused")
                .contains("Start the database, or name another with SPRING_DATASOURCE_URL");
    }

    @Test
    void theDatabaseRefusesThePassword() throws Exception {
        String url = "jdbc:h2:file:" + directory.resolve("abate");
        DriverManager.getConnection(url, "sa", "right").close();
        assertThat(reason(Node.start(
                        "wrong-password", "--spring.datasource.url=" + url, "--spring.datasource.password=not-right")))
                .contains("cannot be used: Wrong user name or password")
                .contains("SPRING_DATASOURCE_PASSWORD")
                .doesNotContain("not-right");
    }

    @Test
    void anotherApplicationHasTheFileOpen() throws Exception {
        String url = "jdbc:h2:file:" + directory.resolve("abate");
        try (Connection open = DriverManager.getConnection(url, "sa", "")) {
            assertThat(reason(Node.start("file-in-use", "--spring.datasource.url=" + url)))
                    .contains("cannot be used: The file is locked")
                    .contains("an H2 file can be open in one application only");
            assertThat(open.isValid(0)).isTrue();
        }
    }

    @Test
    void thePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThat(reason(Node.start(
                            "port-taken", "--spring.datasource.url=jdbc:h2:mem:abate", "--server.port=" + port)))
                    .contains("Port " + port + " was already in use")
                    .contains("listen on another port");
        }
    }

    @Test
    void theIdentityProviderDoesNotAnswer() {
        assertThat(reason(Node.start(
                        "no-provider",
                        "--spring.datasource.url=jdbc:h2:mem:abate",
                        "--spring.security.oauth2.client.registration.department.client-id=abate",
                        "--spring.security.oauth2.client.registration.department.scope=openid",
                        "--spring.security.oauth2.client.provider.department.issuer-uri=http://127.0.0.1:1/realm")))
                .contains("The identity provider cannot be used:")
                .contains("\"http://127.0.0.1:1/realm\"")
                .contains("without them people sign in with a password");
    }

    @Test
    void aDiagramIsNotAccepted() throws Exception {
        Files.writeString(
                Files.createDirectory(directory.resolve("processes")).resolve("broken.bpmn"),
                "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='abate'>"
                        + "<process id='broken' isExecutable='true'/>");
        assertThat(reason(
                        Node.start("broken-diagram", List.of(directory), "--spring.datasource.url=jdbc:h2:mem:abate")))
                .contains("A diagram that travels with the application is not accepted:"
                        + " broken.bpmn: the file is no well-formed XML")
                .contains("Open the diagram in Camunda Modeler, correct");
    }

    /** The last words; before them no stack trace and nothing else that looks like a failure. */
    private static String reason(Node node) {
        assertThat(node.awaitExit()).as(node.output()).isEqualTo(1);
        assertThat(node.output().lines()).noneMatch(line -> line.startsWith("\tat ") || line.contains(" WARN "));
        assertThat(node.output().lines().filter(line -> line.contains(" ERROR ")))
                .hasSize(1);
        return node.output().substring(node.output().indexOf("APPLICATION FAILED TO START"));
    }
}
