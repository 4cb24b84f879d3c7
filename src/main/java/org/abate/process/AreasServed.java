package org.abate.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Fault;
import org.abate.casefile.Hearings;
import org.abate.casefile.WaterSystem;

/**
 * Lines that name a place, a post office or a newspaper for each area served (10 CSR 60-6.040(1), (2)(A)): the numbers of
 * the systems, a colon, and the name. Where a notice covers one system only, its number may be left out.
 */
final class AreasServed {

    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2}\\d+");

    private final List<String> systems;

    /** @param systems the public water system numbers of all the proposals that the notice covers */
    AreasServed(List<String> systems) {
        this.systems = List.copyOf(systems);
    }

    /** The areas of all the systems that the case's notice covers. */
    static AreasServed of(String caseNumber, CaseRecord caseRecord, Hearings hearings) {
        return new AreasServed(covered(caseNumber, caseRecord, hearings).stream()
                .map(WaterSystem::pwsid)
                .toList());
    }

    /** The systems of all the proposals that the case's notice covers. */
    static List<WaterSystem> covered(String caseNumber, CaseRecord caseRecord, Hearings hearings) {
        return hearings.covered(caseNumber).stream()
                .map(number -> caseRecord.get(number).request().system())
                .toList();
    }

    /**
     * What is wrong with the lines: one that says nothing, a number that the notice does not cover, a system without a line.
     *
     * @param example a name, as a line has it behind the numbers
     * @param missing what a system without a line lacks, before its number
     * @param because why that may not be
     */
    List<Fault> faults(String field, String lines, String example, String missing, String because) {
        Set<String> left = new LinkedHashSet<>(systems);
        List<Fault> faults = new ArrayList<>();
        for (String line : Answers.lines(lines)) {
            String[] parts = line.split("\\s*:\\s*", 2);
            List<String> numbers = Arrays.stream(
                            parts[0].toUpperCase(Locale.ROOT).split("[\\s,]+"))
                    .filter(number -> !number.isEmpty())
                    .toList();
            boolean numbered = parts.length == 2
                    && numbers.stream()
                            .allMatch(number -> systems.contains(number)
                                    || NUMBER.matcher(number).matches());
            if (!numbered && systems.size() == 1) {
                left.clear();
                continue;
            }
            if (parts.length < 2 || parts[1].isBlank() || numbers.isEmpty()) {
                faults.add(new Fault(field, "\"" + line + "\" is not a line like MO6010707, MO6010708: " + example));
                continue;
            }
            numbers.stream()
                    .filter(number -> !systems.contains(number))
                    .map(number -> new Fault(
                            field, number + " is not covered by the notice: name only " + String.join(", ", systems)))
                    .forEach(faults::add);
            numbers.forEach(left::remove);
        }
        if (!left.isEmpty()) {
            faults.add(new Fault(field, missing + " " + String.join(", ", left) + ": " + because));
        }
        return faults;
    }
}
