package org.abate.process;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.abate.casefile.CaseRecord;
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
 * A request of a supplier of water as its start form asks for it. Each system of a joint request has a form and a case of
 * its own, which names the case of another (10 CSR 60-6.010(2), 6.020(2)).
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
    static final Set<String> RECORDED = Set.of("jointWith", "complianceDueOn", "peopleServed");

    private final VariableScope asked;
    private final CaseRecord caseRecord;
    private final List<Fault> faults = new ArrayList<>();

    private RequestOpening(VariableScope asked, CaseRecord caseRecord) {
        this.asked = asked;
        this.caseRecord = caseRecord;
    }

    /** @throws CaseRefused where the request is one that the rule does not know, with what the record refuses as well */
    static NewCase read(Matter matter, VariableScope asked, CaseRecord caseRecord) {
        return new RequestOpening(asked, caseRecord).read(matter);
    }

    private NewCase read(Matter matter) {
        NewFacility facility = new NewFacility(
                null,
                text("facilityName"),
                text("facilityAddress"),
                text("facilityCounty"),
                text("facilityRegion"),
                Map.of("pwsid", text("pwsid")));
        NewWaterRequest.System system = new NewWaterRequest.System(
                text("pwsid"),
                facility.name(),
                facility.county(),
                number(text("peopleServed")),
                day("complianceDueOn", text("complianceDueOn")));
        if (Boolean.parseBoolean(text("acuteRisk"))) {
            faults.add(new Fault(
                    "acuteRisk",
                    "must be no: " + matter.withArticle()
                            + " is not granted from an MCL whose violation presents an acute,"
                            + " short-term risk to public health (10 CSR 60-6.0"
                            + (matter == Matter.VARIANCE ? "10" : "20") + "(1))"));
        }
        NewCase given = new NewCase(
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
                        system,
                        text("jointWith")));
        if (!faults.isEmpty()) {
            faults.addAll(caseRecord.faults(given));
            throw new CaseRefused(faults);
        }
        return given;
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
