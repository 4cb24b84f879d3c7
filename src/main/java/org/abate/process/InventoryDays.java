package org.abate.process;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.abate.casefile.InventoryYear;

/**
 * The days of the emission inventory, as the settings of its process name them: {@code June 1}, {@code June 30},
 * {@code July 15} (Manual 3.1).
 */
final class InventoryDays {

    private static final String DUE = "submissionsDue";
    private static final String INVOICES = "lateInvoices";
    private static final String LIST = "noncomplianceList";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d", Locale.US);

    private InventoryDays() {}

    /** The year with its days, before anything has happened in it. */
    static InventoryYear of(int year, Settings process) {
        return new InventoryYear(
                year,
                InventoryYear.Status.OPEN,
                day(year, process, DUE),
                day(year, process, INVOICES),
                day(year, process, LIST),
                null,
                null,
                null,
                null,
                null);
    }

    private static LocalDate day(int year, Settings process, String setting) {
        return MonthDay.parse(process.get(setting), DAY).atYear(year);
    }

    static List<String> objections(Settings process) {
        List<Optional<MonthDay>> days =
                Stream.of(DUE, INVOICES, LIST).map(name -> read(process, name)).toList();
        if (days.stream().anyMatch(Optional::isEmpty)) {
            return Stream.of(DUE, INVOICES, LIST)
                    .filter(name -> read(process, name).isEmpty())
                    .map(name -> "the setting " + name + " must be a day of the year such as \"June 1\"")
                    .toList();
        }
        return days.get(0).orElseThrow().isBefore(days.get(1).orElseThrow())
                        && days.get(1).orElseThrow().isBefore(days.get(2).orElseThrow())
                ? List.of()
                : List.of("the days " + DUE + ", " + INVOICES + " and " + LIST + " must follow each other in the year");
    }

    private static Optional<MonthDay> read(Settings process, String setting) {
        try {
            return process.find(setting).map(text -> MonthDay.parse(text, DAY));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
