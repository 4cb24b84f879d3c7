package org.abate.desk.pages;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.NewContact;
import org.abate.casefile.NewService;
import org.abate.casefile.NoSuchCase;
import org.abate.desk.Casework;
import org.abate.desk.VisibleCases;
import org.abate.desk.VisibleReasons;
import org.abate.process.CaseManagers;
import org.abate.process.CaseProcesses;
import org.abate.process.EventRefused;
import org.abate.process.ReportedEvent;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one case: everything about it, recording a contact, and telling it what has happened. */
@Controller
@RequestMapping("/cases/{caseNumber}")
class CasePage {

    private final CaseView view;
    private final VisibleCases visible;
    private final CaseProcesses processes;
    private final Casework casework;
    private final CaseManagers caseManagers;
    private final VisibleReasons reasons;

    CasePage(
            CaseView view,
            VisibleCases visible,
            CaseProcesses processes,
            Casework casework,
            CaseManagers caseManagers,
            VisibleReasons reasons) {
        this.reasons = reasons;
        this.view = view;
        this.visible = visible;
        this.processes = processes;
        this.casework = casework;
        this.caseManagers = caseManagers;
    }

    @GetMapping
    String show(@PathVariable String caseNumber, Model model) {
        return view.show(visible.get(caseNumber), model);
    }

    /** The XML of one of the diagrams the case is in, for the viewer on the page. */
    @GetMapping(path = "/diagrams/{processId}")
    ResponseEntity<String> diagram(@PathVariable String caseNumber, @PathVariable String processId) {
        visible.get(caseNumber);
        return processes.progress(caseNumber).diagrams().stream()
                .filter(diagram -> diagram.processId().equals(processId))
                .findFirst()
                .map(diagram -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_XML)
                        .body(processes.diagram(diagram.definitionId())))
                .orElseThrow(() -> new NoSuchCase(caseNumber));
    }

    @PostMapping("/contacts")
    String addContact(
            @PathVariable String caseNumber,
            @RequestParam Map<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        CaseFile file = visible.getForWork(caseNumber);
        return change(file, CaseView.CONTACT, fields, model, redirect, "The contact is recorded.", reader -> {
            NewContact contact = new NewContact(
                    reader.text("kind"),
                    reader.day("date"),
                    reader.text("staff"),
                    reader.count("minutes"),
                    reader.text("with"),
                    reader.text("note"));
            casework.addContact(file, contact, reader.faults());
        });
    }

    @PostMapping("/deliveries")
    String recordDelivery(
            @PathVariable String caseNumber,
            @RequestParam Map<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        CaseFile file = visible.getForWork(caseNumber);
        String done = "What happened to the document is recorded.";
        return change(file, CaseView.DELIVERY, fields, model, redirect, done, reader -> {
            Deliveries deliveries = view.deliveries(file);
            Long document = Deliveries.number(reader.choice("document", deliveries.documents()))
                    .orElse(null);
            NewService service = deliveries.read(reader);
            if (document == null) {
                reader.fault("document", "is not chosen");
            }
            if (!reader.faults().isEmpty()) {
                throw new CaseRefused(reader.faults());
            }
            casework.serve(file, visible.document(file, document), service, List.of());
        });
    }

    @PostMapping("/reasons")
    String stateReason(
            @PathVariable String caseNumber,
            @RequestParam Map<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        CaseFile file = visible.getForWork(caseNumber);
        return change(file, CaseView.REASON, fields, model, redirect, "The reason is recorded.", reader -> {
            if (reader.text("reason") == null) {
                reader.fault("reason", "is missing; choose it from the list");
            }
            reasons.state(file, reader.text("stage"), reader.text("reason"), reader.faults());
        });
    }

    @PostMapping("/case-manager")
    String replaceCaseManager(
            @PathVariable String caseNumber,
            @RequestParam Map<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        CaseFile file = visible.getForWork(caseNumber);
        String done = "The case and its open tasks are the new case manager's.";
        return change(
                file,
                CaseView.CASE_MANAGER,
                fields,
                model,
                redirect,
                done,
                reader -> caseManagers.replace(caseNumber, reader.text("caseManager")));
    }

    @PostMapping("/events")
    String raise(
            @PathVariable String caseNumber,
            @RequestParam Map<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        CaseFile file = visible.getForWork(caseNumber);
        EventChoice choice = EventChoice.of(fields.get("event")).orElse(null);
        if (choice == null) {
            model.addAttribute("refused", "Choose what has happened from the list on this page.");
            return view.show(file, model);
        }
        if (!processes.progress(caseNumber).events().contains(choice.event())) {
            model.addAttribute(
                    "refused",
                    "The case does not take “" + choice.title() + "” any more; see below where it stands now.");
            return view.show(file, model);
        }
        FilledForm form = FilledForm.of(fields);
        try {
            return change(
                    file,
                    choice.name(),
                    fields,
                    model,
                    redirect,
                    choice.done(),
                    reader -> casework.raise(file, reported(choice, form, reader), reader.faults()));
        } catch (EventRefused e) {
            model.addAttribute("refused", e.getMessage());
            return view.showAgain(file, choice.name(), form, model);
        }
    }

    private static ReportedEvent reported(EventChoice choice, FilledForm form, FormReader reader) {
        if (!form.is("confirmed", "yes")) {
            reader.fault("confirmed", "is not ticked; confirm what you are about to do");
        }
        if (choice.needsNote() && reader.text("note") == null) {
            reader.fault("note", "is missing; say why");
        }
        if (choice.occasion() != null && reader.text("reason") == null) {
            reader.fault("reason", "is missing; choose it from the list");
        }
        return new ReportedEvent(
                choice.event(),
                reader.day("date"),
                reader.text("note"),
                choice.bringsViolations() ? reader.violations() : List.of(),
                choice.isAppeal() && form.text("appealedViolation") != null ? reader.count("appealedViolation") : null,
                choice.occasion() != null ? reader.text("reason") : null,
                choice.isOfRequest() ? reader.text("withdrawnBy") : null,
                choice.isOfRequest() && form.is("inWriting", "yes"));
    }

    /** Changes the case by what was filled in and shows it anew; refused, it shows the form again with each fault. */
    private String change(
            CaseFile file,
            String filled,
            Map<String, String> fields,
            Model model,
            RedirectAttributes redirect,
            String done,
            Consumer<FormReader> change) {
        FilledForm form = FilledForm.of(fields);
        try {
            change.accept(new FormReader(form));
            redirect.addFlashAttribute("done", done);
            return "redirect:/cases/" + file.caseNumber();
        } catch (CaseRefused e) {
            return view.showAgain(file, filled, form.with(e.faults()), model);
        }
    }
}
