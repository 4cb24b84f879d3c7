package org.abate.process;

import static org.abate.process.CaseVariables.ADDRESSED_TO;
import static org.abate.process.CaseVariables.DECISION_TEXT;
import static org.abate.process.CaseVariables.DENIAL_TO_SEND;
import static org.abate.process.CaseVariables.HEARING_REQUEST_ID;
import static org.abate.process.CaseVariables.HEARING_TO_HOLD;
import static org.abate.process.CaseVariables.PUBLIC_NOTICE_ISSUED_ON;
import static org.abate.process.CaseVariables.REQUESTS_TO_REVIEW;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.casefile.HearingRequest;
import org.abate.casefile.Hearings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Requests for a public hearing, and a hearing on the department's motion (10 CSR 60-6.040(3), (4); interpretation VE6). */
@Component
class HearingRequestWork {

    private final Hearings hearings;
    private final NoticeLead notices;
    private final ProposalDates proposals;
    private final OwnWork ownWork;
    private final Clock clock;

    HearingRequestWork(Hearings hearings, NoticeLead notices, ProposalDates proposals, OwnWork ownWork, Clock clock) {
        this.hearings = hearings;
        this.notices = notices;
        this.proposals = proposals;
        this.ownWork = ownWork;
        this.clock = clock;
    }

    /** The last day for requests, of one under review what it holds, and of a motion what it is about. */
    void show(Recording what, DelegateTask task) {
        switch (what) {
            case HEARING_REQUEST -> task.setVariableLocal("requestsDue", RequestWords.date(lastDay(task)));
            case HEARING_REQUEST_REVIEW -> showRequest(task);
            case HEARING_MOTION -> {
                task.setVariableLocal(
                        "motionPut",
                        hearings.motion(DiagramListener.caseNumber(task))
                                .map(Hearings.Motion::reason)
                                .orElse(""));
                task.setVariableLocal("requestsDue", RequestWords.date(lastDay(task)));
                task.setVariableLocal("proposal", HearingWork.paragraphs(HearingWork.summary(task)));
            }
            case HEARING_ON_MOTION -> {
                task.setVariableLocal("proposal", HearingWork.paragraphs(HearingWork.summary(task)));
                String last = RequestWords.date(lastDay(task));
                String lead = DiagramListener.caseNumber(task);
                task.setVariableLocal(
                        "effectiveUnheard",
                        proposals.timelyDenied(lead)
                                ? "with the decision, not before " + last + ", because a timely request was denied"
                                : "on " + last);
                task.setVariableLocal(
                        "stepsAtRisk",
                        proposals.beforeEffect(lead, lastDayToDecide(task), task.getProcessEngineServices()).stream()
                                .map(step -> "- " + step)
                                .collect(Collectors.joining("\n")));
            }
            default -> {
                // shows nothing of it
            }
        }
    }

    /** The diagram says how long the chief has to decide whether a hearing is held. */
    private LocalDate lastDayToDecide(DelegateTask task) {
        return Optional.ofNullable(task.getDueDate())
                .map(due -> due.toInstant().atZone(EngineClock.DEPARTMENT_ZONE).toLocalDate())
                .orElseGet(() -> LocalDate.now(clock));
    }

    /** The three items that a request has to hold (10 CSR 60-6.040(3)(A) to (C)), as they are on record, and its day. */
    private void showRequest(DelegateTask task) {
        HearingRequest request = toReview(task);
        task.setVariableLocal("requestedBy", request.requester());
        task.setVariableLocal("requestAddress", orMissing(request.address()));
        task.setVariableLocal("requestTelephone", orMissing(request.telephone()));
        task.setVariableLocal("requestInterest", orMissing(request.interest()));
        task.setVariableLocal("requestInformation", orMissing(request.information()));
        task.setVariableLocal(
                "requesterKindShown", request.individual() ? "an individual" : "an organization or other entity");
        task.setVariableLocal("requestSignature", signature(request));
        task.setVariableLocal("requestReceived", RequestWords.date(request.receivedOn()));
        task.setVariableLocal("requestsDue", RequestWords.date(lastDay(task)));
    }

