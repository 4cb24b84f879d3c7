package org.abate.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.abate.casefile.Fault;
import org.abate.casefile.Matter;
import org.abate.casefile.NewCase;
import org.abate.casefile.NewFacility;
import org.abate.casefile.NewParty;
import org.abate.casefile.NewWaterRequest;
import org.abate.casefile.Program;
import org.abate.casefile.WaterRequest;

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

    private final Matter matter;
    private final Map<String, Object> answers;

    /** @param answers those that are as the form wants them */
    RequestOpening(Matter matter, Map<String, Object> answers) {
        this.matter = matter;
        this.answers = answers;
    }

    /** What the rule refuses by itself, whatever the record says. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        LocalDate received = day("discoveredOn");
        if (received != null && received.isBefore(ruleInEffect())) {
            faults.add(new Fault(
                    "discoveredOn",
                    "must not be before " + RequestWords.date(ruleInEffect()) + ", from when the rule is in effect ("
                            + rule() + ")"));
        }
        if (Boolean.parseBoolean(text("acuteRisk"))) {
            faults.add(new Fault(
                    "acuteRisk",
                    "must be no: " + matter.withArticle()
                            + " is not granted from an MCL whose violation presents an acute,"
                            + " short-term risk to public health (" + rule() + "(1))"));
        }
        return faults;
    }

    private String rule() {
        return switch (matter) {
            case VARIANCE -> "10 CSR 60-6.010";
            case EXEMPTION -> "10 CSR 60-6.020";
            default -> "10 CSR 60-6.060";
        };
    }

    /** No request is older than the rule that it is made under: its original rule's effective date, as its AUTHORITY names it. */
    private LocalDate ruleInEffect() {
        return matter == Matter.VARIANCE || matter == Matter.EXEMPTION
                ? LocalDate.of(1979, 9, 14)
                : LocalDate.of(1992, 12, 3);
    }

    NewCase asked() {
        NewFacility facility = new NewFacility(
                null,
                text("facilityName"),
                text("facilityAddress"),
                text("facilityCounty"),
                text("facilityRegion"),
                text("pwsid") == null ? Map.of() : Map.of("pwsid", text("pwsid")));
        NewWaterRequest.System system = new NewWaterRequest.System(
                text("pwsid"),
                facility.name(),
                facility.county(),
                Optional.ofNullable(text("peopleServed")).map(Integer::valueOf).orElse(null),
                day("complianceDueOn"));
        return new NewCase(
                Program.DRINKING_WATER,
                facility,
                new NewParty(text("responsiblePartyName"), text("responsiblePartyAddress")),
                day("discoveredOn"),
                List.of(),
                new NewWaterRequest(
                        matter,
                        Optional.ofNullable(text("requestSubject"))
                                .map(WaterRequest.Subject::valueOf)
                                .orElse(null),
                        text("contaminant"),
                        Optional.ofNullable(text("contaminantGroup"))
                                .map(WaterRequest.ContaminantGroup::valueOf)
                                .orElse(null),
                        Optional.ofNullable(text("initiatedBy"))
                                .map(WaterRequest.Initiator::valueOf)
                                .orElse(WaterRequest.Initiator.SYSTEM),
                        system,
                        Optional.ofNullable(text("jointWith"))
                                .map(number -> number.toUpperCase(Locale.ROOT))
                                .orElse(null)));
    }

    private LocalDate day(String name) {
        return Optional.ofNullable(text(name)).map(LocalDate::parse).orElse(null);
    }

    private String text(String name) {
        Object value = answers.get(name);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }
}
