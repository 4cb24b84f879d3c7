package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.abate.ApplicationTest;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.NewCase;
import org.abate.casefile.NewFacility;
import org.abate.casefile.NewParty;
import org.abate.casefile.NewViolation;
import org.abate.casefile.Program;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@ApplicationTest
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
class TankLadderTest {

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private CaseProcesses processes;

    @Autowired
    private CaseRecord caseRecord;

    @BeforeEach
    void engineForTheAssertions() {
        init(engine);
    }

    @Test
    void aLetterOfWarningGoesOutAndAsksForAResponseIn45Days() {
        OpenedCase opened = processes.open(
                new NewCase(
                        Program.TANKS,
                        new NewFacility(
                                null,
                                "Maple Street Fuel",
                                "100 Maple Street, Rolla, MO 65401",
                                "Phelps",
                                "Southeast",
                                Map.of("ustFacility", "ST0001234")),
                        new NewParty("Maple Street Fuel LLC", "PO Box 1, Rolla, MO 65402"),
                        LocalDate.now(),
                        List.of(new NewViolation(
                                "10 CSR 26-2.030(1)", "No release detection", List.of(LocalDate.now())))),
                Map.of("responsiblePartyKnown", true, "violationCurrent", true));
        for (Job job : engine.getManagementService().createJobQuery().list()) {
            engine.getManagementService().executeJob(job.getId());
        }
        assertThat(processes.progress(opened.caseNumber()).stage()).isEqualTo("Record response to letter");
        assertThat(caseRecord.documents(opened.caseNumber())).hasSize(1);
        System.out.println(processes.progress(opened.caseNumber()));
    }
}
