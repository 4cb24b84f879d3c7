package org.abate.process;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why no penalty is imposed for a violation, as its worksheet says: a question of the worksheet's form, of which all
 * that are not asked by the rule itself stand in the forms of the rules they belong to. The other violations are penalized
 * all the same (interpretation P31).
 */
enum NoPenalty {
    /** No administrative penalty for minor violations (10 CSR 20-3.010(1)(B), 25-14.010(1)(B), 60-6.070(1)(B)). */
    MINOR("minorViolation", "it is a minor violation"),
    /** Resolved through conference, conciliation and persuasion, and none of the rule's exceptions applies ((1)(B)). */
    RESOLVED(
            "resolvedWithoutException",
            "it was resolved through conference, conciliation and persuasion, and none of the exceptions applies"),
    /** An administrative penalty was assessed for it, in this case or another (interpretation S2). */
    ASSESSED("administrativePenaltyAssessed", "an administrative penalty was assessed for it"),
    /** An administrative penalty was assessed and collected for it (RSMo 640.130.4). */
    COLLECTED("administrativePenaltyCollected", "an administrative penalty was assessed and collected for it"),
    /** More than two years have passed since its discovery; the other violations have days of their own (interpretation D16). */
    TOO_LATE("discoveredTooLongAgo", "the time to assess an administrative penalty for it has passed");

    /** The field in which the reason is written. */
    static final String REASON = "noPenaltyReason";

    private final String field;
    private final String words;

    NoPenalty(String field, String words) {
        this.field = field;
        this.words = words;
    }

    /** The box of the worksheet's form. */
    String field() {
        return field;
    }

    /** The end of "No penalty for violation 2: …". */
    String words() {
        return words;
    }

    /** The first ground that was ticked. */
    static Optional<NoPenalty> of(Answers answers) {
        return Arrays.stream(values())
                .filter(ground -> Boolean.TRUE.equals(answers.value(ground.field)))
                .findFirst();
    }
}
