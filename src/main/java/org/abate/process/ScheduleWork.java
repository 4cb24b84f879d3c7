package org.abate.process;

import static org.abate.process.CaseVariables.MILESTONE;
import static org.abate.process.CaseVariables.MILESTONES;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.abate.access.Caller;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.DocumentKind;
import org.abate.correspondence.Correspondence;
import org.abate.correspondence.Letter;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * What becomes of an accepted compliance schedule. All documents and decisions regarding extensions are recorded and
 * filed (Manual 3.3 Tanks): the request as it came in, too. What passes in silence is read as interpretation P15 has it.
 */
@Component
class ScheduleWork {

    /** Whether a request for an extension is neither answered nor put to the chief. */
    private static final String OPEN = "extensionOpen";

    private final CaseRecord caseRecord;
    private final Correspondence correspondence;
    private final TrackedSteps steps;
    private final Caller caller;
    private final Clock clock;

    ScheduleWork(CaseRecord caseRecord, Correspondence correspondence, TrackedSteps steps, Caller caller, Clock clock) {
        this.caseRecord = caseRecord;
        this.correspondence = correspondence;
        this.steps = steps;
        this.caller = caller;
        this.clock = clock;
    }

    /** What a task shows of the milestone it is about. */
    void showMilestone(DelegateTask task) {
        showExtension(task);
        showAsked(DiagramListener.caseNumber(task), task);
    }

    /** The step that a request for an extension is about. */
    void showExtension(DelegateTask task) {
        task.setVariableLocal(
                "milestoneInWords", Milestone.parse(MILESTONE.from(task).get()).inWords());
    }

    /**
     * A request that an interruption of the schedule has left unanswered is put to the chief from here; where that is not
     * done in time it is refused in writing as the step is missed.
     */
    private void showAsked(String caseNumber, DelegateTask task) {
        Milestone milestone = Milestone.parse(MILESTONE.from(task).get());
        if (task.getVariable("extensionRequest") != null) {
            if (!Boolean.TRUE.equals(task.getVariable(OPEN))) {
                steps.answered(caseNumber, task, milestone);
            }
            return;
        }
        steps.asked(caseNumber, task, milestone).ifPresent(request -> {
            task.setVariableLocal(
                    "extensionUnanswered",
                    "An extension was requested in writing on " + RequestWords.date(request.requestedOn())
                            + " and is not answered: complete this task, so that the section chief decides on it.");
            task.setVariable(OPEN, true);
            task.setVariable("milestoneResult", "EXTENSION_REQUESTED");
            task.setVariable("requestedOn", request.requestedOn().toString());
            task.setVariable("extensionRequest", request.wording());
        });
    }

    void enter(DelegateTask task, Answers answers) {
        List<Milestone> milestones = Milestone.parseAll(answers.text("milestones"));
        List<String> lines = new ArrayList<>();
        milestones.forEach(milestone -> lines.add(milestone.toString()));
        MILESTONES.on(task).set(lines);
    }

    /** @throws Refusal as {@link #checked} says it, and where one of a grant is said to be missed before its day has passed */
    void milestone(String caseNumber, DelegateTask task, Answers answers) {
        if (answers.text("milestoneResult").equals("MISSED")) {
            refuseBeforeItsDayHasPassed(
                    caseNumber, Milestone.parse(MILESTONE.from(task).get()));
        }
        checked(caseNumber, task, answers);
    }

    /** @throws Refusal where a milestone is said to be met on a day after its own */
    void checked(String caseNumber, DelegateTask task, Answers answers) {
        Milestone milestone = Milestone.parse(MILESTONE.from(task).get());
        String result = answers.text("milestoneResult");
        caseRecord.note(
                caseNumber,
                "MILESTONE",
                milestone + ": " + (result.equals("MET") ? met(milestone, answers) : Answers.inWords(result)));
        boolean filed = steps.asked(caseNumber, task, milestone).isPresent();
        if (result.equals("MET")) {
            steps.answered(caseNumber, task, milestone);
            steps.met(caseNumber, task, milestone);
        }
        if (result.equals("EXTENSION_REQUESTED")) {
            task.setVariable(OPEN, false);
            LocalDate requestedOn =
                    answers.find("requestedOn").map(LocalDate::parse).orElseGet(() -> LocalDate.now(clock));
            task.setVariable("requestedOn", requestedOn.toString());
            if (!filed) {
                correspondence.file(new Letter(
                        caseNumber,
                        DocumentKind.OTHER,
                        LocalDate.now(clock),
                        null,
                        Map.of(
                                "paperTitle", "Request for an extension",
                                "about", milestone.inWords(),
                                "preparedBy", caller.userId(),
                                "writtenOn", requestedOn.toString(),
                                "wording", answers.text("extensionRequest"))));
            }
            steps.ask(caseNumber, task, new ExtensionAsked(milestone, requestedOn, answers.text("extensionRequest")));
        }
    }

    /**
     * A grant is not terminated over a step that can still be met: who will not meet it fails to comply by a finding (10 CSR
     * 60-6.010(4)(B)4., 6.020(4)(B)). What follows from a schedule of enforcement is the section's to judge.
     */
    private void refuseBeforeItsDayHasPassed(String caseNumber, Milestone milestone) {
        if (caseRecord.get(caseNumber).request() != null
                && !LocalDate.now(clock).isAfter(milestone.dueOn())) {
            throw new Refusal(
                    "milestoneResult",
                    "it is due on " + RequestWords.date(milestone.dueOn())
                            + " and is missed only once that day has passed: leave this task open, and the day after you are"
                            + " asked whether it was met. That the system fails to comply before, put into \"Record"
                            + " finding\"");
        }
    }

    /** On which day, and what shows it; taken, so that the task of the next milestone opens without them. */
    private String met(Milestone milestone, Answers answers) {
        Optional<LocalDate> given = answers.take("metOn").map(LocalDate::parse);
        given.filter(day -> day.isAfter(milestone.dueOn())).ifPresent(day -> {
            throw new Refusal(
                    "metOn",
                    "is after the date of the milestone, " + RequestWords.date(milestone.dueOn())
                            + ": it is missed, unless an extension moves the date");
        });
        return "met on " + given.orElseGet(() -> LocalDate.now(clock))
                + answers.take("metEvidence").map(shows -> ". " + shows).orElse("");
    }

    void extension(String caseNumber, DelegateTask task, Answers answers) {
        Milestone milestone = Milestone.parse(MILESTONE.from(task).get());
        boolean granted = Boolean.TRUE.equals(answers.value("extensionGranted"));
        if (granted && !LocalDate.parse(answers.text("newDueDate")).isAfter(milestone.dueOn())) {
            throw new Refusal("newDueDate", "an extension moves the date on: it is " + milestone.dueOn() + " now");
        }
        if (granted) {
            Milestone extended = new Milestone(LocalDate.parse(answers.text("newDueDate")), milestone.action());
            steps.extended(caseNumber, task, milestone, extended);
        }
        steps.answered(caseNumber, task, milestone);
        caseRecord.note(
                caseNumber,
                "EXTENSION",
                milestone + ": the extension is " + (granted ? "approved to " + answers.text("newDueDate") : "denied")
                        + ". " + answers.text("extensionReason"));
        if (granted) {
            Milestone extended = new Milestone(LocalDate.parse(answers.text("newDueDate")), milestone.action());
            MILESTONE.on(task).set(extended.toString());
        }
    }
}
