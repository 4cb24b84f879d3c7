package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.Document;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.NewCase;
import org.abate.casefile.NewFacility;
import org.abate.casefile.NewParty;
import org.abate.casefile.NewViolation;
import org.abate.casefile.Program;
import org.abate.casefile.ServiceEntry;
import org.abate.casefile.TimelineEntry;
import org.abate.casefile.Violation;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/** Walks one case through its diagrams, as staff would: tasks by activity id, timers fired by hand. */
@TestComponent
class CaseWalk {

    private final ProcessEngine engine;
    private final CaseProcesses processes;
    private final CaseEvents events;
    private final CaseRecord caseRecord;
    private final Clock clock;
    private String caseNumber;
    private Optional<String> operator = Optional.empty();

    CaseWalk(ProcessEngine engine, CaseProcesses processes, CaseEvents events, CaseRecord caseRecord, Clock clock) {
        this.engine = engine;
        this.processes = processes;
        this.events = events;
        this.caseRecord = caseRecord;
        this.clock = clock;
    }

    /** The id of somebody who can manage the case: outside the demonstration nobody is there yet. */
    String someoneToManageTheCase() {
        return someoneToManageCasesOf(caseRecord.get(caseNumber).program());
    }

    private String someoneToManageCasesOf(Program program) {
        String group = program.office() + "-enforcement";
        if (engine.getIdentityService().createUserQuery().memberOfGroup(group).count() == 0) {
            engine.getIdentityService().saveUser(engine.getIdentityService().newUser(group));
            engine.getIdentityService().createMembership(group, group);
        }
        return group;
    }

    String caseNumber() {
        return caseNumber;
    }

    /** Goes on with a case that was opened otherwise. */
    CaseWalk in(String opened) {
        caseNumber = opened;
        return runJobs();
    }

    CaseWalk open() {
        return open(true, true);
    }

    /** With the actions that the letter of warning lists. */
    CaseWalk openAsking(String actionsRequired) {
        return open(
                Map.of("responsiblePartyKnown", true, "violationCurrent", true, "actionsRequired", actionsRequired));
    }

    CaseWalk open(boolean partyKnown, boolean violationCurrent) {
        return open(Map.of("responsiblePartyKnown", partyKnown, "violationCurrent", violationCurrent));
    }

    private CaseWalk open(Map<String, Object> facts) {
        someoneToManageCasesOf(Program.TANKS);
        LocalDate today = LocalDate.now(clock);
        caseNumber = processes
                .open(
                        new NewCase(
                                Program.TANKS,
                                new NewFacility(
                                        null,
                                        "Maple Street Fuel",
                                        "100 Maple Street, Rolla, MO 65401",
                                        "Phelps",
                                        "Southeast",
                                        Map.of()),
                                Boolean.TRUE.equals(facts.get("responsiblePartyKnown"))
                                        ? new NewParty("Maple Street Fuel LLC", "PO Box 1, Rolla, MO 65402")
                                        : null,
                                today,
                                List.of(
                                        new NewViolation("10 CSR 26-2.040(1)", "No release detection", List.of(today)),
                                        new NewViolation("10 CSR 26-2.030(1)", "No spill bucket", List.of(today)))),
                        facts)
                .caseNumber();
        return runJobs();
    }

    /** Whose the cases are that are opened from now on; null for another operator each. */
    CaseWalk operator(String name) {
        operator = Optional.ofNullable(name);
        return this;
    }

    /** Opens a case of a program with the facts that hold, by the names of its start form. */
    CaseWalk open(Program program, boolean partyKnown, String... facts) {
        return open(program, partyKnown, 1, facts);
    }

