package org.abate.desk.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.abate.casefile.ReasonOccasion;
import org.abate.cycletime.Reasons;
import org.abate.desk.pages.FigureTable.Row;

/** The reasons of withdrawals and of missed deadlines as tables, a table for each of the two. */
final class ReasonTables {

    private ReasonTables() {}

    /** The most frequent first; what staff have not explained comes last. */
    static FigureTable of(ReasonOccasion occasion, List<Reasons.Share> shares) {
        boolean missed = occasion == ReasonOccasion.MISSED_DEADLINE;
        return new FigureTable(
                id(occasion),
                missed ? "Why deadlines were missed" : "Why cases were withdrawn",
                "reasons",
                List.of("Reason", missed ? "Deadlines missed" : "Cases withdrawn", "Share"),
                shares.stream()
                        .filter(each -> each.occasion() == occasion)
                        .map(each -> new Row(
                                "",
                                List.of(
                                        FigureTable.text(each.title()),
                                        FigureTable.count(each.count()),
                                        FigureTable.share(each.share()))))
                        .toList());
    }

    /** The occasion whose table has that id. */
    static Optional<ReasonOccasion> occasion(String id) {
        return Arrays.stream(ReasonOccasion.values())
                .filter(each -> id(each).equals(id))
                .findFirst();
    }

    private static String id(ReasonOccasion occasion) {
        return "reasons-" + occasion.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
