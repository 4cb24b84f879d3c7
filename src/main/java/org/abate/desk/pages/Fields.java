package org.abate.desk.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.process.CaseProgress;
import org.springframework.stereotype.Component;

/** What the fields of a form need so that each has its label, its hint and its fault. */
@Component("fields")
class Fields {

    private static final Pattern VIOLATION =
            Pattern.compile("violations\\[(\\d{1,3})](?:\\.([A-Za-z]+)(?:\\[\\d+])?)?");

    private static final String NUMBERS = "facility.identifiers.";

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("program", "Program"),
            Map.entry("facility.id", "The facility"),
            Map.entry("facility.name", "Facility"),
            Map.entry("facility.address", "Facility address"),
            Map.entry("facility.county", "County"),
            Map.entry("facility.region", "Region"),
            Map.entry("responsibleParty", "Responsible party"),
            Map.entry("responsibleParty.name", "Name of the responsible party"),
            Map.entry("responsibleParty.address", "Mailing address of the responsible party"),
            Map.entry("discoveredOn", "Discovered on"),
            Map.entry("violations", "Violations"),
            Map.entry("citation", "Rule violated"),
            Map.entry("description", "What was found"),
            Map.entry("observedOn", "Observed on"),
            Map.entry("kind", "Kind of contact"),
            Map.entry("date", "Date"),
            Map.entry("staff", "Member of staff"),
            Map.entry("minutes", "Minutes"),
            Map.entry("with", "With whom"),
            Map.entry("note", "Note"),
            Map.entry("confirmed", "The confirmation"),
            Map.entry("withdrawnBy", "Who withdrew it"),
            Map.entry("inWriting", "That it came in writing"),
            Map.entry("commission", "Commission"),
            Map.entry("place", "Place"),
            Map.entry("caseManager", "Case manager"),
            Map.entry("source", "Air installation number"),
            Map.entry("questionnaireReceivedOn", "Questionnaire received on"),
            Map.entry("feeReceivedOn", "Fee received on"),
            Map.entry("receivedOn", "Letter received on"),
            Map.entry("reason", "Reason"),
            Map.entry("stage", "What the reason is for"),
            Map.entry("year", "Year"),
            Map.entry("process", "Process"),
            Map.entry("version", "Version"),
            Map.entry("region", "Region"),
            Map.entry("outcome", "How it ended"),
            Map.entry("from", "Finished from"),
            Map.entry("to", "Finished until"),
            Map.entry("otherVersion", "Version after"),
            Map.entry("otherFrom", "Finished from, after"),
            Map.entry("otherTo", "Finished until, after"),
            Map.entry("by", "Trend by"),
            Map.entry("color", "Coloured by"),
            Map.entry("name", "Name"),
            Map.entry("query", "The selection"),
            Map.entry("actionsRequired", "Actions required"));

    private static final Map<String, String> IDENTIFIERS = Map.of(
            "ustFacility", "Tank facility number",
            "npdes", "NPDES permit",
            "pwsid", "Public water system number",
            "rcraHandler", "RCRA handler number",
            "ace", "ACE number",
            "frs", "FRS number",
            "airInstallation", "Air installation number",
            "solidWastePermit", "Solid waste permit",
            "miningPermit", "Land reclamation permit");

    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})?");

    /** The id of a field's element; the prefix keeps several forms on one page apart. */
    public String id(String prefix, String name) {
        return prefix + name.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
    }

    /** The ids of the hint and the fault of a field; null if it has neither. */
    public String describedBy(String id, String hint, String fault) {
        String ids = Stream.of(hint == null ? "" : id + "-hint", fault == null ? "" : id + "-fault")
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }

    /**
     * What a field is called, also where its fault stands apart from it: {@code violations[1].citation} is "Violation 2, rule
     * violated".
     *
     * @param asked the start form whose labels come first; null where there is none
     */
    public String label(String field, CaseQuestions asked) {
        Matcher violation = VIOLATION.matcher(field);
        if (violation.matches()) {
            String within = violation.group(2);
            String number = "Violation " + (Integer.parseInt(violation.group(1)) + 1);
            return within == null ? number : number + ", " + lowered(named(within, asked));
        }
        return named(field, asked);
    }

    private String named(String field, CaseQuestions asked) {
        String label = asked == null ? null : asked.label(field);
        if (label != null) {
            return label;
        }
        if (field.startsWith(NUMBERS)) {
            return identifier(field.substring(NUMBERS.length()));
        }
        return LABELS.getOrDefault(field, field);
    }

    private static String lowered(String label) {
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    /** The number of a facility, by the program that gives it. */
    public String identifier(String key) {
        return IDENTIFIERS.getOrDefault(key, key);
    }

    /** Whether any of these fields is filled in or has a fault. */
    public boolean anyGiven(FilledForm form, String prefix, List<String> names) {
        return names.stream()
                .map(name -> prefix + name)
                .anyMatch(name -> form.text(name) != null || form.fault(name) != null);
    }

    /** The ids of the steps a diagram is in. */
    public String activities(CaseProgress.Diagram diagram) {
        return diagram.active().stream()
                .map(CaseProgress.Step::activityId)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** The names of the steps a diagram is in, each once: a step that runs several times says so. */
    public List<String> steps(CaseProgress.Diagram diagram) {
        Map<String, Long> times = diagram.active().stream()
                .collect(Collectors.groupingBy(CaseProgress.Step::name, LinkedHashMap::new, Collectors.counting()));
        return times.entrySet().stream()
                .map(step -> step.getKey() + (step.getValue() == 1 ? "" : " (" + step.getValue() + " times)"))
                .toList();
    }

    /** Whether a day's own input shows it; what is none is kept as text. */
    public boolean isDay(String value) {
        return DAY.matcher(value).matches();
    }
}
