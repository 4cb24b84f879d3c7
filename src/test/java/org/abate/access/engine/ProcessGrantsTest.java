package org.abate.access.engine;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.abate.access.Group;
import org.abate.access.Office;
import org.abate.access.engine.ProcessGrants.ProcessGrant;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of grants against the diagrams: a task whose group is not granted its process would be a dead end. */
class ProcessGrantsTest {

    private static final Set<String> OFFICES =
            Stream.of(Office.values()).map(Office::id).collect(toSet());

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyCandidateGroupIsGrantedTheProcess(Path diagram) {
        BpmnModelInstance model = Bpmn.readModelFromFile(diagram.toFile());
        String process =
                model.getModelElementsByType(Process.class).iterator().next().getId();
        Optional<ProcessGrant> row = ProcessGrants.PROCESSES.stream()
                .filter(each -> each.process().equals(process))
                .findFirst();
        assertThat(row).as("a line for " + process).isPresent();
        for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            for (String group : groups(task.getCamundaCandidateGroups())) {
                assertThat(row.get().groups()).as(task.getId()).contains(group);
            }
        }
    }

    @Test
    void groupsOfTheTableExist() {
        assertThat(ProcessGrants.PROCESSES).allSatisfy(row -> {
            assertThat(Group.all().keySet()).containsAll(row.groups()).containsAll(row.starters());
            assertThat(row.groups()).containsAll(row.starters());
            assertThat(row.groups()).doesNotContain("process-manager", "process-analyst");
        });
    }

    @Test
    void accountingIsGrantedItsOwnTasksAlone() {
        assertThat(ProcessGrants.ownTasksOnly(List.of("accounting"), "settlement-agreement"))
                .isTrue();
        assertThat(ProcessGrants.ownTasksOnly(List.of("accounting", "division-director"), "settlement-agreement"))
                .isFalse();
        assertThat(ProcessGrants.ownTasksOnly(List.of("tanks-enforcement"), "settlement-agreement"))
                .isFalse();
        assertThat(ProcessGrants.PROCESSES)
                .filteredOn(row ->
                        row.groups().contains("accounting") && row.starters().isEmpty())
                .filteredOn(row -> !ProcessGrants.isOwnTasksOnly("accounting", row.process()))
                .extracting(ProcessGrant::process)
                .containsExactlyInAnyOrder(
                        "conference-conciliation-persuasion",
                        "compliance-schedule",
                        "new-violation-follow-up",
                        "public-hearing",
                        "grant-in-effect",
                        "minerals-notice",
                        "coal-orders-and-notices");
    }

    @Test
    void staffSeeNoPenaltyWork() {
        for (String process : List.of(
                "penalty-assessment", "settlement", "attorney-general-referral", "legal-action", "suspended-penalty")) {
            assertThat(ProcessGrants.PROCESSES)
                    .filteredOn(row -> row.process().equals(process))
                    .singleElement()
                    .satisfies(row -> assertThat(row.groups())
                            .noneMatch(group -> group.endsWith("-staff") || group.equals("hearing-officer")));
        }
    }

    /** An approval's group comes from the decision table; it is not known here. */
    private static List<String> groups(String candidates) {
        Set<String> groups = new TreeSet<>();
        for (String candidate : Optional.ofNullable(candidates).orElse("").split(",")) {
            if (candidate.startsWith("${office}")) {
                OFFICES.stream()
                        .map(office -> candidate.replace("${office}", office))
                        .filter(Group.all()::containsKey)
                        .forEach(groups::add);
            } else if (!candidate.isBlank() && !candidate.contains("${")) {
                groups.add(candidate.strip());
            }
        }
        return List.copyOf(groups);
    }

    static List<Path> diagrams() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        }
    }
}
