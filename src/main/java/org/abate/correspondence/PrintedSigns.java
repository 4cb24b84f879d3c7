package org.abate.correspondence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;

/**
 * Which signs a letter can print. One that its fonts lack, an emoji say, would stand in it as "#"; one that nobody sees would
 * turn round the words about it, or make two names of one.
 */
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
                        .filter(sign -> !isPrinted(sign) || isInvisible(sign))
                        .distinct()
                        .mapToObj(sign -> isInvisible(sign)
                                ? "the invisible sign U+%04X".formatted(sign)
                                : "\"" + Character.toString(sign) + "\"")
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

    /** A soft hyphen is one too, and shows where a word may be divided. */
    private static boolean isInvisible(int sign) {
        return Character.getType(sign) == Character.FORMAT && sign != '\u00ad';
    }
}
