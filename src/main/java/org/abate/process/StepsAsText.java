package org.abate.process;

import io.holunda.camunda.bpm.data.CamundaBpmData;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * The steps of a schedule were one text before the upgrade that made a list of them. A request that was begun before goes
 * on: what it hands to a block as {@code milestones} is made a list as the block is called. Not needed any more once no
 * such request is open.
 */
final class StepsAsText implements ExecutionListener {

    private final List<String> sources;

    private StepsAsText(List<String> sources) {
        this.sources = sources;
    }

    static StepsAsText of(Element call) {
        Element extensions = call.element("extensionElements");
        return new StepsAsText(
                extensions == null
                        ? List.of()
                        : extensions.elements().stream()
                                .filter(mapping -> mapping.getTagName().equals("in"))
                                .filter(mapping ->
                                        CaseVariables.MILESTONES.getName().equals(mapping.attribute("target")))
                                .map(mapping -> mapping.attribute("source"))
                                .toList());
    }

    @Override
    public void notify(DelegateExecution execution) {
        for (String source : sources) {
            if (source != null && execution.getVariable(source) instanceof String text) {
                CamundaBpmData.listVariable(source, String.class).on(execution).set(Answers.lines(text));
            }
        }
    }
}
