package org.abate.process;

import static org.abate.process.CaseVariables.PENALTY_RULE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Fault;
import org.abate.casefile.NewAssessment;
import org.abate.casefile.Violation;
import org.abate.penalty.RuleBook;
import org.abate.penalty.RuleTables;
import org.abate.penalty.WorksheetRefused;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/**
 * The worksheets of the violations: each is checked by its rule and filed as it is completed, or says why no penalty is
 * imposed.
 */
@Component
class WorksheetWork {

    private static final String VIOLATIONS = "violations";
    private static final String RESOLVED = "resolvedThroughCcp";
    private static final String FIRST_VIOLATION = "violations[0].";

    private final CaseRecord caseRecord;
    private final PenaltyStanding standing;
    private final WorksheetFacts facts;
    private final RuleBook rules;
    private final Clock clock;

    WorksheetWork(CaseRecord caseRecord, PenaltyStanding standing, WorksheetFacts facts, RuleBook rules, Clock clock) {
        this.caseRecord = caseRecord;
        this.standing = standing;
        this.facts = facts;
        this.rules = rules;
        this.clock = clock;
    }

    /** Files the worksheet of one violation; refuses what its rule refuses. */
    void file(String caseNumber, DelegateTask task, Answers answers) {
        int number = Integer.parseInt(String.valueOf(task.getVariable("violation")));
        Violation violation = caseRecord.get(caseNumber).violations().stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow();
        String rule = PENALTY_RULE.from(task).get();
        ObjectNode worksheet = facts.begun(caseNumber, rule, List.of(violation));
        RuleTables tables = facts.tables(rule, worksheet);
        Optional<NoPenalty> ground = NoPenalty.of(answers);
        refuseOutOfTime(caseNumber, violation, tables, ground);
        if (ground.isPresent()) {
            WorksheetForm.ofViolation(tables).fill(answers::take);
            setAside(
                    caseNumber,
                    violation,
                    rule,
                    worksheet,
                    ground.get(),
                    answers.take(NoPenalty.REASON).orElse(""));
            CaseVariables.CLOSURE_REASON.on(task).set(closureReason(caseNumber, rule, task));
            return;
        }
        worksheet.setAll(WorksheetForm.ofCase(tables)
                .required()
                .fill(name -> WorksheetFacts.answer(task, name))
                .json());
        WorksheetForm.Filled entry = WorksheetForm.ofViolation(tables).fill(answers::take);
        worksheet.withArray(VIOLATIONS).add(entry.json());
        caseRecord.file(caseNumber, worksheetOf(violation, rule, tables.version(), worksheet, entry));
    }

    /** @throws Refusal where a penalty would be assessed too late, or is said to be and is not (10 CSR 60-6.070(1)(G)) */
    private void refuseOutOfTime(
            String caseNumber, Violation violation, RuleTables tables, Optional<NoPenalty> ground) {
        boolean counts =
                tables.worksheet().stream().anyMatch(field -> field.name().equals(WorksheetFacts.DISCOVERED));
        Optional<String> tooLate = counts ? standing.tooLate(caseNumber, violation) : Optional.empty();
        if (ground.isEmpty() && tooLate.isPresent()) {
            throw new Refusal(NoPenalty.TOO_LATE.field(), "holds for this violation: " + tooLate.orElseThrow());
        }
        if (ground.filter(NoPenalty.TOO_LATE::equals).isPresent() && tooLate.isEmpty()) {
            throw new Refusal(NoPenalty.TOO_LATE.field(), "does not hold: a penalty may still be assessed for it");
        }
    }

    /** Files that no penalty is imposed for a violation, and why: it counts as having a worksheet, and brings no amount. */
    private void setAside(
            String caseNumber,
            Violation violation,
            String rule,
            ObjectNode worksheet,
            NoPenalty ground,
            String reason) {
        RuleTables tables = facts.tables(rule, worksheet);
        String citation =
                switch (ground) {
                    case MINOR -> citation(tables, ground.field());
                    case RESOLVED -> citation(tables, RESOLVED);
                    case ASSESSED, COLLECTED -> standing.bar(caseNumber).citation();
                    case TOO_LATE -> citation(tables, WorksheetFacts.DISCOVERED);
                };
        worksheet
                .putObject(PenaltyStanding.NO_PENALTY)
                .put("ground", ground.name())
                .put("citation", citation)
                .put("reason", reason);
        caseRecord.file(
                caseNumber,
                new NewAssessment(rule, tables.version(), violation.id(), WorksheetFacts.write(worksheet), null, null));
        caseRecord.confidentialNote(
                caseNumber,
                "NO_PENALTY",
                "No penalty for violation " + violation.number() + ": " + ground.words() + " (" + citation + ")"
                        + (reason.isEmpty() ? "" : ". " + reason));
    }

    /** As a director's review of a notice of violation decides: no penalty for these, which are minor. */
    void setAsideMinor(String caseNumber, VariableScope scope, String numbers) {
        String rule = PENALTY_RULE.from(scope).get();
        List<Integer> minor = FormCheck.violationNumbers(numbers);
        for (Violation violation : caseRecord.violationsWithoutWorksheet(caseNumber)) {
            if (minor.contains(violation.number())) {
                setAside(
                        caseNumber,
                        violation,
                        rule,
                        facts.begun(caseNumber, rule, List.of(violation)),
                        NoPenalty.MINOR,
                        "Decided in the review of the notice");
            }
        }
    }

    /** Why the case is closed without a penalty; null while a violation may be penalized. */
    private String closureReason(String caseNumber, String rule, VariableScope scope) {
        Map<Integer, NoPenalty> aside = standing.setAside(caseNumber, rule);
        boolean all = caseRecord.violationsWithoutWorksheet(caseNumber).isEmpty()
                && standing.toPenalize(
                                caseNumber,
                                rule,
                                CaseVariables.NOTICE_VIOLATIONS.from(scope).getOrNull(),
                                CaseVariables.SERVED_VIOLATIONS.from(scope).getOrNull())
                        .isEmpty();
        return all
                ? aside.entrySet().stream()
                        .map(each -> "No penalty for violation " + each.getKey() + ": "
                                + each.getValue().words())
                        .collect(Collectors.joining(". "))
                : null;
    }

    private static String citation(RuleTables tables, String field) {
        return tables.worksheet().stream()
                .flatMap(each ->
                        Stream.concat(Stream.of(each), each.fields() == null ? Stream.empty() : each.fields().stream()))
                .filter(each -> each.name().equals(field) && each.citation() != null)
                .map(RuleTables.Field::citation)
                .findFirst()
                .orElse(tables.citation());
    }

    /** Without figures where only the case's calculation brings what they depend on. */
    private NewAssessment worksheetOf(
            Violation violation, String rule, String version, ObjectNode worksheet, WorksheetForm.Filled entry) {
        try {
            var result = rules.assess(rule, worksheet, LocalDate.now(clock));
            return new NewAssessment(
                    rule,
                    result.version(),
                    violation.id(),
                    WorksheetFacts.write(worksheet),
                    WorksheetFacts.write(result),
                    result.total());
        } catch (WorksheetRefused e) {
            List<Fault> own = e.faults().stream()
                    .filter(fault -> fault.field().startsWith(FIRST_VIOLATION))
                    .map(fault -> entry.fault(fault.field().substring(FIRST_VIOLATION.length()), fault.message()))
                    .toList();
            if (!own.isEmpty()) {
                throw new Refusal(own);
            }
            return new NewAssessment(rule, version, violation.id(), WorksheetFacts.write(worksheet), null, null);
        }
    }
}
