package org.abate.cycletime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.abate.casefile.Program;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** The tasks that an invented case can go through: those of a program's diagram, then those of the blocks it calls. */
@Component
class InventedSteps {

    private final RepositoryService repository;

    InventedSteps(RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * A task of a diagram.
     *
     * @param root the program's diagram
     * @param diagram the diagram in which it stands
     * @param days how many it takes on average
     */
    record Step(
            ProcessDefinition root,
            ProcessDefinition diagram,
            String id,
            String name,
            String inbox,
            boolean waitsOnParty,
            int days,
            int dueInDays) {}

    /** For each version of the program's diagram, the older first; a diagram's user tasks as its file has them. */
    List<List<Step>> of(Program program) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(program.enforcementProcess())
                .list()
                .stream()
                .sorted(Comparator.comparingInt(ProcessDefinition::getVersion))
                .map(root -> of(program, root))
                .toList();
    }

    private List<Step> of(Program program, ProcessDefinition root) {
        List<Step> steps = new ArrayList<>(of(program, root, root));
        Set<String> blocks = new LinkedHashSet<>();
        model(root).getModelElementsByType(CallActivity.class).forEach(call -> blocks.add(call.getCalledElement()));
        for (String block : blocks) {
            ProcessDefinition diagram = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(block)
                    .latestVersion()
                    .singleResult();
            steps.addAll(of(program, root, diagram));
        }
        return steps;
    }

    private List<Step> of(Program program, ProcessDefinition root, ProcessDefinition diagram) {
        return model(diagram).getModelElementsByType(UserTask.class).stream()
                .map(task -> {
                    String name = task.getName();
                    boolean party = name.startsWith("Record response") || name.startsWith("Record milestone");
                    int days = party ? 25 : 2 + Math.floorMod(name.hashCode(), 12);
                    String inbox = program.office() + "-staff";
                    return new Step(root, diagram, task.getId(), name, inbox, party, days, party ? 45 : 10);
                })
                .toList();
    }

    private BpmnModelInstance model(ProcessDefinition diagram) {
        return repository.getBpmnModelInstance(diagram.getId());
    }
}
