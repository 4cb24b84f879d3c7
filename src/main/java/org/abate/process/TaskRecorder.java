package org.abate.process;

import static org.abate.process.CaseVariables.AMOUNT_TO_BE_PAID;
import static org.abate.process.CaseVariables.NEW_VIOLATIONS;
import static org.abate.process.CaseVariables.PAYMENT_DUE_ON;
import static org.abate.process.CaseVariables.PAYMENT_TERMS;
import static org.abate.process.CaseVariables.PENALTY_AMOUNT;
import static org.abate.process.CaseVariables.RESPONSE_RECEIVED;
import static org.abate.process.CaseVariables.RESPONSIBLE_PARTY_KNOWN;
import static org.abate.process.CaseVariables.SUSPENDED_AMOUNT;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.abate.access.Caller;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Fault;
import org.abate.casefile.MeetingCalendar;
import org.abate.casefile.NewContact;
import org.abate.casefile.NewParty;
import org.abate.casefile.NewPayment;
import org.abate.casefile.Payment;
import org.abate.casefile.Violation;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/**
 * Puts what a completed task says into the record, in the engine's transaction, and takes it out of the process: the
 * engine keeps decisions and references, the record what happened.
 */
@Component
class TaskRecorder {

    private static final int TRIES = 3;

    private static final Map<String, String> WAYS_OF_PAYING = waysOfPaying();

    private final CaseRecord caseRecord;
    private final PenaltyWork penalties;
    private final ScheduleWork schedule;
    private final MeetingCalendar calendar;
    private final PersuasionWork persuasion;
    private final PenaltyOrderWork orders;
    private final SuspensionWork suspensions;
    private final CaseContacts contacts;
    private final TimeLimitWork timeLimits;
    private final NoticeWork notices;
    private final OrdersAndNotices ordersAndNotices;
    private final Caller caller;
    private final Clock clock;

    TaskRecorder(
            CaseRecord caseRecord,
            PenaltyWork penalties,
            ScheduleWork schedule,
            MeetingCalendar calendar,
            PersuasionWork persuasion,
            PenaltyOrderWork orders,
            SuspensionWork suspensions,
            CaseContacts contacts,
            TimeLimitWork timeLimits,
            NoticeWork notices,
            OrdersAndNotices ordersAndNotices,
            Caller caller,
            Clock clock) {
        this.caseRecord = caseRecord;
        this.penalties = penalties;
        this.schedule = schedule;
        this.calendar = calendar;
        this.persuasion = persuasion;
        this.orders = orders;
        this.suspensions = suspensions;
        this.contacts = contacts;
        this.timeLimits = timeLimits;
        this.notices = notices;
        this.ordersAndNotices = ordersAndNotices;
        this.caller = caller;
        this.clock = clock;
    }

