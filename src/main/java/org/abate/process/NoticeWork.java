package org.abate.process;

import static org.abate.process.CaseVariables.ASSESSED_AMOUNT;
import static org.abate.process.CaseVariables.NOTICE_AMOUNT;
import static org.abate.process.CaseVariables.PAID_AMOUNT;
import static org.abate.process.CaseVariables.PAYMENT_DUE_ON;
import static org.abate.process.CaseVariables.SENT_VIOLATIONS;
import static org.abate.process.CaseVariables.SERVED_VIOLATIONS;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Document;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.NewService;
import org.abate.casefile.ServiceEvent;
import org.abate.casefile.Violation;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/**
 * An order or notice from its review to the payment of what is assessed for it (10 CSR 40-10.070(7)(A) as quoted in
 * Manual 8.4): what the director decided, the worksheets that follow from it, the filing with the commission, the
 * service, the payments. What is assessed is what is known when its worksheet is completed (interpretation M19).
 */
@Component
class NoticeWork {

    private static final String DAYS = "days";
    private static final String ACTION = "notice";

    /** An order is assessed for each day it continues, up to these (Manual 8.4 Coal 4). */
    private static final long MOST_DAYS = 30;

    private final CaseRecord caseRecord;
    private final PenaltyPayments payments;
    private final NoticeAssessments assessments;
    private final Clock clock;
    private final DeadlineCalendar calendar = new DeadlineCalendar();

    NoticeWork(CaseRecord caseRecord, PenaltyPayments payments, NoticeAssessments assessments, Clock clock) {
        this.caseRecord = caseRecord;
        this.payments = payments;
        this.assessments = assessments;
        this.clock = clock;
    }

    /** What the director decided beside the penalty itself; the assessor reads it on the timeline. */
    void review(String caseNumber, DelegateTask task, Answers answers) {
        if (!Boolean.TRUE.equals(answers.value("penaltyToAssess"))) {
            return;
        }
        Optional<String> minor = answers.find("minorViolations");
        minor.ifPresent(numbers -> refuseUnlessSomeRemain(caseNumber, task, FormCheck.violationNumbers(numbers)));
        String days = Boolean.TRUE.equals(answers.value("separateDays"))
                ? "Each day of continued violation is a separate violation"
                : "The days of continued violation are no separate violations";
        String benefit = Boolean.TRUE.equals(answers.value("economicBenefitWeighs"))
                ? "the economic benefit weighs in this"
                : "no economic benefit weighs in this";
        note(
                caseNumber,
                days + "; " + benefit
                        + minor.map(numbers -> ". No penalty, minor (10 CSR 40-10.070(7)(B)): violation " + numbers)
                                .orElse("")
                        + answers.take("reviewNote").map(words -> ". " + words).orElse(""));
    }

    private void refuseUnlessSomeRemain(String caseNumber, DelegateTask task, List<Integer> minor) {
        Set<Integer> about = CaseVariables.NOTICE_VIOLATIONS
                .from(task)
                .getOptional()
                .map(FormCheck::violationNumbers)
                .map(TreeSet::new)
                .orElseGet(() -> caseRecord.get(caseNumber).violations().stream()
                        .map(Violation::number)
                        .collect(Collectors.toCollection(TreeSet::new)));
        if (!about.containsAll(minor)) {
            throw new Refusal("minorViolations", "the notice is about violation " + about + ": name some of these");
        }
        about.removeAll(minor);
        if (about.isEmpty()) {
            throw new Refusal("minorViolations", "where all violations are minor no penalty is assessed: say so above");
        }
    }

    /** As a worksheet opens: which order or notice cited the violation, and for how many days an order continued. */
    void showWorksheet(DelegateTask task) {
        issued(task).ifPresent(issued -> {
            ExecutionEntity own = ((TaskEntity) task).getExecution();
            own.setVariableLocal(ACTION, action(issued.kind()));
            if (issued.kind() == DocumentKind.CESSATION_ORDER) {
                LocalDate end = violation(task).map(Violation::correctedOn).orElse(today());
                own.setVariableLocal(
                        DAYS, (int) Math.max(1, Math.min(MOST_DAYS, ChronoUnit.DAYS.between(issued.on(), end))));
            }
        });
    }

    /** A worksheet follows what was issued and what the director decided on the days. */
    void checkWorksheet(DelegateTask task, Answers answers) {
        String action = answers.text(ACTION);
        issued(task).map(OrdersAndNotices.Issued::kind).map(NoticeWork::action).ifPresent(issued -> {
            if (!action.isEmpty() && !issued.equals(action)) {
                throw new Refusal(ACTION, "must be " + issued + ": that is what was issued for the violation");
            }
        });
        boolean oneDay = Boolean.FALSE.equals(ofCaller(task, "separateDays"));
        if (oneDay
                && answers.find(DAYS)
                                .map(BigDecimal::new)
                                .orElse(BigDecimal.ONE)
                                .compareTo(BigDecimal.ONE)
                        > 0) {
            throw new Refusal(
                    DAYS,
                    "must be 1: the director decided that the days are no separate violations (10 CSR"
                            + " 40-10.070(7)(A))");
        }
    }

    private static String action(DocumentKind kind) {
        return switch (kind) {
            case CESSATION_ORDER -> "CESSATION_ORDER";
            case NOTICE_OF_DELINQUENT_RECLAMATION -> "DELINQUENT_RECLAMATION";
            default -> "VIOLATION";
        };
    }

    /** Only coal knows several actions; a worksheet of minerals asks for none. */
    private static Optional<OrdersAndNotices.Issued> issued(DelegateTask task) {
        return "coal".equals(task.getVariable("penaltyRule"))
                ? Optional.ofNullable(OrdersAndNotices.issued(((TaskEntity) task).getExecution())
                        .get(Integer.valueOf(String.valueOf(task.getVariable("violation")))))
                : Optional.empty();
    }

