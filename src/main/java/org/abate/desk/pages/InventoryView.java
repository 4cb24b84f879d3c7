package org.abate.desk.pages;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.abate.casefile.Fault;
import org.abate.casefile.InventoryFile;
import org.abate.casefile.InventoryQuery;
import org.abate.casefile.InventorySource;
import org.abate.casefile.Page;
import org.abate.desk.VisibleInventory;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the pages of the emission inventory show. */
@Component
class InventoryView {

    private static final String YEARS = "desk/inventory";
    private static final String YEAR = "desk/inventory-year";
    private static final int SIZE = 50;
    private static final List<String> FORMS =
            List.of("submission", "correction", "delivery", "strike", "reinstatement", "cancellation");

    /** More faults of a file than these nobody reads on a page. */
    private static final int MOST_FAULTS = 100;

    private final VisibleInventory inventory;

    InventoryView(VisibleInventory inventory) {
        this.inventory = inventory;
    }

    /**
     * All years.
     *
     * @param form that begins a year, as it is filled
     * @param faults of its file
     */
    String years(FilledForm form, List<Fault> faults, Model model) {
        model.addAttribute("years", inventory.years());
        model.addAttribute("lists", inventory.mayList());
        model.addAttribute("columns", String.join(",", InventoryFile.SOURCE_COLUMNS));
        model.addAttribute("form", form);
        fileFaults(faults, model);
        return YEARS;
    }

    private static void fileFaults(List<Fault> faults, Model model) {
        model.addAttribute("fileFaults", faults.stream().limit(MOST_FAULTS).toList());
        model.addAttribute("moreFaults", Math.max(0, faults.size() - MOST_FAULTS));
    }

    /** Only how far the year has come: what its page asks for again and again. */
    String progress(int year, Model model) {
        model.addAttribute("progress", inventory.get(year));
        return YEAR + " :: progress";
    }

    /**
     * One year.
     *
     * @param filter which sources are shown
     * @param filled the form that was refused, by its name
     * @param faults of a file
     */
    String year(int year, FilledForm filter, Map<String, FilledForm> filled, List<Fault> faults, Model model) {
        VisibleInventory.Progress progress = inventory.get(year);
        model.addAttribute("progress", progress);
        InventoryQuery.Which which = Arrays.stream(InventoryQuery.Which.values())
                .filter(each -> filter.is("which", each.name()))
                .findFirst()
                .orElse(null);
        int page = filter.value("page").matches("\\d{1,6}") ? Integer.parseInt(filter.value("page")) : 0;
        Page<InventorySource> sources = inventory.search(new InventoryQuery(year, which, filter.text("q"), page, SIZE));
        model.addAttribute("sources", sources);
        model.addAttribute("service", inventory.service(sources.items()));
        model.addAttribute("deliveries", Deliveries.NONE);
        model.addAttribute("deliveryColumns", String.join(",", InventoryFile.DELIVERY_COLUMNS));
        model.addAttribute("pages", (sources.total() + SIZE - 1) / SIZE);
        model.addAttribute("whiches", InventoryQuery.Which.values());
        model.addAttribute("works", inventory.mayWork());
        model.addAttribute("lists", inventory.mayList());
        model.addAttribute("strikes", inventory.mayStrike(progress.year()));
        model.addAttribute("sourceColumns", String.join(",", InventoryFile.SOURCE_COLUMNS));
        model.addAttribute("submissionColumns", String.join(",", InventoryFile.SUBMISSION_COLUMNS));
        model.addAttribute("filter", filter);
        Map<String, FilledForm> forms = new HashMap<>();
        FORMS.forEach(name -> forms.put(name, filled.getOrDefault(name, FilledForm.of(Map.of()))));
        model.addAttribute("forms", forms);
        fileFaults(faults, model);
        return YEAR;
    }
}
