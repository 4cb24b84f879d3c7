package org.abate.process;

import static org.abate.process.CaseVariables.NEW_VIOLATIONS;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.abate.casefile.Assessment;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Commission;
import org.abate.casefile.County;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Hearings;
import org.abate.casefile.MeetingCalendar;
import org.abate.casefile.Violation;
import org.abate.correspondence.Correspondence;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/**
 * What a letter says besides the case itself: each particular that its kind takes comes from the process variable of
 * the same name, or from the record.
 */
@Component
class LetterParticulars {

    /** What the record, a decision or a default says where no variable does. */
    private static final Set<String> NOT_FROM_THE_PROCESS =
            Set.of("penaltyAmount", "assessment", "confidentialityLabel", "complianceDate", "purpose");

    private final Correspondence correspondence;
    private final CaseRecord caseRecord;
    private final MeetingCalendar calendar;
    private final PenaltyStanding standing;
    private final NoticeAssessments assessments;
    private final OrdersAndNotices ordersAndNotices;
    private final HabitualViolators habitualViolators;
    private final Hearings hearings;
    private final Clock clock;

    LetterParticulars(
            Correspondence correspondence,
            CaseRecord caseRecord,
            MeetingCalendar calendar,
            PenaltyStanding standing,
            NoticeAssessments assessments,
            OrdersAndNotices ordersAndNotices,
            HabitualViolators habitualViolators,
            Hearings hearings,
            Clock clock) {
        this.correspondence = correspondence;
        this.caseRecord = caseRecord;
        this.calendar = calendar;
        this.standing = standing;
        this.assessments = assessments;
        this.ordersAndNotices = ordersAndNotices;
        this.habitualViolators = habitualViolators;
        this.hearings = hearings;
        this.clock = clock;
    }

    /** Those of the particulars that only a process variable brings. */
    static Set<String> fromTheProcess(Set<String> particulars) {
        Set<String> names = new TreeSet<>(particulars);
        names.removeAll(NOT_FROM_THE_PROCESS);
        return names;
    }

    Map<String, Object> of(DocumentKind kind, DelegateExecution execution) {
        Map<String, Object> particulars = new HashMap<>();
        for (String name : correspondence.particulars(kind)) {
            value(kind, name, execution).ifPresent(value -> particulars.put(name, value));
        }
        return particulars;
    }

    private Optional<Object> value(DocumentKind kind, String name, DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        Object variable = execution.getVariable(name);
        if (kind == DocumentKind.PENALTY_ASSESSMENT_NOTICE && name.equals("penaltyAmount")) {
            return Optional.of(CaseVariables.NOTICE_AMOUNT.from(execution).get());
        }
        if (kind == DocumentKind.PENALTY_ASSESSMENT_NOTICE && name.equals("assessment")) {
            return Optional.of(assessments.of(caseNumber, execution).calculation());
        }
        return switch (name) {
            case "persuasion" -> Optional.of(persuasion(execution));
            case "habitualTests" -> habitualViolators.testsInWords(caseNumber).map(Object.class::cast);
            case "noticesCounted" ->
                habitualViolators.noticesInWords(caseNumber).map(Object.class::cast);
            case "penaltyAmount" ->
                Optional.<Object>ofNullable(variable)
                        .or(() -> caseRecord.penalty(caseNumber).map(BigDecimal::toPlainString));
            case "assessment" -> calculation(caseNumber);
            case "confidentialityLabel" -> Optional.of(PenaltyLabel.of(execution, amount(caseNumber, execution)));
            case "commissionMeeting" -> commissionMeeting(kind, execution);
            case "violationNumbers" -> violationNumbers(kind, execution);
            case "complianceDate" -> complianceDate(kind, execution).map(LocalDate::toString);
            case "milestones" -> Optional.ofNullable(variable).map(LetterParticulars::milestones);
            case "timesForActions" -> Optional.ofNullable(variable).map(lines -> times(lines, clock.instant()));
            case "milestone" ->
                Optional.ofNullable(variable)
                        .map(line -> Milestone.parse(line.toString()).action());
            case "standingOrderOn" -> standingOrder(caseNumber, execution);
            case "decisionText" -> Optional.ofNullable(variable).map(text -> text + confirmed(execution));
            case "noticeSummary" -> Optional.ofNullable(variable).map(given -> HearingWork.summary(execution));
            case "otherProposals" -> Optional.of(otherProposals(caseNumber));
            case "otherSystems" -> Optional.of(otherSystems(caseNumber));
            case "otherSuppliers" -> Optional.of(otherSuppliers(caseNumber));
            case "purpose" -> Optional.<Object>ofNullable(variable).or(() -> Optional.of("PENALTIES"));
            default -> Optional.ofNullable(variable);
        };
    }

    /** A letter is part of conference, conciliation and persuasion unless the case does not go through it (Manual 3). */
    private static boolean persuasion(DelegateExecution execution) {
        Object path = execution.getVariable("enforcementPath");
        return path == null || path.equals("ccp");
    }

    /** The meeting whose agenda the case is on; a notice that referral is pursued names the next one (Manual 8.3). */
    private Optional<Object> commissionMeeting(DocumentKind kind, DelegateExecution execution) {
        if (kind != DocumentKind.NOTICE_OF_REFERRAL) {
            return Optional.ofNullable(execution.getVariable(CaseVariables.COMMISSION_MEETING_ON.getName()));
        }
        return Commission.ofReferrals(
                        caseRecord.get(execution.getProcessBusinessKey()).program())
                .flatMap(commission -> calendar.coming(commission).stream().findFirst())
                .map(next -> next.date().toString());
    }

