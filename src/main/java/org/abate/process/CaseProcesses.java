package org.abate.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.abate.access.Caller;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Fault;
import org.abate.casefile.NewCase;
import org.abate.casefile.NewViolation;
import org.abate.casefile.Program;
import org.abate.casefile.ReasonOccasion;
import org.abate.casefile.StatedReasons;
import org.abate.casefile.Violation;
import org.abate.correspondence.ForbiddenPhrases;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases' way through their diagrams: opened, told what happened, looked at. */
@Service
public class CaseProcesses {

    private static final List<String> FOLLOW_UP_ANSWERS =
            List.of("newViolationCorrected", "newViolationDecision", "remainingActions", "actionsRequired");

    /** As the timeline writes a day. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

    private final ProcessEngine engine;
    private final CaseRecord caseRecord;
    private final Caller caller;
    private final Clock clock;
    private final StartForms startForms;
    private final ForbiddenPhrases phrases;
    private final ReasonCodes reasonCodes;
    private final StatedReasons statedReasons;
    private final ProposalDates proposals;

    CaseProcesses(
            ProcessEngine engine,
            CaseRecord caseRecord,
            Caller caller,
            Clock clock,
            StartForms startForms,
            ForbiddenPhrases phrases,
            ReasonCodes reasonCodes,
            StatedReasons statedReasons,
            ProposalDates proposals) {
        this.proposals = proposals;
        this.reasonCodes = reasonCodes;
        this.statedReasons = statedReasons;
        this.startForms = startForms;
        this.engine = engine;
        this.caseRecord = caseRecord;
        this.caller = caller;
        this.clock = clock;
        this.phrases = phrases;
    }

    /**
     * Opens the case in the record and starts its program's process, in one transaction. The caller's right to work in
     * the office is the engine's to check.
     *
     * @param facts what the program's start form asks besides the case itself, by field name
     * @throws CaseRefused with every fault of the input, by path; nothing is stored
     */
    @Transactional
    public OpenedCase open(NewCase newCase, Map<String, Object> facts) {
        List<Fault> faults = faults(newCase, facts);
        if (!faults.isEmpty()) {
            throw new CaseRefused(faults);
        }
        String process = newCase.program().enforcementProcess();
        CaseFile opened = caseRecord.open(newCase);
        try {
            ProcessInstance instance = OpeningCase.during(opened.caseNumber(), () -> engine.getRuntimeService()
                    .startProcessInstanceByKey(process, opened.caseNumber(), new HashMap<>(facts)));
            return new OpenedCase(opened.caseNumber(), instance.getProcessInstanceId());
        } catch (RuntimeException e) {
            if (Refusal.unwrapped(e) instanceof Refusal refusal) {
                throw new CaseRefused(
                        refusal.faults().stream().map(CaseProcesses::factFault).toList());
            }
            throw e;
        }
    }

    /** What {@link #open} would refuse the case and its facts for; empty if nothing. */
    @Transactional(readOnly = true)
    public List<Fault> faults(NewCase newCase, Map<String, Object> facts) {
        List<Fault> faults = new ArrayList<>(caseRecord.faults(newCase));
        if (newCase.program() != null) {
            String process = newCase.program().enforcementProcess();
            if (!takesCases(process)) {
                faults.add(new Fault(
                        "program",
                        "takes no new cases now: the diagram " + process
                                + " is suspended or not deployed; ask an administrator to activate it in Cockpit"));
            } else {
                startForms.faults(process, facts, OpenCase.RECORDED).forEach(fault -> faults.add(factFault(fault)));
            }
        }
        return faults;
    }

    private boolean takesCases(String process) {
        return engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .latestVersion()
                        .active()
                        .count()
                > 0;
    }

    /**
     * The start form of a program's process; nothing is asked where the program takes no cases now.
     *
     * @param facts the answers so far, by field name; what is asked may depend on them
     */
    @Transactional(readOnly = true)
    public StartForm startForm(Program program, Map<String, Object> facts) {
        String process = program.enforcementProcess();
        return takesCases(process) ? startForms.asked(process, facts) : new StartForm(List.of());
    }

    private static Fault factFault(Fault fault) {
        return new Fault("facts." + fault.field(), fault.message());
    }

