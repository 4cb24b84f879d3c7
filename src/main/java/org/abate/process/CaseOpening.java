package org.abate.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.FacilityIdentifier;
import org.abate.casefile.Fault;
import org.abate.casefile.Matter;
import org.abate.casefile.NewCase;
import org.abate.casefile.NewFacility;
import org.abate.casefile.NewParty;
import org.abate.casefile.NewViolation;
import org.abate.casefile.Program;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** A case as a start form asks the record for it, and what the record refuses of it, by the fields of that form. */
final class CaseOpening {

    private final Map<String, Object> answers;
    private final CaseRecord caseRecord;
    private final List<String> violations;
    private final RecordedAnswers fields;
    private final NewCase asked;
    private final List<Fault> againstTheRule;

    /** @param answers those that are as the form wants them */
    CaseOpening(ExecutionEntity start, Map<String, Object> answers, CaseRecord caseRecord) {
        this.answers = answers;
        this.caseRecord = caseRecord;
        this.violations = OpenCase.VIOLATIONS.stream()
                .filter(which -> which.isEmpty() || text("citation" + which) != null)
                .toList();
        this.fields = RecordedAnswers.of(start, violations);
        Settings process = Settings.ofProcess(start);
        Optional<RequestOpening> request =
                process.find("matter").map(Matter::valueOf).map(matter -> new RequestOpening(matter, answers));
        this.asked = request.map(RequestOpening::asked)
                .orElseGet(() -> enforcement(Program.of(process.get("program")).orElseThrow()));
        this.againstTheRule = request.map(RequestOpening::faults).orElse(List.of());
    }

    /** @throws Refusal with every fault */
    CaseFile open() {
        if (!againstTheRule.isEmpty()) {
            throw new Refusal(faults());
        }
        try {
            return caseRecord.open(asked);
        } catch (CaseRefused e) {
            throw new Refusal(inForm(e.faults()));
        }
    }

    /** What the rule and the record refuse; empty if nothing. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>(againstTheRule);
        faults.addAll(inForm(caseRecord.faults(asked)));
        return faults;
    }

    private List<Fault> inForm(List<Fault> faults) {
        return faults.stream().map(fields::inForm).distinct().toList();
    }

    private NewCase enforcement(Program program) {
        return new NewCase(
                program,
                new NewFacility(
                        null,
                        text("facilityName"),
                        text("facilityAddress"),
                        text("facilityCounty"),
                        text("facilityRegion"),
                        identifiers()),
                Boolean.TRUE.equals(answers.get("responsiblePartyKnown"))
                        ? new NewParty(text("responsiblePartyName"), text("responsiblePartyAddress"))
                        : null,
                date("discoveredOn"),
                violations.stream().map(this::violation).toList());
    }

    private Map<String, String> identifiers() {
        Map<String, String> identifiers = new LinkedHashMap<>();
        for (FacilityIdentifier identifier : FacilityIdentifier.values()) {
            Optional.ofNullable(text(identifier.key())).ifPresent(number -> identifiers.put(identifier.key(), number));
        }
        return identifiers;
    }

    private NewViolation violation(String which) {
        return new NewViolation(
                text("citation" + which),
                text("description" + which),
                Optional.ofNullable(date("observedOn" + which)).map(List::of).orElseGet(List::of));
    }

    private String text(String name) {
        Object value = answers.get(name);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    private LocalDate date(String name) {
        String text = text(name);
        return text == null ? null : LocalDate.parse(text);
    }
}
