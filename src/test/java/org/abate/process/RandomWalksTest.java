package org.abate.process;

import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Stream;
import org.abate.ApplicationTest;
import org.abate.TestDatabase;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Program;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * Whatever people decide, whenever timers fire and events come in: every case comes to an end, and to a clean one. The
 * build walks a hundred; {@code mvn test-compile surefire:test@default-test -Dtest=RandomWalksTest
 * -Dabate.test.walks=250} walks thousands, {@code -Dabate.test.seed=1} others.
 */
@ApplicationTest
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
@DisplayName("Walked at random")
class RandomWalksTest {

    private static final long SEED = Long.getLong("abate.test.seed", 20261125);
    private static final int WALKS = Integer.getInteger("abate.test.walks", 8);
    /** The same diagrams on the other database: enough to meet what it does otherwise. */
    private static final int WALKS_ON_POSTGRESQL = 4;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private CaseProcesses processes;

    @Autowired
    private CaseEvents events;

    @Autowired
    private CaseRecord caseRecord;

    @Autowired
    private Clock clock;

    static Stream<Program> programs() {
        return Arrays.stream(Program.values()).filter(RandomWalksTest::hasDiagram);
    }

    private static boolean hasDiagram(Program program) {
        return new Models(Models.PROCESSES).have(program.enforcementProcess(), ".bpmn");
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"variance-request", "exemption-request", "monitoring-waiver"})
    void everyRequestEndsAtANamedEndWithNothingLeftOver(String request) {
        int walks = TestDatabase.isPostgresql() ? WALKS_ON_POSTGRESQL : WALKS;
        for (int i = 0; i < walks; i++) {
            new RandomWalk(engine, processes, events, caseRecord, clock, Program.DRINKING_WATER, request, SEED + i)
                    .walk()
                    .hasEnded();
            ClockUtil.reset();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void everyCaseEndsAtANamedEndWithNothingLeftOver(Program program) {
        int walks = TestDatabase.isPostgresql() ? WALKS_ON_POSTGRESQL : WALKS;
        for (int i = 0; i < walks; i++) {
            new RandomWalk(engine, processes, events, caseRecord, clock, program, SEED + i)
                    .walk()
                    .hasEnded();
            ClockUtil.reset();
        }
    }
}
