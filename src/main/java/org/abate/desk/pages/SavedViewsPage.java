package org.abate.desk.pages;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.abate.access.Caller;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Fault;
import org.abate.cycletime.SavedViews;
import org.abate.cycletime.SavedViews.View;
import org.abate.desk.VisibleStages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Saved views of the pages of cycle times. Whoever reads cycle times opens a view by its address, and sees the figures
 * of his own programs; only who saved it renames and deletes it.
 */
@Controller
@RequestMapping("/cycle-times/views")
class SavedViewsPage {

    private static final String LIST = "redirect:/cycle-times/views";

    private final SavedViews views;
    private final VisibleStages visible;
    private final Caller caller;

    SavedViewsPage(SavedViews views, VisibleStages visible, Caller caller) {
        this.views = views;
        this.visible = visible;
        this.caller = caller;
    }

    @ModelAttribute
    void require() {
        visible.programs();
    }

    @GetMapping
    String list(Model model) {
        return list(List.of(), "", model);
    }

    private String list(List<Fault> faults, String faulty, Model model) {
        model.addAttribute("views", views.of(caller.userId()));
        model.addAttribute("faults", faults);
        model.addAttribute("faulty", faulty);
        model.addAttribute(
                "address",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/cycle-times/views/")
                        .toUriString());
        return "desk/saved-views";
    }

    @PostMapping
    String save(@RequestParam Map<String, String> fields, Model model, RedirectAttributes redirect) {
        FilledForm form = FilledForm.of(fields);
        try {
            String id = views.save(
                    caller.userId(), form.text("name"), page(form.value("page")), known(form.value("query")));
            redirect.addFlashAttribute("done", "The view is saved. Its address can be shared.");
            redirect.addFlashAttribute("saved", id);
            return LIST;
        } catch (CaseRefused e) {
            return list(e.faults(), "", model);
        }
    }

    @GetMapping("/{id}")
    String open(@PathVariable String id) {
        View view = views.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String path = CycleTabs.Page.of(view.page()).path();
        return "redirect:" + path + (view.query().isEmpty() ? "" : "?" + view.query());
    }

    @PostMapping("/{id}/rename")
    String rename(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            Model model,
            RedirectAttributes redirect) {
        try {
            requireOwn(views.rename(caller.userId(), id, name));
            redirect.addFlashAttribute("done", "The view has its new name.");
            return LIST;
        } catch (CaseRefused e) {
            return list(e.faults(), id, model);
        }
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable String id, RedirectAttributes redirect) {
        requireOwn(views.delete(caller.userId(), id));
        redirect.addFlashAttribute("done", "The view is deleted.");
        return LIST;
    }

    private static SavedViews.Page page(String name) {
        return Arrays.stream(SavedViews.Page.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CaseRefused("page", "is none that can be saved; save the view from its page"));
    }

    private static void requireOwn(boolean own) {
        if (!own) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /** The filters of a query and nothing else, encoded anew. */
    private static String known(String query) {
        Map<String, String> filters = new LinkedHashMap<>();
        try {
            UriComponentsBuilder.newInstance()
                    .query(query)
                    .build()
                    .getQueryParams()
                    .forEach((name, values) -> {
                        if (StageSelections.NAMES.contains(name)) {
                            String value = values.get(0) == null ? "" : values.get(0);
                            filters.put(name, URLDecoder.decode(value, StandardCharsets.UTF_8));
                        }
                    });
        } catch (IllegalArgumentException e) {
            throw new CaseRefused("query", "is no part of an address; save the view from its page");
        }
        return new StageSelection(null, null, null, null, filters).queryText();
    }
}
