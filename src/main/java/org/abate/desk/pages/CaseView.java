package org.abate.desk.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.abate.access.Caller;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.ContactKind;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Hearings;
import org.abate.casefile.TimelineEntry;
import org.abate.casefile.Violation;
import org.abate.correspondence.LetterDrafts;
import org.abate.desk.VisibleCases;
import org.abate.desk.VisibleReasons;
import org.abate.process.CaseEvent;
import org.abate.process.CaseEvents;
import org.abate.process.CaseManagers;
import org.abate.process.CaseProcesses;
import org.abate.process.CaseProgress;
import org.abate.process.TaskLetters;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the page of a case shows, as far as the caller may see it. */
@Component
class CaseView {

    /** The form that records a contact; the forms of the events go by the event's name. */
    static final String CONTACT = "CONTACT";

    /** The form that records how a document was delivered. */
    static final String DELIVERY = "DELIVERY";

    /** The form that hands the case over. */
    static final String CASE_MANAGER = "CASE_MANAGER";

    /** The form that states why a deadline was missed or the case withdrawn. */
    static final String REASON = "REASON";

    private static final String VIEW = "desk/case";

    private final VisibleCases visible;
    private final CaseRecord record;
    private final Hearings hearings;
    private final CaseProcesses processes;
    private final CaseEvents events;
    private final CaseManagers caseManagers;
    private final TaskLetters taskLetters;
    private final LetterDrafts drafts;
    private final VisibleReasons reasons;
    private final Caller caller;
    private final Shown shown;

    CaseView(
            VisibleCases visible,
            CaseRecord record,
            Hearings hearings,
            CaseProcesses processes,
            CaseEvents events,
            CaseManagers caseManagers,
            TaskLetters taskLetters,
            LetterDrafts drafts,
            VisibleReasons reasons,
            Caller caller,
            Shown shown) {
        this.visible = visible;
        this.record = record;
        this.hearings = hearings;
        this.processes = processes;
        this.events = events;
        this.caseManagers = caseManagers;
        this.taskLetters = taskLetters;
        this.drafts = drafts;
        this.reasons = reasons;
        this.caller = caller;
        this.shown = shown;
    }

    String show(CaseFile file, Model model) {
        return showAgain(file, "", null, model);
    }

    /** The page with one of its forms as it was filled in, and what is wrong with it. */
    String showAgain(CaseFile file, String filled, FilledForm form, Model model) {
        CaseProgress progress = processes.progress(file.caseNumber());
        List<TimelineEntry> newestFirst = new ArrayList<>(visible.timeline(file));
        Collections.reverse(newestFirst);
        model.addAttribute("file", file);
        model.addAttribute("progress", progress);
        model.addAttribute("documents", visible.documents(file));
        model.addAttribute("service", record.service(file.caseNumber()));
        model.addAttribute("deliveries", deliveries(file));
        model.addAttribute(
                "emptyDelivery", FilledForm.of(Map.of("date", shown.today().toString())));
        model.addAttribute("askedReasons", reasons.of(file));
        model.addAttribute("reasonCodes", reasons.codes());
        model.addAttribute("contactKinds", ContactKind.titles());
        model.addAttribute("contacts", record.contacts(file.caseNumber()));
        model.addAttribute("timeline", newestFirst);
        model.addAttribute("seesPenalties", visible.maySeePenaltiesOf(file));
        model.addAttribute("assessments", visible.assessments(file).orElse(List.of()));
        model.addAttribute("payments", visible.payments(file).orElse(List.of()));
        model.addAttribute("violationNumbers", violationNumbers(file));
        model.addAttribute("mayWork", visible.mayWorkOn(file));
        model.addAttribute("draftable", everSent(file, progress));
        model.addAttribute("taskLetters", taskLetters(file, progress));
        model.addAttribute("inDraft", draftable(file, drafts.open(file.caseNumber())));
        model.addAttribute("choices", choices(file, progress));
        model.addAttribute(
                "appealable", progress.events().contains(CaseEvent.APPEAL_FILED) ? events.appealable(file) : Map.of());
        model.addAttribute(
                "caseManagers",
                caseManagers.mayReplaceIn(file)
                        ? caseManagers.candidates(file.program().office())
                        : List.of());
        if (file.request() != null) {
            model.addAttribute("waitsFor", hearings.waitsFor(file.caseNumber()).orElse(null));
            model.addAttribute("joined", hearings.joined(file.caseNumber()));
            model.addAttribute("hearingRequests", hearings.requests(file.caseNumber()));
        }
        model.addAttribute("filled", filled);
        model.addAttribute("filledForm", form);
        model.addAttribute("emptyContact", emptyContact());
        model.addAttribute("emptyEvent", FilledForm.of(Map.of()));
        return VIEW;
    }

    /** What can be recorded of the delivery of the documents that the caller sees. */
    Deliveries deliveries(CaseFile file) {
        return Deliveries.of(visible.documents(file), record.service(file.caseNumber()), shown);
    }

    /** Those of the kinds that the caller may draft in this case. */
    private List<DocumentKind> draftable(CaseFile file, List<DocumentKind> kinds) {
        return !visible.mayWorkOn(file) || file.closed()
                ? List.of()
                : kinds.stream()
                        .filter(kind -> visible.maySeePenaltiesOf(file) || !drafts.isPenaltyWork(kind))
                        .toList();
    }

    /** Those that the case's diagrams may send: in a request, none that speaks of a violation. */
    private List<DocumentKind> everSent(CaseFile file, CaseProgress progress) {
        Set<DocumentKind> sent = progress.diagrams().isEmpty()
                ? Set.of()
                : taskLetters.anywhere(progress.diagrams().get(0).definitionId());
        return draftable(file, drafts.kinds()).stream().filter(sent::contains).toList();
    }

    /** By the id of an open task, the letters that may go out once it is done and that the caller may draft. */
    private Map<String, List<DocumentKind>> taskLetters(CaseFile file, CaseProgress progress) {
        List<DocumentKind> draftable = draftable(file, drafts.kinds());
        return draftable.isEmpty()
                ? Map.of()
                : progress.tasks().stream().collect(Collectors.toMap(CaseProgress.OpenTask::id, task -> {
                    Set<DocumentKind> next = taskLetters.after(task.id());
                    return draftable.stream().filter(next::contains).toList();
                }));
    }

    private List<EventChoice> choices(CaseFile file, CaseProgress progress) {
        return visible.mayWorkOn(file)
                ? Arrays.stream(EventChoice.values())
                        .filter(choice -> progress.events().contains(choice.event()))
                        .toList()
                : List.of();
    }

    /** The number of a violation within its case, by the id that assessments name. */
    private static Map<Long, Integer> violationNumbers(CaseFile file) {
        Map<Long, Integer> numbers = new TreeMap<>();
        for (Violation violation : file.violations()) {
            numbers.put(violation.id(), violation.number());
        }
        return numbers;
    }

    private FilledForm emptyContact() {
        return FilledForm.of(Map.of("date", shown.today().toString(), "staff", caller.userId()));
    }
}
