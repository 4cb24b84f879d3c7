package org.abate.cycletime;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells tasks of one name in one diagram apart by their ids, which are words written together. */
final class Namesakes {

    private Namesakes() {}

    /**
     * What follows the name: nothing where the id says the same, or what it says beyond it. "Record response to notice"
     * with the id {@code RecordResponseToNoticeForNewViolation} is followed by " (for new violation)".
     */
    static String apart(String name, String id) {
        String together = Arrays.stream(name.split("\\W+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        String more = id.startsWith(together) ? id.substring(together.length()) : id;
        String words = more.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? "" : " (" + words + ")";
    }
}
