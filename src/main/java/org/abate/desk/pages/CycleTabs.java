package org.abate.desk.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.abate.cycletime.SavedViews;
import org.springframework.stereotype.Component;

/** The pages of cycle times beside each other: who goes from one to another stays with the process and period at hand. */
@Component("cycleTabs")
class CycleTabs {

    private static final List<String> OF_ALL = List.of("process", "program", "region", "from", "to");

    private final StageSelections selections;
    private final HttpServletRequest request;

    CycleTabs(StageSelections selections, HttpServletRequest request) {
        this.selections = selections;
        this.request = request;
    }

    /** A page that can be saved is called as {@link SavedViews.Page} calls it. */
    enum Page {
        FIGURES("figures", "Figures", CycleTimesPage.PATH, OF_ALL),
        HEAT_MAP("heat-map", "Heat map", HeatMapPage.PATH, OF_ALL),
        COMPARE("compare", "Did it help?", ComparePage.PATH, List.of("process", "region")),
        CONFORMANCE("conformance", "Deadlines kept", ConformancePage.PATH, OF_ALL),
        BOTTLENECKS("bottlenecks", "Where cases wait", BottlenecksPage.PATH, OF_ALL),
        VIEWS("views", "Saved views", "/cycle-times/views", List.of());

        private final String id;
        private final String title;
        private final String path;
        private final List<String> known;

        Page(String id, String title, String path, List<String> known) {
            this.id = id;
            this.title = title;
            this.path = path;
            this.known = known;
        }

        static Page of(SavedViews.Page saved) {
            return valueOf(saved.name());
        }

        String path() {
            return path;
        }
    }

    /** A page, and its address with what it knows of the filters at hand. */
    record Tab(String id, String title, String address) {}

    public List<Tab> all() {
        Map<String, String> given = given();
        return Arrays.stream(Page.values())
                .map(page -> new Tab(page.id, page.title, address(page, given)))
                .toList();
    }

    /** What the tab of a saved view's page is called. */
    public String title(SavedViews.Page saved) {
        return Page.of(saved).title;
    }

    /** A block is drawn as a process is, but no page has figures of it alone. */
    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        for (String name : OF_ALL) {
            if (request.getParameter(name) != null) {
                given.put(name, request.getParameter(name));
            }
        }
        if (given.containsKey("process")
                && selections.processes().stream().noneMatch(each -> each.id().equals(given.get("process")))) {
            given.remove("process");
        }
        return given;
    }

    private static String address(Page page, Map<String, String> given) {
        Map<String, String> known = new LinkedHashMap<>(given);
        known.keySet().retainAll(page.known);
        return StageSelection.address(page.path, known);
    }
}
