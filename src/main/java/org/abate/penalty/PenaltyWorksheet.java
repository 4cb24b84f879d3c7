package org.abate.penalty;

import java.math.BigDecimal;
import java.util.List;

/**
 * An assessment as its worksheet is printed: every figure in words, the total and, where floor or caps changed it, the
 * figure before them.
 *
 * @param uncapped the figure before floor and caps; null where it is the total
 * @param unverified whether any line rests on a figure nobody could verify
 */
public record PenaltyWorksheet(
        String rule,
        String citation,
        String version,
        List<Entry> lines,
        String total,
        String uncapped,
        boolean unverified) {

    public PenaltyWorksheet {
        lines = List.copyOf(lines);
    }

    /**
     * One printed line; what it does not have is an empty text.
     *
     * @param figure points or dollars the line adds
     * @param runningTotal points or dollars so far
     */
    public record Entry(String citation, String text, String input, String figure, String runningTotal, String note) {}

    public static PenaltyWorksheet of(Assessment assessment) {
        boolean changed = assessment.uncapped().compareTo(assessment.total()) != 0;
        return new PenaltyWorksheet(
                assessment.rule(),
                assessment.citation(),
                assessment.version(),
                assessment.lines().stream().map(PenaltyWorksheet::entry).toList(),
                Dollars.words(assessment.total()),
                changed ? Dollars.words(assessment.uncapped()) : null,
                assessment.lines().stream().anyMatch(line -> Sheet.isUnverified(line.note())));
    }

    private static Entry entry(Assessment.Line line) {
        return new Entry(
                text(line.citation()),
                text(line.text()),
                text(line.input()),
                figure(line.points(), line.amount()),
                figure(line.runningPoints(), line.runningTotal()),
                text(line.note()));
    }

    private static String figure(Integer points, BigDecimal dollars) {
        if (dollars != null) {
            return Dollars.words(dollars);
        }
        return points == null ? "" : Words.count(points, "point", "points");
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
