package org.abate.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Fault;
import org.abate.casefile.ReasonOccasion;
import org.abate.casefile.StatedReasons;
import org.abate.cycletime.Reasons;
import org.abate.process.CaseProcesses;
import org.abate.process.ReasonCodes;
import org.springframework.stereotype.Service;

/** What the caller may state a reason for in a case, and stating it. Late penalty work is for those who see it. */
@Service
public class VisibleReasons {

    private final VisibleCases visible;
    private final Reasons reasons;
    private final ReasonCodes codes;
    private final StatedReasons record;

    VisibleReasons(VisibleCases visible, Reasons reasons, ReasonCodes codes, StatedReasons record) {
        this.visible = visible;
        this.reasons = reasons;
        this.codes = codes;
        this.record = record;
    }

    /** Missed deadlines, and the withdrawal of the case, oldest first. */
    public List<Reasons.Asked> of(CaseFile file) {
        boolean everything = visible.maySeePenaltiesOf(file);
        return reasons.of(file.caseNumber()).stream()
                .filter(asked -> everything || !CaseProcesses.isPenaltyWork(asked.process(), asked.diagram()))
                .toList();
    }

    /** What can be chosen on each occasion. */
    public Map<ReasonOccasion, List<ReasonCodes.ReasonCode>> codes() {
        return Arrays.stream(ReasonOccasion.values()).collect(Collectors.toMap(Function.identity(), codes::of));
    }

    /**
     * States why; what was stated before stays in the record and counts no more.
     *
     * @param file a case that the caller works on
     * @param stage the id of what {@link #of} lists
     * @throws CaseRefused with every fault; nothing is stored
     */
    public void state(CaseFile file, String stage, String code, List<Fault> found) {
        List<Fault> faults = new ArrayList<>(found);
        Optional<Reasons.Asked> asked =
                of(file).stream().filter(each -> each.stage().equals(stage)).findFirst();
        if (asked.isEmpty() && found.stream().noneMatch(fault -> fault.field().equals("stage"))) {
            faults.add(new Fault(
                    "stage",
                    stage == null
                            ? "is missing; it is the id of a missed deadline or of the withdrawal"
                            : "is no missed deadline of case " + file.caseNumber() + ", nor its withdrawal"));
        }
        ReasonOccasion occasion = asked.map(Reasons.Asked::occasion).orElse(ReasonOccasion.MISSED_DEADLINE);
        Optional<ReasonCodes.ReasonCode> chosen = codes.find(occasion, code);
        boolean unknown = chosen.isEmpty()
                && (asked.isPresent()
                        || codes.find(ReasonOccasion.WITHDRAWAL, code).isEmpty());
        if (unknown && found.stream().noneMatch(fault -> fault.field().equals("reason"))) {
            faults.add(new Fault("reason", (code == null ? "is missing; " : "is not known; ") + codes.oneOf(occasion)));
        }
        if (!faults.isEmpty()) {
            throw new CaseRefused(faults);
        }
        ReasonCodes.ReasonCode why = chosen.orElseThrow();
        if (!why.code().equals(asked.orElseThrow().code())) {
            record.add(file.caseNumber(), stage, occasion, why.code(), why.title());
        }
    }
}
