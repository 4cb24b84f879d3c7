package org.abate.casefile;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** A closed list of place names: one that is written a little differently is recognized, another one may be near. */
final class KnownNames {

    private final Map<String, String> byKey = new LinkedHashMap<>();

    /** @param otherwise names that are in use besides those of the list, each with the one it stands for */
    KnownNames(List<String> names, Map<String, String> otherwise) {
        names.forEach(name -> byKey.put(key(name), name));
        otherwise.forEach((name, listed) -> byKey.put(key(name), listed));
    }

    /** The name as the list has it: "st louis county" is St. Louis, "De Kalb" DeKalb. */
    Optional<String> find(String written) {
        return Optional.ofNullable(byKey.get(key(written)));
    }

    /** The name of the list with the fewest letters to change; empty where even that is another word. */
    Optional<String> nearest(String written) {
        String key = key(written);
        return byKey.entrySet().stream()
                .filter(name -> distance(key, name.getKey()) <= Math.max(2, key.length() / 3))
                .min(Comparator.comparing(name -> distance(key, name.getKey())))
                .map(Map.Entry::getValue);
    }

    private static int distance(String one, String other) {
        return LevenshteinDistance.getDefaultInstance().apply(one, other);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("\\b(county|region|regional|office)\\b", "")
                .replaceAll("\\bsaint(e?)\\b", "st$1")
                .replaceAll("[^a-z]", "");
    }
}
