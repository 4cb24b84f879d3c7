package org.abate.desk.pages;

import static org.abate.desk.pages.FigureTable.count;
import static org.abate.desk.pages.FigureTable.days;
import static org.abate.desk.pages.FigureTable.share;
import static org.abate.desk.pages.FigureTable.text;

import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.abate.casefile.Program;
import org.abate.cycletime.CycleTimes;
import org.abate.cycletime.CycleTimes.Figures;
import org.abate.cycletime.CycleTimes.Spread;
import org.abate.cycletime.CycleTimes.Stage;
import org.abate.cycletime.OpenStages;
import org.abate.cycletime.Persuasion;
import org.abate.cycletime.StageOutcome;
import org.abate.desk.pages.FigureTable.Cell;
import org.abate.desk.pages.FigureTable.Row;

/** The figures of cycle times as tables. Durations are days. */
final class CycleTables {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.US);
    private static final DateTimeFormatter WEEK = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);
    private static final String STEP = "Step";
    private static final String PROCESS = "Process";

    private final Map<String, String> titles;
    private final StepTitles steps;

    /**
     * @param titles the names of the diagrams by their ids
     * @param steps what steps are called
     */
    CycleTables(Map<String, String> titles, StepTitles steps) {
        this.titles = titles;
        this.steps = steps;
    }

    /** Cases as a whole, and every step; the steps that took most days in all come first. */
    FigureTable steps(CycleTimes.Report report) {
        List<Row> rows = new ArrayList<>();
        if (report.wholeCase().total().count() > 0) {
            rows.add(new Row("", figures(text("Case as a whole"), text(""), report.wholeCase())));
        }
        mostDaysFirst(report)
                .forEach(stage -> rows.add(new Row(
                        StageWords.tone(stage.waitsOn()),
                        figures(text(title(stage)), text(place(stage)), stage.figures()))));
        return new FigureTable(
                "steps",
                "The case and each step",
                null,
                List.of(
                        STEP,
                        PROCESS,
                        "Finished",
                        "Median",
                        "Mean",
                        "P90",
                        "P95",
                        "Maximum",
                        "Waiting, mean",
                        "Working, mean",
                        "Stopped by appeal or stay, mean",
                        "Stopped by extension, mean",
                        "Overdue"),
                rows);
    }

    private static List<Cell> figures(Cell name, Cell place, Figures figures) {
        Spread total = figures.total();
        return List.of(
                name,
                place,
                count(total.count()),
                days(total.median()),
                days(total.mean()),
                days(total.p90()),
                days(total.p95()),
                days(total.max()),
                days(figures.waiting().mean()),
                days(figures.working().mean()),
                days(figures.stayed().mean()),
                days(figures.extended().mean()),
                share(figures.overdueShare()));
    }

    FigureTable trend(List<CycleTimes.Stretch> stretches, String of, ChronoUnit unit) {
        DateTimeFormatter form = unit == ChronoUnit.WEEKS ? WEEK : MONTH;
        return new FigureTable(
                "trend",
                "Trend: " + of,
                "trend",
                List.of(
                        unit == ChronoUnit.WEEKS ? "Week from" : "Month",
                        "Median",
                        "P90",
                        "Mean",
                        "Finished",
                        "Overdue"),
                stretches.stream()
                        .map(each -> new Row(
                                "",
                                List.of(
                                        new Cell(each.from().toString(), form.format(each.from())),
                                        days(each.figures().total().median()),
                                        days(each.figures().total().p90()),
                                        days(each.figures().total().mean()),
                                        count(each.figures().total().count()),
                                        share(each.figures().overdueShare()))))
                        .toList());
    }

    /** @param of what is put side by side */
    FigureTable groups(List<CycleTimes.Group> groups, String of, CycleTimes.Grouping by) {
        String word =
                switch (by) {
                    case PROGRAM -> "Program";
                    case REGION -> "Region";
                    case VERSION -> "Version";
                    case OUTCOME -> "How it ended";
                };
        return new FigureTable(
                "groups",
                "Side by side: " + of,
                "groups",
                List.of(word, "Median", "P90", "Mean", "P95", "Maximum", "Finished", "Overdue"),
                groups.stream()
                        .sorted(Comparator.comparing(
                                (CycleTimes.Group each) -> by == CycleTimes.Grouping.PROGRAM ? name(each, by) : ""))
                        .map(each -> new Row(
                                "",
                                List.of(
                                        text(name(each, by)),
                                        days(each.figures().total().median()),
                                        days(each.figures().total().p90()),
                                        days(each.figures().total().mean()),
                                        days(each.figures().total().p95()),
                                        days(each.figures().total().max()),
                                        count(each.figures().total().count()),
                                        share(each.figures().overdueShare()))))
                        .toList());
    }

    private String name(CycleTimes.Group group, CycleTimes.Grouping by) {
        return switch (by) {
            case PROGRAM -> Program.of(group.name()).map(Program::title).orElse(group.name());
            case REGION -> group.name();
            case VERSION -> titles.getOrDefault(group.process(), group.process()) + ", version " + group.version();
            case OUTCOME ->
                StageOutcome.of(group.name()).map(StageWords::outcome).orElse(group.name());
        };
    }

    /** Means, since only means of the parts add up to that of the whole. */
    FigureTable waiting(CycleTimes.Report report) {
        return new FigureTable(
                "waiting",
                "Waiting and working",
                "waiting",
                List.of(STEP, "Waiting", "Working", "Waits on", PROCESS),
                mostDaysFirst(report).stream()
                        .filter(stage -> stage.figures().waiting().count() > 0)
                        .map(stage -> new Row(
                                StageWords.tone(stage.waitsOn()),
                                List.of(
                                        text(title(stage)),
                                        days(stage.figures().waiting().mean()),
                                        days(stage.figures().working().mean()),
                                        text(StageWords.waitsOn(stage.waitsOn())),
                                        text(place(stage)))))
                        .toList());
    }

    /** Who has to act, and what part of all days of all steps that makes. */
    FigureTable waitsOn(CycleTimes.Report report) {
        double all = report.waitsOn().values().stream()
                .mapToDouble(CycleTables::daysInAll)
                .sum();
        return new FigureTable(
                "waits-on",
                "Who the steps waited on",
                "share",
                List.of("Waits on", "Share of all days", "Finished", "Median", "Mean", "P90", "Overdue"),
                report.waitsOn().entrySet().stream()
                        .map(each -> new Row(
                                StageWords.tone(each.getKey()),
                                List.of(
                                        text(StageWords.waitsOn(each.getKey())),
                                        share(all == 0 ? null : daysInAll(each.getValue()) / all),
                                        count(each.getValue().total().count()),
                                        days(each.getValue().total().median()),
                                        days(each.getValue().total().mean()),
                                        days(each.getValue().total().p90()),
                                        share(each.getValue().overdueShare()))))
                        .toList());
    }

    /** The steps that have a due date; the greatest share first. */
    FigureTable overdue(CycleTimes.Report report) {
        return new FigureTable(
                "overdue",
                "Finished after their due date",
                "overdue",
                List.of(STEP, "Overdue", "Finished", "Waits on", PROCESS),
                report.stages().stream()
                        .filter(stage -> stage.figures().overdueShare() != null)
                        .sorted(Comparator.comparing(
                                        (Stage stage) -> stage.figures().overdueShare())
                                .thenComparing(stage -> stage.figures().total().count())
                                .reversed())
                        .map(stage -> new Row(
                                StageWords.tone(stage.waitsOn()),
                                List.of(
                                        text(title(stage)),
                                        share(stage.figures().overdueShare()),
                                        count(stage.figures().total().count()),
                                        text(StageWords.waitsOn(stage.waitsOn())),
                                        text(place(stage)))))
                        .toList());
    }

    FigureTable open(List<OpenStages.Stage> open) {
        return new FigureTable(
                "open",
                "Open now",
                "open",
                List.of(STEP, "Open", "Median age", "Oldest", "Limit", "Overdue now", "Likely late", PROCESS),
                open.stream()
                        .map(stage -> new Row(
                                StageWords.tone(stage.waitsOn()),
                                List.of(
                                        text(steps.of(stage.process(), stage.diagram(), stage.stage(), stage.name())),
                                        count(stage.open()),
                                        days(stage.medianAge()),
                                        days(stage.oldest()),
                                        days(stage.medianLimit()),
                                        count(stage.overdue()),
                                        likely(stage.likelyLate()),
                                        text(place(stage.process(), stage.diagram())))))
                        .toList());
    }

    private static Cell likely(Double late) {
        return new Cell(late, late == null ? "too few to tell" : String.format(Locale.US, "%,.1f", late));
    }

    FigureTable persuasion(Persuasion.Report report) {
        List<Row> rows = new ArrayList<>();
        report.results().forEach((result, counted) -> {
            if (counted.cases() > 0) {
                rows.add(new Row(
                        "",
                        List.of(
                                text(words(result)),
                                count(counted.cases()),
                                count(counted.past90()),
                                count(counted.past180()))));
            }
        });
        return new FigureTable(
                "persuasion",
                "Conference, conciliation and persuasion",
                "persuasion",
                List.of("Result", "Cases", "More than 90 days", "More than 180 days"),
                rows);
    }

    private static String words(Persuasion.Result result) {
        return switch (result) {
            case COMPLIANCE -> "Returned to compliance";
            case SCHEDULE -> "Written schedule agreed to";
            case FORMAL_ENFORCEMENT -> "Formal enforcement";
            case ENDED_OTHERWISE -> "Ended with the case or by another event";
            case UNDER_WAY -> "Still under way";
        };
    }

    private static List<Stage> mostDaysFirst(CycleTimes.Report report) {
        return report.stages().stream()
                .sorted(Comparator.comparing((Stage stage) -> daysInAll(stage.figures()))
                        .reversed()
                        .thenComparing(Stage::name)
                        .thenComparing(Stage::process))
                .toList();
    }

    private static double daysInAll(Figures figures) {
        Spread total = figures.total();
        return total.count() == 0 ? 0 : total.count() * total.mean();
    }

    private String title(Stage stage) {
        return steps.of(stage.process(), stage.diagram(), stage.stage(), stage.name());
    }

    private String place(Stage stage) {
        return place(stage.process(), stage.diagram());
    }

    private String place(String process, String diagram) {
        String title = titles.getOrDefault(process, process);
        return process.equals(diagram) ? title : title + ": " + titles.getOrDefault(diagram, diagram);
    }
}
