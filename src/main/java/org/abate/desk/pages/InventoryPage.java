package org.abate.desk.pages;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.EmissionInventory.Taken;
import org.abate.casefile.Fault;
import org.abate.casefile.InventoryDelivery;
import org.abate.casefile.InventorySubmission;
import org.abate.casefile.NewService;
import org.abate.casefile.NoSuchInventory;
import org.abate.desk.VisibleInventory;
import org.abate.process.EventRefused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of the emission inventory: its years, and one year with what is recorded in it. */
@Controller
class InventoryPage {

    private final VisibleInventory inventory;
    private final InventoryView view;
    private final Shown shown;

    InventoryPage(VisibleInventory inventory, InventoryView view, Shown shown) {
        this.inventory = inventory;
        this.view = view;
        this.shown = shown;
    }

    @GetMapping("/inventory")
    String years(Model model) {
        // Once most of a year has passed, the one that begins is the next
        int year = shown.today().plusMonths(7).getYear();
        return view.years(FilledForm.of(Map.of("year", String.valueOf(year))), List.of(), model);
    }

    @PostMapping("/inventory")
    String begin(
            @RequestParam Map<String, String> fields,
            @RequestParam MultipartFile file,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        FilledForm form = FilledForm.of(fields);
        FormReader reader = new FormReader(form);
        Integer year = reader.count("year");
        if (!reader.faults().isEmpty()) {
            return view.years(form.with(reader.faults()), List.of(), model);
        }
        try {
            Taken taken = inventory.begin(year, file.getBytes());
            redirect.addFlashAttribute("done", "The year has begun with " + taken.added() + " sources.");
            return "redirect:/inventory/" + year;
        } catch (CaseRefused e) {
            return view.years(form, e.faults(), model);
        }
    }

    @GetMapping("/inventory/{year:\\d{4}}")
    String year(@PathVariable int year, @RequestParam Map<String, String> fields, Model model) {
        return view.year(year, FilledForm.of(fields), Map.of(), List.of(), model);
    }

    /** What a failed step's task calls its case is the year. */
    @GetMapping("/cases/INVENTORY-{year:\\d{4}}")
    String asCase(@PathVariable int year) {
        return "redirect:/inventory/" + year;
    }

    @GetMapping("/inventory/{year:\\d{4}}/progress")
    String progress(@PathVariable int year, Model model) {
        return view.progress(year, model);
    }

    @PostMapping("/inventory/{year:\\d{4}}/sources")
    String list(@PathVariable int year, @RequestParam MultipartFile file, Model model, RedirectAttributes redirect)
            throws IOException {
        byte[] content = file.getBytes();
        return file(year, () -> inventory.list(year, content), model, redirect);
    }

    @PostMapping("/inventory/{year:\\d{4}}/submissions/file")
    String submitFile(
            @PathVariable int year, @RequestParam MultipartFile file, Model model, RedirectAttributes redirect)
            throws IOException {
        byte[] content = file.getBytes();
        return file(year, () -> inventory.submit(year, content), model, redirect);
    }

    private String file(int year, Supplier<Taken> work, Model model, RedirectAttributes redirect) {
        try {
            Taken taken = work.get();
            redirect.addFlashAttribute(
                    "done",
                    "The file is in: " + taken.added() + " new, " + taken.changed() + " changed, " + taken.unchanged()
                            + " as they were.");
            return "redirect:/inventory/" + year;
        } catch (CaseRefused e) {
            return view.year(year, FilledForm.of(Map.of()), Map.of(), e.faults(), model);
        }
    }

    @PostMapping("/inventory/{year:\\d{4}}/submissions")
    String submit(
            @PathVariable int year,
            @RequestParam Map<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        return change("submission", year, fields, model, redirect, "The submission is recorded.", reader -> {
            InventorySubmission submission = new InventorySubmission(
                    reader.text("source"), reader.day("questionnaireReceivedOn"), reader.day("feeReceivedOn"));
            return () -> inventory.submit(year, submission);
        });
    }

    @PostMapping("/inventory/{year:\\d{4}}/deliveries/file")
    String deliverFile(
            @PathVariable int year, @RequestParam MultipartFile file, Model model, RedirectAttributes redirect)
            throws IOException {
        byte[] content = file.getBytes();
        return file(year, () -> inventory.deliver(year, content), model, redirect);
    }

    @PostMapping("/inventory/{year:\\d{4}}/deliveries")
    String deliver(
            @PathVariable int year,
            @RequestParam Map<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        return change("delivery", year, fields, model, redirect, "The delivery is recorded.", reader -> {
            NewService service = Deliveries.NONE.read(reader);
            Integer corrects = reader.text("entry") == null ? null : reader.count("entry");
            InventoryDelivery delivery = new InventoryDelivery(
                    reader.text("source"), corrects == null ? service : service.correcting(corrects.longValue()));
            return () -> inventory.deliver(year, delivery);
        });
    }

    @PostMapping("/inventory/{year:\\d{4}}/strikes")
    String strike(
            @PathVariable int year,
            @RequestParam Map<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        return change(
                "strike",
                year,
                fields,
                model,
                redirect,
                "The source is off the list.",
                reader -> () -> inventory.strike(year, reader.text("source"), reader.text("reason")));
    }

    @PostMapping("/inventory/{year:\\d{4}}/corrections")
    String correct(
            @PathVariable int year,
            @RequestParam Map<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        return change("correction", year, fields, model, redirect, "The submission is put right.", reader -> {
            InventorySubmission right = new InventorySubmission(
                    reader.text("source"), reader.day("questionnaireReceivedOn"), reader.day("feeReceivedOn"));
            String reason = reader.text("reason");
            return () -> inventory.correct(year, right, reason);
        });
    }

    @PostMapping("/inventory/{year:\\d{4}}/reinstatements")
    String putBack(
            @PathVariable int year,
            @RequestParam Map<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        return change(
                "reinstatement",
                year,
                fields,
                model,
                redirect,
                "The source is on the list of the year again.",
                reader -> () -> inventory.putBack(year, reader.text("source"), reader.text("reason")));
    }

    @PostMapping("/inventory/{year:\\d{4}}/cancellation")
    String cancel(
            @PathVariable int year,
            @RequestParam Map<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        return change(
                "cancellation",
                year,
                fields,
                model,
                redirect,
                "The year is cancelled: nothing more is sent or opened.",
                reader -> () -> inventory.cancel(year, reader.text("reason")));
    }

    private interface Change {
        Runnable of(FormReader reader);
    }

    private String change(
            String name,
            int year,
            Map<String, String> fields,
            Model model,
            RedirectAttributes redirect,
            String done,
            Change change) {
        FilledForm form = FilledForm.of(fields);
        FormReader reader = new FormReader(form);
        try {
            Runnable work = change.of(reader);
            if (!reader.faults().isEmpty()) {
                return refused(year, name, form.with(reader.faults()), model);
            }
            work.run();
            redirect.addFlashAttribute("done", done);
            return "redirect:/inventory/" + year;
        } catch (CaseRefused e) {
            return refused(year, name, form.with(e.faults()), model);
        } catch (NoSuchInventory | EventRefused e) {
            return refused(
                    year, name, form.with(List.of(new Fault("source", "is not known: " + e.getMessage()))), model);
        }
    }

    private String refused(int year, String name, FilledForm form, Model model) {
        return view.year(year, FilledForm.of(Map.of()), Map.of(name, form), List.of(), model);
    }
}
