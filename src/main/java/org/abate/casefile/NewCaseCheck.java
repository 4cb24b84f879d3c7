package org.abate.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Checks what a case is opened with: every fault at once, each with its path in the input. */
@Component
class NewCaseCheck {

    private static final int MOST_VIOLATIONS = 500;

    /** Ten years of days. */
    private static final int MOST_DAYS = 3660;

    private static final String IDENTIFIER_KEYS =
            Stream.of(FacilityIdentifier.values()).map(FacilityIdentifier::key).collect(Collectors.joining(", "));

    private final Regions regions;
    private final WaterRequests requests;
    private final PrintedWords words;
    private final Clock clock;

    NewCaseCheck(Regions regions, WaterRequests requests, PrintedWords words, Clock clock) {
        this.regions = regions;
        this.requests = requests;
        this.words = words;
        this.clock = clock;
    }

    NewCase checked(NewCase given, Faults faults) {
        if (given.program() == null) {
            faults.add("program", "is missing");
        }
        faults.day("discoveredOn", given.discoveredOn(), Faults.EARLIEST, LocalDate.now(clock));
        return new NewCase(
                given.program(),
                facility(given.facility(), faults),
                given.responsibleParty() == null ? null : party(given.responsibleParty(), faults),
                given.discoveredOn(),
                given.request() == null ? violations(given.violations(), faults) : List.of(),
                given.request() == null ? null : requests.checked(given.request(), faults));
    }

    NewParty party(NewParty given, Faults faults) {
        return new NewParty(
                faults.line("responsibleParty.name", given.name(), 200),
                faults.text("responsibleParty.address", given.address(), 500));
    }

    List<NewViolation> violations(List<NewViolation> given, Faults faults) {
        List<NewViolation> checked = new ArrayList<>();
        if (given == null || given.isEmpty()) {
            faults.add("violations", "must have at least one violation");
        } else if (given.size() > MOST_VIOLATIONS) {
            faults.add("violations", "must have at most " + MOST_VIOLATIONS + " violations");
        } else {
            for (int i = 0; i < given.size(); i++) {
                checked.add(violation("violations[" + i + "]", given.get(i), faults));
            }
        }
        return checked;
    }

    /** A violation that the case has already, or that the input names before, is not recorded again. */
    void refuseRecorded(List<NewViolation> given, List<Violation> recorded, Faults faults) {
        Map<String, String> known = new HashMap<>();
        recorded.forEach(violation -> violation
                .observedOn()
                .forEach(day -> known.put(
                        key(violation.citation(), day),
                        "is violation " + violation.number() + " of the case already")));
        for (int i = 0; i < given.size(); i++) {
            String path = "violations[" + i + "]";
            NewViolation violation = given.get(i);
            if (violation == null || violation.citation() == null || violation.observedOn() == null) {
                continue;
            }
            for (LocalDate day : Set.copyOf(
                    violation.observedOn().stream().filter(Objects::nonNull).toList())) {
                String before = known.putIfAbsent(key(violation.citation(), day), "is " + path + " already");
                if (before != null) {
                    faults.add(
                            path,
                            violation.citation() + " on " + day + " " + before
                                    + "; leave it out, or say in the citation how this one differs");
                    break;
                }
            }
        }
    }

    private static String key(String citation, LocalDate day) {
        return citation.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "") + " " + day;
    }

    private NewViolation violation(String path, NewViolation given, Faults faults) {
        if (given == null) {
            faults.add(path, "is missing");
            return null;
        }
        days(path + ".observedOn", given.observedOn(), faults);
        words.objection(given.description()).ifPresent(objection -> faults.add(path + ".description", objection));
        return new NewViolation(
                faults.line(path + ".citation", given.citation(), NewViolation.LONGEST_CITATION),
                faults.text(path + ".description", given.description(), 4000),
                given.observedOn());
    }

    private void days(String path, List<LocalDate> days, Faults faults) {
        if (days == null || days.isEmpty()) {
            faults.add(path, "must have at least one day on which the violation was observed");
            return;
        }
        if (days.size() > MOST_DAYS) {
            faults.add(path, "must have at most " + MOST_DAYS + " days");
            return;
        }
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; i < days.size(); i++) {
            faults.day(path + "[" + i + "]", days.get(i), Faults.EARLIEST, LocalDate.now(clock));
            if (days.get(i) != null && !seen.add(days.get(i))) {
                faults.add(path + "[" + i + "]", days.get(i) + " is there twice");
            }
        }
    }

    private NewFacility facility(NewFacility given, Faults faults) {
        if (given == null) {
            faults.add("facility", "is missing");
            return null;
        }
        Map<String, String> identifiers = identifiers(given.identifiers(), faults);
        if (given.id() != null) {
            return new NewFacility(
                    given.id(),
                    faults.optionalLine("facility.name", given.name(), 200),
                    faults.optionalText("facility.address", given.address(), 500),
                    county(given, faults),
                    region(given, faults),
                    identifiers);
        }
        return new NewFacility(
                null,
                faults.line("facility.name", given.name(), 200),
                faults.text("facility.address", given.address(), 500),
                county(given, faults),
                region(given, faults),
                identifiers);
    }

    private static String county(NewFacility given, Faults faults) {
        return place("facility.county", given.county(), given, County::known, faults);
    }

    private String region(NewFacility given, Faults faults) {
        return place("facility.region", given.region(), given, regions::known, faults);
    }

    private interface Place {
        String known(String field, String written, Faults faults);
    }

    /** The place as the record has it; of a facility that the record knows it may be left out. */
    private static String place(String field, String written, NewFacility facility, Place places, Faults faults) {
        int before = faults.found().size();
        String line =
                facility.id() == null ? faults.line(field, written, 100) : faults.optionalLine(field, written, 100);
        return line == null || faults.found().size() > before ? line : places.known(field, line, faults);
    }

    private Map<String, String> identifiers(Map<String, String> given, Faults faults) {
        Map<String, String> checked = new TreeMap<>();
        if (given != null) {
            given.forEach((key, value) -> {
                String field = "facility.identifiers." + key;
                if (FacilityIdentifier.of(key).isEmpty()) {
                    faults.add(field, "is not known; the identifiers are " + IDENTIFIER_KEYS);
                } else {
                    int before = faults.found().size();
                    String line = faults.line(field, value, 40);
                    if (faults.found().size() == before) {
                        checked.put(key, line.toUpperCase(Locale.ROOT));
                    }
                }
            });
        }
        return checked;
    }
}
