package org.abate.process;

import static org.abate.process.CaseVariables.ASSESSMENT_REQUIRED;
import static org.abate.process.CaseVariables.NEW_VIOLATIONS;
import static org.abate.process.CaseVariables.RESPONSE_RECEIVED;
import static org.abate.process.CaseVariables.RESPONSIBLE_PARTY_KNOWN;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.abate.access.Caller;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.EmissionInventory;
import org.abate.casefile.MeetingCalendar;
import org.abate.casefile.NewContact;
import org.abate.casefile.NewParty;
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

    private final CaseRecord caseRecord;
    private final WorksheetWork worksheets;
    private final PenaltyWork penalties;
    private final ScheduleWork schedule;
    private final MeetingCalendar calendar;
    private final PersuasionWork persuasion;
    private final PenaltyOrderWork orders;
    private final ReferralWork referrals;
    private final SettlementWork settlements;
    private final SuspensionWork suspensions;
    private final CaseContacts contacts;
    private final TimeLimitWork timeLimits;
    private final DemandWork demands;
    private final NoticeWork notices;
    private final OrdinaryDiligence diligence;
    private final PenaltyStanding standing;
    private final OrdersAndNotices ordersAndNotices;
    private final EmissionInventory inventory;
    private final RequestRecorder requests;
    private final ServiceReminders reminders;
    private final Caller caller;
    private final Clock clock;

    TaskRecorder(
            CaseRecord caseRecord,
            WorksheetWork worksheets,
            PenaltyWork penalties,
            ScheduleWork schedule,
            MeetingCalendar calendar,
            PersuasionWork persuasion,
            PenaltyOrderWork orders,
            ReferralWork referrals,
            SettlementWork settlements,
            SuspensionWork suspensions,
            CaseContacts contacts,
            TimeLimitWork timeLimits,
            DemandWork demands,
            NoticeWork notices,
            OrdinaryDiligence diligence,
            PenaltyStanding standing,
            OrdersAndNotices ordersAndNotices,
            EmissionInventory inventory,
            RequestRecorder requests,
            ServiceReminders reminders,
            Caller caller,
            Clock clock) {
        this.caseRecord = caseRecord;
        this.worksheets = worksheets;
        this.penalties = penalties;
        this.schedule = schedule;
        this.calendar = calendar;
        this.persuasion = persuasion;
        this.orders = orders;
        this.referrals = referrals;
        this.settlements = settlements;
        this.suspensions = suspensions;
        this.contacts = contacts;
        this.timeLimits = timeLimits;
        this.demands = demands;
        this.notices = notices;
        this.diligence = diligence;
        this.standing = standing;
        this.ordersAndNotices = ordersAndNotices;
        this.inventory = inventory;
        this.requests = requests;
        this.reminders = reminders;
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
            case INVENTORY_SOURCES ->
                requireSources(CaseVariables.INVENTORY_YEAR.from(task).get());
            case RESPONSIBLE_PARTY -> responsibleParty(caseNumber, task, answers);
            case CASE_MANAGER -> caseRecord.assignCaseManager(caseNumber, answers.text("caseManager"));
            case ELECTION -> election(caseNumber, task, answers);
            case CALL -> call(caseNumber, task, answers);
            case CONSULTATION -> consultation(caseNumber, answers);
            case COMPLIANCE_CHECK -> complianceCheck(caseNumber, task, answers);
            case NEW_VIOLATION -> newViolation(caseNumber, task, answers);
            case VIOLATIONS_CORRECTED -> correctViolations(caseNumber, task);
            case MILESTONES -> schedule.enter(task, answers);
            case MILESTONE -> schedule.milestone(caseNumber, task, answers);
            case MILESTONE_CHECK -> schedule.checked(caseNumber, task, answers);
            case EXTENSION -> schedule.extension(caseNumber, task, answers);
            case WORKSHEET -> {
                notices.checkWorksheet(task, answers);
                worksheets.file(caseNumber, task, answers);
            }
            case CALCULATION -> penalties.checkCalculation(caseNumber, task, answers);
            case REVISION -> {
                if (Boolean.TRUE.equals(answers.value("noPenalty"))
                        && ASSESSMENT_REQUIRED.from(task).getOrDefault(false)) {
                    throw new Refusal(
                            "noPenalty", "a penalty must be assessed here, if only at zero: redo the worksheets");
                }
                penalties.redo(caseNumber, answers.take("worksheetsToRedo"));
            }
            case NEGOTIATION -> settlements.negotiation(caseNumber, task, answers);
            case AGREEMENT -> settlements.agreement(caseNumber, task, answers);
            case PAYMENT -> settlements.payment(caseNumber, task, answers);
            case OVERDUE_PAYMENT -> settlements.overduePayment(caseNumber, task, answers);
            case AGENDA -> calendar.place(caseNumber, LocalDate.parse(answers.text("commissionMeetingOn")));
            case REFERRAL_REQUEST -> referrals.prepare(caseNumber, task, answers);
            case FILING -> referrals.filed(caseNumber, answers);
            case PERSUASION_PLAN -> persuasion.plan(caseNumber, answers);
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
            case DELIVERY -> reminders.record(caseNumber, task, answers);
            case ORDER_PAYMENT -> orders.payment(caseNumber, task, answers);
            case APPEAL -> orders.appeal(caseNumber, task, answers);
            case SUSPENSION -> suspensions.weigh(caseNumber, task, answers);
            case INSPECTION -> suspensions.inspection(caseNumber, answers);
            case REINSTATEMENT -> suspensions.reinstatement(caseNumber, task, answers);
            case REINSTATED_PAYMENT -> suspensions.payment(caseNumber, answers);
            case RETRY -> retry(caseNumber, task, answers);
            case FIRST_LETTER -> timeLimits.begin(task, answers);
            case ACKNOWLEDGMENT -> demands.acknowledgment(caseNumber, answers);
            case TIME_LIMIT -> timeLimits.set(caseNumber, task, answers);
            case NOTICE_REVIEW -> {
                notices.review(caseNumber, task, answers);
                answers.find("minorViolations")
                        .ifPresent(numbers -> worksheets.setAsideMinor(caseNumber, task, numbers));
            }
            case FILING_WITH_COMMISSION -> notices.filed(caseNumber, task, answers);
            case LATE_SERVICE -> notices.lateService(task, answers);
            case SERVICE_OF_ASSESSMENT -> notices.service(caseNumber, task, answers);
            case ASSESSED_PAYMENT -> notices.payment(caseNumber, task, answers);
            case ORDERS_AND_NOTICES -> ordersAndNotices.decide(caseNumber, task, answers);
            case ABATEMENT -> abatement(caseNumber, task, answers);
            case LEGAL_STAGE -> referrals.stage(caseNumber, answers);
            default -> requests.record(what, caseNumber, task, answers);
        }
    }

    /** As a task opens: what its form shows of the record. */
    void show(Recording what, DelegateTask task) {
        switch (what) {
            case CASE_MANAGER -> CaseManagers.offer(task);
            case MILESTONE, MILESTONE_CHECK -> schedule.showMilestone(task);
            case EXTENSION -> schedule.showExtension(task);
            case WORKSHEET -> notices.showWorksheet(task);
            case CALCULATION -> penalties.showCalculation(task);
            case NEGOTIATION -> settlements.showNegotiation(task);
            case AGENDA -> CommissionAgenda.offer(calendar, task);
            case ORDER_PAYMENT -> orders.showOwed(task);
            case TIME_LIMIT -> timeLimits.show(task);
            case ORDERS_AND_NOTICES -> ordersAndNotices.show(task);
            default -> requests.show(what, task);
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

    /**
     * A day that is not said again stays as it was said.
     *
     * @throws Refusal where an administrative penalty is elected after its time (10 CSR 60-6.070(1)(G))
     */
    private void election(String caseNumber, DelegateTask task, Answers answers) {
        answers.find(OrdinaryDiligence.VARIABLE)
                .map(LocalDate::parse)
                .ifPresent(day -> diligence.record(caseNumber, day));
        if ("ADMINISTRATIVE".equals(answers.text("penaltyElected"))) {
            standing.tooLateForAll(caseNumber).ifPresent(why -> {
                throw new Refusal("penaltyElected", why);
            });
        }
        task.setVariable(OrdinaryDiligence.VARIABLE, diligence.from(caseNumber).toString());
        task.setVariable(
                OrdinaryDiligence.OF_LAST_VIOLATION,
                diligence.fromLast(caseNumber).toString());
    }

    private void call(String caseNumber, DelegateTask task, Answers answers) {
        addContact(
                caseNumber,
                "TELEPHONE",
                answers.take("callDate"),
                answers.takeNumber("callMinutes").map(BigDecimal::intValue).orElse(null),
                answers.take("callWith").orElse("Owner"),
                answers.take("callNote").orElse("The case manager called the owner"));
        answers.take("itemsResolved")
                .ifPresent(items -> note(
                        caseNumber,
                        Notify.NOTICE,
                        "To " + CaseVariables.OFFICE.from(task).get() + "-staff: resolved, " + items));
        if (Boolean.TRUE.equals(answers.value("violationsCorrected"))) {
            correctViolations(caseNumber, task);
        }
    }

    private void requireSources(int year) {
        if (inventory.counts(year).sources() == 0) {
            throw new Refusal("task", "no source is listed yet: upload the list at /inventory/" + year);
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

    private void note(String caseNumber, String kind, String text) {
        caseRecord.note(caseNumber, kind, text);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
