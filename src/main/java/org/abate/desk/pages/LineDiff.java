package org.abate.desk.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.text.diff.CommandVisitor;
import org.apache.commons.text.diff.StringsComparator;

/** What changed between two texts, line by line. The library compares characters, so each different line is given one. */
final class LineDiff {

    /**
     * A line of the comparison.
     *
     * @param change "added", "removed" or "same"
     */
    record Line(String change, String text) {}

    private LineDiff() {}

    static List<Line> of(String before, String after) {
        Map<String, Character> characters = new HashMap<>();
        List<String> lines = new ArrayList<>();
        String one = encoded(before, characters, lines);
        String other = encoded(after, characters, lines);
        List<Line> diff = new ArrayList<>();
        new StringsComparator(one, other).getScript().visit(new CommandVisitor<>() {
            @Override
            public void visitInsertCommand(Character line) {
                diff.add(new Line("added", lines.get(line)));
            }

            @Override
            public void visitKeepCommand(Character line) {
                diff.add(new Line("same", lines.get(line)));
            }

            @Override
            public void visitDeleteCommand(Character line) {
                diff.add(new Line("removed", lines.get(line)));
            }
        });
        return diff;
    }

    private static String encoded(String text, Map<String, Character> characters, List<String> lines) {
        return text.lines()
                .map(line -> characters.computeIfAbsent(line, added -> {
                    lines.add(added);
                    return (char) (lines.size() - 1);
                }))
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