    private Optional<Violation> violation(DelegateTask task) {
        String number = String.valueOf(task.getVariable("violation"));
        return caseRecord.get(DiagramListener.caseNumber(task)).violations().stream()
                .filter(each -> String.valueOf(each.number()).equals(number))
                .findFirst();
    }

    private static Object ofCaller(DelegateTask task, String variable) {
        ExecutionEntity scope = ((TaskEntity) task).getExecution();
        while (scope != null && !scope.hasVariable(variable)) {
            scope = scope.getProcessInstance().getSuperExecution();
        }
        return scope == null ? null : scope.getVariable(variable);
    }

    /** Filed only when the director has decided on it, where the days to serve have passed. */
    void filed(String caseNumber, DelegateTask task, Answers answers) {
        if (answers.find("lateService").isEmpty() && serviceOverdue(task)) {
            throw new Refusal(
                    "filedOn",
                    "the days to serve have passed: in \"Explain late service\" the director decides first whether the"
                            + " assessment is served all the same");
        }
        note(
                caseNumber,
                "The assessment was filed with the commission on "
                        + answers.take("filedOn").orElse(today().toString()));
    }

    private boolean serviceOverdue(DelegateTask task) {
        Date from = task.getVariable("noticeIssuedOn") instanceof String day
                ? Date.from(calendar.endOf(LocalDate.parse(day)))
                : (Date) task.getVariable("noticeIssuedOn");
        Date end = calendar.resolveDuedate("P" + task.getVariable("daysToServe") + "D", from);
        return end.toInstant().isBefore(clock.instant());
    }

    /** What is served late cannot be given up once it is on its way, nor where it must be assessed. */
    void lateService(DelegateTask task, Answers answers) {
        if (!"NO_PENALTY".equals(answers.text("lateService"))) {
            return;
        }
        refuseWhereRequired(task, "lateService");
        if (SENT_VIOLATIONS.from(task).getOptional().isPresent()) {
            throw new Refusal(
                    "lateService",
                    "the notice of assessment has been sent; what is wrong with it is put right on appeal");
        }
    }

    private static void refuseWhereRequired(DelegateTask task, String field) {
        if (Boolean.TRUE.equals(ofCaller(task, "assessmentRequired"))) {
            throw new Refusal(field, "it must be assessed, if only at zero: redo the worksheets (Manual 8.4 Coal)");
        }
    }

    /** The notice of assessment goes out: what it is about, and what it comes to. */
    void send(String caseNumber, VariableScope notice) {
        NoticeAssessments.Assessed assessed = assessments.of(caseNumber, notice);
        SENT_VIOLATIONS.on(notice).set(numbers(assessed.violations()));
        NOTICE_AMOUNT.on(notice).set(assessed.amount().toPlainString());
    }

    /** A refusal is service; a notice that could not be delivered is not served. */
    void service(String caseNumber, DelegateTask task, Answers answers) {
        Document notice = caseRecord.documents(caseNumber).stream()
                .filter(document -> document.kind() == DocumentKind.PENALTY_ASSESSMENT_NOTICE)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        LocalDate day = answers.find("servedOn").map(LocalDate::parse).orElseGet(this::today);
        NewService service = ServiceAnswers.read(answers, day);
        caseRecord.serve(caseNumber, notice.id(), service);
        if (service.event() == ServiceEvent.UNDELIVERABLE) {
            note(caseNumber, "The notice of assessment could not be delivered: it is sent again");
            return;
        }
        note(caseNumber, "The notice of assessment: " + Answers.inWords(answers.text("serviceResult")));
        List<String> served = new ArrayList<>(
                SERVED_VIOLATIONS.from(task).getOptional().stream().toList());
        served.add(SENT_VIOLATIONS.from(task).get());
        SERVED_VIOLATIONS.on(task).set(String.join(", ", served));
        BigDecimal before =
                ASSESSED_AMOUNT.from(task).getOptional().map(BigDecimal::new).orElse(BigDecimal.ZERO);
        ASSESSED_AMOUNT
                .on(task)
                .set(before.add(new BigDecimal(NOTICE_AMOUNT.from(task).get()))
                        .setScale(2)
                        .toPlainString());
        int daysToPay = Integer.parseInt(String.valueOf(task.getVariable("daysToPay")));
        PAYMENT_DUE_ON.on(task).set(day.plusDays(daysToPay).toString());
    }

    /** A payment of one notice of assessment; it is paid in full when its payments equal what it comes to. */
    void payment(String caseNumber, DelegateTask task, Answers answers) {
        BigDecimal assessed = new BigDecimal(answers.text("assessedAmount"));
        BigDecimal paid = PAID_AMOUNT
                .from(task)
                .getOptional()
                .map(BigDecimal::new)
                .orElse(BigDecimal.ZERO)
                .add(answers.find("paymentAmount").map(BigDecimal::new).orElse(BigDecimal.ZERO));
        if ("PAID".equals(answers.text("assessedPayment")) && paid.compareTo(assessed) < 0) {
            throw new Refusal(
                    "assessedPayment",
                    "of $" + assessed.setScale(2) + " assessed, $" + paid.setScale(2) + " is on record");
        }
        payments.record(caseNumber, answers);
        PAID_AMOUNT.on(task).set(paid.setScale(2).toPlainString());
    }

    private static String numbers(List<Integer> violations) {
        return violations.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private void note(String caseNumber, String text) {
        caseRecord.confidentialNote(caseNumber, "PENALTY_ASSESSMENT", text);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
