package org.abate.correspondence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;

/** Which signs a letter can print. One that its fonts lack, an emoji say, would stand in it as "#". */
public final class PrintedSigns {

    /** So many are named; a text in a script that the fonts lack has hundreds. */
    private static final int MOST_NAMED = 5;

    private static final List<CmapLookup> FONTS = LetterFonts.signs();

    private PrintedSigns() {}

    /** The signs of a text that no letter can print, and what to do about them; empty if there is none. */
    public static Optional<String> objection(String text) {
        List<String> missing = text == null
                ? List.of()
                : text.codePoints()
                        .filter(sign -> !Character.isWhitespace(sign) && !Character.isISOControl(sign))
                        .filter(sign -> !isPrinted(sign))
                        .distinct()
                        .mapToObj(sign -> "\"" + Character.toString(sign) + "\"")
                        .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("has "
                        + missing.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                        + (missing.size() > MOST_NAMED ? " and " + (missing.size() - MOST_NAMED) + " more signs" : "")
                        + ", which no letter can print: leave it out, or say it in words");
    }

    private static boolean isPrinted(int sign) {
        return FONTS.stream().allMatch(font -> font.getGlyphId(sign) != 0);
    }
}
