package org.abate.desk.pages;

import static org.abate.desk.pages.FigureTable.count;
import static org.abate.desk.pages.FigureTable.days;
import static org.abate.desk.pages.FigureTable.share;
import static org.abate.desk.pages.FigureTable.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.abate.cycletime.Distribution;
import org.abate.cycletime.Heat;
import org.abate.desk.pages.FigureTable.Cell;
import org.abate.desk.pages.FigureTable.Row;

/** The figures of a heat map as tables: its steps, and of one step how its durations lie. Durations are days. */
final class HeatTables {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);

    private HeatTables() {}

    /** The tasks of one diagram. */
    static FigureTable steps(List<Heat.Task> tasks) {
        return new FigureTable(
                "heat-map",
                "Steps",
                null,
                List.of("Step", "Id", "Median", "Mean", "P90", "Finished", "Overdue", "Waits on"),
                tasks.stream()
                        .map(task -> new Row(
                                StageWords.tone(task.waitsOn()),
                                List.of(
                                        text(task.name()),
                                        text(task.stage()),
                                        days(task.figures().total().median()),
                                        days(task.figures().total().mean()),
                                        days(task.figures().total().p90()),
                                        count(task.figures().total().count()),
                                        share(task.figures().overdueShare()),
                                        text(StageWords.waitsOn(task.waitsOn())))))
                        .toList());
    }

    static FigureTable histogram(String name, List<Distribution.Bin> bins) {
        return new FigureTable(
                "distribution",
                "How long it took: " + name,
                "histogram",
                List.of("Days", "Finished"),
                bins.stream()
                        .map(bin -> new Row(
                                "", List.of(text(number(bin.from()) + "–" + number(bin.to())), count(bin.count()))))
                        .toList());
    }

    static FigureTable slowest(String name, List<Distribution.Slow> slowest) {
        return new FigureTable(
                "slowest",
                "Slowest cases: " + name,
                null,
                List.of("Case", "Days", "Finished on", "How", "Overdue"),
                slowest.stream()
                        .map(each -> new Row(
                                "",
                                List.of(
                                        text(each.caseNumber()),
                                        days(each.days()),
                                        day(each.finishedOn()),
                                        text(StageWords.outcome(each.outcome())),
                                        text(each.late() ? "yes" : "no"))))
                        .toList());
    }

    private static Cell day(LocalDate day) {
        return new Cell(day.toString(), DAY.format(day));
    }

    private static String number(double days) {
        return days == Math.rint(days) ? String.valueOf((long) days) : String.valueOf(days);
    }
}
