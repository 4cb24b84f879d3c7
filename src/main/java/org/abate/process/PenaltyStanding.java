package org.abate.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.abate.casefile.Assessment;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Document;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Violation;
import org.abate.process.CivilPenaltyBar.Administrative;
import org.abate.process.TimeLimits.Action;
import org.springframework.stereotype.Component;

/** Where the penalty of a case stands: which violations may be penalized, and what was assessed by order. */
@Component
class PenaltyStanding {

    /** On the timeline: an order was paid in full; one was set aside. */
    static final String COLLECTED = "PENALTY_ORDER_COLLECTED";

    static final String SET_ASIDE = "PENALTY_ORDER_SET_ASIDE";

    /** In a worksheet: why no penalty is imposed. */
    static final String NO_PENALTY = "noPenalty";

    private final CaseRecord caseRecord;
    private final OrdinaryDiligence diligence;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    PenaltyStanding(CaseRecord caseRecord, OrdinaryDiligence diligence, Clock clock) {
        this.caseRecord = caseRecord;
        this.diligence = diligence;
        this.clock = clock;
    }

    /** The current worksheets, by the number of the violation, in order. */
    private Map<Integer, Assessment> worksheets(String caseNumber) {
        Set<Long> without = caseRecord.violationsWithoutWorksheet(caseNumber).stream()
                .map(Violation::id)
                .collect(Collectors.toSet());
        List<Assessment> filed = caseRecord.assessments(caseNumber);
        Map<Integer, Assessment> current = new LinkedHashMap<>();
        for (Violation violation : caseRecord.get(caseNumber).violations()) {
            filed.stream()
                    .filter(each -> each.violationId() != null && each.violationId() == violation.id())
                    .filter(each -> !without.contains(violation.id()))
                    .findFirst()
                    .ifPresent(each -> current.put(violation.number(), each));
        }
        return current;
    }

    /** Why no penalty is imposed, by the number of the violation: what the current worksheets by a rule say. */
    Map<Integer, NoPenalty> setAside(String caseNumber, String rule) {
        Map<Integer, NoPenalty> grounds = new LinkedHashMap<>();
        worksheets(caseNumber).forEach((number, worksheet) -> {
            if (rule == null || worksheet.rule().equals(rule)) {
                JsonNode ground =
                        read(worksheet.worksheetJson()).path(NO_PENALTY).path("ground");
                if (ground.isTextual()) {
                    grounds.put(number, NoPenalty.valueOf(ground.asText()));
                }
            }
        });
        return grounds;
    }

    /**
     * The violations that may be penalized, by number, in order: none that is set aside, and none whose administrative
     * penalty bars another.
     *
     * @param rule the rule of the penalty; null for whichever the worksheets are of
     */
    List<Integer> toPenalize(String caseNumber, String rule) {
        Set<Integer> aside = setAside(caseNumber, rule).keySet();
        Set<Integer> barred = barredByOrder(caseNumber);
        return caseRecord.get(caseNumber).violations().stream()
                .map(Violation::number)
                .filter(number -> !aside.contains(number) && !barred.contains(number))
                .toList();
    }

    /**
     * Of the violations that may be penalized, those that one notice is about and no earlier notice of assessment was
     * served for.
     *
     * @param about their numbers; null or blank for all of the case
     * @param served their numbers; null or blank for none
     */
    List<Integer> toPenalize(String caseNumber, String rule, String about, String served) {
        Optional<List<Integer>> only = numbers(about);
        List<Integer> done = numbers(served).orElse(List.of());
        return toPenalize(caseNumber, rule).stream()
                .filter(number -> only.map(each -> each.contains(number)).orElse(true))
                .filter(number -> !done.contains(number))
                .toList();
    }

    /** An expression of a diagram hands on a variable without a value as a blank one. */
    private static Optional<List<Integer>> numbers(String list) {
        return Optional.ofNullable(list).filter(each -> !each.isBlank()).map(FormCheck::violationNumbers);
    }

    /** Whether every violation has a current worksheet, and the calculation is of these. */
    boolean isCurrent(String caseNumber) {
        if (!caseRecord.violationsWithoutWorksheet(caseNumber).isEmpty()) {
            return false;
        }
        long last = worksheets(caseNumber).values().stream()
                .mapToLong(Assessment::id)
                .max()
                .orElse(0);
        return caseRecord.assessments(caseNumber).stream()
                .filter(each -> each.violationId() == null)
                .findFirst()
                .filter(calculation -> calculation.id() > last)
                .isPresent();
    }

