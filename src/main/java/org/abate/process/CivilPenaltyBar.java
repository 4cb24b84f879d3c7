package org.abate.process;

import java.util.Map;
import org.camunda.bpm.engine.impl.context.Context;

/**
 * When no civil penalty is sought for a violation, by the decision table {@code civil-penalty-bar}: what must have become
 * of an administrative one (interpretation S2).
 */
record CivilPenaltyBar(Test test, String citation) {

    private static final String DECISION = "civil-penalty-bar";

    /** What bars it. */
    enum Test {
        NONE,
        ASSESSED,
        ASSESSED_AND_COLLECTED
    }

    /** What became of an administrative penalty, as far as the record knows. */
    enum Administrative {
        NONE,
        ASSESSED,
        COLLECTED
    }

    static CivilPenaltyBar of(String program) {
        Map<String, Object> row = Context.getCommandContext()
                .runWithoutAuthorization(() -> Context.getProcessEngineConfiguration()
                        .getDecisionService()
                        .evaluateDecisionTableByKey(DECISION, Map.of("program", program))
                        .getSingleResult());
        return new CivilPenaltyBar(
                Test.valueOf(String.valueOf(row.get("barredWhere"))), String.valueOf(row.get("citation")));
    }

    boolean isMetBy(Administrative penalty) {
        return switch (test) {
            case NONE -> false;
            case ASSESSED -> penalty != Administrative.NONE;
            case ASSESSED_AND_COLLECTED -> penalty == Administrative.COLLECTED;
        };
    }
}
