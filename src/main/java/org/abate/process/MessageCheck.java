package org.abate.process;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.casefile.Program;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Whether what a process waits for is ever sent: the messages of a case are those of {@link CaseEvent}, and of {@link NoticeLead} to cases that share a hearing. A program's
 * process takes the three events of every case; a building block has names of its own, for it shares the case number
 * with its caller.
 */
final class MessageCheck {

    /** What every case takes. */
    private static final Set<CaseEvent> OF_EVERY_CASE =
            EnumSet.of(CaseEvent.RETURNED_TO_COMPLIANCE, CaseEvent.CASE_WITHDRAWN, CaseEvent.NEW_VIOLATION_FOUND);

    private static final Set<String> CARRY_CASES =
            Arrays.stream(Program.values()).map(Program::enforcementProcess).collect(Collectors.toUnmodifiableSet());

    private final Map<String, String> names = new HashMap<>();
    private final List<Objection> objections;

    MessageCheck(Element root, List<Objection> objections) {
        root.elements("message").forEach(message -> names.put(message.attribute("id"), message.attribute("name")));
        this.objections = objections;
    }

    void check(Element process) {
        Set<String> heard = new HashSet<>();
        boolean opensCases = StepCheck.opensCases(process);
        boolean isInventory = InventoryProcesses.PROCESS.equals(process.attribute("id"));
        walk(process, isInventory ? Set.of(InventoryProcesses.CANCELLED) : sent(opensCases), heard);
        if (opensCases && CARRY_CASES.contains(process.attribute("id"))) {
            OF_EVERY_CASE.stream()
                    .map(CaseEvent::message)
                    .filter(message -> !heard.contains(message))
                    .sorted()
                    .forEach(message -> object(
                            process,
                            "no event waits for the message \"" + message + "\", which every case of a program takes"));
        }
    }

    private static Set<String> sent(boolean toCases) {
        return Stream.concat(
                        NoticeLead.MESSAGES.stream(),
                        Arrays.stream(CaseEvent.values())
                                .filter(event -> toCases || !OF_EVERY_CASE.contains(event))
                                .map(CaseEvent::message))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void walk(Element parent, Set<String> sent, Set<String> heard) {
        for (Element element : parent.elements()) {
            Element waiting = element.element("messageEventDefinition");
            if (waiting != null) {
                String name = names.get(waiting.attribute("messageRef"));
                heard.add(name);
                checkName(element, name, sent);
                CaseEvent.of(name).ifPresent(event -> checkInterrupting(element, event));
            }
            walk(element, sent, heard);
        }
    }

    private void checkName(Element event, String name, Set<String> sent) {
        Optional<CaseEvent> ofCases = CaseEvent.of(name).filter(known -> !sent.contains(name));
        if (name == null) {
            object(event, "choose the message it waits for");
        } else if (ofCases.isPresent()) {
            object(
                    event,
                    "\"" + name + "\" goes to the program's own process; a building block waits for one of "
                            + String.join(", ", sent));
        } else if (!sent.contains(name)) {
            String meant = Nearest.to(name, sent)
                    .map(near -> "; did you mean \"" + near + "\"?")
                    .orElse("; what is sent is " + String.join(", ", sent));
            object(event, "nothing sends the message \"" + name + "\"" + meant);
        }
    }

    private void checkInterrupting(Element event, CaseEvent known) {
        boolean interrupts = !"false".equals(event.attribute("cancelActivity"))
                && !"false".equals(event.attribute("isInterrupting"));
        if (known == CaseEvent.NEW_VIOLATION_FOUND && interrupts) {
            object(event, "\"" + known.message() + "\" must not interrupt: the case goes on");
        } else if (known == CaseEvent.CASE_WITHDRAWN && !interrupts) {
            object(event, "\"" + known.message() + "\" must interrupt: what is at work ends with it");
        }
    }

    private void object(Element element, String reason) {
        objections.add(Objection.to(element, element.attribute("id"), reason));
    }
}