    void record(Recording what, DelegateTask task) {
        Answers answers = new Answers(task);
        String caseNumber = DiagramListener.caseNumber(task);
        switch (what) {
            case RESPONSE -> {
                response(caseNumber, task, answers);
                correctNewViolations(caseNumber, task, answers);
            }
            case RESPONSIBLE_PARTY -> responsibleParty(caseNumber, task, answers);
            case CASE_MANAGER -> caseRecord.assignCaseManager(caseNumber, answers.text("caseManager"));
            case CALL -> call(caseNumber, task, answers);
            case CONSULTATION -> consultation(caseNumber, answers);
            case COMPLIANCE_CHECK -> complianceCheck(caseNumber, task, answers);
            case NEW_VIOLATION -> newViolation(caseNumber, task, answers);
            case VIOLATIONS_CORRECTED -> correctViolations(caseNumber, task);
            case MILESTONES -> schedule.enter(task, answers);
            case MILESTONE -> schedule.milestone(caseNumber, task, answers);
            case EXTENSION -> schedule.extension(caseNumber, task, answers);
            case WORKSHEET -> {
                notices.checkWorksheet(task, answers);
                penalties.fileWorksheet(caseNumber, task, answers);
            }
            case CALCULATION -> penalties.checkCalculation(caseNumber, task, answers);
            case REVISION -> {
                notices.revision(task, answers);
                penalties.redo(caseNumber, answers.take("worksheetsToRedo"));
            }
            case NEGOTIATION -> negotiation(caseNumber, task, answers);
            case AGREEMENT ->
                note(
                        caseNumber,
                        "SETTLEMENT",
                        Boolean.TRUE.equals(answers.value("agreementSigned"))
                                ? "The settlement agreement is signed; the first payment is due on "
                                        + answers.text("paymentDueOn")
                                : "The settlement agreement was not signed");
            case PAYMENT -> payment(caseNumber, task, answers);
            case OVERDUE_PAYMENT -> overduePayment(caseNumber, task, answers);
            case AGENDA -> calendar.place(caseNumber, LocalDate.parse(answers.text("commissionMeetingOn")));
            case FILING ->
                note(
                        caseNumber,
                        "LEGAL_ACTION",
                        "Legal action filed on "
                                + answers.take("filedOn").orElse(today().toString())
                                + answers.take("court")
                                        .map(court -> " in " + court)
                                        .orElse("")
                                + answers.take("docketNumber")
                                        .map(number -> ", docket " + number)
                                        .orElse(""));
            case PERSUASION_PLAN -> persuasion.plan(caseNumber, task, answers);
            case PERSUASION_CONTACT -> {
                persuasion.contact(caseNumber, answers);
                if ("COMPLIANCE".equals(answers.text("persuasionResult"))) {
                    correctViolations(caseNumber, task);
                }
            }
            case PROGRAM_CONTACT -> persuasion.programContact(caseNumber, answers);
            case MISSING_REPORT -> persuasion.missingReport(caseNumber, answers);
            case PENALTY_ORDER -> orders.prepare(task, answers);
            case SERVICE -> orders.service(caseNumber, task, answers);
            case ORDER_PAYMENT -> orders.payment(caseNumber, task, answers);
            case APPEAL -> orders.appeal(caseNumber, task, answers);
            case SUSPENSION -> suspensions.weigh(caseNumber, task, answers);
            case INSPECTION -> suspensions.inspection(caseNumber, answers);
            case REINSTATEMENT -> suspensions.reinstatement(caseNumber, task, answers);
            case REINSTATED_PAYMENT -> suspensions.payment(caseNumber, answers);
            case RETRY -> retry(caseNumber, task, answers);
            case TIME_LIMIT -> timeLimits.set(caseNumber, task, answers);
            case NOTICE_REVIEW -> notices.review(caseNumber, task, answers);
            case FILING_WITH_COMMISSION -> notices.filed(caseNumber, task, answers);
            case LATE_SERVICE -> notices.lateService(task, answers);
            case SERVICE_OF_ASSESSMENT -> notices.service(caseNumber, task, answers);
            case ASSESSED_PAYMENT -> notices.payment(caseNumber, task, answers);
            case ORDERS_AND_NOTICES -> ordersAndNotices.decide(caseNumber, task, answers);
            case ABATEMENT -> abatement(caseNumber, task, answers);
            case LEGAL_STAGE -> {
                money(caseNumber, answers);
                note(
                        caseNumber,
                        "LEGAL_ACTION",
                        answers.take("legalActionStage").orElse("Legal action")
                                + answers.take("legalActionOutcome")
                                        .map(outcome -> ". Outcome: " + outcome)
                                        .orElse(""));
            }
        }
    }

    /** As a task opens: what its form shows of the record. */
    void show(Recording what, DelegateTask task) {
        if (what == Recording.ORDER_PAYMENT) {
            orders.showOwed(task);
        }
        if (what == Recording.TIME_LIMIT) {
            timeLimits.show(task);
        }
        if (what == Recording.ORDERS_AND_NOTICES) {
            ordersAndNotices.show(task);
        }
        if (what == Recording.WORKSHEET) {
            notices.showWorksheet(task);
        }
    }

    /** As often as a step is tried at first. */
    private void retry(String caseNumber, DelegateTask task, Answers answers) {
        String job = CaseVariables.FAILED_JOB.from(task).get();
        ManagementService jobs = task.getProcessEngineServices().getManagementService();
        Context.getCommandContext().runWithoutAuthorization(() -> {
            jobs.setJobRetries(job, TRIES);
            return null;
        });
        note(
                caseNumber,
                "STEP_TRIED_AGAIN",
                task.getVariable("failedStep")
                        + answers.take("remedy").map(remedy -> ". " + remedy).orElse(""));
    }

    private void response(String caseNumber, DelegateTask task, Answers answers) {
        addContact(
                caseNumber,
                answers.take("responseKind").orElse("LETTER"),
                answers.take("responseDate"),
                null,
                answers.take("responseFrom").orElse("Responsible party"),
                answers.take("responseSummary").orElse("Response received"));
        RESPONSE_RECEIVED.on(task).set(true);
    }

    /** The violations that this response is about, where they have a follow-up of their own. */
    private void correctNewViolations(String caseNumber, DelegateTask task, Answers answers) {
        if (Boolean.TRUE.equals(answers.value("newViolationCorrected"))) {
            caseRecord.correctViolations(caseNumber, newViolations(task), today());
        }
    }

