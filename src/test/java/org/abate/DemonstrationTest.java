package org.abate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.abate.access.Group;
import org.abate.casefile.Program;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody finds who starts the demonstration for the first time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The demonstration")
class DemonstrationTest {

    private static final int UNAUTHORIZED = 401;
    /** A variance and a waiver that suppliers of water ask for. */
    private static final int REQUESTS = 2;

    @TempDir
    private static Path directory;

    private Node node;

    /** The first start dies half way: the next one, on the same database, has everything all the same. */
    @BeforeAll
    void start() {
        try (Node dies = started()) {
            Awaitility.await().atMost(Duration.ofMinutes(4)).until(() -> dies.output()
                    .contains("The cases of tanks are opened"));
            dies.kill();
        }
        node = started().awaitStart();
    }

    private static Node started() {
        return Node.start(
                "demonstration",
                "--spring.profiles.active=demo",
                "--spring.datasource.url=jdbc:h2:file:" + directory.resolve("demo"));
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Program.class)
    void hasTwoOrThreeCasesOfEachProgramAndMoreOfTanksForItsStaffToSee(Program program) {
        Node.Answer cases = node.get(program.office() + "-staff", "/api/cases?program=" + program.id());

        int total = cases.json().path("total").asInt();
        assertThat(total - (program == Program.DRINKING_WATER ? REQUESTS : 0))
                .as(cases.text())
                .isBetween(2, program == Program.TANKS ? 12 : 3);
    }

    @Test
    void hasAnAccountInEveryGroupOfTheDepartment() {
        assertThat(Group.all().keySet())
                .allSatisfy(group -> assertThat(node.get(group, "/api/cases").status())
                        .as(group)
                        .isNotEqualTo(UNAUTHORIZED));
    }

    @Test
    void hasAnInventoryYearThatHasGoneItsWholeWayAndOneThatHasBegun() {
        Node.Answer years = node.get("air-staff", "/api/inventory");

        assertThat(years.json().findValuesAsText("status")).as(years.text()).containsExactly("OPEN", "CLOSED");
        assertThat(years.json().at("/1/counts/submitted").asInt()).isGreaterThan(20);
        assertThat(years.json().at("/1/counts/invoiced").asInt()).isGreaterThan(1);
        assertThat(years.json().at("/1/counts/cases").asInt()).isEqualTo(1);
    }

    @Test
    void opensItsCasesWithoutAnIncident() {
        assertThat(node.get("camunda-admin", "/engine-rest/incident/count")
                        .json()
                        .path("count"))
                .hasToString("0");
    }
}
