package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Fault;
import org.abate.casefile.NewCase;
import org.abate.casefile.NewFacility;
import org.abate.casefile.NewViolation;
import org.abate.casefile.Program;
import org.abate.casefile.Violation;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A case of every program starts from its form, in Tasklist and over REST, and is refused with every fault named. */
@RunningCases
class ProgramStartTest {

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private CaseProcesses processes;

    @Autowired
    private CaseRecord caseRecord;

    @Autowired
    private EngineRest rest;

    @Autowired
    private Clock clock;

    @ParameterizedTest
    @CsvSource({
        "AIR, airInstallation",
        "DRINKING_WATER, pwsid",
        "HAZARDOUS_WASTE, rcraHandler",
        "TANKS, ustFacility",
        "INDUSTRIAL_MINERALS, miningPermit",
        "METALLIC_MINERALS, miningPermit",
        "COAL, miningPermit",
        "SOLID_WASTE, solidWastePermit",
        "WATER, npdes"
    })
    void aCaseStartsFromTheFormOfItsProgram(Program program, String identifier) {
        String process = program.enforcementProcess();
        String number = "N" + System.nanoTime();
        Map<String, Object> form = filledIn(program);
        form.put(identifier, number);
        form.put("citation2", "10 CSR 1-1.020");
        form.put("description2", "Another violation");
        form.put("observedOn2", LocalDate.now(clock).toString());

        EngineRest.Answer answer = rest.post(
                program.office() + "-staff",
                "/process-definition/key/" + process + "/submit-form",
                EngineRest.variables(pairs(form)));

        assertThat(answer.status()).as(answer.message()).isEqualTo(200);
        ProcessInstance instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(answer.body().path("id").asText())
                .singleResult();
        CaseFile opened = caseRecord.get(instance.getBusinessKey());
        assertThat(opened.caseNumber()).startsWith(program.prefix() + "-");
        assertThat(opened.facility().identifiers()).containsEntry(identifier, number);
        assertThat(opened.violations())
                .extracting(Violation::citation)
                .containsExactly("10 CSR 1-1.010", "10 CSR 1-1.020");
        assertThat(engine.getRuntimeService().getVariables(instance.getId()))
                .containsEntry("program", program.id())
                .containsEntry("responsiblePartyKnown", true)
                .doesNotContainKeys("citation", "citation2", "observedOn2", "responsiblePartyName", identifier)
                .satisfies(variables ->
                        facts(program).forEach(fact -> assertThat(variables).containsEntry(fact, false)));
    }

    @Test
    void aCitationIsAsLongInEveryFormAsInTheRecord() {
        assertThat(Models.in(Models.PROCESSES, "-case.form"))
                .flatExtracting(file -> read(file).fields())
                .filteredOn(field -> field.key().startsWith("citation"))
                .hasSizeGreaterThan(Program.values().length)
                .allSatisfy(field -> assertThat(field.limit("maxLength"))
                        .contains(BigDecimal.valueOf(NewViolation.LONGEST_CITATION)));
    }