    private static Set<Integer> newViolations(DelegateTask task) {
        return Set.copyOf(FormCheck.violationNumbers(NEW_VIOLATIONS.from(task).get()));
    }

    private void newViolation(String caseNumber, DelegateTask task, Answers answers) {
        String decision = answers.text("newViolationDecision");
        if ("NOTICE".equals(decision) && !RESPONSIBLE_PARTY_KNOWN.from(task).getOrDefault(false)) {
            throw new Refusal(
                    "newViolationDecision", "a notice needs an addressee: identify the responsible party first");
        }
        if ("CORRECTED".equals(decision)) {
            caseRecord.correctViolations(caseNumber, newViolations(task), today());
        }
        note(
                caseNumber,
                "NEW_VIOLATION",
                "Violation " + NEW_VIOLATIONS.from(task).get() + ": " + Answers.inWords(decision)
                        + answers.take("newViolationNote")
                                .map(why -> ". " + why)
                                .orElse(""));
    }

    /** All violations but those that have a follow-up of their own: nobody has judged these here. */
    private void correctViolations(String caseNumber, DelegateTask task) {
        Set<Integer> numbers = caseRecord.get(caseNumber).violations().stream()
                .map(Violation::number)
                .collect(Collectors.toSet());
        numbers.removeAll(FollowUps.running(
                task.getProcessEngineServices(),
                ((TaskEntity) task).getExecution().getRootProcessInstanceId()));
        caseRecord.correctViolations(caseNumber, numbers, today());
    }

    private void responsibleParty(String caseNumber, DelegateTask task, Answers answers) {
        caseRecord.identifyResponsibleParty(
                caseNumber,
                new NewParty(
                        answers.take("responsiblePartyName").orElse(null),
                        answers.take("responsiblePartyAddress").orElse(null)));
        RESPONSIBLE_PARTY_KNOWN.on(task).set(true);
    }

    private void call(String caseNumber, DelegateTask task, Answers answers) {
        addContact(
                caseNumber,
                "TELEPHONE",
                answers.take("callDate"),
                answers.takeNumber("callMinutes").map(BigDecimal::intValue).orElse(null),
                answers.take("callWith").orElse("Owner"),
                answers.take("callNote").orElse("The case manager called the owner"));
        if (Boolean.TRUE.equals(answers.value("violationsCorrected"))) {
            correctViolations(caseNumber, task);
        }
    }

    private void consultation(String caseNumber, Answers answers) {
        note(
                caseNumber,
                "CONSULTATION",
                answers.text("consultedPrograms")
                        + answers.take("consultationDate")
                                .map(day -> " on " + day)
                                .orElse("")
                        + ": "
                        + answers.take("consultationNote").orElse("consulted"));
    }

    private void complianceCheck(String caseNumber, DelegateTask task, Answers answers) {
        boolean corrected = Boolean.TRUE.equals(answers.value("violationsCorrected"));
        addContact(
                caseNumber,
                "INSPECTION",
                answers.take("inspectedOn"),
                null,
                answers.take("inspectionWith").orElse("Responsible party"),
                (corrected ? "All violations are corrected" : "Violations are not corrected")
                        + answers.take("inspectionNote")
                                .map(found -> ". " + found)
                                .orElse(""));
        if (corrected) {
            correctViolations(caseNumber, task);
        }
    }

    /** An inspection counts in the operator's history, whatever it shows (interpretation M12). */
    private void abatement(String caseNumber, DelegateTask task, Answers answers) {
        Set<Integer> numbers = ordersAndNotices.violationsOf(task);
        boolean abated = Boolean.TRUE.equals(answers.value("violationAbated"));
        String inspectedOn = answers.text("inspectedOn");
        if (abated) {
            caseRecord.correctViolations(caseNumber, numbers, LocalDate.parse(inspectedOn));
        }
        addContact(
                caseNumber,
                "INSPECTION",
                Optional.of(inspectedOn),
                0,
                "Responsible party",
                "Violation " + numbers.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + (abated ? " is abated" : " is not abated")
                        + answers.find("inspectionNote")
                                .map(found -> ". " + found)
                                .orElse(""));
    }

    private void addContact(
            String caseNumber, String kind, Optional<String> date, Integer minutes, String with, String note) {
        LocalDate day = date.map(LocalDate::parse).orElseGet(this::today);
        contacts.add(caseNumber, new NewContact(kind, day, null, minutes, with, note));
    }

