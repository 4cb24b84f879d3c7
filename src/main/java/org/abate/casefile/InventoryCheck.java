package org.abate.casefile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether what is given for an inventory can be recorded: a source as its case would have to be opened. */
@Component
class InventoryCheck {

    private final Regions regions;
    private final PrintedWords words;
    private final Clock clock;

    InventoryCheck(Regions regions, PrintedWords words, Clock clock) {
        this.regions = regions;
        this.words = words;
        this.clock = clock;
    }

    /** @throws CaseRefused with every fault, under the place of what is given */
    Map<String, NewInventorySource> sources(InventoryLines<NewInventorySource> given) {
        Faults faults = new Faults();
        faults.addAll(given.faults());
        if (given.rows().isEmpty() && given.faults().isEmpty()) {
            faults.add("sources", "must have at least one source");
        }
        Map<String, String> places = new HashMap<>();
        Map<String, NewInventorySource> checked = new LinkedHashMap<>();
        given.rows().forEach((place, source) -> {
            NewInventorySource row = source(place, source, faults);
            checked.put(place, row);
            once(places, place, row.source(), faults);
        });
        faults.sortByLine();
        faults.refuse();
        return checked;
    }

    private NewInventorySource source(String place, NewInventorySource given, Faults faults) {
        String number = faults.line(place + "source", given.source(), 40);
        faults.printed(words, place + "facility", given.facilityName());
        faults.printed(words, place + "address", given.facilityAddress());
        faults.printed(words, place + "owner", given.ownerName());
        faults.printed(words, place + "ownerAddress", given.ownerAddress());
        String owner = faults.optionalLine(place + "owner", given.ownerName(), 200);
        String ownerAddress = faults.optionalText(place + "ownerAddress", given.ownerAddress(), 500);
        if ((owner == null) != (ownerAddress == null)) {
            faults.add(
                    place + (owner == null ? "owner" : "ownerAddress"),
                    "is missing; give the owner with the mailing address, or neither");
        }
        BigDecimal fee = given.feeDue();
        if (fee != null) {
            int before = faults.found().size();
            faults.dollars(place + "feeDue", fee, true);
            fee = faults.found().size() > before ? fee : fee.setScale(2, RoundingMode.UNNECESSARY);
        }
        return new NewInventorySource(
                number == null ? null : number.toUpperCase(Locale.ROOT),
                faults.line(place + "facility", given.facilityName(), 200),
                faults.text(place + "address", given.facilityAddress(), 500),
                known(place + "county", given.county(), faults, County::known),
                known(place + "region", given.region(), faults, regions::known),
                owner,
                ownerAddress,
                fee);
    }

    private interface Place {
        String known(String field, String written, Faults faults);
    }

    private static String known(String field, String written, Faults faults, Place places) {
        int before = faults.found().size();
        String line = faults.line(field, written, 60);
        return faults.found().size() > before ? line : places.known(field, line, faults);
    }

    private static void once(Map<String, String> places, String place, String source, Faults faults) {
        if (source != null && places.putIfAbsent(source, place) != null) {
            faults.add(
                    place + "source",
                    source + " stands in " + places.get(source).replaceAll("\\.$", "") + " already");
        }
    }

    void submissions(int year, InventoryLines<InventorySubmission> given, Faults faults) {
        faults.addAll(given.faults());
        if (given.rows().isEmpty() && given.faults().isEmpty()) {
            faults.add("submissions", "must have at least one submission");
        }
        Map<String, String> places = new HashMap<>();
        given.rows().forEach((place, submission) -> {
            String source = faults.line(place + "source", submission.source(), 40);
            once(places, place, source == null ? null : source.toUpperCase(Locale.ROOT), faults);
            if (submission.questionnaireReceivedOn() == null
                    && submission.feeReceivedOn() == null
                    && !faults.in(place + "questionnaireReceivedOn")
                    && !faults.in(place + "feeReceivedOn")) {
                faults.add(
                        place + "questionnaireReceivedOn",
                        "is missing, and so is the day on which the fee came in: give one or both days");
            }
            days(year, place, submission, faults);
        });
    }

    /** The days on which something came in, from the year before on. */
    void days(int year, String place, InventorySubmission submission, Faults faults) {
        Map<String, LocalDate> days = new LinkedHashMap<>();
        days.put("questionnaireReceivedOn", submission.questionnaireReceivedOn());
        days.put("feeReceivedOn", submission.feeReceivedOn());
        days.forEach((field, day) -> {
            if (day != null) {
                faults.day(place + field, day, LocalDate.of(year - 1, 1, 1), LocalDate.now(clock));
            }
        });
    }
}