    CaseWalk open(Program program, boolean partyKnown, int violations, String... facts) {
        someoneToManageCasesOf(program);
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> answers = new HashMap<>(Map.of("responsiblePartyKnown", partyKnown));
        for (String fact : facts) {
            answers.put(fact, true);
        }
        if (program == Program.DRINKING_WATER) {
            answers.put("peopleServed", 800);
        }
        caseNumber = processes
                .open(
                        new NewCase(
                                program,
                                new NewFacility(
                                        null,
                                        "Invented Works",
                                        "1 Elm Street, Rolla, MO 65401",
                                        "Phelps",
                                        "Southeast",
                                        Map.of()),
                                partyKnown
                                        ? new NewParty(
                                                operator.orElseGet(() -> "Invented Works " + UUID.randomUUID()),
                                                "PO Box 1, Rolla, MO 65402")
                                        : null,
                                today,
                                Collections.nCopies(
                                        violations,
                                        new NewViolation(
                                                "As the rule says, section 2", "As found on site", List.of(today)))),
                        answers)
                .caseNumber();
        return runJobs();
    }

    /** Completes the task for a contact in conference, conciliation and persuasion. */
    CaseWalk contacted(String kind, String result) {
        return complete(
                "RecordContact",
                "contactKind",
                kind,
                "contactWith",
                "The owner",
                "contactNote",
                "They spoke of the violations",
                "persuasionResult",
                result,
                "scheduleInstrument",
                result.equals("SCHEDULE") ? "BILATERAL_COMPLIANCE_AGREEMENT" : null);
    }

    /** Completes the open task with this activity id; name and value in turn. */
    CaseWalk complete(String activityId, Object... answers) {
        engine.getTaskService().complete(task(activityId).getId(), variables(answers));
        return runJobs();
    }

