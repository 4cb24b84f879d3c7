package org.abate.process;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Hearings;
import org.abate.casefile.Matter;
import org.abate.casefile.WaterSystem.Standing;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** What the stories of hearings and of grants share: how each block starts, and what its tasks are answered with. */
abstract class RequestStories {

    static final String HEARING = "public-hearing";
    static final String GRANT = "grant-in-effect";

    @Autowired
    CaseWalk theCase;

    @Autowired
    BlockWalk blocks;

    @Autowired
    ProcessEngine engine;

    @Autowired
    CaseRecord caseRecord;

    @Autowired
    Hearings hearings;

    RequestWalk request;
    String number;

    @BeforeEach
    void walk() {
        request = new RequestWalk(engine, caseRecord, theCase);
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    CaseWalk hearing(String pwsid) {
        return hearing(pwsid, "A variance for fluoride");
    }

    CaseWalk hearing(String pwsid, String summary) {
        number = blocks.opened(Matter.VARIANCE, pwsid, 800);
        return blocks.start(HEARING, number, "director", "drinking-water-director", "noticeSummary", summary);
    }

    /** Three proposals in one notice, issued today; the first case, which leads it, is the request of a supplier. */
    List<String> noticedTogether(String lead, String second, String third) {
        List<String> cases = new ArrayList<>();
        cases.add(request.start("variance-request", request.form("pwsid", lead)).caseNumber());
        blocks.start(HEARING, cases.get(0), "director", "drinking-water-director", "noticeSummary", "Fluoride")
                .complete("PrepareNotice", "noticeChoice", "OWN");
        for (String joining : List.of(second, third)) {
            hearing(joining, "Radium").complete("PrepareNotice", "noticeChoice", "JOIN", "noticeToJoin", cases.get(0));
            cases.add(number);
        }
        theCase.in(cases.get(0))
                .complete(
                        "SetDayOfIssue", "publicNoticeIssuedOn", theCase.today().toString());
        return cases;
    }

    /** As the request of the case does it: its hearing ends with it. */
    void withdrawn(String lead) {
        RuntimeService runtime = engine.getRuntimeService();
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(lead)
                .processDefinitionKey(HEARING)
                .list()
                .forEach(hearing -> runtime.deleteProcessInstance(hearing.getId(), "withdrawn"));
        theCase.in(lead).withdrawRequest("The well is closed");
    }

    Object[] requested(String who, Object... other) {
        Map<String, Object> answers = new HashMap<>(CaseWalk.variables(
                "hearingEvent", "REQUEST",
                "requesterName", who,
                "requesterKind", "ORGANIZATION",
                "requestReceivedOn", theCase.today().toString(),
                "requesterAddress", "2 Example Street",
                "requesterTelephone", "573-555-0101",
                "requesterInterest", "Customers of the system",
                "requesterInformation", "A survey",
                "requestSigned", true));
        answers.putAll(CaseWalk.variables(other));
        answers.values().removeIf(value -> value == null);
        return RequestWalk.answers(answers);
    }

    void review(String who, Object... answers) {
        engine.getTaskService()
                .complete(
                        theCase.tasks("ReviewHearingRequest").stream()
                                .filter(task ->
                                        who.equals(engine.getTaskService().getVariable(task.getId(), "requestedBy")))
                                .findFirst()
                                .orElseThrow()
                                .getId(),
                        CaseWalk.variables(answers));
        theCase.runJobs();
    }

    static Object[] denied(String ground, String reason) {
        return new Object[] {"hearingRequestGranted", false, "denialGround", ground, "denialReason", reason};
    }

    Object[] given(Object... other) {
        Map<String, Object> answers = new HashMap<>(CaseWalk.variables(
                "hearingNoticeResult", "GIVEN",
                "noticePostedOn", theCase.today().toString(),
                "noticePostedAt", request.inEachArea("RecordHearingNotice", "Rolla"),
                "noticePublishedOn", theCase.today().toString(),
                "noticeNewspaper", request.inEachArea("RecordHearingNotice", "Rolla Daily")));
        answers.putAll(CaseWalk.variables(other));
        return RequestWalk.answers(answers);
    }

    CaseWalk grant(Matter matter, String pwsid, int persons, Object... more) {
        number = blocks.opened(matter, pwsid, persons);
        caseRecord.standing(number, Standing.GRANTED);
        LocalDate last = theCase.today().plusYears(3);
        caseRecord.period(
                number,
                matter == Matter.EXEMPTION ? last.minusDays(100) : null,
                matter == Matter.EXEMPTION ? last : null,
                0);
        return blocks.start(GRANT, number, more);
    }

    /** A variance that goes on after a failure, with another schedule that is noticed today. */
    void newScheduleNoticed(String pwsid) {
        grant(
                Matter.VARIANCE,
                pwsid,
                800,
                "scheduleKind",
                "DATES",
                "milestones",
                steps(theCase.inDays(100) + " Connect"));
        found("FAILURE");
        decide("NEW_SCHEDULE").isAt("RecordFinding").complete("PrescribeSchedule", prescribed(300, 60, "Dig"));
        request.scheduleApproved();
        request.noticed();
    }

    CaseWalk found(String finding) {
        return theCase.complete("RecordFinding", "grantFinding", finding, "findingNote", "As was seen");
    }

    CaseWalk decide(String decision) {
        return theCase.complete(
                "DecideOnTermination", "terminationDecision", decision, "terminationReason", "The time is over");
    }

    static Object[] another() {
        return new Object[] {"newScheduleDecision", "PRESCRIBE", "newScheduleReason", "Another one will do"};
    }

    CaseWalk renew() {
        return renew(3300);
    }

    CaseWalk renew(int persons) {
        return theCase.complete(
                "DecideOnRenewal",
                "personsServed",
                persons,
                "renewalGranted",
                true,
                "needsAssistance",
                true,
                "practicableSteps",
                true,
                "scheduleSteps",
                true,
                "renewalReason",
                "The loan comes next year");
    }

    /** A new schedule of one step, an interim measure, and final compliance in 500 days. */
    Object[] prescribed(int days, int interimDays, String step, Object... more) {
        List<Object> answers = new ArrayList<>(List.of(
                "newSteps",
                theCase.inDays(days) + " " + step,
                "finalComplianceOn",
                theCase.inDays(500),
                "interimMeasures",
                theCase.inDays(interimDays) + " Bottled water"));
        if (caseRecord.get(number).matter() == Matter.EXEMPTION) {
            answers.addAll(List.of("soonAsPracticable", true, "practicableReason", "The plant takes so long"));
        }
        answers.addAll(Arrays.asList(more));
        return answers.toArray();
    }

    static List<String> steps(String... steps) {
        return new ArrayList<>(List.of(steps));
    }

    CaseWalk on(LocalDate day) {
        return theCase.daysLater((int) ChronoUnit.DAYS.between(theCase.today(), day));
    }

    /** As a member of the group; what is done without a login is the engine's own. */
    static void as(String user, String group, Runnable work) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        user, null, AuthorityUtils.createAuthorityList(group)));
        try {
            work.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
