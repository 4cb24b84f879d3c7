package org.abate.desk.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.abate.casefile.County;
import org.abate.casefile.Facility;
import org.abate.casefile.FacilityIdentifier;
import org.abate.casefile.NewFacility;
import org.abate.casefile.Regions;
import org.abate.desk.VisibleCases;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The facility of a new case: one the record knows, found and taken as it stands, or a new one filled in. */
@Component
class FacilityChoice {

    private static final String ID = "facility.id";
    private static final String SEARCH = "facility-search";
    private static final int MOST_FOUND = 8;
    private static final Pattern CHANGE = Pattern.compile("search|another|(\\d{1,18})");
    private static final String NUMBERS = "facility.identifiers.";

    private final VisibleCases visible;
    private final Regions regions;

    FacilityChoice(VisibleCases visible, Regions regions) {
        this.visible = visible;
        this.regions = regions;
    }

    /** As it is with what a button says: search, another than the one chosen, or the id of one that was found. */
    FilledForm changed(FilledForm form, String button, Model model) {
        Matcher change = CHANGE.matcher(button);
        if (!change.matches()) {
            return form;
        }
        if (change.group(1) != null) {
            return form.with(ID, change.group(1)).with(SEARCH, "");
        }
        String text = form.text(SEARCH);
        if (button.equals("search") && text != null) {
            model.addAttribute("found", visible.facilities(text.replaceAll("\\p{Cntrl}", " "), MOST_FOUND));
        }
        model.addAttribute("next", SEARCH);
        return form.with(ID, "");
    }

    /** Puts into the model what the page shows of the facility besides the form. */
    void show(FilledForm form, Model model) {
        model.addAttribute("chosen", chosen(form).orElse(null));
        model.addAttribute("mostFound", MOST_FOUND);
        model.addAttribute("counties", County.names());
        model.addAttribute("regions", regions.names());
    }

    NewFacility read(FilledForm form, FormReader reader) {
        if (form.text(ID) != null) {
            Optional<Facility> chosen = chosen(form);
            if (chosen.isEmpty()) {
                reader.fault(ID, "is not one of your cases' facilities; search again, or fill it in");
            }
            return chosen.map(facility -> new NewFacility(facility.id(), null, null, null, null, null))
                    .orElse(null);
        }
        return new NewFacility(
                null,
                reader.text("facility.name"),
                reader.text("facility.address"),
                reader.choice("facility.county", County.names()),
                reader.choice("facility.region", regions.names()),
                numbers(reader));
    }

    private Optional<Facility> chosen(FilledForm form) {
        return Optional.ofNullable(form.text(ID))
                .filter(id -> id.matches("\\d{1,18}"))
                .flatMap(id -> visible.facility(Long.parseLong(id)));
    }

    private static Map<String, String> numbers(FormReader reader) {
        Map<String, String> numbers = new LinkedHashMap<>();
        for (FacilityIdentifier identifier : FacilityIdentifier.values()) {
            String number = reader.text(NUMBERS + identifier.key());
            if (number != null) {
                numbers.put(identifier.key(), number);
            }
        }
        return numbers;
    }
}
