package org.abate.casefile;

import java.util.regex.Pattern;

/** Texts in files that people open with a spreadsheet. */
public final class SpreadsheetText {

    private static final Pattern FORMULA = Pattern.compile("[=+@\t\r-].*", Pattern.DOTALL);

    private SpreadsheetText() {}

    /** What a spreadsheet would take for a formula is marked as a text; null stays so. */
    public static String of(String text) {
        return text != null && FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