    /** What a paper tells of the penalty: the amount agreed or calculated; before that, the highest worksheet. */
    private BigDecimal amount(String caseNumber, DelegateExecution execution) {
        return CaseVariables.PENALTY_AMOUNT
                .from(execution)
                .getOptional()
                .map(BigDecimal::new)
                .or(() -> caseRecord.penalty(caseNumber))
                .or(() -> caseRecord.assessments(caseNumber).stream()
                        .map(Assessment::total)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder()))
                .orElse(BigDecimal.ZERO);
    }

    /** The current calculation of the case as a whole, line by line. */
    private Optional<Object> calculation(String caseNumber) {
        return caseRecord.assessments(caseNumber).stream()
                .filter(assessment -> assessment.violationId() == null)
                .findFirst()
                .map(Assessment::resultJson);
    }

    /** The violations a letter is about; empty for a paper about all of the case. */
    private Optional<Object> violationNumbers(DocumentKind kind, DelegateExecution execution) {
        ExecutionEntity step = (ExecutionEntity) execution;
        Optional<String> own = (kind == DocumentKind.PENALTY_ASSESSMENT_NOTICE || kind == DocumentKind.PROOF_OF_SERVICE
                        ? CaseVariables.SENT_VIOLATIONS
                        : NEW_VIOLATIONS)
                .from(execution)
                .getOptional();
        if (own.isPresent()) {
            return Optional.of(own.get());
        }
        Stream<Violation> violations = caseRecord.get(execution.getProcessBusinessKey()).violations().stream();
        return switch (kind) {
            case NOTICE_OF_VIOLATION, CESSATION_ORDER, NOTICE_OF_DELINQUENT_RECLAMATION ->
                Optional.of(List.copyOf(ordersAndNotices.violationsOf(kind, execution, step)));
            case LETTER_OF_INQUIRY, LETTER_OF_WARNING -> {
                Set<Integer> others =
                        FollowUps.running(execution.getProcessEngineServices(), step.getRootProcessInstanceId());
                yield Optional.of(violations
                        .map(Violation::number)
                        .filter(number -> !others.contains(number))
                        .toList());
            }
            case RETURN_TO_COMPLIANCE_LETTER ->
                Optional.of(violations
                        .filter(violation -> violation.correctedOn() != null)
                        .map(Violation::number)
                        .toList());
            case ADMINISTRATIVE_PENALTY_ORDER, PENALTY_NEGOTIATION_LETTER, SETTLEMENT_OFFER, PENALTY_DEMAND_LETTER ->
                Optional.of(standing.toPenalize(execution.getProcessBusinessKey(), null))
                        .filter(numbers -> !numbers.isEmpty())
                        .map(numbers -> numbers);
            default -> Optional.empty();
        };
    }

    private static List<String> times(Object lines, Instant sent) {
        return ((List<?>) lines)
                .stream()
                        .map(line -> ActionTime.parse(line.toString()).inLetter(sent))
                        .toList();
    }

    /** The proposals of other cases that a public notice covers as well: whose each is, then its summary line by line. */
    private List<String> otherProposals(String caseNumber) {
        return hearings.joined(caseNumber).stream()
                .flatMap(matter -> Stream.concat(
                        Stream.of("Case " + matter.caseNumber() + ", on a request of "
                                + caseRecord
                                        .get(matter.caseNumber())
                                        .responsibleParty()
                                        .name() + ":"),
                        Answers.lines(matter.summary()).stream()))
                .toList();
    }

    /** That a proposal was heard, and when, where it is decided as it was proposed (10 CSR 60-6.040(7)); else nothing. */
    private static String confirmed(DelegateExecution execution) {
        return "confirmed".equals(execution.getVariable("hearingOutcome"))
                ? "\nAfter the public hearing, which ended on "
                        + RequestWords.date(LocalDate.parse(String.valueOf(execution.getVariable("hearingEndedOn"))))
                        + ", the department has confirmed what it had proposed (10 CSR 60-6.040(7))."
                : "";
    }

    /** The systems whose proposals it covers as well. */
    private List<Map<String, String>> otherSystems(String caseNumber) {
        return hearings.joined(caseNumber).stream()
                .map(matter -> caseRecord.get(matter.caseNumber()).request().system())
                .map(system -> Map.of(
                        "name", system.name(), "number", system.pwsid(), "county", County.title(system.county())))
                .toList();
    }

    /** The suppliers of water whose proposals it covers as well, with their addresses, a line each. */
    private List<String> otherSuppliers(String caseNumber) {
        return hearings.joined(caseNumber).stream()
                .map(matter -> caseRecord.get(matter.caseNumber()).responsibleParty())
                .map(party -> party.name() + ", " + party.address().strip().replaceAll("\\R+", ", "))
                .toList();
    }

    /** The day of an order that stands, where the case that it was issued in is withdrawn. */
    private Optional<Object> standingOrder(String caseNumber, DelegateExecution execution) {
        return execution.getVariable("orderIssuedOn") != null
                ? Optional.empty()
                : standing.standingOrder(caseNumber).map(order -> order.sentAt()
                        .atZone(EngineClock.DEPARTMENT_ZONE)
                        .toLocalDate()
                        .toString());
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

    /** A referral for compliance acknowledges a return to compliance only where no violation is open. */
    private Optional<LocalDate> complianceDate(DocumentKind kind, DelegateExecution execution) {
        List<Violation> violations =
                caseRecord.get(execution.getProcessBusinessKey()).violations();
        boolean open = violations.stream().anyMatch(violation -> violation.correctedOn() == null);
        boolean forPenaltiesOnly = "PENALTIES".equals(execution.getVariable("purpose"));
        if (kind == DocumentKind.REFERRAL_REQUEST && open && !forPenaltiesOnly) {
            return Optional.empty();
        }
        return violations.stream()
                .map(Violation::correctedOn)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }
}
