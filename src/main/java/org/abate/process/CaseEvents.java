package org.abate.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.abate.casefile.NewViolation;
import org.abate.casefile.ReasonOccasion;
import org.abate.casefile.StatedReasons;
import org.abate.casefile.Violation;
import org.abate.correspondence.ForbiddenPhrases;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells a case's process what has happened outside of it, and the record too. */
@Service
public class CaseEvents {

    private static final int LONGEST_NOTE = 4000;

    private static final List<String> FOLLOW_UP_ANSWERS =
            List.of("newViolationCorrected", "newViolationDecision", "remainingActions", "actionsRequired");

    private final ProcessEngine engine;
    private final CaseInstances instances;
    private final CaseProcesses processes;
    private final CaseRecord caseRecord;
    private final Caller caller;
    private final Clock clock;
    private final ForbiddenPhrases phrases;
    private final ReasonCodes reasonCodes;
    private final StatedReasons statedReasons;
    private final ProposalDates proposals;

    CaseEvents(
            ProcessEngine engine,
            CaseInstances instances,
            CaseProcesses processes,
            CaseRecord caseRecord,
            Caller caller,
            Clock clock,
            ForbiddenPhrases phrases,
            ReasonCodes reasonCodes,
            StatedReasons statedReasons,
            ProposalDates proposals) {
        this.engine = engine;
        this.instances = instances;
        this.processes = processes;
        this.caseRecord = caseRecord;
        this.caller = caller;
        this.clock = clock;
        this.phrases = phrases;
        this.reasonCodes = reasonCodes;
        this.statedReasons = statedReasons;
        this.proposals = proposals;
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
        CaseFile file = caseRecord.get(caseNumber);
        refuseOthers(file, reported.event());
        refuseNotNow(file, reported.event());
        refuse(file, reported);
        EventSubscription waiting = waiting(file, reported);
        tell(waiting, reported.event(), record(file, reported));
    }

    private void refuseOthers(CaseFile file, CaseEvent event) {
        String office = file.program().office();
        if (caller.isSignedIn() && !caller.worksIn(office)) {
            throw new AccessDeniedException("Case " + file.caseNumber() + " is not a case of your office");
        }
        if (event.isPenaltyWork() && caller.isSignedIn() && !caller.maySeePenalties(office)) {
            throw new AccessDeniedException("Penalty work is confidential; your account does not see it");
        }
    }

    private void refuseNotNow(CaseFile file, CaseEvent event) {
        if (file.closed()) {
            throw new EventRefused("Case " + file.caseNumber() + " is closed: "
                    + file.status().title().toLowerCase(Locale.ROOT));
        }
        if (event == CaseEvent.REQUEST_WITHDRAWN
                && file.request() != null
                && !RequestWithdrawal.isOpen(file.request())) {
            throw new EventRefused(RequestWithdrawal.notOf(file.request()));
        }
        if (event == CaseEvent.TERMS_OVERTAKEN && !overtaken(file.caseNumber())) {
            throw new EventRefused(
                    "Case " + file.caseNumber() + " does not take it now: the terms of its proposal are written again"
                            + " only where a step would be due before it can take effect, before its public notice is out"
                            + " or after a timely request was denied (10 CSR 60-6.040(6))");
        }
    }

    private boolean overtaken(String caseNumber) {
        return AsEngine.asked(engine.getIdentityService(), () -> proposals.isOvertaken(caseNumber, engine));
    }

    /** What takes the event: of several orders of one case that wait for the same, the one that has waited longest. */
    private EventSubscription waiting(CaseFile file, ReportedEvent reported) {
        CaseEvent event = reported.event();
        List<EventSubscription> all = waitingFor(file.caseNumber(), event);
        if (all.isEmpty()) {
            String stage = processes.progress(file.caseNumber()).stage();
            throw new EventRefused("Case " + file.caseNumber() + " does not take \"" + words(event)
                    + "\" now: it is " + file.status().name().toLowerCase().replace('_', ' ')
                    + (stage.isEmpty() ? "" : ", at " + stage));
        }
        if (event != CaseEvent.APPEAL_FILED) {
            return all.get(0);
        }
        EventSubscription appealed = appealable(file, all).appealed(reported.appealedViolation());
        refuseBeforeTheOrder(appealed, reported.date());
        return appealed;
    }

    private void tell(EventSubscription waiting, CaseEvent event, Map<String, Object> data) {
        AsEngine.asked(engine.getIdentityService(), () -> {
            if (event == CaseEvent.NEW_VIOLATION_FOUND) {
                engine.getRuntimeService()
                        .createMessageCorrelation(event.message())
                        .processInstanceId(waiting.getProcessInstanceId())
                        .setVariablesToTriggeredScope(data)
                        .correlate();
            } else {
                engine.getRuntimeService().messageEventReceived(event.message(), waiting.getExecutionId(), data);
            }
            return null;
        });
    }

    private List<EventSubscription> waitingFor(String caseNumber, CaseEvent event) {
        return AsEngine.asked(engine.getIdentityService(), () -> instances.waiting(caseNumber).stream()
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

    private void refuse(CaseFile file, ReportedEvent reported) {
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
        if (note != null && note.length() > LONGEST_NOTE) {
            faults.add(new Fault("note", "is longer than " + LONGEST_NOTE + " characters"));
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
        if (reported.appealedViolation() != null && event != CaseEvent.APPEAL_FILED) {
            throw new CaseRefused(AppealableNotices.FIELD, "belongs to APPEAL_FILED only");
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
                AsEngine.asked(engine.getIdentityService(), () -> instances.root(caseNumber))
                        .orElseThrow()
                        .getId(),
                ReasonOccasion.WITHDRAWAL,
                why.code(),
                why.title()));
        String text = words(event) + " on " + DeadlineCalendar.date(date)
                + (event == CaseEvent.REQUEST_WITHDRAWN ? RequestWithdrawal.inWords(file.request(), reported) : "")
                + reason.map(why -> " (" + why.title() + ")").orElse("")
                + (note == null || note.isBlank() ? "" : ": " + note);
        String entry = text.substring(0, Math.min(text.length(), LONGEST_NOTE));
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
        return instances
                .root(caseNumber)
                .map(root -> AsEngine.asked(engine.getIdentityService(), () -> engine.getRuntimeService()
                        .getVariable(root.getId(), CaseVariables.NOTICE_REVIEWED.getName())))
                .filter(Boolean.TRUE::equals)
                .isPresent();
    }

    /** All violations but those that a follow-up of their own is running for. */
    private Set<Integer> answeredWithTheCase(CaseFile file) {
        Set<Integer> numbers = file.violations().stream().map(Violation::number).collect(Collectors.toSet());
        instances
                .root(file.caseNumber())
                .ifPresent(root -> numbers.removeAll(
                        AsEngine.asked(engine.getIdentityService(), () -> FollowUps.running(engine, root.getId()))));
        return numbers;
    }

    private static String words(CaseEvent event) {
        String words = event.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