    /** Whether what is done in a diagram is penalty work, where a case runs on a process. */
    public static boolean isPenaltyWork(String process, String diagram) {
        return TaskInput.isPenaltyWork(!process.equals(diagram), diagram);
    }
    /**
     * Tells the case's process what has happened.
     *
     * @param date the day it happened, from the discovery to today
     * @param violations for a new violation only
     * @throws CaseRefused with every fault of the input
     * @throws EventRefused where the case does not take the event now
     */
    @Transactional
    public void raise(String caseNumber, CaseEvent event, LocalDate date, String note, List<NewViolation> violations) {
        raise(caseNumber, new ReportedEvent(event, date, note, violations, null, null));
    }

    /** The same, with all that can be said of it. */
    @Transactional
    public void raise(String caseNumber, ReportedEvent reported) {
        CaseEvent event = reported.event();
        CaseFile file = caseRecord.get(caseNumber);
        if (!caller.userId().equals(Caller.SYSTEM)
                && !caller.worksIn(file.program().office())) {
            throw new AccessDeniedException("Case " + caseNumber + " is not a case of your office");
        }
        if (event.isPenaltyWork() && !mayHearOfPenalties(file)) {
            throw new AccessDeniedException("Penalty work is confidential; your account does not see it");
        }
        if (file.closed()) {
            throw new EventRefused("Case " + caseNumber + " is closed: "
                    + file.status().title().toLowerCase(Locale.ROOT));
        }
        if (event == CaseEvent.REQUEST_WITHDRAWN
                && file.request() != null
                && !RequestWithdrawal.isOpen(file.request())) {
            throw new EventRefused(RequestWithdrawal.notOf(file.request()));
        }
        if (event == CaseEvent.TERMS_OVERTAKEN && !overtaken(caseNumber)) {
            throw new EventRefused(
                    "Case " + caseNumber + " does not take it now: the terms of its proposal are written again"
                            + " only where a step would be due before it can take effect, before its public notice is out"
                            + " or after a timely request was denied (10 CSR 60-6.040(6))");
        }
        checkEvent(file, reported);
        if (reported.appealedViolation() != null && event != CaseEvent.APPEAL_FILED) {
            throw new CaseRefused(AppealableNotices.FIELD, "belongs to APPEAL_FILED only");
        }
        List<EventSubscription> all = waitingFor(caseNumber, event);
        EventSubscription longest = all.stream()
                .findFirst()
                .orElseThrow(() -> new EventRefused("Case " + caseNumber + " does not take \"" + words(event)
                        + "\" now: it is " + file.status().name().toLowerCase().replace('_', ' ')
                        + (stage(caseNumber).isEmpty() ? "" : ", at " + stage(caseNumber))));
        EventSubscription waiting = event == CaseEvent.APPEAL_FILED
                ? appealable(file, all).appealed(reported.appealedViolation())
                : longest;
        if (event == CaseEvent.APPEAL_FILED) {
            refuseBeforeTheOrder(waiting, reported.date());
        }
        Map<String, Object> local = record(file, reported);
        AsEngine.asked(engine.getIdentityService(), () -> {
            if (event == CaseEvent.NEW_VIOLATION_FOUND) {
                engine.getRuntimeService()
                        .createMessageCorrelation(event.message())
                        .processInstanceId(waiting.getProcessInstanceId())
                        .setVariablesToTriggeredScope(local)
                        .correlate();
            } else {
                // Several orders of one case may wait for the same: it is told to the one that has waited longest
                engine.getRuntimeService().messageEventReceived(event.message(), waiting.getExecutionId(), local);
            }
            return null;
        });
    }

    private boolean overtaken(String caseNumber) {
        return AsEngine.asked(engine.getIdentityService(), () -> proposals.isOvertaken(caseNumber, engine));
    }

    private List<EventSubscription> waitingFor(String caseNumber, CaseEvent event) {
        return AsEngine.asked(engine.getIdentityService(), () -> subscriptions(caseNumber).stream()
                .filter(subscription -> subscription.getEventName().equals(event.message()))
                .sorted(Comparator.comparing(EventSubscription::getCreated))
                .toList());
    }

