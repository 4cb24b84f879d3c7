package org.abate.process;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A milestone of a compliance schedule, as staff write it: "2027-03-01 Replace the spill bucket of tank 2". */
record Milestone(LocalDate dueOn, String action) {

    private static final int DATE_LENGTH = 10;

    /** @throws IllegalArgumentException in words, where the line is not a date and an action */
    static Milestone parse(String line) {
        String text = line.strip();
        if (text.length() <= DATE_LENGTH + 1 || text.charAt(DATE_LENGTH) != ' ') {
            throw new IllegalArgumentException("\"" + text + "\" is not a date, a space and an action");
        }
        try {
            return new Milestone(
                    LocalDate.parse(text.substring(0, DATE_LENGTH)),
                    text.substring(DATE_LENGTH).strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("\"" + text + "\" does not begin with a date like 2027-03-01", e);
        }
    }

    /** All lines of a text, blank ones left out. */
    static List<Milestone> parseAll(String text) {
        List<Milestone> milestones = new ArrayList<>();
        text.lines().filter(line -> !line.isBlank()).map(Milestone::parse).forEach(milestones::add);
        return milestones;
    }

    /** The lines of a text that are milestones. */
    static List<Milestone> wellFormed(String text) {
        return text.lines()
                .filter(line -> objection(line, LocalDate.MIN, LocalDate.MAX).isEmpty())
                .map(Milestone::parse)
                .toList();
    }

    /** As a person reads it: "Replace the spill bucket of tank 2, due March 1, 2027". */
    String inWords() {
        return action + ", due " + RequestWords.date(dueOn);
    }

    /** What is wrong with the lines of a text, each with its number; nothing is due before the first day or after the last. */
    static List<String> objections(String text, LocalDate first, LocalDate last) {
        if (text.isBlank()) {
            return List.of("needs at least one milestone");
        }
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(number -> !lines.get(number).isBlank())
                .mapToObj(number -> objection(lines.get(number), first, last)
                        .map(objection -> "line " + (number + 1) + ": " + objection))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> objection(String line, LocalDate first, LocalDate last) {
        try {
            LocalDate due = parse(line).dueOn();
            if (due.isBefore(first)) {
                return Optional.of("the date of \"" + line.strip() + "\" has passed");
            }
            return due.isAfter(last)
                    ? Optional.of("the date of \"" + line.strip() + "\" must not lie after " + last)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    @Override
    public String toString() {
        return dueOn + " " + action;
    }
}
