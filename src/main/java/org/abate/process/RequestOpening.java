package org.abate.process;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Fault;
import org.abate.casefile.Matter;
import org.abate.casefile.NewCase;
import org.abate.casefile.NewFacility;
import org.abate.casefile.NewParty;
import org.abate.casefile.NewWaterRequest;
import org.abate.casefile.Program;
import org.abate.casefile.WaterRequest;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A request of a supplier of water as its start form asks for it: the first system is the facility, the others of a joint
 * request stand one a line (10 CSR 60-6.010(2), 6.020(2)).
 */
final class RequestOpening {

    /** What no start form of a request can do without. */
    static final Set<String> ASKED = Set.of(
            "facilityName",
            "facilityAddress",
            "facilityCounty",
            "facilityRegion",
            "pwsid",
            "peopleServed",
            "responsiblePartyName",
            "responsiblePartyAddress",
            "discoveredOn",
            "requestSubject",
            "contaminant");

    /** What goes into the record only, besides what the start form of a case asks for it. */
    static final Set<String> RECORDED = Set.of("otherSystems", "complianceDueOn", "peopleServed");

    private final VariableScope asked;
    private final List<Fault> faults = new ArrayList<>();

    private RequestOpening(VariableScope asked) {
        this.asked = asked;
    }

    /** @throws CaseRefused where a line of another system cannot be read */
    static NewCase read(Matter matter, VariableScope asked) {
        return new RequestOpening(asked).read(matter);
    }

    private NewCase read(Matter matter) {
        NewFacility facility = new NewFacility(
                null,
                text("facilityName"),
                text("facilityAddress"),
                text("facilityCounty"),
                text("facilityRegion"),
                Map.of("pwsid", text("pwsid")));
        List<NewWaterRequest.System> systems = new ArrayList<>();
        systems.add(new NewWaterRequest.System(
                text("pwsid"),
                facility.name(),
                facility.county(),
                number(text("peopleServed")),
                day("complianceDueOn", text("complianceDueOn"))));
        Optional.ofNullable(text("otherSystems")).ifPresent(lines -> lines.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> systems.add(system(matter, line))));
        if (!faults.isEmpty()) {
            throw new CaseRefused(faults);
        }
        return new NewCase(
                Program.DRINKING_WATER,
                facility,
                new NewParty(text("responsiblePartyName"), text("responsiblePartyAddress")),
                day("discoveredOn", text("discoveredOn")),
                List.of(),
                new NewWaterRequest(
                        matter,
                        WaterRequest.Subject.valueOf(text("requestSubject")),
                        text("contaminant"),
                        Optional.ofNullable(text("contaminantGroup"))
                                .map(WaterRequest.ContaminantGroup::valueOf)
                                .orElse(null),
                        Optional.ofNullable(text("initiatedBy"))
                                .map(WaterRequest.Initiator::valueOf)
                                .orElse(WaterRequest.Initiator.SYSTEM),
                        systems));
    }

    /** Number; name; county; persons served; and for an exemption the compliance date otherwise applicable. */
    private NewWaterRequest.System system(Matter matter, String line) {
        String[] parts = line.strip().split("\\s*;\\s*");
        int expected = matter == Matter.EXEMPTION ? 5 : 4;
        if (parts.length != expected || number(parts[3]) == null) {
            faults.add(new Fault(
                    "otherSystems",
                    "\"" + line.strip() + "\" is not a line like MO6010707; Elm Spring; Phelps; 800"
                            + (expected == 5 ? "; 2027-03-01" : "")));
            return null;
        }
        return new NewWaterRequest.System(
                parts[0], parts[1], parts[2], number(parts[3]), expected == 5 ? day("otherSystems", parts[4]) : null);
    }

    private LocalDate day(String field, String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            faults.add(new Fault(field, "\"" + text + "\" is no date like 2027-03-01"));
            return null;
        }
    }

    private static Integer number(String text) {
        return text != null && text.matches("\\d{1,8}") ? Integer.valueOf(text) : null;
    }

    private String text(String name) {
        Object value = asked.getVariable(name);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }
}
