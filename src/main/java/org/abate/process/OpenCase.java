package org.abate.process;

import static org.abate.process.CaseVariables.AGREEMENT_REACHED;
import static org.abate.process.CaseVariables.CASE_MANAGER;
import static org.abate.process.CaseVariables.CASE_NUMBER;
import static org.abate.process.CaseVariables.DISCOVERED_ON;
import static org.abate.process.CaseVariables.FACILITY_NAME;
import static org.abate.process.CaseVariables.OFFICE;
import static org.abate.process.CaseVariables.PROGRAM;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.FacilityIdentifier;
import org.abate.casefile.Matter;
import org.abate.casefile.Program;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** Opens the case in the record from what the start form says, unless the caller has opened it in this transaction. */
@Component("openCase")
class OpenCase implements JavaDelegate {

    /** The form asks for the violations one after the other: a list that grows cannot be shown in Tasklist. */
    static final List<String> VIOLATIONS = List.of("", "2", "3");

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
                .orElseGet(() -> fromStartForm(execution));
        execution.setProcessBusinessKey(opened.caseNumber());
        CASE_NUMBER.on(execution).set(opened.caseNumber());
        FACILITY_NAME.on(execution).set(opened.facility().name());
        OFFICE.on(execution).set(program.office());
        PROGRAM.on(execution).set(program.id());
        CASE_MANAGER.on(execution).set(null);
        AGREEMENT_REACHED.on(execution).set(false);
        DISCOVERED_ON.on(execution).set(Date.from(calendar.endOf(opened.discoveredOn())));
        Optional.ofNullable((String) execution.getVariable(OrdinaryDiligence.VARIABLE))
                .map(LocalDate::parse)
                .ifPresent(day -> diligence.record(opened.caseNumber(), day));
    }

    private CaseFile fromStartForm(DelegateExecution execution) {
        if (execution.getProcessBusinessKey() != null) {
            throw new Refusal("businessKey", "leave it empty: the case takes its number when it is opened");
        }
        CaseFile opened = new CaseOpening((ExecutionEntity) execution, execution.getVariables(), caseRecord).open();
        if (opened.matter() != Matter.ENFORCEMENT) {
            RequestOpening.RECORDED.forEach(execution::removeVariable);
        }
        RECORDED.stream().filter(name -> !name.equals("facilityName")).forEach(execution::removeVariable);
        return opened;
    }
}
