package org.abate.process;

import static org.abate.process.CaseVariables.CIRCULATED_IN_TIME;
import static org.abate.process.CaseVariables.EFFECTIVE_ON;
import static org.abate.process.CaseVariables.HEARING_OFFICER_ID;
import static org.abate.process.CaseVariables.PUBLIC_NOTICE_ISSUED_ON;
import static org.abate.process.CaseVariables.PUBLIC_NOTICE_WRITTEN_ON;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Fault;
import org.abate.casefile.Hearings;
import org.abate.casefile.WaterSystem;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/**
 * Public notice and the hearing (10 CSR 60-6.040; interpretations D9, VE5 and VE7 to VE9).
 */
@Component
class HearingWork {

    static final int DAYS_TO_REQUEST = 30;
    static final int LONGEST_SUMMARY = 4000;

    private final CaseRecord caseRecord;
    private final Hearings hearings;
    private final NoticeLead notices;
    private final ProposalDates proposals;
    private final OwnWork ownWork;
    private final Clock clock;

    HearingWork(
            CaseRecord caseRecord,
            Hearings hearings,
            NoticeLead notices,
            ProposalDates proposals,
            OwnWork ownWork,
            Clock clock) {
        this.ownWork = ownWork;
        this.proposals = proposals;
        this.caseRecord = caseRecord;
        this.hearings = hearings;
        this.notices = notices;
        this.clock = clock;
    }

    /** What a task shows of the record: the notices to join, whom this one waits for, and where all the systems are. */
    void show(Recording what, DelegateTask task) {
        String caseNumber = DiagramListener.caseNumber(task);
        switch (what) {
            case PUBLIC_NOTICE -> {
                showNotices(caseNumber, task);
                task.setVariableLocal("proposal", paragraphs(String.valueOf(task.getVariable("noticeSummary"))));
            }
            case HEARING_LEFT ->
                task.setVariableLocal(
                        NoticeLead.LEAD_CASE,
                        hearings.waitsFor(caseNumber).orElse("").toString());
            case NOTICE_ISSUED, NOTICE_CIRCULATED, HEARING_ARRANGED, HEARING_NOTICE_GIVEN -> {
                task.setVariableLocal(
                        "systemsServed",
                        covered(caseNumber).stream()
                                .map(system -> "- " + system.inWords())
                                .collect(Collectors.joining("\n")));
                showDay(task, "hearingOn", "hearingDay");
                List<String> requesters = notices.requestersToWriteTo(caseNumber);
                task.setVariableLocal(
                        "requestersShown", requesters.isEmpty() ? "nobody" : "- " + String.join("\n- ", requesters));
            }
            case HEARING_DECIDED -> {
                showDay(task, "hearingEndedOn", "hearingEnded");
                task.setVariableLocal("proposalHeard", paragraphs(summary(task)));
            }
            default -> {
                // shows nothing of it
            }
        }
    }

    static String paragraphs(String lines) {
        return lines.strip().replaceAll("\\R+", "\n\n");
    }

    /**
     * What the public notice says of the proposal: what the record has of it, with contaminant, period, conditions and steps,
     * and what staff added (10 CSR 60-6.040(1)).
     */
    static String summary(VariableScope scope) {
        Object addition = scope.getVariable("noticeAddition");
        return scope.getVariable("noticeSummary")
                + (addition == null || addition.toString().isBlank()
                        ? ""
                        : "\n" + addition.toString().strip());
    }

    private static void showDay(DelegateTask task, String variable, String shown) {
        if (task.getVariable(variable) instanceof String day) {
            task.setVariableLocal(shown, RequestWords.date(LocalDate.parse(day)));
        }
    }

    /** Cases of the same joint request say so. */
    private void showNotices(String caseNumber, DelegateTask task) {
        List<String> joint = caseRecord.get(caseNumber).request().jointWith();
        task.setVariableLocal(
                "noticesInPreparation",
                Options.of(
                        hearings.inPreparation(caseNumber),
                        number -> number + ", "
                                + caseRecord.get(number).facility().name()
                                + (joint.contains(number) ? " (same joint request)" : ""),
                        number -> number));
    }

    /** The systems of all the proposals that the case's notice covers. */
    private List<WaterSystem> covered(String caseNumber) {
        return AreasServed.covered(caseNumber, caseRecord, hearings);
    }

    /** The areas served by these systems. */
    AreasServed areas(String caseNumber) {
        return AreasServed.of(caseNumber, caseRecord, hearings);
    }

    /**
     * @throws CaseRefused where the notice to join has gone out meanwhile
     * @throws Refusal where the summary is longer than the record holds
     */
    void prepare(String caseNumber, DelegateTask task, Answers answers) {
        String summary = summary(task);
        if (summary.length() > LONGEST_SUMMARY) {
            throw new Refusal(
                    "noticeAddition",
                    "makes the summary longer than " + RequestWords.number(LONGEST_SUMMARY)
                            + " characters: shorten it by " + RequestWords.number(summary.length() - LONGEST_SUMMARY));
        }
        if ("JOIN".equals(answers.text("noticeChoice"))) {
            hearings.join(answers.text("noticeToJoin"), caseNumber, summary);
            notices.note(caseNumber, "Joins the notice and hearing of case " + answers.text("noticeToJoin"));
        } else {
            hearings.prepare(caseNumber, summary);
            showToOthers(task);
        }
    }