    private AppealableNotices appealable(CaseFile file, List<EventSubscription> waiting) {
        Set<Integer> ofTheCase = answeredWithTheCase(file);
        return AsEngine.asked(engine.getIdentityService(), () -> AppealableNotices.of(engine, waiting, ofTheCase));
    }

    /**
     * What can be appealed now, in words, by the number of one of its violations. Asked where there is more than one.
     */
    @Transactional(readOnly = true)
    public Map<Integer, String> appealable(CaseFile file) {
        Map<Integer, String> words = new TreeMap<>();
        appealable(file, waitingFor(file.caseNumber(), CaseEvent.APPEAL_FILED)).notices().stream()
                .filter(notice -> !notice.violations().isEmpty())
                .forEach(notice -> words.put(notice.violations().iterator().next(), notice.words()));
        return words;
    }

    /** Nobody appeals an order that is not issued yet. */
    private void refuseBeforeTheOrder(EventSubscription waiting, LocalDate appealedOn) {
        Object issued = AsEngine.asked(engine.getIdentityService(), () -> engine.getRuntimeService()
                .getVariable(waiting.getExecutionId(), CaseVariables.ORDER_ISSUED_ON.getName()));
        if (issued instanceof String day && appealedOn.isBefore(LocalDate.parse(day))) {
            throw new CaseRefused("date", "must not be before " + day + ", when the order was issued");
        }
    }

    private void checkEvent(CaseFile file, ReportedEvent reported) {
        CaseEvent event = reported.event();
        LocalDate date = reported.date();
        String note = reported.note();
        List<Fault> faults = new ArrayList<>();
        if (date == null) {
            faults.add(new Fault("date", "is required"));
        } else if (date.isBefore(file.discoveredOn()) || date.isAfter(LocalDate.now(clock))) {
            faults.add(new Fault("date", "must lie between the discovery, " + file.discoveredOn() + ", and today"));
        }
        if (event.needsReason() && (note == null || note.isBlank())) {
            faults.add(new Fault(
                    "note",
                    event == CaseEvent.CASE_WITHDRAWN || event == CaseEvent.REQUEST_WITHDRAWN
                            ? "a " + (event == CaseEvent.CASE_WITHDRAWN ? "case" : "request")
                                    + " is withdrawn with a reason"
                            : "say why; it goes to the party"));
        }
        if (note != null && note.length() > 4000) {
            faults.add(new Fault("note", "is longer than 4000 characters"));
        }
        if (event.needsReason() && note != null) {
            phrases.objection("reason", note).ifPresent(objection -> faults.add(new Fault("note", objection)));
        }
        if (event == CaseEvent.REQUEST_WITHDRAWN && file.request() != null) {
            faults.addAll(RequestWithdrawal.faults(file.request(), reported));
        } else if (reported.withdrawnBy() != null) {
            faults.add(new Fault("withdrawnBy", "belongs to REQUEST_WITHDRAWN only"));
        }
        boolean some = !reported.violations().isEmpty();
        if (event == CaseEvent.NEW_VIOLATION_FOUND && !some) {
            faults.add(new Fault("violations", "name at least one new violation"));
        } else if (event != CaseEvent.NEW_VIOLATION_FOUND && some) {
            faults.add(new Fault("violations", "belong to NEW_VIOLATION_FOUND only"));
        }
        if (reported.reason() != null && event != CaseEvent.CASE_WITHDRAWN) {
            faults.add(new Fault("reason", "belongs to CASE_WITHDRAWN only"));
        } else if (reported.reason() != null && whyWithdrawn(reported).isEmpty()) {
            faults.add(new Fault("reason", "is not known; " + reasonCodes.oneOf(ReasonOccasion.WITHDRAWAL)));
        }
        if (!faults.isEmpty()) {
            throw new CaseRefused(faults);
        }
    }

    private Optional<ReasonCodes.ReasonCode> whyWithdrawn(ReportedEvent reported) {
        return Optional.ofNullable(reported.reason())
                .flatMap(code -> reasonCodes.find(ReasonOccasion.WITHDRAWAL, code));
    }

