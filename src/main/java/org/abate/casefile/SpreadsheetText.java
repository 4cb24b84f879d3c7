package org.abate.casefile;

/** Texts in files that people open with a spreadsheet. */
public final class SpreadsheetText {

    private static final String BEGIN_FORMULAS = "=+@-\t\r";

    private SpreadsheetText() {}

    /** What a spreadsheet would take for a formula is marked as a text; null stays so. */
    public static String of(String text) {
        boolean formula = text != null && !text.isEmpty() && BEGIN_FORMULAS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
