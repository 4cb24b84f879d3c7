package org.abate.process;

import static org.abate.process.CaseVariables.ADDRESSED_TO;
import static org.abate.process.CaseVariables.CIRCULATED_IN_TIME;
import static org.abate.process.CaseVariables.DECISION_TEXT;
import static org.abate.process.CaseVariables.HEARING_REQUESTERS;
import static org.abate.process.CaseVariables.HEARING_TO_HOLD;
import static org.abate.process.CaseVariables.PUBLIC_NOTICE_ISSUED_ON;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Fault;
import org.abate.casefile.Hearings;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/**
 * Public notice, requests for a hearing, and the hearing (10 CSR 60-6.040; interpretations D9 and VE5 to VE9).
 */
@Component
class HearingWork {

    static final int DAYS_TO_REQUEST = 30;
    private static final int DAYS_BEFORE_HEARING = 15;

    private final CaseRecord caseRecord;
    private final Hearings hearings;
    private final Clock clock;

    HearingWork(CaseRecord caseRecord, Hearings hearings, Clock clock) {
        this.caseRecord = caseRecord;
        this.hearings = hearings;
        this.clock = clock;
    }

    /** The notices that are being prepared, for the form that asks which to join. */
    void showNotices(DelegateTask task) {
        SpinJsonNode options = Spin.JSON("[]");
        hearings.inPreparation(DiagramListener.caseNumber(task))
                .forEach(number -> options.append(Spin.JSON("{}")
                        .prop(
                                "label",
                                number + ", "
                                        + caseRecord.get(number).facility().name())
                        .prop("value", number)));
        task.setVariableLocal(
                "noticesInPreparation", SpinValues.jsonValue(options).create());
    }

    /** @throws CaseRefused where the notice to join has gone out meanwhile */
    void prepare(String caseNumber, Answers answers) {
        if ("JOIN".equals(answers.text("noticeChoice"))) {
            hearings.join(answers.text("noticeToJoin"), caseNumber, answers.text("noticeSummary"));
            note(caseNumber, "Joins the notice and hearing of case " + answers.text("noticeToJoin"));
        } else {
            hearings.prepare(caseNumber, answers.text("noticeSummary"));
        }
    }

    void issue(String caseNumber, Answers answers) {
        hearings.issue(caseNumber, LocalDate.parse(answers.text("publicNoticeIssuedOn")));
    }

    /** The thirty days count from the day printed: a notice that was posted or published later is issued again. */
    void circulation(String caseNumber, DelegateTask task, Answers answers) {
        LocalDate issued = LocalDate.parse(PUBLIC_NOTICE_ISSUED_ON.from(task).get());
        note(
                caseNumber,
                "Public notice posted on " + answers.text("postedOn") + " (" + answers.text("postedAt")
                        + "); published on "
                        + answers.text("publishedOn") + " (" + answers.text("newspaper") + "); "
                        + answers.find("mailedOn")
                                .map(day -> "mailed on " + day + " to " + answers.text("agencies"))
                                .orElse("mailed to no agency"));
        CIRCULATED_IN_TIME
                .on(task)
                .set(Stream.of("postedOn", "publishedOn")
                        .map(answers::text)
                        .map(LocalDate::parse)
                        .noneMatch(day -> day.isAfter(issued)));
    }

    void request(String caseNumber, DelegateTask task, Answers answers) {
        if ("MOTION".equals(answers.text("hearingEvent"))) {
            HEARING_TO_HOLD.on(task).set(true);
            note(caseNumber, "The department holds a hearing on its own motion. " + answers.text("motionReason"));
        } else {
            note(
                    caseNumber,
                    "Hearing requested by " + answers.text("requesterName") + " on "
                            + answers.text("requestReceivedOn"));
        }
    }

    /** @throws Refusal where a request is granted that lacks an item, or came too late */
    void review(String caseNumber, DelegateTask task, Answers answers) {
        String requester = task.getVariable("requesterName") + "\n"
                + String.valueOf(task.getVariable("requesterAddress")).replace("null", "");
        if (!Boolean.TRUE.equals(answers.value("hearingRequestGranted"))) {
            ADDRESSED_TO.on(task).set(requester);
            DECISION_TEXT
                    .on(task)
                    .set("The department denies the request for a public hearing that it received on "
                            + RequestWords.date(LocalDate.parse(
                                    task.getVariable("requestReceivedOn").toString()))
                            + ".\n" + answers.text("denialReason") + " (10 CSR 60-6.040(3))");
            note(caseNumber, "Request for a hearing denied: " + answers.text("denialReason"));
            return;
        }
        List<String> lacks = lacking(task);
        if (!lacks.isEmpty()) {
            throw new Refusal(
                    "hearingRequestGranted", "the request lacks " + String.join(", ", lacks) + " (10 CSR 60-6.040(3))");
        }
        List<String> requesters =
                new ArrayList<>(HEARING_REQUESTERS.from(task).getOptional().orElse(List.of()));
        requesters.add(requester.replace("\n", ", "));
        HEARING_REQUESTERS.on(task).set(requesters);
        HEARING_TO_HOLD.on(task).set(true);
        note(caseNumber, "Request for a hearing granted: " + task.getVariable("requesterName"));
    }

