package org.abate.correspondence;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The title under which a notice of decision is filed: to whom it went and what was decided, so that several can be told apart. */
final class DecisionTitle {

    /** A decision says in its first sentence what it is; the rest of a longer one is in the notice. */
    private static final int LONGEST = 160;

    /** What the record takes as a title. */
    private static final int MOST = 300;

    /** The end of a sentence; the full stop of "St. Louis" or of an initial is none. */
    private static final Pattern END = Pattern.compile("(?<!\\b(?:St|Ste|No|\\p{Lu}))\\.(?=\\s|$)|\\n");

    private DecisionTitle() {}

    /** "Notice of Decision to Elm Spring Association: grants an exemption from the maximum contaminant level for fluoride". */
    static String of(String title, String addressee, String decision) {
        String text = decision.strip();
        Matcher end = END.matcher(text);
        String sentence = end.find() ? text.substring(0, end.start()) : text;
        String decided = sentence.replaceFirst("^The department ", "").strip();
        String before = title + " to " + addressee + ": ";
        int room = Math.min(LONGEST, MOST - before.length());
        if (decided.length() > room) {
            int word = Math.max(decided.lastIndexOf(' ', room - 2), 1);
            decided = decided.substring(0, word).replaceFirst("[,;:]$", "") + " …";
        }
        return before + decided.substring(0, 1).toLowerCase(Locale.ROOT) + decided.substring(1);
    }
}