    static Map<String, Object> variables(Object... answers) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < answers.length; i += 2) {
            variables.put((String) answers[i], answers[i + 1]);
        }
        return variables;
    }

    Task task(String activityId) {
        List<Task> open = tasks(activityId);
        assertThat(open)
                .as(() -> "open tasks %s; the case is at %s".formatted(activityId, stage()))
                .isNotEmpty();
        return open.get(0);
    }

    /** What the open tasks with this activity id see in a variable. */
    List<Object> seen(String activityId, String variable) {
        return tasks(activityId).stream()
                .map(task -> engine.getTaskService().getVariable(task.getId(), variable))
                .toList();
    }

    /** Moves the clock by whole days of the calendar; the test puts it back. */
    CaseWalk daysLater(int days) {
        ClockUtil.setCurrentTime(
                Date.from(ZonedDateTime.now(clock).plusDays(days).toInstant()));
        return this;
    }

    List<Task> tasks(String activityId) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(activityId)
                .list();
    }

    /** The day a timer of the case fires. */
    LocalDate due(String timerId) {
        return LocalDate.ofInstant(timer(timerId).getDuedate().toInstant(), clock.getZone());
    }

    private Job timer(String timerId) {
        return engine.getManagementService().createJobQuery().activityId(timerId).timers().list().stream()
                .filter(job -> instanceIds().contains(job.getProcessInstanceId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No timer " + timerId + "; the case is at " + stage()));
    }

    CaseWalk fire(String timerId) {
        engine.getManagementService().executeJob(timer(timerId).getId());
        return runJobs();
    }

    /** Fires every timer of the case that is due by now. */
    CaseWalk runDueTimers() {
        engine
                .getManagementService()
                .createJobQuery()
                .timers()
                .duedateLowerThan(ClockUtil.getCurrentTime())
                .list()
                .stream()
                .filter(job -> instanceIds().contains(job.getProcessInstanceId()))
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
        return runJobs();
    }

    CaseWalk runJobs() {
        List<Job> jobs;
        do {
            jobs = engine.getManagementService().createJobQuery().messages().withRetriesLeft().list().stream()
                    .filter(job -> instanceIds().contains(job.getProcessInstanceId()))
                    .toList();
            jobs.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        } while (!jobs.isEmpty());
        return this;
    }

    List<String> instanceIds() {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .toList();
    }

    CaseWalk raise(CaseEvent event, String note, NewViolation... violations) {
        events.raise(caseNumber, event, LocalDate.now(clock), note, List.of(violations));
        return runJobs();
    }

    /** The supplier of water withdraws its request, in writing. */
    CaseWalk withdrawRequest(String note) {
        events.raise(
                caseNumber,
                new ReportedEvent(
                        CaseEvent.REQUEST_WITHDRAWN,
                        LocalDate.now(clock),
                        note,
                        List.of(),
                        null,
                        null,
                        "J. Roe, manager",
                        true));
        return runJobs();
    }

    /** An appeal against the notice of assessment on a violation. */
    CaseWalk appeal(Integer violation) {
        events.raise(
                caseNumber,
                new ReportedEvent(
                        CaseEvent.APPEAL_FILED,
                        LocalDate.now(clock),
                        "The operator appeals",
                        List.of(),
                        violation,
                        null));
        return runJobs();
    }

    String stage() {
        return processes.progress(caseNumber).stage();
    }

    CaseWalk isAt(String activityId) {
        assertThat(tasks(activityId)).as(() -> "the case is at " + stage()).isNotEmpty();
        return this;
    }

    List<DocumentKind> papers() {
        return caseRecord.documents(caseNumber).stream().map(Document::kind).toList();
    }

    CaseWalk hasPaper(DocumentKind kind, int times) {
        assertThat(papers().stream().filter(kind::equals).count())
                .as("%s in %s", kind, papers())
                .isEqualTo(times);
        return this;
    }

    CaseWalk hasSent(DocumentKind kind, int times) {
        assertThat(caseRecord.documents(caseNumber).stream()
                        .filter(document -> document.kind() == kind && document.sentAt() != null))
                .as("%s sent", kind)
                .hasSize(times);
        return this;
    }

    /** What is recorded of the delivery of the documents of a kind. */
    List<ServiceEntry> service(DocumentKind kind) {
        return caseRecord.documents(caseNumber).stream()
                .filter(document -> document.kind() == kind)
                .flatMap(document -> caseRecord.service(document).stream())
                .toList();
    }

    /** The text of the newest document of a kind. */
    String text(DocumentKind kind) {
        return text(kind, new PDFTextStripper());
    }

    /** The same, as the eye goes over the page: line after line, whatever is printed bold. */
    String textAsItLooks(DocumentKind kind) {
        PDFTextStripper lines = new PDFTextStripper();
        lines.setSortByPosition(true);
        return text(kind, lines);
    }

    private String text(DocumentKind kind, PDFTextStripper reader) {
        Document newest = caseRecord.documents(caseNumber).stream()
                .filter(document -> document.kind() == kind)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        try (PDDocument pdf =
                Loader.loadPDF(caseRecord.content(caseNumber, newest.id()).orElseThrow())) {
            return reader.getText(pdf).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CaseWalk hasStatus(CaseStatus status) {
        assertThat(caseRecord.get(caseNumber).status()).isEqualTo(status);
        return this;
    }

    List<String> timeline() {
        return caseRecord.timeline(caseNumber).stream().map(TimelineEntry::text).toList();
    }

    /** The groups that may take the open task with this activity id. */
    List<String> candidates(String activityId) {
        return engine.getTaskService().getIdentityLinksForTask(task(activityId).getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /** Changes a variable of the case's process, as an edited decision table would. */
    CaseWalk set(String variable, Object value) {
        engine.getRuntimeService().setVariable(instanceIds().get(0), variable, value);
        return this;
    }

    List<TimelineEntry> decisions() {
        return caseRecord.timeline(caseNumber).stream()
                .filter(entry -> entry.kind().equals("DECISION"))
                .toList();
    }

    /** The current penalty as the timeline writes it. */
    String penalty() {
        return "$"
                + new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.US))
                        .format(caseRecord.penalty(caseNumber).orElseThrow());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    static String inWords(LocalDate day) {
        return DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US).format(day);
    }

    /** The numbers of the violations that are on record as corrected. */
    List<Integer> corrected() {
        return caseRecord.get(caseNumber).violations().stream()
                .filter(violation -> violation.correctedOn() != null)
                .map(Violation::number)
                .toList();
    }

    void ended(CaseStatus status, String endEvent) {
        assertThat(instanceIds())
                .as("running instances; the case is at %s", stage())
                .isEmpty();
        assertThat(caseRecord.get(caseNumber).status()).isEqualTo(status);
        assertThat(engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(engine.getHistoryService()
                                .createHistoricProcessInstanceQuery()
                                .processInstanceBusinessKey(caseNumber)
                                .rootProcessInstances()
                                .processDefinitionKeyNotIn(List.of(FailedSteps.PROCESS, ServiceReminders.PROCESS))
                                .singleResult()
                                .getId())
                        .activityId(endEvent)
                        .finished()
                        .count())
                .as("passed the end event %s", endEvent)
                .isPositive();
    }

    // The stretches of the way that several stories share

    CaseWalk noticeSent() {
        return fire("ResponseToLetterDue")
                .complete("PrepareNoticeOfViolation", "remainingActions", "Install release detection");
    }

    CaseWalk ownerToCall() {
        return noticeSent()
                .fire("ResponseToNoticeDue")
                .complete(
                        "ForwardEnforcementActionRequest",
                        "itemsInQuestion",
                        "Release detection\nRegistration fees due")
                .complete("AssignCaseManager", "caseManager", "tanks-enforcement");
    }

    CaseWalk penaltyToWorkOut() {
        return ownerToCall()
                .complete("CallOwner", "violationsCorrected", true)
                .complete("EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", true);
    }

    /** Completes every worksheet with the same answers. */
    CaseWalk worksheets(Object... answers) {
        while (!tasks("CompleteWorksheet").isEmpty()) {
            complete("CompleteWorksheet", answers);
        }
        return this;
    }

    CaseWalk worksheets() {
        return worksheets(Worksheets.worksheet("underground-storage-tank"));
    }

    CaseWalk approve(String task, String variable) {
        while (!tasks(task).isEmpty()) {
            complete(task, variable, true);
        }
        return this;
    }

    CaseWalk penaltyApproved() {
        return worksheets().complete("CompleteCalculation").approve("ApprovePenalty", "penaltyApproved");
    }

    CaseWalk agreed() {
        return complete(
                "NegotiatePenalty",
                "negotiationResult",
                "AGREED",
                "agreedTotal",
                "4000.00",
                "paidUpFront",
                "1000.00",
                "supplementalProject",
                "3000.00");
    }

    CaseWalk settlementApproved() {
        return complete("DraftSettlementAgreement", "complianceTerms", "Keep release detection records")
                .approve("ApproveSettlement", "settlementApproved");
    }

    CaseWalk referralApproved() {
        complete("PrepareReferralRequest", "summary", "Injunction and penalties")
                .approve("ApproveReferral", "referralApproved");
        if (!tasks("ReviewReferral").isEmpty()) {
            complete("ReviewReferral", "reviewBoardApproved", true);
        }
        return this;
    }

    CaseWalk referredByCommission() {
        return complete(
                        "PlaceOnAgenda",
                        "commissionMeetingOn",
                        LocalDate.now(clock).plusDays(30).toString())
                .complete("RecordCommissionDecision", "commissionDecision", "REFERRED");
    }

    /** Through the commission, where the program has one. */
    CaseWalk legalActionFiled() {
        referralApproved();
        if (!tasks("PlaceOnAgenda").isEmpty()) {
            referredByCommission();
        }
        return complete("RecordAttorneyGeneralDecision", "attorneyGeneralAccepts", true)
                .complete("RecordLegalActionFiled");
    }

    CaseWalk legalActionConcluded() {
        return complete(
                        "RecordStageOfLegalAction",
                        "legalActionStage",
                        "Petition answered",
                        "legalActionConcluded",
                        false,
                        "paymentAmount",
                        "1500.00")
                .complete(
                        "RecordStageOfLegalAction",
                        "legalActionConcluded",
                        true,
                        "legalActionOutcome",
                        "Consent judgment");
    }

    String inDays(int days) {
        return LocalDate.now(clock).plusDays(days).toString();
    }
}