    private static String signature(HearingRequest request) {
        if (request.individual()) {
            return "not needed, an individual requests";
        }
        return request.signed() ? "signed" : orMissing(null);
    }

    private static String orMissing(String item) {
        return item == null ? "**missing**" : item.strip().replaceAll("\\R+", ", ");
    }

    private HearingRequest toReview(DelegateTask review) {
        return hearings.request(HEARING_REQUEST_ID.from(review).get());
    }

    private static LocalDate lastDay(VariableScope scope) {
        return LocalDate.parse(PUBLIC_NOTICE_ISSUED_ON.from(scope).get()).plusDays(HearingWork.DAYS_TO_REQUEST);
    }

    /** @throws Refusal where none is said to be left while one, or a motion of the department, is still to be decided */
    void request(String caseNumber, DelegateTask task, Answers answers) {
        if ("NONE".equals(answers.text("hearingEvent"))) {
            allDecided(caseNumber);
            return;
        }
        if ("MOTION".equals(answers.text("hearingEvent"))) {
            putMotion(caseNumber, answers);
            return;
        }
        // taken: the task for the next request opens without what this one says
        HearingRequest request = new HearingRequest(
                answers.take("requesterName").orElseThrow(),
                answers.take("requesterKind").filter("INDIVIDUAL"::equals).isPresent(),
                answers.take("requesterAddress").orElse(null),
                answers.take("requesterTelephone").orElse(null),
                answers.take("requesterInterest").orElse(null),
                answers.take("requesterInformation").orElse(null),
                answers.take("requestSigned").filter("true"::equals).isPresent(),
                answers.take("requestReceivedOn").map(LocalDate::parse).orElseThrow(),
                HearingRequest.State.RECEIVED,
                null,
                null);
        long id = hearings.requested(caseNumber, request);
        notices.noteOfEach(caseNumber, "Hearing requested by " + request.requester() + " on " + request.receivedOn());
        REQUESTS_TO_REVIEW.on(task).set(new ArrayList<>(List.of(id)));
    }

    private void putMotion(String caseNumber, Answers answers) {
        if (hearings.motion(caseNumber).isPresent()) {
            throw new Refusal("hearingEvent", "a hearing on the department's own motion waits for the chief already");
        }
        hearings.putMotion(caseNumber, answers.text("motionReason"));
        notices.noteOfEach(
                caseNumber,
                "A hearing on the department's own motion is put to the section chief. "
                        + answers.text("motionReason"));
    }

    /**
     * Whether the department holds a hearing on its own motion is decided by the section chief (VE4).
     *
     * @throws Refusal where the one who put it decides
     */
    void motion(String caseNumber, DelegateTask task, Answers answers) {
        hearings.motion(caseNumber)
                .ifPresent(put -> ownWork.refuse(put.putBy(), "motionDecision", "put the motion for a hearing"));
        hearings.motionDecided(caseNumber);
        String reason = answers.text("motionDecisionReason");
        if ("HOLD".equals(answers.text("motionDecision"))) {
            HEARING_TO_HOLD.on(task).set(true);
            hold(caseNumber, reason);
        } else {
            notices.noteOfEach(caseNumber, "No hearing on motion for now. " + reason);
        }
    }

    /**
     * The last time that it is asked: after the thirty days, where nobody's request was granted.
     *
     * @throws Refusal where without a hearing a proposal would order what is past, for a timely request was denied
     */
    void onMotion(String caseNumber, DelegateTask task, Answers answers) {
        if (Boolean.TRUE.equals(answers.value("hearingOnMotion"))) {
            hold(caseNumber, answers.text("motionReason"));
        } else {
            List<String> past =
                    proposals.beforeEffect(caseNumber, LocalDate.now(clock), task.getProcessEngineServices());
            if (!past.isEmpty()) {
                throw new Refusal("hearingOnMotion", ProposalDates.effectiveAfter(past));
            }
            notices.noteOfEach(caseNumber, "No hearing is held on the department's own motion");
        }
    }

    private void hold(String caseNumber, String reason) {
        hearings.onMotion(caseNumber);
        notices.noteOfEach(caseNumber, "The department holds a hearing on its own motion. " + reason);
    }

