package org.abate.process;

import static org.abate.process.CaseVariables.CIRCULATED_IN_TIME;
import static org.abate.process.CaseVariables.HEARING_NOTICE_WRITTEN_ON;
import static org.abate.process.CaseVariables.HEARING_ON;
import static org.abate.process.CaseVariables.HEARING_REQUESTERS;
import static org.abate.process.CaseVariables.HEARING_TO_HOLD;
import static org.abate.process.CaseVariables.MOTION_TO_DECIDE;
import static org.abate.process.CaseVariables.PUBLIC_NOTICE_ISSUED_ON;
import static org.abate.process.CaseVariables.PUBLIC_NOTICE_WRITTEN_ON;
import static org.abate.process.CaseVariables.REQUESTS_TO_REVIEW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.HearingRequest;
import org.abate.casefile.Hearings;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * What cases that share a public notice and its hearing are told by the case that leads it, and who leads it on where that
 * one drops out (10 CSR 60-6.040(1), interpretation VE8).
 */
@Component
class NoticeLead {

    private static final String CONCLUDED = "HearingConcluded";
    private static final String GIVEN_UP = "NoticeGivenUp";
    private static final String TAKEN_OVER = "NoticeTakenOver";

    /** What is sent to the cases that have joined: how the hearing ended, that there is none, that they lead it on. */
    static final List<String> MESSAGES = List.of(CONCLUDED, GIVEN_UP, TAKEN_OVER);

    /** Of a task that waits: the case whose notice and hearing it waits for. */
    static final String LEAD_CASE = "leadCase";

    private final CaseRecord caseRecord;
    private final Hearings hearings;

    NoticeLead(CaseRecord caseRecord, Hearings hearings) {
        this.caseRecord = caseRecord;
        this.hearings = hearings;
    }

    /** The hearing has ended, or none is held. */
    void conclude(String caseNumber, Map<String, Object> outcome, ProcessEngineServices engine) {
        hearings.joined(caseNumber).forEach(joined -> tell(joined.caseNumber(), CONCLUDED, outcome, engine));
        hearings.end(caseNumber, true);
    }

    /**
     * What the case proposes is not decided any more. Of an issued notice that covers others too one of them leads it on;
     * else its notice is given up. A case that has joined another leaves it.
     *
     * @param why as the timelines say it, a sentence without its end
     */
    void dropOut(String caseNumber, String why, ProcessEngineServices engine) {
        if (!hearings.noticed(caseNumber)) {
            return;
        }
        hearings.handOver(caseNumber)
                .ifPresentOrElse(
                        notice -> leadOn(caseNumber, notice, why, engine), () -> giveUp(caseNumber, why, engine));
    }

    private void giveUp(String caseNumber, String why, ProcessEngineServices engine) {
        for (Hearings.Matter joined : hearings.joined(caseNumber)) {
            note(
                    joined.caseNumber(),
                    "The notice of case " + caseNumber + " is given up, " + why
                            + ": this proposal needs a notice of its own");
            tell(joined.caseNumber(), GIVEN_UP, Map.of(), engine);
        }
        note(caseNumber, "What was noticed is given up: " + why);
        hearings.end(caseNumber, false);
        hearings.leave(caseNumber);
    }

    private void leadOn(String caseNumber, Hearings.Taken notice, String why, ProcessEngineServices engine) {
        String next = notice.leadCase();
        note(caseNumber, "The notice goes on without this case, led by case " + next + ": " + why);
        note(
                next,
                "Takes the lead of the notice and hearing from case " + caseNumber + ", " + why
                        + ". What is carried over: " + carried(notice) + " (10 CSR 60-6.040(1))");
        for (Hearings.Matter other : hearings.joined(next)) {
            note(
                    other.caseNumber(),
                    "Case " + next + " leads the notice on in place of case " + caseNumber + ", " + why);
            showLead(other.caseNumber(), next, engine.getTaskService());
        }
        tell(next, TAKEN_OVER, variables(notice), engine);
    }

    private static String carried(Hearings.Taken notice) {
        List<String> carried = new ArrayList<>();
        carried.add("the notice issued with the day " + RequestWords.date(notice.issuedOn()));
        if (notice.circulated()) {
            carried.add("its circulation");
        }
        int requests = notice.granted().size() + notice.toDecide().size();
        if (requests > 0) {
            carried.add(
                    "the requests for a hearing, granted " + notice.granted().size() + ", to be decided "
                            + notice.toDecide().size());
        }
        if (notice.motion()) {
            carried.add("a hearing on the department's own motion, to be decided by the section chief");
        }
        notice.hearingOn().ifPresent(day -> carried.add("the hearing arranged for " + RequestWords.date(day)));
        return String.join("; ", carried);
    }

    private Map<String, Object> variables(Hearings.Taken notice) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(PUBLIC_NOTICE_ISSUED_ON.getName(), notice.issuedOn().toString());
        variables.put(PUBLIC_NOTICE_WRITTEN_ON.getName(), notice.writtenOn().toString());
        variables.put(CIRCULATED_IN_TIME.getName(), notice.circulated());
        variables.put(HEARING_TO_HOLD.getName(), notice.toHold());
        variables.put(MOTION_TO_DECIDE.getName(), notice.motion());
        variables.put(HEARING_REQUESTERS.getName(), new ArrayList<>(requesters(notice.leadCase())));
        variables.put(REQUESTS_TO_REVIEW.getName(), new ArrayList<>(notice.toDecide()));
        variables.put(
                HEARING_ON.getName(),
                notice.hearingOn().map(LocalDate::toString).orElse(null));
        variables.put(
                HEARING_NOTICE_WRITTEN_ON.getName(),
                notice.hearingWrittenOn().map(LocalDate::toString).orElse(null));
        return variables;
    }

    /**
     * By name everybody on record who requested a hearing upon the notice and named an address (10 CSR 60-6.040(4)): what is
     * posted and published says no more of them.
     */
    List<String> requesters(String leadCase) {
        return sentTo(leadCase).map(HearingRequest::requester).distinct().toList();
    }

    /** The same with their addresses, for those who send the notice. */
    List<String> requestersToWriteTo(String leadCase) {
        return sentTo(leadCase).map(HearingRequest::inOneLine).distinct().toList();
    }

    private Stream<HearingRequest> sentTo(String leadCase) {
        return hearings.requestsUpon(leadCase).stream().filter(request -> request.address() != null);
    }

    /** Who waits on sees for whom. */
    private static void showLead(String caseNumber, String lead, TaskService tasks) {
        tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).active().list().stream()
                .map(DelegateTask.class::cast)
                .filter(task -> task.hasVariableLocal(LEAD_CASE))
                .forEach(task -> task.setVariableLocal(LEAD_CASE, lead));
    }

    /** Each case whose proposal the notice covers keeps the record of its notice and hearing. */
    void noteOfEach(String leadCase, String text) {
        hearings.covered(leadCase).forEach(each -> note(each, text));
    }

    /** Into the timeline of one of them. */
    void note(String caseNumber, String text) {
        caseRecord.note(caseNumber, "PUBLIC_HEARING", text);
    }

    /** One that was withdrawn meanwhile waits no more. */
    private static void tell(
            String caseNumber, String message, Map<String, Object> variables, ProcessEngineServices engine) {
        engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(caseNumber)
                .setVariables(variables)
                .correlateAll();
    }
}
