package org.abate.correspondence;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a letter writes dates, addresses and lists. */
final class Words {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.US);
    private static final Pattern CITY = Pattern.compile("(.+),\\s*([^,]+,\\s*[A-Z]{2}\\.?\\s+\\d{5}(?:-\\d{4})?)");

    private Words() {}

    /** "November 22, 2026". */
    static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** "Wednesday, January 6, 2027", for a day that somebody must keep. */
    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** "a", "a and b", "a, b and c"; with semicolons where an item has a comma of its own. */
    static String list(List<String> items) {
        if (items.isEmpty()) {
            return "";
        }
        if (items.size() == 1) {
            return items.get(0);
        }
        boolean commas = items.stream().anyMatch(item -> item.contains(","));
        String head = String.join(commas ? "; " : ", ", items.subList(0, items.size() - 1));
        return head + (commas && items.size() > 2 ? "; and " : " and ") + items.get(items.size() - 1);
    }

    /** Days in order, three or more in a row as "October 1, 2026 through October 14, 2026". */
    static String days(List<LocalDate> days) {
        List<LocalDate> sorted = days.stream().distinct().sorted().toList();
        List<String> items = new ArrayList<>();
        int from = 0;
        for (int to = 0; to < sorted.size(); to++) {
            boolean last = to == sorted.size() - 1;
            if (last || !sorted.get(to + 1).equals(sorted.get(to).plusDays(1))) {
                if (to - from >= 2) {
                    items.add(date(sorted.get(from)) + " through " + date(sorted.get(to)));
                } else {
                    sorted.subList(from, to + 1).forEach(day -> items.add(date(day)));
                }
                from = to + 1;
            }
        }
        return list(items);
    }

    /** The lines of an address as an envelope has them: street, then city, state and ZIP code. */
    static List<String> address(String address) {
        List<String> lines = address.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.size() != 1) {
            return lines;
        }
        Matcher city = CITY.matcher(lines.get(0));
        return city.matches() ? List.of(city.group(1).strip(), city.group(2).strip()) : lines;
    }

    /** A code for people: "Offer to meet" for {@code OFFER_TO_MEET} or {@code offer-to-meet}; other text as it is. */
    static String kind(String code) {
        if (!code.matches("[A-Z][A-Z_]*|[a-z][a-z-]*")) {
            return code;
        }
        String words = code.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /**
     * What a PDF can hold: without characters that XML forbids, halves of surrogate pairs, and the invisible marks that
     * turn the direction of writing, which could make a letter read otherwise than it was written.
     */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().filter(Words::writable).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean writable(int c) {
        boolean control = c < 0x20 && c != '\t' && c != '\n' && c != '\r' || c >= 0x7F && c <= 0x9F;
        boolean noCharacter = c >= 0xD800 && c <= 0xDFFF || (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
        boolean direction = c == 0x200E || c == 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        return !control && !noCharacter && !direction && c != 0xFEFF;
    }
}