    private void allDecided(String caseNumber) {
        if (hearings.motion(caseNumber).isPresent()) {
            throw new Refusal(
                    "hearingEvent",
                    "to be decided first is the hearing on the department's own motion, in the task Decide on motion for"
                            + " hearing");
        }
        List<Long> open = hearings.toDecide(caseNumber);
        if (!open.isEmpty()) {
            throw new Refusal(
                    "hearingEvent",
                    "to be decided first is the request of "
                            + open.stream()
                                    .map(id -> hearings.request(id).requester())
                                    .collect(Collectors.joining(" and that of "))
                            + ", in the task Review request for hearing");
        }
        notices.noteOfEach(caseNumber, "Every request for a hearing is recorded and decided");
    }

    /** @throws Refusal where the decision does not fit what the request holds and when it came in, or who recorded it decides */
    void review(String caseNumber, DelegateTask task, Answers answers) {
        ownWork.refuse(
                hearings.recordedBy(HEARING_REQUEST_ID.from(task).get()),
                "hearingRequestGranted",
                "recorded the request");
        HearingRequest request = toReview(task);
        String lacks = request.lacking();
        LocalDate last = lastDay(task);
        boolean late = request.receivedOn().isAfter(last);
        if (Boolean.TRUE.equals(answers.value("hearingRequestGranted"))) {
            if (!lacks.isEmpty() || late) {
                throw new Refusal(
                        "hearingRequestGranted",
                        Stream.of(
                                        lacks.isEmpty() ? "" : "the request lacks " + lacks,
                                        late ? "it had to come in by " + RequestWords.date(last) : "")
                                .filter(fault -> !fault.isEmpty())
                                .collect(Collectors.joining("; ", "", " (10 CSR 60-6.040(3))")));
            }
            DENIAL_TO_SEND.on(task.getExecution()).setLocal(false);
            grant(caseNumber, task, request);
            return;
        }
        HearingRequest.Ground ground = HearingRequest.Ground.valueOf(answers.text("denialGround"));
        if (ground == HearingRequest.Ground.INCOMPLETE && lacks.isEmpty()
                || ground == HearingRequest.Ground.LATE && !late) {
            throw new Refusal(
                    "denialGround",
                    ground == HearingRequest.Ground.LATE
                            ? "it came in time, by " + RequestWords.date(last)
                            : "the request lacks no item");
        }
        deny(caseNumber, task, request, ground, answers.text("denialReason"));
    }

    private void grant(String caseNumber, DelegateTask task, HearingRequest request) {
        hearings.decided(HEARING_REQUEST_ID.from(task).get(), HearingRequest.State.GRANTED, null, null);
        HEARING_TO_HOLD.on(task).set(true);
        notices.noteOfEach(caseNumber, "Request for a hearing granted: " + request.requester());
    }

    private void deny(
            String caseNumber, DelegateTask task, HearingRequest request, HearingRequest.Ground ground, String reason) {
        hearings.decided(HEARING_REQUEST_ID.from(task).get(), HearingRequest.State.DENIED, ground, reason);
        String why = request.because(ground)
                + (ground == HearingRequest.Ground.LATE ? ", by " + RequestWords.date(lastDay(task)) : "");
        notices.noteOfEach(
                caseNumber, "Request for a hearing of " + request.requester() + " denied: " + why + ". " + reason);
        // others may be under review meanwhile: what the letter says stays on the way of this one
        DelegateExecution own = task.getExecution();
        DENIAL_TO_SEND.on(own).setLocal(request.address() != null);
        if (request.address() == null) {
            notices.noteOfEach(
                    caseNumber,
                    "The denial to " + request.requester() + " cannot be sent: the request names no address");
            return;
        }
        ADDRESSED_TO.on(own).setLocal(request.requester() + "\n" + request.address());
        DECISION_TEXT
                .on(own)
                .setLocal("The department denies the request for a public hearing that it received on "
                        + RequestWords.date(request.receivedOn()) + ": " + why + " (10 CSR 60-6.040(3)).\n"
                        + RequestWords.sentence(reason));
    }
}
