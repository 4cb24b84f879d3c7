package org.abate.desk.pages;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.abate.casefile.Fault;
import org.abate.cycletime.CycleTimes;
import org.abate.cycletime.StageQuery;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a page of cycle times is narrowed to.
 *
 * @param form the filters as they were typed, with what is wrong with them
 * @param query what they ask for; null where something is wrong
 * @param stage the id of a task; null for cases as a whole
 * @param unit whether the trend goes by months or weeks
 * @param filters those that are set, in the order of the page, as an address has them
 */
record StageSelection(FilledForm form, StageQuery query, String stage, ChronoUnit unit, Map<String, String> filters) {

    private static final Set<String> EXPORTED =
            Set.of("process", "version", "program", "region", "outcome", "from", "to");

    /** By what figures are put side by side: unless it is said, by program, or of one process by region. */
    CycleTimes.Grouping grouping() {
        String per = form.text("per");
        if (per != null) {
            return CycleTimes.Grouping.valueOf(per.toUpperCase(Locale.ROOT));
        }
        return form.text("process") == null ? CycleTimes.Grouping.PROGRAM : CycleTimes.Grouping.REGION;
    }

    public List<Fault> faults() {
        return form.faults();
    }

    public boolean isInOrder() {
        return query != null;
    }

    /** The same, but something is wrong with it. */
    StageSelection with(Fault fault) {
        List<Fault> faults = new ArrayList<>(faults());
        faults.add(fault);
        return new StageSelection(form.with(faults), null, stage, unit, filters);
    }

    /** The filters as an address has them: {@code process=tank-enforcement&by=week}. */
    public String queryText() {
        return asQuery(filters);
    }

    /** The address of another page with the same filters. */
    public String at(String path) {
        return address(path, filters);
    }

    /** The same with another value for one filter. */
    public String at(String path, String name, Object value) {
        Map<String, String> others = new LinkedHashMap<>(filters);
        others.put(name, value.toString());
        return path + "?" + asQuery(others);
    }

    /** The address of an operation of the REST interface that takes the same filters. */
    public String exportAt(String path) {
        Map<String, String> known = new LinkedHashMap<>(filters);
        known.keySet().retainAll(EXPORTED);
        known.values().removeIf(String::isEmpty);
        return address(path, known);
    }

    /** The address of the cases that broke a deadline of a process. */
    public String brokenAt(String process, String stage) {
        Map<String, String> others = new LinkedHashMap<>(filters);
        others.put("process", process);
        others.put("stage", stage);
        return ConformancePage.PATH + "?" + asQuery(others);
    }

    static String address(String path, Map<String, String> filters) {
        return filters.isEmpty() ? path : path + "?" + asQuery(filters);
    }

    private static String asQuery(Map<String, String> filters) {
        UriComponentsBuilder address = UriComponentsBuilder.newInstance();
        filters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        String text = address.encode().buildAndExpand(filters).toUriString();
        return text.startsWith("?") ? text.substring(1) : text;
    }
}