    @ParameterizedTest
    @EnumSource
    void aFormThatIsNotFilledInIsRefusedWithEveryFault(Program program) {
        String process = program.enforcementProcess();

        EngineRest.Answer answer = rest.post(
                program.office() + "-staff",
                "/process-definition/key/" + process + "/submit-form",
                EngineRest.variables("discoveredOn", "2999-01-01", "weather", "fine"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message())
                .contains("facilityName: ", "facilityRegion: ", "responsiblePartyKnown: ", "citation: ", "observedOn: ")
                .contains("discoveredOn: ", "weather: is not asked for");
        assertThat(answer.message().contains("peopleServed: ")).isEqualTo(program == Program.DRINKING_WATER);
    }

    /** 10 CSR 60-6.010(1), 60-6.020(1). */
    @ParameterizedTest
    @CsvSource({"variance-request, 10 CSR 60-6.010(1)", "exemption-request, 10 CSR 60-6.020(1)"})
    void aRequestOfAcuteRiskIsRefusedAtItsStartForm(String process, String clause) {
        RequestWalk request = new RequestWalk(engine, caseRecord, null);
        Map<String, Object> form = request.form(LocalDate.now(clock), "acuteRisk", true);
        if (process.equals("exemption-request")) {
            form.put("complianceDueOn", LocalDate.now(clock).toString());
        }

        EngineRest.Answer answer = rest.post(
                "drinking-water-staff",
                "/process-definition/key/" + process + "/submit-form",
                EngineRest.variables(pairs(form)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message())
                .contains("acuteRisk: ")
                .contains("acute, short-term risk to public health (" + clause + ")");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TANKS")
    void whatIsWrongWithTheFactsIsNamedWithWhatIsWrongWithTheCase(Program program) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("responsiblePartyKnown", "perhaps");
        facts.put("imminentThreat", "very");
        facts.put("weather", "fine");
        NewCase newCase = new NewCase(
                program,
                new NewFacility(null, " ", "1 Plant Road", "Phelps", "Southeast", Map.of("moon", "1")),
                null,
                LocalDate.now(clock).plusDays(1),
                List.of(new NewViolation("10 CSR 1-1.010", "One", List.of())));

        assertThatThrownBy(() -> processes.open(newCase, facts))
                .isInstanceOfSatisfying(CaseRefused.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::field)
                        .contains(
                                "facility.name",
                                "facility.identifiers.moon",
                                "discoveredOn",
                                "violations[0].observedOn",
                                "facts.responsiblePartyKnown",
                                "facts.imminentThreat",
                                "facts.weather")
                        .doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TANKS")
    void aCaseOpenedInTheRecordStartsWithTheFactsOfItsProgram(Program program) {
        Map<String, Object> facts = new HashMap<>(Map.of("responsiblePartyKnown", false, "imminentThreat", true));
        if (program == Program.DRINKING_WATER) {
            facts.put("peopleServed", 700);
        }

        OpenedCase opened = processes.open(
                new NewCase(
                        program,
                        new NewFacility(null, "Works", "1 Plant Road", "Phelps", "Southeast", Map.of()),
                        null,
                        LocalDate.now(clock),
                        List.of(new NewViolation("10 CSR 1-1.010", "One", List.of(LocalDate.now(clock))))),
                facts);

        assertThat(engine.getRuntimeService().getVariables(opened.processInstanceId()))
                .containsEntry("caseNumber", opened.caseNumber())
                .containsEntry("imminentThreat", true)
                .containsEntry("responsiblePartyKnown", false);
    }

    /** What the decision on the enforcement path asks of a program, and nothing else, is asked as its case starts. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TANKS")
    void theFormAsksTheFactsThatDecideTheEnforcementPath(Program program) {
        DecisionTable table = Dmn.readModelFromFile(new File("processes/decisions/enforcement-path.dmn"))
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
        List<String> inputs = table.getInputs().stream()
                .map(input ->
                        input.getInputExpression().getText().getTextContent().strip())
                .toList();
        Set<String> decisive = new HashSet<>();
        for (Rule rule : table.getRules()) {
            List<String> entries = rule.getInputEntries().stream()
                    .map(entry -> entry.getText().getTextContent().strip())
                    .toList();
            String programs = entries.get(0);
            boolean everyProgram = (programs.isEmpty() || programs.startsWith("not(")) && program != Program.COAL;
            boolean named = programs.contains("\"" + program.id() + "\"");
            if (everyProgram != named) {
                for (int i = 1; i < entries.size(); i++) {
                    if (!entries.get(i).isEmpty()) {
                        decisive.add(inputs.get(i));
                    }
                }
            }
        }
        if (program == Program.COAL) {
            // No row asks: the diagram does, which of the notices is issued
            decisive.add("imminentThreat");
        }

        assertThat(inputs.get(0)).isEqualTo("program");
        Set<String> asked = facts(program);
        asked.remove("severalMedia"); // the diagram asks it: other programs are consulted
        assertThat(asked).isEqualTo(decisive);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TANKS")
    void theFactsOfTheFormAreEnoughToDecideTheEnforcementPath(Program program) {
        VariableMap answers = Variables.createVariables().putValue("program", program.id());
        facts(program).forEach(fact -> answers.putValue(fact, false));

        assertThat(engine.getDecisionService()
                        .evaluateDecisionTableByKey("enforcement-path", answers)
                        .getSingleResult()
                        .<String>getEntry("path"))
                .isEqualTo(program == Program.COAL ? "formal-enforcement" : "ccp");
    }

    /** The boxes that the start form of a program offers to tick. */
    private static Set<String> facts(Program program) {
        String form = (program == Program.TANKS ? "tank" : program.id()) + "-case.form";
        return Models.in(Models.PROCESSES, form).stream()
                .flatMap(file -> read(file).fields().stream())
                .filter(Form.Field::isCheckbox)
                .map(Form.Field::key)
                // Other programs are consulted on whatever path the case goes
                .filter(fact -> !fact.equals("severalMedia"))
                .collect(Collectors.toSet());
    }

    private static Form read(Path file) {
        try {
            return Form.parse(new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> filledIn(Program program) {
        String today = LocalDate.now(clock).toString();
        Map<String, Object> form = new LinkedHashMap<>(CaseWalk.variables(
                "facilityName", "Invented Works",
                "facilityAddress", "1 Plant Road, Rolla, MO 65401",
                "facilityCounty", "Phelps",
                "facilityRegion", "Southeast",
                "responsiblePartyKnown", "true",
                "responsiblePartyName", "Invented Works Company",
                "responsiblePartyAddress", "PO Box 9, Rolla, MO 65402",
                "discoveredOn", today,
                "citation", "10 CSR 1-1.010",
                "description", "A violation",
                "observedOn", today));
        if (program == Program.TANKS) {
            form.put("violationCurrent", "true");
        }
        if (program == Program.DRINKING_WATER) {
            form.put("peopleServed", 700);
        }
        return form;
    }

    private static Object[] pairs(Map<String, Object> form) {
        return form.entrySet().stream()
                .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
                .toArray();
    }
}
