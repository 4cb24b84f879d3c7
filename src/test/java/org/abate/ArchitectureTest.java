package org.abate;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows between the modules; any other fails the build. */
class ArchitectureTest {

    /** Each module, and what of ours it may use. */
    private static final Map<String, Set<String>> ARROWS = Map.of(
            "penalty", Set.of(),
            "casefile", Set.of(),
            "access", Set.of(),
            "correspondence", Set.of("casefile"),
            "cycletime", Set.of("casefile"),
            "process", Set.of("correspondence", "casefile", "penalty", "access"),
            "desk", Set.of("process", "cycletime", "correspondence", "casefile", "penalty", "access"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.abate");

    static Stream<String> modules() {
        return ARROWS.keySet().stream().sorted();
    }

    @Test
    void modulesUseEachOtherOnlyThroughWhatTheyShowAndWithoutCycles() {
        ApplicationModules.of(Abate.class).verify();
    }

    @Test
    void thereAreNoOtherModules() {
        Set<String> found = new TreeSet<>();
        ApplicationModules.of(Abate.class)
                .forEach(module -> found.add(module.getIdentifier().toString()));

        assertThat(ARROWS.keySet()).containsAll(found);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleUsesOnlyWhatItsArrowsPointTo(String module) {
        String[] forbidden = modules()
                .filter(other -> !other.equals(module) && !ARROWS.get(module).contains(other))
                .map(ArchitectureTest::packages)
                .toArray(String[]::new);
        if (forbidden.length == 0) {
            return;
        }
        noClasses()
                .that(resideInAPackage(packages(module)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(forbidden))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void onlyProcessCycletimeAndAccessKnowTheEngine() {
        noClasses()
                .that(resideOutsideOfPackages(packages("process"), packages("cycletime"), packages("access")))
                .should()
                .dependOnClassesThat(resideInAPackage("org.camunda.."))
                .check(CLASSES);
    }

    @Test
    void thePenaltyRulesKnowNoFramework() {
        noClasses()
                .that(resideInAPackage(packages("penalty")))
                .should()
                .dependOnClassesThat(resideOutsideOfPackages(packages("penalty"), "java..", "com.fasterxml.jackson.."))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {LocalDate.class, LocalDateTime.class, Instant.class, OffsetDateTime.class, ZonedDateTime.class})
    void nobodyAsksAnotherClockThanTheOneOfTheApplication(Class<?> time) {
        noClasses().should().callMethod(time, "now").check(CLASSES);
    }

    @Test
    void nobodyMakesAnotherClock() {
        for (String clock : List.of("systemUTC", "systemDefaultZone")) {
            noClasses().should().callMethod(Clock.class, clock).check(CLASSES);
        }
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
    }

    private static String packages(String module) {
        return "org.abate." + module + "..";
    }
}
