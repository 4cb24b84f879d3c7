package org.abate.process;

import java.util.ArrayList;
import java.util.List;

/** How much room a name takes in a drawing: Arial, wrapped between words as the diagram viewer wraps it. */
record TextExtent(List<String> lines, double width, double height) {

    private static final double LINE_HEIGHT = 1.2;

    /** Widths of the characters from blank to tilde in thousandths of the font size. */
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, //
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, //
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, //
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, //
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, //
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
    };

    /** @param available the width the text is given, in pixels */
    static TextExtent of(String text, double available, int fontSize) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n")) {
            String line = "";
            for (String word : paragraph.strip().split("\\s+|(?<=-)")) {
                String longer = line.isEmpty() || line.endsWith("-") ? line + word : line + " " + word;
                if (!line.isEmpty() && widthOf(longer, fontSize) > available) {
                    lines.add(line);
                    line = word;
                } else {
                    line = longer;
                }
            }
            lines.add(line);
        }
        double width = lines.stream()
                .mapToDouble(line -> widthOf(line, fontSize))
                .max()
                .orElse(0);
        return new TextExtent(List.copyOf(lines), width, lines.size() * fontSize * LINE_HEIGHT);
    }

    static double widthOf(String text, int fontSize) {
        return text.chars()
                        .map(c -> c >= ' ' && c < ' ' + WIDTHS.length ? WIDTHS[c - ' '] : 600)
                        .sum()
                * fontSize
                / 1000.0;
    }
}