    private List<String> lacking(DelegateTask task) {
        Map<String, String> items = new LinkedHashMap<>();
        items.put("requesterAddress", "the address");
        items.put("requesterTelephone", "the telephone number");
        items.put("requesterInterest", "the statement of interest");
        items.put("requesterInformation", "the information to be submitted");
        List<String> lacks = items.entrySet().stream()
                .filter(item -> task.getVariable(item.getKey()) == null)
                .map(Map.Entry::getValue)
                .collect(Collectors.toCollection(ArrayList::new));
        if (!Boolean.TRUE.equals(task.getVariable("requestSigned"))) {
            lacks.add("the signature of a responsible official");
        }
        LocalDate last =
                LocalDate.parse(PUBLIC_NOTICE_ISSUED_ON.from(task).get()).plusDays(DAYS_TO_REQUEST);
        if (LocalDate.parse(task.getVariable("requestReceivedOn").toString()).isAfter(last)) {
            lacks.add("timeliness, for it had to come in by " + last);
        }
        return lacks;
    }

    /** @throws Refusal where the notice could not be given fifteen days before */
    void arrange(String caseNumber, DelegateTask task, Answers answers) {
        LocalDate hearing = LocalDate.parse(answers.text("hearingOn"));
        List<Fault> faults = new ArrayList<>();
        LocalDate earliest = LocalDate.now(clock).plusDays(DAYS_BEFORE_HEARING);
        if (hearing.isBefore(earliest)) {
            faults.add(new Fault(
                    "hearingOn",
                    "must not be before " + earliest + ": notice is given not less than fifteen days before"
                            + " (10 CSR 60-6.040(4))"));
        }
        if (!Boolean.TRUE.equals(answers.value("inAreaServed"))) {
            faults.add(new Fault(
                    "inAreaServed",
                    "the hearing is held in an area where the supplier of water distributes (10 CSR 60-6.040(1))"));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        note(
                caseNumber,
                "Hearing on " + hearing + ", " + answers.text("hearingTime") + ", " + answers.text("hearingPlace"));
    }

    /** @throws Refusal where notice was given later than fifteen days before the hearing */
    void noticeGiven(String caseNumber, DelegateTask task, Answers answers) {
        if ("MOVE".equals(answers.text("hearingNoticeResult"))) {
            note(caseNumber, "The hearing is moved: notice was not given in time");
            return;
        }
        LocalDate last =
                LocalDate.parse(String.valueOf(task.getVariable("hearingOn"))).minusDays(DAYS_BEFORE_HEARING);
        List<Fault> faults = new ArrayList<>();
        for (String way :
                List.of("noticePostedOn", "noticePublishedOn", "noticeMailedOn", "noticeSentToRequestersOn")) {
            answers.find(way)
                    .map(LocalDate::parse)
                    .filter(day -> day.isAfter(last))
                    .ifPresent(day -> faults.add(new Fault(
                            way,
                            "is less than fifteen days before the hearing: move the hearing (10 CSR 60-6.040(4))")));
        }
        boolean requested = HEARING_REQUESTERS
                .from(task)
                .getOptional()
                .filter(who -> !who.isEmpty())
                .isPresent();
        if (requested && answers.find("noticeSentToRequestersOn").isEmpty()) {
            faults.add(new Fault(
                    "noticeSentToRequestersOn",
                    "is missing: those who requested the hearing are sent the notice (10 CSR 60-6.040(4))"));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        note(
                caseNumber,
                "Hearing notice posted on " + answers.text("noticePostedOn") + ", published on "
                        + answers.text("noticePublishedOn")
                        + answers.find("noticeMailedOn")
                                .map(day -> ", mailed on " + day)
                                .orElse("")
                        + answers.find("noticeSentToRequestersOn")
                                .map(day -> ", sent to those who requested the hearing on " + day)
                                .orElse(""));
    }

    void held(String caseNumber, DelegateTask task, Answers answers) {
        if (Boolean.TRUE.equals(answers.value("hearingHeld"))) {
            LocalDate ended = LocalDate.parse(answers.text("hearingEndedOn"));
            if (ended.isBefore(LocalDate.parse(String.valueOf(task.getVariable("hearingOn"))))) {
                throw new Refusal("hearingEndedOn", "must not be before the day of the hearing");
            }
            note(caseNumber, "Hearing held, ended on " + ended + ". " + answers.text("hearingRecord"));
        } else {
            note(caseNumber, "The hearing was not held. " + answers.text("hearingRecord"));
        }
    }

    private void note(String caseNumber, String text) {
        caseRecord.note(caseNumber, "PUBLIC_HEARING", text);
    }
}
