package org.abate.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.abate.casefile.CaseRefused;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.EventSubscription;

/** What of a case can be appealed at one time: each notice of assessment goes its own way, and so does its appeal. */
final class AppealableNotices {

    /** The field that says which one an appeal is against. */
    static final String FIELD = "appealedViolation";

    /**
     * An order or a notice of assessment that can be appealed.
     *
     * @param violations the numbers of the violations it is about
     * @param words how a person tells it from the others
     */
    record Notice(EventSubscription waiting, Set<Integer> violations, String words) {}

    private final List<Notice> notices;

    private AppealableNotices(List<Notice> notices) {
        this.notices = notices;
    }

    /**
     * @param waiting what waits for an appeal
     * @param ofTheCase the violations that are answered with the case, where a notice names none
     */
    static AppealableNotices of(ProcessEngine engine, List<EventSubscription> waiting, Set<Integer> ofTheCase) {
        return new AppealableNotices(waiting.stream()
                .collect(Collectors.toMap(
                        EventSubscription::getProcessInstanceId,
                        each -> each,
                        (first, second) -> first,
                        LinkedHashMap::new))
                .values()
                .stream()
                .map(each -> notice(engine, each, ofTheCase))
                .toList());
    }

    private static Notice notice(ProcessEngine engine, EventSubscription waiting, Set<Integer> ofTheCase) {
        Object named = variable(engine, waiting, CaseVariables.NOTICE_VIOLATIONS.getName());
        Object amount = variable(engine, waiting, CaseVariables.ASSESSED_AMOUNT.getName());
        Set<Integer> numbers =
                new TreeSet<>(named instanceof String text ? FormCheck.violationNumbers(text) : ofTheCase);
        String words = "violation " + numbers.stream().map(String::valueOf).collect(Collectors.joining(", "))
                + (amount == null ? "" : " ($" + amount + ")");
        return new Notice(waiting, numbers, words);
    }

    private static Object variable(ProcessEngine engine, EventSubscription waiting, String name) {
        return engine.getRuntimeService().getVariable(waiting.getExecutionId(), name);
    }

    List<Notice> notices() {
        return notices;
    }

    /**
     * The one an appeal is against.
     *
     * @param violation the number of one of its violations; null where nobody has said
     * @throws CaseRefused where it is not said which, or what is said is none of them
     */
    EventSubscription appealed(Integer violation) {
        if (violation == null && notices.size() == 1) {
            return notices.get(0).waiting();
        }
        String those = notices.stream().map(Notice::words).collect(Collectors.joining("; "));
        if (violation == null) {
            throw new CaseRefused(
                    FIELD,
                    "more than one notice of assessment can be appealed: " + those
                            + "; say which with the number of one of its violations");
        }
        return notices.stream()
                .filter(notice -> notice.violations().contains(violation))
                .findFirst()
                .map(Notice::waiting)
                .orElseThrow(() -> new CaseRefused(
                        FIELD, "no notice on violation " + violation + " can be appealed now; those are: " + those));
    }
}
