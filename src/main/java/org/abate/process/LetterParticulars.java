package org.abate.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Violation;
import org.abate.correspondence.Correspondence;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * What a letter says besides the case itself: each particular that its kind takes comes from the process variable of
 * the same name, or from the record.
 */
@Component
class LetterParticulars {

    private final Correspondence correspondence;
    private final CaseRecord caseRecord;
    private final PenaltyWork penalties;

    LetterParticulars(Correspondence correspondence, CaseRecord caseRecord, PenaltyWork penalties) {
        this.correspondence = correspondence;
        this.caseRecord = caseRecord;
        this.penalties = penalties;
    }

    Map<String, Object> of(DocumentKind kind, DelegateExecution execution) {
        Map<String, Object> particulars = new HashMap<>();
        for (String name : correspondence.particulars(kind)) {
            value(name, execution).ifPresent(value -> particulars.put(name, value));
        }
        return particulars;
    }

    private Optional<Object> value(String name, DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        Object variable = execution.getVariable(name);
        return switch (name) {
            case "penaltyAmount" ->
                Optional.<Object>ofNullable(variable)
                        .or(() -> penalties.penalty(caseNumber).map(BigDecimal::toPlainString));
            case "complianceDate" -> complianceDate(caseNumber).map(LocalDate::toString);
            case "milestones" -> Optional.ofNullable(variable).map(LetterParticulars::milestones);
            case "milestone" ->
                Optional.ofNullable(variable)
                        .map(line -> Milestone.parse(line.toString()).action());
            case "purpose" -> Optional.<Object>ofNullable(variable).or(() -> Optional.of("PENALTIES"));
            default -> Optional.ofNullable(variable);
        };
    }

    private static List<Map<String, String>> milestones(Object lines) {
        return ((List<?>) lines)
                .stream()
                        .map(line -> Milestone.parse(line.toString()))
                        .map(milestone -> Map.of(
                                "action",
                                milestone.action(),
                                "due",
                                milestone.dueOn().toString()))
                        .toList();
    }

    private Optional<LocalDate> complianceDate(String caseNumber) {
        return caseRecord.get(caseNumber).violations().stream()
                .map(Violation::correctedOn)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }
}
