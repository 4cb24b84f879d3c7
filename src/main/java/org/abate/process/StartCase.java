package org.abate.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.NewCase;
import org.abate.casefile.NewFacility;
import org.abate.casefile.NewParty;
import org.abate.casefile.NewViolation;
import org.abate.casefile.Program;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Opens a case of another program (the setting {@code program}) for the same facility, party and violations: a
 * violation that spans several media is each program's own case.
 */
@Component("startCase")
class StartCase implements JavaDelegate {

    private final CaseRecord caseRecord;
    private final CaseProcesses processes;

    StartCase(CaseRecord caseRecord, @Lazy CaseProcesses processes) {
        this.caseRecord = caseRecord;
        this.processes = processes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Program program = Program.of(Settings.of((ExecutionEntity) execution).get("program"))
                .orElseThrow();
        CaseFile source = caseRecord.get(execution.getProcessBusinessKey());
        List<NewViolation> violations = source.violations().stream()
                .map(violation ->
                        new NewViolation(violation.citation(), violation.description(), violation.observedOn()))
                .toList();
        NewParty party = Optional.ofNullable(source.responsibleParty())
                .map(known -> new NewParty(known.name(), known.address()))
                .orElse(null);
        NewFacility facility = new NewFacility(source.facility().id(), null, null, null, null, Map.of());
        OpenedCase opened = processes.open(
                new NewCase(program, facility, party, source.discoveredOn(), violations),
                Map.of("responsiblePartyKnown", party != null, "violationCurrent", true));
        caseRecord.note(source.caseNumber(), "CASE_STARTED", "Case " + opened.caseNumber() + " opened");
    }
}
