package org.abate.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.abate.casefile.ReasonOccasion;
import org.springframework.stereotype.Component;

/**
 * The reasons that staff choose from. The decision table {@code reason-codes} has them and nothing else does: managers
 * change them there.
 */
@Component
public class ReasonCodes {

    static final String DECISION = "reason-codes";

    private final TableWithoutCase tables;

    ReasonCodes(TableWithoutCase tables) {
        this.tables = tables;
    }

    /**
     * A reason.
     *
     * @param code what is counted: {@code FACILITY_SOLD}
     * @param title what people read
     */
    public record ReasonCode(String code, String title) {}

    /** In the order of the table. */
    public List<ReasonCode> of(ReasonOccasion occasion) {
        return tables.ask(DECISION, Map.of("occasion", occasion.name())).getResultList().stream()
                .map(row -> new ReasonCode(String.valueOf(row.get("code")), String.valueOf(row.get("title"))))
                .toList();
    }

    /** Empty where the table has no such code for the occasion. */
    public Optional<ReasonCode> find(ReasonOccasion occasion, String code) {
        return of(occasion).stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** What a refusal says of a code that is none. */
    public String oneOf(ReasonOccasion occasion) {
        return "it is one of " + of(occasion).stream().map(ReasonCode::code).collect(Collectors.joining(", "));
    }
}
