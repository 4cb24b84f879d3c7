package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Matter;
import org.abate.casefile.NewAssessment;
import org.abate.casefile.NewCase;
import org.abate.casefile.NewFacility;
import org.abate.casefile.NewParty;
import org.abate.casefile.NewViolation;
import org.abate.casefile.NewWaterRequest;
import org.abate.casefile.Program;
import org.abate.casefile.Violation;
import org.abate.casefile.WaterRequest;
import org.abate.penalty.Assessment;
import org.abate.penalty.RuleBook;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.test.context.TestComponent;

/** Starts a building block for a case of its own, as an enforcement process calls it. */
@TestComponent
class BlockWalk {

    private final ProcessEngine engine;
    private final CaseRecord caseRecord;
    private final CaseWalk theCase;
    private final Clock clock;
    private final RuleBook rules = RuleBook.standard();
    private final ObjectMapper json = new ObjectMapper().findAndRegisterModules();

    BlockWalk(ProcessEngine engine, CaseRecord caseRecord, CaseWalk theCase, Clock clock) {
        this.engine = engine;
        this.caseRecord = caseRecord;
        this.theCase = theCase;
        this.clock = clock;
    }

    /** A case of the program that was discovered so many days ago, with one violation. */
    String opened(Program program, int daysAgo) {
        LocalDate discovered = LocalDate.now(clock).minusDays(daysAgo);
        return caseRecord
                .open(new NewCase(
                        program,
                        new NewFacility(
                                null, "Elm Spring", "1 Elm Road, Rolla, MO 65401", "Phelps", "Southeast", Map.of()),
                        new NewParty("Elm Spring Association", "PO Box 3, Rolla, MO 65402"),
                        discovered,
                        List.of(new NewViolation("10 CSR 60-4.010", "No samples taken", List.of(discovered)))))
                .caseNumber();
    }

    /** A request for a variance or exemption of a system of so many persons, received today. */
    String opened(Matter matter, String pwsid, int persons) {
        LocalDate today = LocalDate.now(clock);
        return caseRecord
                .open(new NewCase(
                        Program.DRINKING_WATER,
                        new NewFacility(
                                null,
                                "Elm Spring",
                                "1 Elm Road, Rolla, MO 65401",
                                "Phelps",
                                "Southeast",
                                Map.of("pwsid", pwsid)),
                        new NewParty("Elm Spring Association", "PO Box 3, Rolla, MO 65402"),
                        today,
                        List.of(),
                        new NewWaterRequest(
                                matter,
                                WaterRequest.Subject.MCL,
                                "fluoride",
                                null,
                                WaterRequest.Initiator.SYSTEM,
                                new NewWaterRequest.System(
                                        pwsid,
                                        "Elm Spring",
                                        "Phelps",
                                        persons,
                                        matter == Matter.EXEMPTION ? today : null),
                                null)))
                .caseNumber();
    }

    CaseWalk start(String block, String caseNumber, Object... more) {
        CaseFile file = caseRecord.get(caseNumber);
        Map<String, Object> variables = new HashMap<>(CaseWalk.variables(more));
        variables.putAll(CaseWalk.variables(
                "caseNumber", caseNumber,
                "facilityName", file.facility().name(),
                "office", file.program().office(),
                "program", file.program().id(),
                "caseManager", file.program().office() + "-enforcement",
                "discoveredOn", Date.from(new DeadlineCalendar().endOf(file.discoveredOn()))));
        engine.getRuntimeService().startProcessInstanceByKey(block, caseNumber, variables);
        return theCase.in(caseNumber);
    }

    /** Files a worksheet of the violation and the calculation of the case, by a rule. */
    void assessed(String caseNumber, String rule, Map<String, Object> ofCase, Map<String, Object> ofViolation) {
        ObjectNode worksheet = json.valueToTree(ofCase);
        worksheet.withArray("violations").add(json.<ObjectNode>valueToTree(ofViolation));
        Assessment result = rules.assess(rule, worksheet, LocalDate.now(clock));
        Violation violation = caseRecord.get(caseNumber).violations().get(0);
        for (Long of : new Long[] {violation.id(), null}) {
            caseRecord.file(
                    caseNumber,
                    new NewAssessment(rule, result.version(), of, text(worksheet), text(result), result.total()));
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The block has ended, at this end event, and tells its caller so. */
    void ended(String caseNumber, String block, String endEvent, String outcome) {
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .count())
                .as("running instances; the case is at %s", theCase.stage())
                .isZero();
        String instance = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey(block)
                .orderByProcessInstanceStartTime()
                .desc()
                .list()
                .get(0)
                .getId();
        assertThat(engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityId(endEvent)
                        .finished()
                        .count())
                .as("passed %s", endEvent)
                .isEqualTo(1);
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .variableName("outcome")
                        .singleResult()
                        .getValue())
                .isEqualTo(outcome);
    }

    List<String> timeline(String caseNumber, String kind) {
        return caseRecord.timeline(caseNumber).stream()
                .filter(entry -> entry.kind().equals(kind))
                .map(entry -> entry.text())
                .toList();
    }
}
