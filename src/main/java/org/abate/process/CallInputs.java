package org.abate.process;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * A building block is not begun without what its diagram hands to it: the engine would hand over nothing, silently, where
 * the administrator moves a case past the steps that set it. What the block says may be left out may be missing.
 */
final class CallInputs implements ExecutionListener {

    /** @param reads the variables whose value the block gets under the name {@code target} */
    private record Input(Set<String> reads, String target) {}

    private final String block;
    private final List<Input> inputs;

    private CallInputs(String block, List<Input> inputs) {
        this.block = block;
        this.inputs = inputs;
    }

    static CallInputs of(Element call) {
        Element extensions = call.element("extensionElements");
        List<Input> inputs = extensions == null
                ? List.of()
                : extensions.elements().stream()
                        .filter(mapping -> mapping.getTagName().equals("in") && mapping.attribute("target") != null)
                        .map(mapping -> new Input(reads(mapping), mapping.attribute("target")))
                        .toList();
        return new CallInputs(call.attribute("calledElement"), inputs);
    }

    private static Set<String> reads(Element mapping) {
        if (mapping.attribute("source") != null) {
            return Set.of(mapping.attribute("source"));
        }
        Set<String> roots = new LinkedHashSet<>();
        ExpressionPolicy.variables(String.valueOf(mapping.attribute("sourceExpression")))
                .forEach(variable -> roots.add(FittingFiles.root(variable)));
        return roots;
    }

    /** @throws Refusal where something was never set, with what to do */
    @Override
    public void notify(DelegateExecution execution) {
        Set<String> missing = inputs.stream()
                .filter(input -> input.reads().stream().anyMatch(name -> !execution.hasVariable(name)))
                .filter(input -> !optional().contains(input.target()))
                .flatMap(input -> input.reads().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!missing.isEmpty()) {
            throw new Refusal(
                    missing.iterator().next(),
                    "“" + execution.getCurrentActivityName() + "” is not begun without " + String.join(", ", missing)
                            + ", which no step of this case has set yet. Begin with the step that sets it, or give it"
                            + " together with the modification");
        }
    }

    private Set<String> optional() {
        ProcessDefinitionEntity called = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedLatestProcessDefinitionByKeyAndTenantId(block, null);
        return Set.copyOf(DiagramListener.optionalInputs(Settings.ofProcess(called)));
    }
}
