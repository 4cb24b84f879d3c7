package org.abate.desk.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.abate.casefile.Fault;
import org.abate.casefile.NewViolation;
import org.abate.correspondence.PrintedSigns;

/** Reads a filled form; what is no day, no number or no answer is a fault of its field, and read as null. */
final class FormReader {

    private final FilledForm form;
    private final List<Fault> faults = new ArrayList<>();

    FormReader(FilledForm form) {
        this.form = form;
    }

    /** What was typed; a sign that no letter can print is a fault, for what is typed may stand in one. */
    String text(String name) {
        String text = form.text(name);
        if (faults.stream().noneMatch(known -> known.field().equals(name))) {
            PrintedSigns.objection(text).ifPresent(objection -> fault(name, objection));
        }
        return text;
    }

    /** One of the texts of a list; what was left empty is null, which whoever takes it refuses. */
    String choice(String name, List<String> choices) {
        String text = form.text(name);
        if (text != null && !choices.contains(text)) {
            fault(name, "is not in the list; choose from it");
        }
        return text;
    }

    LocalDate day(String name) {
        String text = form.text(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            fault(name, "is not a day; write it as 2026-10-01");
            return null;
        }
    }

    Integer count(String name) {
        String text = form.text(name);
        if (text == null) {
            fault(name, "is missing; give a whole number");
            return null;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            fault(name, "is not a whole number");
            return null;
        }
    }

    /** The violations of a form; a day that was not given is null. */
    List<NewViolation> violations() {
        List<NewViolation> violations = new ArrayList<>();
        for (String entry : form.entries("violations")) {
            List<LocalDate> days =
                    form.entries(entry + ".observedOn").stream().map(this::day).toList();
            violations.add(new NewViolation(text(entry + ".citation"), text(entry + ".description"), days));
        }
        return violations;
    }

    void fault(String name, String message) {
        faults.add(new Fault(name, message));
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }
}
