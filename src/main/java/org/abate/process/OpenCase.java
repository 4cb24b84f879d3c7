package org.abate.process;

import static org.abate.process.CaseVariables.AGREEMENT_REACHED;
import static org.abate.process.CaseVariables.CASE_MANAGER;
import static org.abate.process.CaseVariables.CASE_NUMBER;
import static org.abate.process.CaseVariables.DISCOVERED_ON;
import static org.abate.process.CaseVariables.FACILITY_NAME;
import static org.abate.process.CaseVariables.OFFICE;
import static org.abate.process.CaseVariables.PROGRAM;
import static org.abate.process.CaseVariables.RESPONSIBLE_PARTY_KNOWN;

import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.FacilityIdentifier;
import org.abate.casefile.Matter;
import org.abate.casefile.NewCase;
import org.abate.casefile.NewFacility;
import org.abate.casefile.NewParty;
import org.abate.casefile.NewViolation;
import org.abate.casefile.Program;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** Opens the case in the record from what the start form says, unless the caller has opened it in this transaction. */
@Component("openCase")
class OpenCase implements JavaDelegate {

    /** The form asks for the violations one after the other: a list that grows cannot be shown in Tasklist. */
    private static final List<String> VIOLATIONS = List.of("", "2", "3");

    /** What the start form asks for the record; it does not stay in the process. */
    static final Set<String> RECORDED = Stream.of(
                    Stream.of(
                            "facilityName",
                            "facilityAddress",
                            "facilityCounty",
                            "facilityRegion",
                            "responsiblePartyName",
                            "responsiblePartyAddress",
                            "discoveredOn"),
                    Stream.of(FacilityIdentifier.values()).map(FacilityIdentifier::key),
                    VIOLATIONS.stream()
                            .flatMap(which ->
                                    Stream.of("citation" + which, "description" + which, "observedOn" + which)))
            .flatMap(names -> names)
            .collect(Collectors.toUnmodifiableSet());

    /** What no start form can do without. */
    static final Set<String> ASKED = Set.of(
            "facilityName",
            "facilityAddress",
            "facilityCounty",
            "facilityRegion",
            "responsiblePartyKnown",
            "responsiblePartyName",
            "responsiblePartyAddress",
            "discoveredOn",
            "citation",
            "description",
            "observedOn");

    private final CaseRecord caseRecord;
    private final OrdinaryDiligence diligence;
    private final DeadlineCalendar calendar = new DeadlineCalendar();

    OpenCase(CaseRecord caseRecord, OrdinaryDiligence diligence) {
        this.caseRecord = caseRecord;
        this.diligence = diligence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Settings process = Settings.ofProcess((ExecutionEntity) execution);
        Program program = Program.of(process.get("program")).orElseThrow();
        CaseFile opened = OpeningCase.current()
                .filter(number -> number.equals(execution.getProcessBusinessKey()))
                .map(caseRecord::get)
                .orElseGet(() -> fromStartForm(program, execution));
        execution.setProcessBusinessKey(opened.caseNumber());
        CASE_NUMBER.on(execution).set(opened.caseNumber());
        FACILITY_NAME.on(execution).set(opened.facility().name());
        OFFICE.on(execution).set(program.office());
        PROGRAM.on(execution).set(program.id());
        CASE_MANAGER.on(execution).set(null);
        AGREEMENT_REACHED.on(execution).set(false);
        DISCOVERED_ON.on(execution).set(Date.from(calendar.endOf(opened.discoveredOn())));
        Optional.ofNullable(date(execution, OrdinaryDiligence.VARIABLE))
                .ifPresent(day -> diligence.record(opened.caseNumber(), day));
    }

    private CaseFile fromStartForm(Program program, DelegateExecution execution) {
        if (execution.getProcessBusinessKey() != null) {
            throw new Refusal("businessKey", "leave it empty: the case takes its number when it is opened");
        }
        Optional<Matter> matter =
                Settings.ofProcess((ExecutionEntity) execution).find("matter").map(Matter::valueOf);
        try {
            CaseFile opened = caseRecord.open(matter.map(what -> RequestOpening.read(what, execution, caseRecord))
                    .orElseGet(() -> newCase(program, execution)));
            matter.ifPresent(what -> RequestOpening.RECORDED.forEach(execution::removeVariable));
            RECORDED.stream().filter(name -> !name.equals("facilityName")).forEach(execution::removeVariable);
            return opened;
        } catch (CaseRefused e) {
            RecordedAnswers answers = RecordedAnswers.of((ExecutionEntity) execution, violations(execution));
            throw new Refusal(e.faults().stream().map(answers::inForm).toList());
        }
    }

    private static NewCase newCase(Program program, DelegateExecution execution) {
        return new NewCase(
                program,
                new NewFacility(
                        null,
                        text(execution, "facilityName"),
                        text(execution, "facilityAddress"),
                        text(execution, "facilityCounty"),
                        text(execution, "facilityRegion"),
                        identifiers(execution)),
                RESPONSIBLE_PARTY_KNOWN.from(execution).getOrDefault(false)
                        ? new NewParty(
                                text(execution, "responsiblePartyName"), text(execution, "responsiblePartyAddress"))
                        : null,
                date(execution, "discoveredOn"),
                violations(execution).stream()
                        .map(which -> violation(execution, which))
                        .toList());
    }

    /** What the names of the fields end with, of each violation that was filled in. */
    private static List<String> violations(DelegateExecution execution) {
        return VIOLATIONS.stream()
                .filter(which -> which.isEmpty() || text(execution, "citation" + which) != null)
                .toList();
    }

    private static Map<String, String> identifiers(DelegateExecution execution) {
        Map<String, String> identifiers = new LinkedHashMap<>();
        for (FacilityIdentifier identifier : FacilityIdentifier.values()) {
            Optional.ofNullable(text(execution, identifier.key()))
                    .ifPresent(number -> identifiers.put(identifier.key(), number));
        }
        return identifiers;
    }

    private static NewViolation violation(DelegateExecution execution, String which) {
        return new NewViolation(
                text(execution, "citation" + which),
                text(execution, "description" + which),
                Optional.ofNullable(date(execution, "observedOn" + which))
                        .map(List::of)
                        .orElseGet(List::of));
    }

    private static String text(DelegateExecution execution, String name) {
        Object value = execution.getVariable(name);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    private static LocalDate date(DelegateExecution execution, String name) {
        String text = text(execution, name);
        return text == null ? null : LocalDate.parse(text);
    }
}
