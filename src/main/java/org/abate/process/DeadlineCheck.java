package org.abate.process;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Whether each deadline of a process is a time that ends, counts from a date that is set, and is printed as it is kept. */
final class DeadlineCheck {

    private final Element process;
    private final Known known;
    private final List<Objection> objections;

    /** What counts down where: the activity that each fixed deadline is drawn on, by the timer's id. */
    private final Map<String, String> deadlines = new HashMap<>();

    /** From which date what counts, by the id of the task or the timer. */
    private final Map<String, String> counting = new HashMap<>();

    private final Set<String> called = new HashSet<>();
    private final Set<String> attachedTo = new HashSet<>();
    private final Set<String> announced = new HashSet<>();

    DeadlineCheck(Element process, Known known, List<Objection> objections) {
        this.process = process;
        this.known = known;
        this.objections = objections;
        collect(process);
    }

    private void collect(Element parent) {
        for (Element element : parent.elements()) {
            String id = element.attribute("id");
            Element timer = element.element("timerEventDefinition");
            if (element.getTagName().equals("boundaryEvent")
                    && timer != null
                    && timer.element("timeDuration") != null
                    && isDuration(timer.element("timeDuration").getText())) {
                deadlines.put(id, element.attribute("attachedToRef"));
            }
            if (element.getTagName().equals("boundaryEvent")) {
                attachedTo.add(element.attribute("attachedToRef"));
            }
            Settings.parse(element).find(CountedFrom.SETTING).ifPresent(date -> counting.put(id, date));
            if (element.getTagName().equals("callActivity")) {
                called.add(element.attribute("calledElement"));
            }
            collect(element);
        }
    }

    /** What counts from a letter is named by one; asked when every letter has been looked at. */
    void checkAnnounced() {
        Set<String> unannounced = new TreeSet<>(counting.keySet());
        unannounced.removeIf(id -> CountedFrom.WITHOUT_LETTER.contains(counting.get(id)));
        unannounced.removeAll(announced);
        unannounced.forEach(id -> objections.add(
                Objection.to(id, "its deadline counts from a letter, but no letter names its timer as deadlineTimer")));
    }

    /** What goes on for ever begins with each turn: a process, not a step of it. */
    void checkTimer(Element timer, Element event) {
        Element duration = timer.element("timeDuration");
        Element cycle = timer.element("timeCycle");
        Element date = timer.element("timeDate");
        boolean fine = duration != null && (isDuration(duration.getText()) || isExpression(duration))
                || date != null && isExpression(date)
                || cycle != null
                        && cycle.getText()
                                .strip()
                                .matches((process.elements("startEvent").contains(event) ? "R\\d{0,3}" : "R\\d{1,3}")
                                        + "/PT?\\d{1,4}[DHM]");
        if (!fine) {
            objections.add(Objection.to(
                    timer,
                    event.attribute("id"),
                    "a timer is a duration like P45D, a date such as ${deadlines.endOf(day)}, or R3/P7D"));
        }
    }

    /** A timer that names its date itself has a duration of its own, in a part of the process that has begun. */
    void checkCounting(Element event, Element parent) {
        String date = counting.get(event.attribute("id"));
        if (date == null) {
            return;
        }
        String duration = duration(event);
        if (duration.isEmpty()) {
            object(event, "only a timer with a duration like P45D counts from a date");
        }
        if (event.getTagName().equals("startEvent")
                && parent.attribute("triggeredByEvent") != null
                && isAtRoot(parent)) {
            object(event, "as the process starts there is no date yet: put the event subprocess into a subprocess");
        }
        for (Element other : parent.elements("boundaryEvent")) {
            if (String.valueOf(event.attribute("attachedToRef")).equals(other.attribute("attachedToRef"))
                    && duration(other).equals(duration)
                    && !date.equals(counting.get(other.attribute("id")))) {
                object(event, "another timer on the same step has this duration and counts from another date");
            }
        }
    }

    private boolean isAtRoot(Element subProcess) {
        return process.elements("subProcess").contains(subProcess);
    }

    private static String duration(Element event) {
        Element timer = event.element("timerEventDefinition");
        Element duration = timer == null ? null : timer.element("timeDuration");
        return duration == null || !isDuration(duration.getText())
                ? ""
                : duration.getText().strip();
    }

    /** A letter prints a deadline that is there, and that counts from a date which the letter sets. */
    void checkPrinted(Element letter, String timer) {
        String waiting = deadlines.get(timer);
        if (waiting == null) {
            if (called.stream().noneMatch(block -> known.deadline(block, timer))) {
                object(letter, "there is no timer \"" + timer + "\" with a duration that the letter could print");
            }
            called.forEach(block -> known.countsFrom(block, timer).ifPresent(date -> checkClock(letter, date)));
        } else if (!counting.containsKey(waiting) && !counting.containsKey(timer)) {
            object(letter, waiting + " must say with the setting countsFrom from which date its deadline counts");
        } else {
            announced.addAll(Set.of(waiting, timer));
            checkClock(letter, counting.getOrDefault(timer, counting.get(waiting)));
        }
    }

    /**
     * The date that a letter sets is for its surroundings. A step with parameters of its own, an event on it or a list of
     * its own keeps what it sets to itself, so the timer would never find the date.
     */
    private void checkClock(Element letter, String date) {
        Element extensions = letter.element("extensionElements");
        Element parameters = extensions == null ? null : extensions.element("inputOutput");
        boolean keepsToItself = parameters != null
                || letter.element("multiInstanceLoopCharacteristics") != null
                || attachedTo.contains(letter.attribute("id"));
        boolean handsOn = parameters != null
                && parameters.elements("outputParameter").stream()
                        .anyMatch(output -> date.equals(output.attribute("name"))
                                && output.getText().strip().matches("[$#]\\{\\s*" + date + "\\s*}"));
        if (keepsToItself && !handsOn) {
            object(
                    letter,
                    "the deadline it prints would never start: with parameters or events of its own the step keeps the"
                            + " date \"" + date + "\" to itself; give it the output parameter " + date
                            + " with the value"
                            + " ${" + date + "}");
        }
    }

    private static boolean isExpression(Element element) {
        return ExpressionPolicy.isExpression(element.getText());
    }

    /** Fixed days, or days that a task or a decision has set: {@code P${daysAllowed}D}. */
    static boolean isDuration(String text) {
        try {
            String value = text.strip().replaceFirst("^P[$][{][A-Za-z]\\w*}D$", "P1D");
            return value.contains("T")
                    ? !Duration.parse(value).isNegative()
                            && !Duration.parse(value).isZero()
                    : !Period.parse(value).isNegative() && !Period.parse(value).isZero();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void object(Element element, String reason) {
        objections.add(Objection.to(element, element.attribute("id"), reason));
    }
}
