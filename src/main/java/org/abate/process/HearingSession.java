package org.abate.process;

import static org.abate.process.CaseVariables.HEARING_NOTICE_WRITTEN_ON;
import static org.abate.process.CaseVariables.HEARING_OFFICER_ID;
import static org.abate.process.CaseVariables.HEARING_ON;
import static org.abate.process.CaseVariables.HEARING_REQUESTERS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.abate.access.Caller;
import org.abate.access.Group;
import org.abate.casefile.Fault;
import org.abate.casefile.Hearings;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** The hearing itself: who conducts it, when and where, its notice, and that it was held (10 CSR 60-6.040(1), (4), (5)). */
@Component
class HearingSession {

    static final int DAYS_BEFORE_HEARING = 15;

    private final HearingWork work;
    private final Hearings hearings;
    private final NoticeLead notices;
    private final Caller caller;
    private final Clock clock;

    HearingSession(HearingWork work, Hearings hearings, NoticeLead notices, Caller caller, Clock clock) {
        this.work = work;
        this.hearings = hearings;
        this.notices = notices;
        this.caller = caller;
        this.clock = clock;
    }

    /** Offers the hearing officers to the director. */
    void show(Recording what, DelegateTask task) {
        if (what != Recording.HEARING_OFFICER) {
            return;
        }
        task.setVariableLocal(
                "hearingArranged",
                HEARING_ON
                        .from(task)
                        .getOptional()
                        .map(day -> "The case that led the notice before has arranged the hearing for **"
                                + RequestWords.date(LocalDate.parse(day))
                                + "**, and its notice is written: designate whom that names, or another.")
                        .orElse(""));
        CaseManagers.offer(task, "hearingOfficers", Group.HEARING_OFFICER.id());
    }

    /** Of a hearing that is moved, this may be another than before. */
    void designated(String caseNumber, DelegateTask task, Answers answers) {
        boolean director = "DIRECTOR".equals(answers.text("conductedBy"));
        if (director) {
            HEARING_OFFICER_ID.on(task).set(null);
        }
        notices.noteOfEach(
                caseNumber,
                "The hearing is conducted by " + answers.text("hearingOfficer")
                        + (director ? "" : ", designated by the director"));
    }

    /** Everybody on record who requested a hearing and named an address, as the hearing was arranged. */
    static List<String> requesters(VariableScope task) {
        return HEARING_REQUESTERS.from(task).getOptional().orElse(List.of());
    }

    static LocalDate arrangedFor(VariableScope task) {
        return LocalDate.parse(HEARING_ON.from(task).get());
    }

    /** @throws Refusal where the notice could not be given fifteen days before, or a system has no place in its area */
    void arrange(String caseNumber, DelegateTask task, Answers answers) {
        LocalDate hearing = LocalDate.parse(answers.text("hearingOn"));
        refuse(check(caseNumber).arranged(task.getVariables()));
        hearings.arranged(caseNumber, hearing);
        task.setVariable("hearingPurpose", RequestWords.sentence(answers.text("hearingPurpose")));
        HEARING_NOTICE_WRITTEN_ON.on(task).set(LocalDate.now(clock).toString());
        HEARING_REQUESTERS.on(task).set(new ArrayList<>(notices.requesters(caseNumber)));
        notices.noteOfEach(
                caseNumber,
                "Hearing on " + hearing + ", " + answers.text("hearingTime") + ", "
                        + HearingWork.oneLine(answers.text("hearingPlaces")));
    }

    /** @throws Refusal where notice was not given in each area, to everybody who asked, fifteen days before the hearing */
    void noticeGiven(String caseNumber, DelegateTask task, Answers answers) {
        if ("MOVE".equals(answers.text("hearingNoticeResult"))) {
            moved(caseNumber, task);
            notices.noteOfEach(caseNumber, "The hearing is moved: notice was not given in time");
            return;
        }
        refuse(check(caseNumber)
                .noticeGiven(
                        task.getVariables(),
                        arrangedFor(task),
                        !requesters(task).isEmpty()));
        notices.noteOfEach(
                caseNumber,
                "Hearing notice posted on " + answers.text("noticePostedOn") + " ("
                        + HearingWork.oneLine(answers.text("noticePostedAt")) + "), published on "
                        + answers.text("noticePublishedOn") + " ("
                        + HearingWork.oneLine(answers.text("noticeNewspaper")) + ")"
                        + answers.find("noticeMailedOn")
                                .map(day -> ", mailed on " + day)
                                .orElse("")
                        + answers.find("noticeSentToRequestersOn")
                                .map(day -> ", sent to those who requested a hearing on " + day)
                                .orElse(""));
    }

    /** It has no day any more: the director designates who conducts it, and it is arranged anew. */
    private void moved(String caseNumber, DelegateTask task) {
        hearings.moved(caseNumber);
        HEARING_ON.on(task).set(null);
    }

    private HearingCheck check(String caseNumber) {
        return new HearingCheck(work.areas(caseNumber), LocalDate.now(clock));
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
    }

    /** @throws Refusal where somebody else than the one who was designated says that it was held */
    void held(String caseNumber, DelegateTask task, Answers answers) {
        if (!Boolean.TRUE.equals(answers.value("hearingHeld"))) {
            moved(caseNumber, task);
            notices.noteOfEach(caseNumber, "The hearing was not held. " + answers.text("hearingRecord"));
            return;
        }
        LocalDate ended = LocalDate.parse(answers.text("hearingEndedOn"));
        LocalDate hearing = arrangedFor(task);
        if (ended.isBefore(hearing)) {
            throw new Refusal(
                    "hearingEndedOn", "must not be before the day of the hearing, " + RequestWords.date(hearing));
        }
        if (!conductedIt(task)) {
            throw new Refusal(
                    "hearingHeld",
                    "the hearing is conducted by " + task.getVariable("hearingOfficer")
                            + ", who records it; say that it was not held, and the director can designate another (10 CSR"
                            + " 60-6.040(5))");
        }
        notices.noteOfEach(
                caseNumber,
                "Hearing held by " + task.getVariable("hearingOfficer") + ", ended on " + ended + ". "
                        + answers.text("hearingRecord"));
    }

    /** The one who was designated, or of the director's group where nobody was. */
    private boolean conductedIt(DelegateTask task) {
        if (!caller.isSignedIn() || caller.isAdministrator()) {
            return true;
        }
        Set<String> groups = caller.groups();
        return HEARING_OFFICER_ID
                .from(task)
                .getOptional()
                .map(designated -> designated.equals(caller.userId()))
                .orElseGet(() -> groups.contains(String.valueOf(task.getVariable("director"))));
    }
}
