package org.abate.desk.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Fault;
import org.abate.correspondence.LetterDrafts;
import org.abate.desk.Download;
import org.abate.desk.VisibleCases;
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

/** A letter in draft, for those who carry the case and, of a letter that tells of a penalty, see penalty work. */
@Controller
@RequestMapping("/cases/{caseNumber}/drafts")
class DraftPage {

    private static final String VIEW = "desk/draft";

    private final LetterDrafts drafts;
    private final VisibleCases visible;

    DraftPage(LetterDrafts drafts, VisibleCases visible) {
        this.drafts = drafts;
        this.visible = visible;
    }

    /** From the choice on the page of the case. */
    @GetMapping
    String choose(@PathVariable String caseNumber, @RequestParam String kind) {
        CaseFile file = visible.getForWork(caseNumber);
        return "redirect:/cases/" + file.caseNumber() + "/drafts/" + kind(file, kind);
    }

    /** The draft; with a saving, what it changed. */
    @GetMapping("/{kind}")
    String show(
            @PathVariable String caseNumber,
            @PathVariable String kind,
            @RequestParam(required = false) Integer saving,
            Model model) {
        CaseFile file = visible.getForWork(caseNumber);
        DocumentKind which = kind(file, kind);
        if (saving != null) {
            LetterDrafts.Draft draft =
                    drafts.open(caseNumber, which).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            model.addAttribute("saving", saving);
            model.addAttribute("diff", LineDiff.of(words(draft, saving - 1), words(draft, saving)));
        }
        return shown(file, which, null, List.of(), model);
    }

    @PostMapping("/{kind}/begin")
    String begin(@PathVariable String caseNumber, @PathVariable String kind, Model model) {
        CaseFile file = visible.getForWork(caseNumber);
        DocumentKind which = kind(file, kind);
        try {
            drafts.begin(caseNumber, which);
            return "redirect:/cases/" + caseNumber + "/drafts/" + which;
        } catch (CaseRefused e) {
            return shown(file, which, null, e.faults(), model);
        }
    }

    @PostMapping("/{kind}")
    String save(
            @PathVariable String caseNumber,
            @PathVariable String kind,
            @RequestParam Map<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        CaseFile file = visible.getForWork(caseNumber);
        DocumentKind which = kind(file, kind);
        try {
            drafts.save(caseNumber, which, number(fields, "draft"), number(fields, "version"), changed(fields));
            redirect.addFlashAttribute("done", "The draft is saved. It is used when the case issues this letter.");
            return "redirect:/cases/" + caseNumber + "/drafts/" + which;
        } catch (CaseRefused e) {
            return shown(file, which, fields, e.faults(), model);
        }
    }

    /** The letter as a PDF; nothing is saved or filed. */
    @PostMapping("/{kind}/preview")
    Object preview(
            @PathVariable String caseNumber,
            @PathVariable String kind,
            @RequestParam Map<String, String> fields,
            Model model) {
        CaseFile file = visible.getForWork(caseNumber);
        DocumentKind which = kind(file, kind);
        try {
            return Download.pdf(
                    caseNumber + " draft " + which.title(), drafts.preview(caseNumber, which, changed(fields)));
        } catch (CaseRefused e) {
            return shown(file, which, fields, e.faults(), model);
        }
    }

    /** The draft as it was last saved, for those who edit in Word; what they write there is put into the page's fields. */
    @GetMapping("/{kind}/word")
    Object word(@PathVariable String caseNumber, @PathVariable String kind, Model model) {
        CaseFile file = visible.getForWork(caseNumber);
        DocumentKind which = kind(file, kind);
        try {
            return Download.word(caseNumber + " draft " + which.title(), drafts.docx(caseNumber, which));
        } catch (CaseRefused e) {
            return shown(file, which, null, e.faults(), model);
        }
    }

    private String shown(CaseFile file, DocumentKind kind, Map<String, String> typed, List<Fault> faults, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("kind", kind);
        model.addAttribute("draft", drafts.open(file.caseNumber(), kind).orElse(null));
        model.addAttribute("form", FilledForm.of(typed == null ? Map.of() : typed));
        model.addAttribute("typed", typed != null);
        model.addAttribute(
                "refused",
                faults.isEmpty()
                        ? null
                        : faults.stream()
                                .map(fault -> "The draft " + fault.message() + ".")
                                .distinct()
                                .collect(Collectors.joining(" ")));
        return VIEW;
    }

    /** A kind that can be drafted, and that the caller may see. */
    private DocumentKind kind(CaseFile file, String name) {
        DocumentKind kind = drafts.kinds().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (drafts.isPenaltyWork(kind) && !visible.maySeePenaltiesOf(file)) {
            throw new AccessDeniedException("Your account does not see the penalty work of this case");
        }
        return kind;
    }

    private static String words(LetterDrafts.Draft draft, int version) {
        return draft.savings().stream()
                .filter(saving -> saving.version() == version)
                .findFirst()
                .map(LetterDrafts.Saving::words)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The fields {@code block[3]} and {@code after[3]}, in the order of the letter; a locked block is not sent. */
    private static List<LetterDrafts.Changed> changed(Map<String, String> fields) {
        List<LetterDrafts.Changed> changed = new ArrayList<>();
        int last = fields.keySet().stream()
                .filter(name -> name.matches("(block|after)\\[\\d{1,3}]"))
                .mapToInt(name -> Integer.parseInt(name.replaceAll("\\D", "")))
                .max()
                .orElse(-1);
        for (int at = 0; at <= last; at++) {
            changed.add(new LetterDrafts.Changed(at, fields.get("block[" + at + "]")));
            if (!fields.getOrDefault("after[" + at + "]", "").isBlank()) {
                changed.add(new LetterDrafts.Changed(null, fields.get("after[" + at + "]")));
            }
        }
        return changed;
    }

    private static int number(Map<String, String> fields, String name) {
        String sent = fields.getOrDefault(name, "");
        return sent.matches("\\d{1,6}") ? Integer.parseInt(sent) : 0;
    }
}