    /** What became of the order of the case, where one stands: not withdrawn, not set aside. */
    Administrative administrativePenalty(String caseNumber) {
        if (standingOrder(caseNumber).isEmpty()) {
            return Administrative.NONE;
        }
        return notes(caseNumber, COLLECTED) > 0 ? Administrative.COLLECTED : Administrative.ASSESSED;
    }

    /** The last order issued, where it was neither withdrawn nor set aside. */
    Optional<Document> standingOrder(String caseNumber) {
        List<Document> issued = sent(caseNumber, DocumentKind.ADMINISTRATIVE_PENALTY_ORDER);
        int ended = sent(caseNumber, DocumentKind.WITHDRAWAL_NOTICE).size() + (int) notes(caseNumber, SET_ASIDE);
        return issued.size() > ended ? Optional.of(issued.get(issued.size() - 1)) : Optional.empty();
    }

    /** The violations that no further penalty is sought for, because the order of the case bars it. */
    private Set<Integer> barredByOrder(String caseNumber) {
        if (!bar(caseNumber).isMetBy(administrativePenalty(caseNumber))) {
            return Set.of();
        }
        Instant issued = standingOrder(caseNumber).orElseThrow().sentAt();
        Map<Long, Integer> numbers = caseRecord.get(caseNumber).violations().stream()
                .collect(Collectors.toMap(Violation::id, Violation::number));
        return caseRecord.assessments(caseNumber).stream()
                .filter(each -> each.violationId() != null && !each.recordedAt().isAfter(issued))
                .filter(each -> read(each.worksheetJson()).path(NO_PENALTY).isMissingNode())
                .map(each -> numbers.get(each.violationId()))
                .collect(Collectors.toSet());
    }

    /** Whether no civil penalty may be sought for any violation of the case. */
    boolean isCivilPenaltyBarred(String caseNumber) {
        Set<Integer> barred = barredByOrder(caseNumber);
        return caseRecord.get(caseNumber).violations().stream()
                .map(Violation::number)
                .allMatch(barred::contains);
    }

    CivilPenaltyBar bar(String caseNumber) {
        return CivilPenaltyBar.of(caseRecord.get(caseNumber).program().id());
    }

    /**
     * Why no penalty may be assessed by order any more for what is penalized, each violation counted from its own day (10
     * CSR 60-6.070(1)(G)); empty where it may.
     */
    Optional<String> tooLate(String caseNumber) {
        List<Integer> penalized = toPenalize(caseNumber, null);
        return tooLate(
                caseNumber,
                discovered(
                        caseNumber,
                        caseRecord.get(caseNumber).violations().stream()
                                .filter(violation -> penalized.contains(violation.number()))
                                .toList()));
    }

    /** Why none may be assessed by order for any violation of the case; empty where one may. */
    Optional<String> tooLateForAll(String caseNumber) {
        return tooLate(caseNumber, diligence.fromLast(caseNumber));
    }

    /** Why none may be assessed by order for one violation; empty where one may. */
    Optional<String> tooLate(String caseNumber, Violation violation) {
        return tooLate(caseNumber, diligence.from(caseNumber, violation));
    }

    /** The day from which the time to assess a penalty for these violations counts: that of the first. */
    LocalDate discovered(String caseNumber, List<Violation> violations) {
        return violations.stream()
                .map(violation -> diligence.from(caseNumber, violation))
                .min(Comparator.naturalOrder())
                .orElseGet(() -> diligence.from(caseNumber));
    }

    private Optional<String> tooLate(String caseNumber, LocalDate discovered) {
        return TimeLimits.of(caseRecord.get(caseNumber).program().id(), Action.ASSESS_ADMINISTRATIVE_PENALTY)
                .flatMap(limit -> {
                    LocalDate last = discovered.plusDays(limit.days());
                    return LocalDate.now(clock).isAfter(last)
                            ? Optional.of("an administrative penalty could be assessed until " + last + " ("
                                    + limit.citation() + ")")
                            : Optional.empty();
                });
    }

    private List<Document> sent(String caseNumber, DocumentKind kind) {
        return caseRecord.documents(caseNumber).stream()
                .filter(document -> document.kind() == kind && document.sentAt() != null)
                .toList();
    }

    private long notes(String caseNumber, String kind) {
        return caseRecord.timeline(caseNumber).stream()
                .filter(entry -> entry.kind().equals(kind))
                .count();
    }

    private JsonNode read(String worksheet) {
        try {
            return json.readTree(worksheet);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A filed worksheet is no JSON", e);
        }
    }
}
