package org.abate.desk.pages;

import static org.abate.desk.pages.FigureTable.count;
import static org.abate.desk.pages.FigureTable.days;
import static org.abate.desk.pages.FigureTable.share;
import static org.abate.desk.pages.FigureTable.text;

import java.util.List;
import java.util.Map;
import org.abate.cycletime.Bottlenecks;
import org.abate.cycletime.Comparison;
import org.abate.cycletime.Conformance;
import org.abate.desk.pages.FigureTable.Cell;
import org.abate.desk.pages.FigureTable.Row;

/** What a comparison, the deadlines and the bottlenecks found, as tables to take away. Durations are days. */
final class FindingTables {

    private FindingTables() {}

    /** Both sides, their differences and in what interval these lie; overdue shares in percent. */
    static FigureTable comparison(Comparison.Result result) {
        Comparison.Side before = result.before();
        Comparison.Side after = result.after();
        return new FigureTable(
                "compare",
                "Before and after",
                null,
                List.of("Figure", "Before", "After", "Difference", "From", "To"),
                List.of(
                        compared("Finished", count(before.count()), count(after.count()), null, 1),
                        compared("Median, days", days(before.median()), days(after.median()), result.median(), 1),
                        compared("Mean, days", days(before.mean()), days(after.mean()), result.mean(), 1),
                        compared(
                                "Overdue, percent",
                                share(before.overdueShare()),
                                share(after.overdueShare()),
                                result.overdueShare(),
                                100)));
    }

    private static Row compared(String figure, Cell before, Cell after, Comparison.Difference difference, int times) {
        return new Row(
                "",
                List.of(
                        text(figure),
                        before,
                        after,
                        number(difference == null ? null : times * difference.by()),
                        number(difference == null ? null : times * difference.low()),
                        number(difference == null ? null : times * difference.high())));
    }

    private static Cell number(Double value) {
        return days(value == null ? null : Math.round(value * 10_000) / 10_000.0);
    }

    /** @param titles the names of the diagrams by their ids */
    static FigureTable deadlines(List<Conformance.Deadline> deadlines, Map<String, String> titles, StepTitles steps) {
        return new FigureTable(
                "deadlines",
                "Deadlines kept",
                null,
                List.of(
                        "Step",
                        "Process",
                        "Diagram",
                        "Source",
                        "Set by",
                        "Due",
                        "Late",
                        "Kept",
                        "What the diagram says"),
                deadlines.stream()
                        .map(each -> new Row(
                                "",
                                List.of(
                                        text(steps.of(each.process(), each.diagram(), each.stage(), each.name())),
                                        text(titles.getOrDefault(each.process(), each.process())),
                                        text(titles.getOrDefault(each.diagram(), each.diagram())),
                                        text(each.citation()),
                                        text(each.rule() ? "rule" : "office"),
                                        count(each.due()),
                                        count(each.broken()),
                                        share(each.keptShare()),
                                        text(each.text()))))
                        .toList());
    }

    /** @param titles likewise */
    static FigureTable bottlenecks(List<Bottlenecks.Bottleneck> found, Map<String, String> titles) {
        return new FigureTable(
                "bottlenecks",
                "Where cases wait",
                null,
                List.of(
                        "Step",
                        "Process",
                        "Inbox",
                        "Days waited in all",
                        "Share of the waiting",
                        "Median until taken",
                        "Waiting now",
                        "Since",
                        "In words"),
                found.stream()
                        .map(each -> new Row(
                                "",
                                List.of(
                                        text(each.name()),
                                        text(titles.getOrDefault(each.process(), each.process())),
                                        text(each.inbox()),
                                        days(each.waitingDays()),
                                        share(each.share()),
                                        days(each.medianDays()),
                                        count(each.open()),
                                        text(
                                                each.since() == null
                                                        ? null
                                                        : each.since().toString()),
                                        text(each.sentence()))))
                        .toList());
    }
}