    /** The notice can be joined by proposals whose tasks opened before it was prepared, as those of a joint request do. */
    private void showToOthers(DelegateTask prepared) {
        prepared
                .getProcessEngineServices()
                .getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(prepared.getTaskDefinitionKey())
                .active()
                .list()
                .stream()
                .filter(open -> !open.getId().equals(prepared.getId()))
                .map(DelegateTask.class::cast)
                .forEach(open -> showNotices(DiagramListener.caseNumber(open), open));
    }

    /** @throws Refusal where a step of a proposal that the notice covers would be due before it takes effect, naming each */
    void issue(String caseNumber, DelegateTask task, Answers answers) {
        LocalDate issued = LocalDate.parse(answers.text("publicNoticeIssuedOn"));
        List<Fault> faults = hearings.covered(caseNumber).stream()
                .flatMap(each -> proposals.overtaken(each, issued, task.getProcessEngineServices()).stream())
                .map(fault -> new Fault("publicNoticeIssuedOn", fault))
                .toList();
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        hearings.issue(caseNumber, issued);
        PUBLIC_NOTICE_WRITTEN_ON.on(task).set(LocalDate.now(clock).toString());
        notices.noteOfEach(
                caseNumber,
                "Public notice issued with the day " + RequestWords.date(issued)
                        + "; a hearing may be requested by "
                        + RequestWords.date(issued.plusDays(DAYS_TO_REQUEST)));
    }

    /**
     * The thirty days count from the day printed: a notice that was posted or published later is issued again.
     *
     * @throws Refusal where it was posted or published in no place that is named, of each system, or mailed to nobody
     */
    void circulation(String caseNumber, DelegateTask task, Answers answers) {
        List<Fault> faults = new HearingCheck(areas(caseNumber), LocalDate.now(clock)).circulated(task.getVariables());
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        LocalDate issued = LocalDate.parse(PUBLIC_NOTICE_ISSUED_ON.from(task).get());
        notices.noteOfEach(
                caseNumber,
                "Public notice posted on " + answers.text("postedOn") + " ("
                        + oneLine(answers.text("postedAt")) + "); published on "
                        + answers.text("publishedOn") + " (" + oneLine(answers.text("newspaper")) + "); "
                        + answers.find("mailedOn")
                                .map(day -> "mailed on " + day + " to " + answers.text("agencies"))
                                .orElse("mailed to no agency"));
        boolean inTime = Stream.of("postedOn", "publishedOn")
                .map(answers::text)
                .map(LocalDate::parse)
                .noneMatch(day -> day.isAfter(issued));
        hearings.circulated(caseNumber, inTime);
        CIRCULATED_IN_TIME.on(task).set(inTime);
    }

    static String oneLine(String lines) {
        return lines.strip().replaceAll("\\R+", "; ");
    }

    /** @throws Refusal where the notice is issued already */
    void left(String caseNumber, Answers answers) {
        hearings.leaveBeforeIssue(caseNumber);
        notices.note(caseNumber, "Leaves the joint notice and prepares its own. " + answers.text("leaveReason"));
    }

    /** The director, who conducted the hearing where nobody was designated, may decide on it (10 CSR 60-6.040(5), (7)). */
    private void refuseOwnWork(DelegateTask task) {
        ownWork.refuse(
                HEARING_OFFICER_ID.from(task).getOptional().orElse(null), "hearingDecision", "conducted the hearing");
        proposals
                .preparers(DiagramListener.caseNumber(task), task.getProcessEngineServices())
                .forEach(each -> ownWork.refuse(each, "hearingDecision", "prepared the proposal"));
    }

    private void refusePassed(String caseNumber, DelegateTask task) {
        List<Milestone> passed = ProposalDates.dueBefore(
                LocalDate.now(clock), ProposalDates.steps(caseNumber, task.getProcessEngineServices()));
        if (!passed.isEmpty()) {
            throw new Refusal(
                    "hearingDecision",
                    "it cannot be confirmed any more, for it would order what is past: "
                            + passed.stream().map(Milestone::inWords).collect(Collectors.joining("; "))
                            + ". Revise it, or rescind it (10 CSR 60-6.040(7))");
        }
    }

    /**
     * What is confirmed or revised is effective with the decision (10 CSR 60-6.040(7)).
     *
     * @throws Refusal where a proposal is confirmed that has a step whose day has passed, or where the hearing officer, or
     *     who prepared the proposal, decides
     */
    void decision(String caseNumber, DelegateTask task, Answers answers) {
        refuseOwnWork(task);
        String decision = answers.text("hearingDecision");
        if (decision.equals("CONFIRMED")) {
            refusePassed(caseNumber, task);
        }
        EFFECTIVE_ON
                .on(task)
                .set(decision.equals("RESCINDED") ? null : LocalDate.now(clock).toString());
        task.setVariable("hearingReason", RequestWords.sentence(answers.text("hearingReason")));
        notices.note(caseNumber, "Proposal " + Answers.inWords(decision) + ". " + answers.text("hearingReason"));
    }
}
