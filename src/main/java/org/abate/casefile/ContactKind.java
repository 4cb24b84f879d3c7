package org.abate.casefile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How the department was in contact with a responsible party (Manual 3, "Activities" and "Record Keeping"). */
public enum ContactKind {
    TELEPHONE("Telephone call", "call", "phone", "phone call"),
    EMAIL("E-mail"),
    LETTER("Letter", "correspondence"),
    MEETING("Meeting", "conference", "face-to-face meeting"),
    VISIT("Site visit", "on-site visit"),
    COMPLIANCE_ASSISTANCE_VISIT("Compliance assistance visit"),
    INSPECTION("Inspection", "investigation"),
    OFFER_TO_MEET("Offer to meet"),
    REQUEST_FOR_INFORMATION("Request for information"),
    REPORT("Inspection or investigation report", "inspection report", "investigation report"),
    OTHER("Other");

    private final String title;
    private final Set<String> keys;

    ContactKind(String title, String... otherWords) {
        this.title = title;
        this.keys = Arrays.stream(otherWords).map(ContactKind::key).collect(Collectors.toSet());
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** The names for people, in the order of the list. */
    public static List<String> titles() {
        return Arrays.stream(values()).map(ContactKind::title).toList();
    }

    /** The kind by its name, its title or another word in use for it, however it is written. */
    static Optional<ContactKind> of(String words) {
        String key = key(words);
        return Arrays.stream(values())
                .filter(kind -> key.equals(key(kind.name())) || key.equals(key(kind.title)) || kind.keys.contains(key))
                .findFirst();
    }

    private static String key(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
