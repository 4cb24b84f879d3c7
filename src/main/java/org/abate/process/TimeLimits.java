package org.abate.process;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;

/** What the decision table {@code time-limits}, which managers change, says of a program and an action. */
final class TimeLimits {

    private static final String DECISION = "time-limits";

    private TimeLimits() {}

    /** What the clocks of an administrative penalty count. */
    enum Action {
        ASSESS_ADMINISTRATIVE_PENALTY,
        APPEAL_ADMINISTRATIVE_PENALTY,
        PAY_ADMINISTRATIVE_PENALTY
    }

    /** @param days of the calendar, at most */
    record Limit(int days, String citation) {}

    /** Empty where the program's source prints none. */
    static Optional<Limit> of(String program, Action action) {
        Map<String, Object> question = Map.of("program", program, "action", action.name());
        Map<String, Object> row = Context.getCommandContext()
                .runWithoutAuthorization(() -> Context.getProcessEngineConfiguration()
                        .getDecisionService()
                        .evaluateDecisionTableByKey(DECISION, question)
                        .getSingleResult());
        return Optional.ofNullable(row)
                .map(limit ->
                        new Limit(((Number) limit.get("mostDays")).intValue(), String.valueOf(limit.get("citation"))));
    }
}
