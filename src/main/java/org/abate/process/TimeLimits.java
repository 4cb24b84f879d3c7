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

    /**
     * A row of the table.
     *
     * @param kind DAYS, RANGE, IMMEDIATELY or NEXT_INSPECTION
     * @param least calendar days; empty for the next inspection
     * @param most calendar days; empty for the next inspection
     */
    record Row(String kind, Optional<Integer> least, Optional<Integer> most, String citation) {

        private static Row of(Map<String, Object> row) {
            return new Row(
                    String.valueOf(row.get("kind")),
                    days(row.get("leastDays")),
                    days(row.get("mostDays")),
                    String.valueOf(row.get("citation")));
        }

        private static Optional<Integer> days(Object number) {
            return number instanceof Number days ? Optional.of(days.intValue()) : Optional.empty();
        }

        boolean allows(int days) {
            return days >= least.orElse(0) && days <= most.orElse(Integer.MAX_VALUE);
        }

        @Override
        public String toString() {
            String time =
                    switch (kind) {
                        case "IMMEDIATELY" -> "at once";
                        case "NEXT_INSPECTION" -> "by the next inspection, or within a reasonable deadline";
                        case "RANGE" -> least.orElse(0) + " to " + most.orElse(0) + " days";
                        default -> most.orElse(0) + " days";
                    };
            return time + " (" + citation + ")";
        }
    }

    /** Empty where the program’s source prints none. */
    static Optional<Limit> of(String program, Action action) {
        return row(program, action.name()).flatMap(row -> row.most().map(days -> new Limit(days, row.citation())));
    }

    /** Empty where the table has none. */
    static Optional<Row> row(String program, String action) {
        Map<String, Object> question = Map.of("program", program, "action", action);
        Map<String, Object> row = Context.getCommandContext()
                .runWithoutAuthorization(() -> Context.getProcessEngineConfiguration()
                        .getDecisionService()
                        .evaluateDecisionTableByKey(DECISION, question)
                        .getSingleResult());
        return Optional.ofNullable(row).map(Row::of);
    }
}
