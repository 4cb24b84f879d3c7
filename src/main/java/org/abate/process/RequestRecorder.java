package org.abate.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What the tasks of requests, grants and hearings put into the record (10 CSR 60-6.010 to 60-6.060). */
@Component
class RequestRecorder {

    private final RequestWork requests;
    private final TermsWork terms;
    private final GrantWork grants;
    private final NewScheduleWork schedules;
    private final HearingWork hearings;
    private final HearingRequestWork hearingRequests;
    private final HearingSession session;
    private final WaiverWork waivers;

    RequestRecorder(
            RequestWork requests,
            TermsWork terms,
            GrantWork grants,
            NewScheduleWork schedules,
            HearingWork hearings,
            HearingRequestWork hearingRequests,
            HearingSession session,
            WaiverWork waivers) {
        this.requests = requests;
        this.terms = terms;
        this.grants = grants;
        this.schedules = schedules;
        this.hearings = hearings;
        this.hearingRequests = hearingRequests;
        this.session = session;
        this.waivers = waivers;
    }

    void record(Recording what, String caseNumber, DelegateTask task, Answers answers) {
        switch (what) {
            case COMPLETENESS -> requests.completeness(caseNumber, task, answers);
            case ITEMS_RECEIVED -> requests.received(caseNumber, answers);
            case INCOMPLETE_REQUEST -> requests.incomplete(caseNumber, task, answers);
            case CONSIDERATION -> requests.consideration(task, answers);
            case REQUEST_DECISION -> requests.decision(caseNumber, task, answers);
            case PROPOSAL -> requests.proposal(caseNumber, task, answers);
            case TERMS -> terms.decision(caseNumber, task, answers);
            case FINDING -> grants.finding(caseNumber, task, answers);
            case SYSTEM_COMPLIANCE -> grants.compliance(caseNumber, task, answers);
            case END_OF_PERIOD -> grants.endOfPeriod(caseNumber, task, answers);
            case TERMINATION -> grants.termination(caseNumber, task, answers);
            case RENEWAL -> grants.renewal(caseNumber, task, answers);
            case NEW_SCHEDULE -> schedules.proposed(caseNumber, task, answers);
            case NO_NEW_SCHEDULE -> grants.noNewSchedule(caseNumber, task, answers);
            case PUBLIC_NOTICE -> hearings.prepare(caseNumber, task, answers);
            case NOTICE_ISSUED -> hearings.issue(caseNumber, task, answers);
            case NOTICE_CIRCULATED -> hearings.circulation(caseNumber, task, answers);
            case HEARING_REQUEST -> hearingRequests.request(caseNumber, task, answers);
            case HEARING_REQUEST_REVIEW -> hearingRequests.review(caseNumber, task, answers);
            case HEARING_MOTION -> hearingRequests.motion(caseNumber, task, answers);
            case HEARING_ON_MOTION -> hearingRequests.onMotion(caseNumber, task, answers);
            case HEARING_OFFICER -> session.designated(caseNumber, task, answers);
            case HEARING_ARRANGED -> session.arrange(caseNumber, task, answers);
            case HEARING_NOTICE_GIVEN -> session.noticeGiven(caseNumber, task, answers);
            case HEARING_HELD -> session.held(caseNumber, task, answers);
            case HEARING_DECIDED -> hearings.decision(caseNumber, task, answers);
            case HEARING_LEFT -> hearings.left(caseNumber, answers);
            case REPEATED_REQUEST -> waivers.repeated(task, answers);
            case WAIVER_EVALUATION -> waivers.evaluation(caseNumber, task, answers);
            case WAIVER -> waivers.waiver(caseNumber, task, answers);
            default -> throw new IllegalStateException(what + " is recorded elsewhere");
        }
    }

    /** As a task opens: what its form shows of the record. */
    void show(Recording what, DelegateTask task) {
        terms.show(what, task);
        hearings.show(what, task);
        hearingRequests.show(what, task);
        session.show(what, task);
        grants.show(what, task);
        schedules.show(what, task);
        waivers.show(what, task);
    }
}
