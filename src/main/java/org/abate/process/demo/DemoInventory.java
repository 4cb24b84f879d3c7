package org.abate.process.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.abate.access.Office;
import org.abate.casefile.EmissionInventory;
import org.abate.casefile.InventoryDelivery;
import org.abate.casefile.InventoryLines;
import org.abate.casefile.InventorySubmission;
import org.abate.casefile.InventoryYear;
import org.abate.casefile.NewInventorySource;
import org.abate.casefile.NewService;
import org.abate.casefile.ServiceEvent;
import org.abate.casefile.ServiceManner;
import org.abate.process.InventoryProcesses;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The demonstration's emission inventories: one year that has gone its whole way, and the next, which has just begun.
 * Sources and owners are invented.
 */
@Component
@Profile("demo")
class DemoInventory implements DemoProgram {

    private static final List<String> KINDS = List.of(
            "Asphalt Plant",
            "Grain Terminal",
            "Lime Works",
            "Ready-Mix",
            "Foundry",
            "Boat Works",
            "Print Shop",
            "Quarry");

    private static final List<String> PLACES = List.of(
            "Rolla, MO 65401; Phelps",
            "Sikeston, MO 63801; Scott",
            "Camdenton, MO 65020; Camden",
            "Eminence, MO 65466; Shannon");

    /** Of which all but the last seven submit by June 1. */
    private static final int SOURCES = 32;

    private static final int IN_TIME = SOURCES - 7;

    /** What the late ones that are left are: two that owed nothing, and one that becomes a case. */
    private static final int UPON_INVOICE = SOURCES - 3;

    private final DemoWalk walk;
    private final InventoryProcesses processes;
    private final EmissionInventory inventory;

    DemoInventory(DemoWalk walk, InventoryProcesses processes, EmissionInventory inventory) {
        this.walk = walk;
        this.processes = processes;
        this.inventory = inventory;
    }

    @Override
    public void open() {
        int current = walk.today().getYear();
        boolean over = !walk.today().isBefore(LocalDate.of(current, 8, 1));
        wholeYear(over ? current : current - 1);
        begun(over ? current + 1 : current);
    }

    private void wholeYear(int year) {
        on(LocalDate.of(year, 1, 12));
        processes.begin(year, InventoryLines.of(sources()));
        walk.follow(InventoryYear.key(year));
        for (int each = 1; each <= IN_TIME; each++) {
            submit(year, LocalDate.of(year, 3 + each % 3, 1 + each), each);
        }
        walk.fire(before(LocalDate.of(year, 6, 2)), "SubmissionsDue");
        walk.fire(before(LocalDate.of(year, 6, 30)), "EndOfJune");
        on(LocalDate.of(year, 7, 3));
        for (int each = IN_TIME + 1; each <= SOURCES; each++) {
            inventory.deliver(
                    year,
                    InventoryLines.one(new InventoryDelivery(
                            number(each),
                            new NewService(
                                    ServiceEvent.RECEIVED,
                                    ServiceManner.CERTIFIED_MAIL,
                                    "9589 0710 5270 0000 %04d 31".formatted(each),
                                    LocalDate.of(year, 7, 2),
                                    null,
                                    null,
                                    null))));
        }
        for (int each = IN_TIME + 1; each <= UPON_INVOICE; each++) {
            submit(year, LocalDate.of(year, 7, 8), each);
        }
        walk.fire(before(LocalDate.of(year, 7, 15)), "JulyFifteenth");
        walk.at(before(LocalDate.of(year, 7, 16)), Office.AIR.enforcement());
        inventory.strike(year, number(SOURCES - 2), "Shut down in December of the year before");
        inventory.strike(year, number(SOURCES - 1), "Below the threshold since its second kiln was removed");
        walk.complete(before(LocalDate.of(year, 7, 16)), Office.AIR.enforcement(), "ReviewList");
    }

    private void begun(int year) {
        on(walk.today().minusDays(1));
        processes.begin(year, InventoryLines.of(sources()));
        for (int each = 1; each <= 2; each++) {
            submit(year, walk.today().minusDays(1), each);
        }
    }

    private void submit(int year, LocalDate day, int each) {
        on(day);
        inventory.submit(year, InventoryLines.one(new InventorySubmission(number(each), day, day)));
    }

    private void on(LocalDate day) {
        walk.at(before(day), Office.AIR.staff());
    }

    private int before(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(day, walk.today());
    }

    private static String number(int each) {
        return "%03d-%04d".formatted(each % PLACES.size() + 1, each);
    }

    private static Map<String, NewInventorySource> sources() {
        Map<String, NewInventorySource> sources = new LinkedHashMap<>();
        for (int each = 1; each <= SOURCES; each++) {
            String[] place = PLACES.get(each % PLACES.size()).split("; ");
            String name = "Sample " + KINDS.get(each % KINDS.size()) + " " + each;
            sources.put(
                    "source " + each + ".",
                    new NewInventorySource(
                            number(each),
                            name,
                            each + "00 Industrial Road, " + place[0],
                            place[1],
                            place[1].equals("Camden") ? "Southwest" : "Southeast",
                            name + " LLC",
                            "PO Box " + (900 + each) + ", " + place[0],
                            null));
        }
        return sources;
    }
}