    private Map<String, Object> record(CaseFile file, ReportedEvent reported) {
        CaseEvent event = reported.event();
        LocalDate date = reported.date();
        String note = reported.note();
        String caseNumber = file.caseNumber();
        Optional<ReasonCodes.ReasonCode> reason = whyWithdrawn(reported);
        reason.ifPresent(why -> statedReasons.add(
                caseNumber,
                AsEngine.asked(engine.getIdentityService(), () -> root(caseNumber))
                        .orElseThrow()
                        .getId(),
                ReasonOccasion.WITHDRAWAL,
                why.code(),
                why.title()));
        String text = words(event) + " on " + date.format(DAY)
                + (event == CaseEvent.REQUEST_WITHDRAWN ? RequestWithdrawal.inWords(file.request(), reported) : "")
                + reason.map(why -> " (" + why.title() + ")").orElse("")
                + (note == null || note.isBlank() ? "" : ": " + note);
        String entry = text.substring(0, Math.min(text.length(), 4000));
        if (event.isPenaltyWork()) {
            caseRecord.confidentialNote(caseNumber, event.name(), entry);
        } else {
            caseRecord.note(caseNumber, event.name(), entry);
        }
        return switch (event) {
            case RETURNED_TO_COMPLIANCE -> {
                caseRecord.correctViolations(caseNumber, answeredWithTheCase(file), date);
                yield Map.of();
            }
            case CASE_WITHDRAWN, PENALTY_ORDER_WITHDRAWN, PENALTY_FACTS_FOUND -> Map.of("reason", note);
            case REQUEST_WITHDRAWN -> RequestWithdrawal.data(file.request(), reported);
            case APPEAL_FILED -> Map.of("appealFiledOn", date.toString());
            case NEW_VIOLATION_FOUND -> {
                // Each follow-up has answers of its own: several may run at once
                Map<String, Object> followUp = new HashMap<>();
                FOLLOW_UP_ANSWERS.forEach(name -> followUp.put(name, null));
                followUp.put(CaseVariables.FOUND_AFTER_REVIEW.getName(), firstReviewEnded(caseNumber));
                followUp.put(
                        CaseVariables.NEW_VIOLATIONS.getName(),
                        caseRecord.addViolations(caseNumber, reported.violations()).stream()
                                .map(Violation::number)
                                .map(String::valueOf)
                                .collect(Collectors.joining(",")));
                yield followUp;
            }
            case AGREEMENT_REACHED -> Map.of("agreementReached", true);
            case LATE_RESPONSE_RECEIVED, TERMS_OVERTAKEN -> Map.of();
        };
    }

    /** Whether the review of the case's first order or notice has ended; in a program without one it never does. */
    private boolean firstReviewEnded(String caseNumber) {
        return root(caseNumber)
                .map(root -> AsEngine.asked(engine.getIdentityService(), () -> engine.getRuntimeService()
                        .getVariable(root.getId(), CaseVariables.NOTICE_REVIEWED.getName())))
                .filter(Boolean.TRUE::equals)
                .isPresent();
    }

    /** All violations but those that a follow-up of their own is running for. */
    private Set<Integer> answeredWithTheCase(CaseFile file) {
        Set<Integer> numbers = file.violations().stream().map(Violation::number).collect(Collectors.toSet());
        root(file.caseNumber())
                .ifPresent(root -> numbers.removeAll(
                        AsEngine.asked(engine.getIdentityService(), () -> FollowUps.running(engine, root.getId()))));
        return numbers;
    }

    private static String words(CaseEvent event) {
        String words = event.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private String stage(String caseNumber) {
        return progress(caseNumber).stage();
    }

    private boolean mayHearOfPenalties(CaseFile file) {
        return caller.userId().equals(Caller.SYSTEM)
                || caller.maySeePenalties(file.program().office());
    }

    /** What the case's own process waits for, and then the blocks it has called. */
    private List<EventSubscription> subscriptions(String caseNumber) {
        List<EventSubscription> waiting = new ArrayList<>();
        root(caseNumber).ifPresent(root -> addSubscriptions(root, waiting));
        return waiting;
    }

    private void addSubscriptions(ProcessInstance instance, List<EventSubscription> waiting) {
        waiting.addAll(engine.getRuntimeService()
                .createEventSubscriptionQuery()
                .processInstanceId(instance.getId())
                .eventType("message")
                .list());
        called(instance).forEach(block -> addSubscriptions(block, waiting));
    }

    private List<ProcessInstance> called(ProcessInstance instance) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(instance.getId())
                .list();
    }

