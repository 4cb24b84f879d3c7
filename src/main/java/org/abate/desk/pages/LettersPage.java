package org.abate.desk.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.abate.access.Caller;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.InventoryYear;
import org.abate.casefile.LetterTextVersion;
import org.abate.casefile.NoSuchInventory;
import org.abate.correspondence.InventoryPapers;
import org.abate.correspondence.LetterTexts;
import org.abate.desk.Download;
import org.abate.desk.VisibleCases;
import org.abate.desk.VisibleInventory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The texts of the letters: read, changed, looked at and taken back by whoever may deploy diagrams. */
@Controller
@RequestMapping("/letters")
class LettersPage {

    private static final String VIEW = "desk/letter-text";

    private final LetterTexts texts;
    private final VisibleCases visible;
    private final VisibleInventory inventory;
    private final Caller caller;

    LettersPage(LetterTexts texts, VisibleCases visible, VisibleInventory inventory, Caller caller) {
        this.texts = texts;
        this.visible = visible;
        this.inventory = inventory;
        this.caller = caller;
    }

    @GetMapping
    String list(Model model) {
        requireManager();
        model.addAttribute("texts", texts.inForce());
        return "desk/letters";
    }

    /** The text in force, or the version asked for, ready to be changed; with another one, what changed between them. */
    @GetMapping("/{kind}")
    String show(
            @PathVariable String kind,
            @RequestParam(required = false) Integer version,
            @RequestParam(required = false) Integer since,
            Model model) {
        List<LetterTextVersion> versions = versions(kind);
        DocumentKind which = versions.get(0).kind();
        LetterTextVersion shown = version == null ? texts.inForce(which) : find(versions, version);
        if (since != null) {
            model.addAttribute("since", since);
            model.addAttribute("diff", LineDiff.of(find(versions, since).text(), shown.text()));
        }
        return shown(versions, shown, FilledForm.of(Map.of("text", shown.text())), model);
    }

    @PostMapping("/{kind}")
    String write(
            @PathVariable String kind,
            @RequestParam Map<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        List<LetterTextVersion> versions = versions(kind);
        DocumentKind which = versions.get(0).kind();
        FilledForm form = FilledForm.of(fields);
        try {
            LetterTextVersion written =
                    texts.write(which, form.value("text"), form.text("reason"), number(form.value("newest")));
            redirect.addFlashAttribute(
                    "done", "Version " + written.version() + " is in force. Letters already written stay as they are.");
            return "redirect:/letters/" + kind;
        } catch (CaseRefused e) {
            return shown(versions, texts.inForce(which), form.with(e.faults()), model);
        }
    }

    /**
     * The letter as a PDF, in a case or for a source that the caller reads, or else in an invented one; nothing is filed.
     */
    @PostMapping("/{kind}/preview")
    Object preview(@PathVariable String kind, @RequestParam Map<String, String> fields, Model model) {
        List<LetterTextVersion> versions = versions(kind);
        DocumentKind which = versions.get(0).kind();
        FilledForm form = FilledForm.of(fields);
        try {
            byte[] pdf = texts.isOfInventory(which)
                    ? texts.preview(which, form.value("text"), sourcesToShow(which, form))
                    : texts.preview(which, form.value("text"), caseToShow(form.text("caseNumber")));
            return Download.pdf(which.title(), pdf);
        } catch (CaseRefused e) {
            return shown(versions, texts.inForce(which), form.with(e.faults()), model);
        }
    }

    /** The number of a case whose letter the caller may see; null if none is asked for. */
    private String caseToShow(String number) {
        if (number == null) {
            return null;
        }
        CaseFile file = visible.find(number)
                .orElseThrow(() -> new CaseRefused("caseNumber", "is not that of a case you may read"));
        if (!visible.maySeePenaltiesOf(file)) {
            throw new CaseRefused("caseNumber", "is that of a case whose penalty work you may not see");
        }
        return file.caseNumber();
    }

    /** What a paper of the inventory is about: a source, or all that are on the list of a year; null if none is asked for. */
    private InventoryPapers.Sources sourcesToShow(DocumentKind kind, FilledForm form) {
        String year = form.text("inventoryYear");
        if (year == null) {
            return null;
        }
        if (!inventory.mayRead()) {
            throw new CaseRefused("inventoryYear", "is that of an inventory that you may not read");
        }
        try {
            InventoryYear whole = inventory.get(number(year)).year();
            if (kind == DocumentKind.NONCOMPLIANT_SOURCES) {
                return new InventoryPapers.Sources(whole, inventory.onTheList(whole));
            }
            return new InventoryPapers.Sources(whole, List.of(inventory.source(whole.year(), form.value("source"))));
        } catch (NoSuchInventory e) {
            throw new CaseRefused("inventoryYear", "cannot be shown: " + e.getMessage());
        }
    }

    private String shown(List<LetterTextVersion> versions, LetterTextVersion shown, FilledForm form, Model model) {
        DocumentKind kind = shown.kind();
        model.addAttribute("versions", versions);
        model.addAttribute("shownVersion", shown);
        model.addAttribute("inForce", texts.inForce(kind));
        model.addAttribute("help", texts.help(kind));
        model.addAttribute("ofInventory", texts.isOfInventory(kind));
        model.addAttribute("form", form);
        return VIEW;
    }

    private List<LetterTextVersion> versions(String kind) {
        requireManager();
        return Arrays.stream(DocumentKind.values())
                .filter(each -> each.name().equals(kind))
                .map(texts::of)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static LetterTextVersion find(List<LetterTextVersion> versions, int version) {
        return versions.stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What the form sent along; whoever changes it by hand is told that the text was changed meanwhile. */
    private static int number(String sent) {
        return sent.matches("\\d{1,6}") ? Integer.parseInt(sent) : 0;
    }

    private void requireManager() {
        if (!caller.managesProcesses()) {
            throw new AccessDeniedException("Your account does not change the texts of letters");
        }
    }
}