    private void negotiation(String caseNumber, DelegateTask task, Answers answers) {
        answers.take("negotiationNote").ifPresent(note -> caseRecord.confidentialNote(caseNumber, "NEGOTIATION", note));
        answers.take("inabilityToPay")
                .ifPresent(note -> caseRecord.confidentialNote(caseNumber, "INABILITY_TO_PAY", note));
        if (!"AGREED".equals(answers.text("negotiationResult"))) {
            return;
        }
        BigDecimal total = answers.takeNumber("agreedTotal").orElse(BigDecimal.ZERO);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal toBePaid = BigDecimal.ZERO;
        BigDecimal suspended = BigDecimal.ZERO;
        List<String> terms = new ArrayList<>();
        for (Map.Entry<String, String> way : WAYS_OF_PAYING.entrySet()) {
            BigDecimal part = answers.takeNumber(way.getKey()).orElse(BigDecimal.ZERO);
            if (part.signum() > 0) {
                terms.add("$" + part.setScale(2) + " " + way.getValue());
                sum = sum.add(part);
                toBePaid = way.getKey().startsWith("paid") ? toBePaid.add(part) : toBePaid;
                suspended = way.getKey().startsWith("suspended") ? suspended.add(part) : suspended;
            }
        }
        List<Fault> faults = new ArrayList<>();
        if (total.signum() <= 0) {
            faults.add(new Fault("agreedTotal", "the agreed total is required"));
        }
        if (sum.compareTo(total) != 0) {
            faults.add(new Fault(
                    "agreedTotal",
                    "the ways of paying add up to $" + sum.setScale(2) + "; they must equal the total (Manual 8.5)"));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        PENALTY_AMOUNT.on(task).set(total.setScale(2).toPlainString());
        AMOUNT_TO_BE_PAID.on(task).set(toBePaid.setScale(2).toPlainString());
        SUSPENDED_AMOUNT
                .on(task)
                .set(suspended.signum() == 0 ? null : suspended.setScale(2).toPlainString());
        PAYMENT_TERMS.on(task).set(String.join("\n", terms));
    }

    private static Map<String, String> waysOfPaying() {
        Map<String, String> ways = new LinkedHashMap<>();
        ways.put("paidUpFront", "paid up front");
        ways.put("paidInInstalments", "paid in installments");
        ways.put("paidLater", "paid at a later date, at once");
        ways.put("suspendedOnActions", "suspended on the completion of agreed actions");
        ways.put("suspendedOnCompliance", "suspended on future compliance");
        ways.put("supplementalProject", "satisfied by a Supplemental Environmental Project");
        return ways;
    }

    private void payment(String caseNumber, DelegateTask task, Answers answers) {
        money(caseNumber, answers);
        if (Boolean.TRUE.equals(answers.value("paidAndTermsMet"))) {
            refuseUnlessPaid(caseNumber, task);
        }
        answers.take("nextPaymentDueOn")
                .ifPresent(day -> PAYMENT_DUE_ON.on(task).set(day));
    }

    /** What was paid, if anything was. */
    private void money(String caseNumber, Answers answers) {
        Optional<BigDecimal> amount = answers.takeNumber("paymentAmount");
        LocalDate paidOn = answers.take("paidOn").map(LocalDate::parse).orElseGet(this::today);
        String method = answers.take("paymentMethod").orElse("CHECK");
        Optional<String> reference = answers.take("paymentReference");
        amount.filter(paid -> paid.signum() > 0)
                .ifPresent(paid -> caseRecord.recordPayment(
                        caseNumber, new NewPayment(paid, paidOn, method, reference.orElse(null), null)));
    }

    /** The case is concluded with penalty payment (Manual 3.3 Tanks): what was to be paid in money is on record. */
    private void refuseUnlessPaid(String caseNumber, DelegateTask task) {
        BigDecimal toBePaid =
                AMOUNT_TO_BE_PAID.from(task).getOptional().map(BigDecimal::new).orElse(BigDecimal.ZERO);
        BigDecimal paid =
                caseRecord.payments(caseNumber).stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (paid.compareTo(toBePaid) < 0) {
            throw new Refusal(
                    "paidAndTermsMet",
                    "of $" + toBePaid.setScale(2) + " to be paid, $" + paid.setScale(2) + " is on record");
        }
    }

    private void overduePayment(String caseNumber, DelegateTask task, Answers answers) {
        Optional<String> next = answers.take("nextPaymentDueOn");
        note(
                caseNumber,
                "PAYMENT_OVERDUE",
                next.map(day -> "More time was agreed in writing: the payment is due on " + day)
                        .orElse("The overdue payment: " + Answers.inWords(answers.text("overduePayment"))));
        next.ifPresent(day -> PAYMENT_DUE_ON.on(task).set(day));
    }

    private void note(String caseNumber, String kind, String text) {
        caseRecord.note(caseNumber, kind, text);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