    /** The ids of the case's running process instances, called ones too. */
    List<String> instances(String caseNumber) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .toList();
    }

    private Optional<ProcessInstance> root(String caseNumber) {
        return Optional.ofNullable(engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .rootProcessInstances()
                .processDefinitionKeyNotIn(FailedSteps.PROCESS, ServiceReminders.PROCESS)
                .singleResult());
    }

    /** Where the case stands; empty lists when its process has ended. */
    @Transactional(readOnly = true)
    public CaseProgress progress(String caseNumber) {
        List<CaseProgress.OpenTask> tasks = tasks(caseNumber);
        Optional<CaseFile> file = caseRecord.find(caseNumber);
        boolean penalties = file.filter(this::mayHearOfPenalties).isPresent();
        boolean withdrawable =
                file.map(CaseFile::request).filter(RequestWithdrawal::isOpen).isPresent();
        return AsEngine.asked(engine.getIdentityService(), () -> {
            Set<String> messages = subscriptions(caseNumber).stream()
                    .map(EventSubscription::getEventName)
                    .collect(Collectors.toSet());
            Set<CaseEvent> events = Arrays.stream(CaseEvent.values())
                    .filter(event -> messages.contains(event.message()))
                    .filter(event -> penalties || !event.isPenaltyWork())
                    .filter(event -> withdrawable || event != CaseEvent.REQUEST_WITHDRAWN)
                    .filter(event -> event != CaseEvent.TERMS_OVERTAKEN || proposals.isOvertaken(caseNumber, engine))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseEvent.class)));
            return new CaseProgress(diagrams(caseNumber), tasks, events);
        });
    }

    private List<CaseProgress.Diagram> diagrams(String caseNumber) {
        List<CaseProgress.Diagram> diagrams = new ArrayList<>();
        root(caseNumber).ifPresent(root -> addDiagrams(root, diagrams));
        return diagrams;
    }

    private void addDiagrams(ProcessInstance instance, List<CaseProgress.Diagram> diagrams) {
        ProcessDefinition definition =
                engine.getRepositoryService().getProcessDefinition(instance.getProcessDefinitionId());
        diagrams.add(new CaseProgress.Diagram(
                definition.getKey(),
                definition.getName(),
                definition.getId(),
                steps(engine.getRuntimeService().getActivityInstance(instance.getId()))));
        called(instance).forEach(block -> addDiagrams(block, diagrams));
    }

    /** Where an instance stands, in its subprocesses too. */
    static List<CaseProgress.Step> steps(ActivityInstance instance) {
        List<CaseProgress.Step> steps = new ArrayList<>();
        for (ActivityInstance child : instance.getChildActivityInstances()) {
            if (child.getChildActivityInstances().length + child.getChildTransitionInstances().length > 0) {
                steps.addAll(steps(child));
            } else {
                steps.add(new CaseProgress.Step(child.getActivityId(), child.getActivityName()));
            }
        }
        for (TransitionInstance transition : instance.getChildTransitionInstances()) {
            steps.add(new CaseProgress.Step(transition.getActivityId(), transition.getActivityName()));
        }
        return List.copyOf(steps);
    }

    private List<CaseProgress.OpenTask> tasks(String caseNumber) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .sorted(Comparator.comparing(Task::getDueDate, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(this::openTask)
                .toList();
    }

    private CaseProgress.OpenTask openTask(Task task) {
        List<String> groups = AsEngine.asked(
                engine.getIdentityService(),
                () -> engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(java.util.Objects::nonNull)
                        .sorted()
                        .toList());
        boolean timer = AsEngine.asked(
                engine.getIdentityService(),
                () -> engine.getManagementService()
                                .createJobQuery()
                                .executionId(task.getExecutionId())
                                .timers()
                                .count()
                        > 0);
        return new CaseProgress.OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                task.getAssignee(),
                groups,
                timer);
    }

    /** The diagram of a process definition as BPMN 2.0 XML. */
    public String diagram(String definitionId) {
        return AsEngine.asked(engine.getIdentityService(), () -> {
            try (InputStream model = engine.getRepositoryService().getProcessModel(definitionId)) {
                return new String(model.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
