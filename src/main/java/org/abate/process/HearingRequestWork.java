package org.abate.process;

import static org.abate.process.CaseVariables.ADDRESSED_TO;
import static org.abate.process.CaseVariables.DECISION_TEXT;
import static org.abate.process.CaseVariables.DENIAL_TO_SEND;
import static org.abate.process.CaseVariables.HEARING_REQUESTERS;
import static org.abate.process.CaseVariables.HEARING_REQUEST_ID;
import static org.abate.process.CaseVariables.HEARING_TO_HOLD;
import static org.abate.process.CaseVariables.PUBLIC_NOTICE_ISSUED_ON;
import static org.abate.process.CaseVariables.REQUESTS_TO_REVIEW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.casefile.HearingRequest;
import org.abate.casefile.Hearings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Requests for a public hearing, and a hearing on the department's motion (10 CSR 60-6.040(3), (4); interpretation VE6). */
@Component
class HearingRequestWork {

    private final Hearings hearings;
    private final NoticeLead notices;

    HearingRequestWork(Hearings hearings, NoticeLead notices) {
        this.hearings = hearings;
        this.notices = notices;
    }

    /** The last day for requests, and of one under review what it holds. */
    void show(Recording what, DelegateTask task) {
        if (what == Recording.HEARING_REQUEST) {
            task.setVariableLocal("requestsDue", RequestWords.date(lastDay(task)));
        } else if (what == Recording.HEARING_REQUEST_REVIEW) {
            showRequest(task);
        }
    }

    /** The three items that a request has to hold (10 CSR 60-6.040(3)(A) to (C)), as they are on record, and its day. */
    private void showRequest(DelegateTask task) {
        HearingRequest request = toReview(task);
        task.setVariableLocal("requestedBy", request.requester());
        task.setVariableLocal("requestAddress", orMissing(request.address()));
        task.setVariableLocal("requestTelephone", orMissing(request.telephone()));
        task.setVariableLocal("requestInterest", orMissing(request.interest()));
        task.setVariableLocal("requestInformation", orMissing(request.information()));
        task.setVariableLocal("requestSignature", request.signed() ? "signed" : orMissing(null));
        task.setVariableLocal("requestReceived", RequestWords.date(request.receivedOn()));
        task.setVariableLocal("requestsDue", RequestWords.date(lastDay(task)));
    }

    private static String orMissing(String item) {
        return item == null ? "**missing**" : item.strip().replaceAll("\\R+", ", ");
    }

    private HearingRequest toReview(DelegateTask review) {
        return hearings.request(HEARING_REQUEST_ID.from(review).get());
    }

    private static LocalDate lastDay(DelegateTask task) {
        return LocalDate.parse(PUBLIC_NOTICE_ISSUED_ON.from(task).get()).plusDays(HearingWork.DAYS_TO_REQUEST);
    }

    /** @throws Refusal where none is said to be left while one is still to be decided */
    void request(String caseNumber, DelegateTask task, Answers answers) {
        if ("NONE".equals(answers.text("hearingEvent"))) {
            allDecided(caseNumber);
            return;
        }
        if ("MOTION".equals(answers.text("hearingEvent"))) {
            HEARING_TO_HOLD.on(task).set(true);
            onMotion(caseNumber, answers);
            return;
        }
        long id = hearings.requested(
                caseNumber,
                new HearingRequest(
                        answers.text("requesterName"),
                        answers.find("requesterAddress").orElse(null),
                        answers.find("requesterTelephone").orElse(null),
                        answers.find("requesterInterest").orElse(null),
                        answers.find("requesterInformation").orElse(null),
                        Boolean.TRUE.equals(answers.value("requestSigned")),
                        LocalDate.parse(answers.text("requestReceivedOn")),
                        HearingRequest.State.RECEIVED,
                        null,
                        null));
        notices.noteOfEach(
                caseNumber,
                "Hearing requested by " + answers.text("requesterName") + " on " + answers.text("requestReceivedOn"));
        REQUESTS_TO_REVIEW.on(task).set(new ArrayList<>(List.of(id)));
    }

    /** What the chief decides where no request was granted. */
    void motion(String caseNumber, Answers answers) {
        if (Boolean.TRUE.equals(answers.value("hearingOnMotion"))) {
            onMotion(caseNumber, answers);
        }
    }

    private void onMotion(String caseNumber, Answers answers) {
        hearings.onMotion(caseNumber);
        notices.noteOfEach(
                caseNumber, "The department holds a hearing on its own motion. " + answers.text("motionReason"));
    }

    private void allDecided(String caseNumber) {
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

    /** @throws Refusal where the decision does not fit what the request holds and when it came in */
    void review(String caseNumber, DelegateTask task, Answers answers) {
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
        List<String> requesters =
                new ArrayList<>(HEARING_REQUESTERS.from(task).getOptional().orElse(List.of()));
        requesters.add(request.inOneLine());
        HEARING_REQUESTERS.on(task).set(requesters);
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
                        + RequestWords.date(request.receivedOn()) + ": " + why + " (10 CSR 60-6.040(3)).\n" + reason);
    }
}
