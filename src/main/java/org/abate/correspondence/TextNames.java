package org.abate.correspondence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.abate.casefile.DocumentKind;

/** The placeholders that the text of a kind may have, found where a letter finds them: in a letter that has everything. */
final class TextNames {

    private final Map<String, Object> all;

    private TextNames(Map<String, Object> all) {
        this.all = all;
    }

    static TextNames of(LetterBook book, DocumentKind kind) {
        Letter letter = new Letter(Specimen.ofEverything().number(), kind, LocalDate.EPOCH, null, Map.of());
        LetterContents contents =
                LetterContents.preview(book, new Letterhead(null, null, null), letter, Specimen.ofEverything());
        Map<String, Object> everything = new LinkedHashMap<>(contents.variables());
        Map<String, Object> particulars = new LinkedHashMap<>();
        book.of(kind)
                .particulars()
                .forEach((name, particular) -> particulars.put(name, particular.unknown(LocalDate.EPOCH)));
        everything.put("p", particulars);
        return new TextNames(
                TextVariables.of(new LetterContents(letter, book.of(kind), contents.template(), "", everything)));
    }

    /** Of a paper that belongs to no case. */
    static TextNames of(Map<String, Object> specimen) {
        return new TextNames(TextVariables.of(specimen));
    }

    /**
     * What a name stands for.
     *
     * @param within the sections around it, the innermost first, as what they stand for
     */
    Optional<Object> find(String name, Iterable<Object> within) {
        for (Object around : within) {
            Object item = around instanceof Collection<?> items && !items.isEmpty()
                    ? items.iterator().next()
                    : around;
            if (item instanceof Map<?, ?> && in(item, name).isPresent()) {
                return in(item, name);
            }
        }
        return in(all, name);
    }

    /** Every name there is: office.law, p.remainingActions, when.purpose.COLLECTION. */
    Set<String> all() {
        Set<String> names = new TreeSet<>();
        collect("", all, names);
        return names;
    }

    /** Known but without a value in the specimen is a text. */
    private static Optional<Object> in(Object map, String name) {
        Object found = map;
        for (String part : name.split("\\.", -1)) {
            if (!(found instanceof Map<?, ?> names) || !names.containsKey(part)) {
                return Optional.empty();
            }
            found = names.get(part);
        }
        return Optional.of(found == null ? "" : found);
    }

    private static void collect(String before, Map<?, ?> map, Set<String> names) {
        map.forEach((name, value) -> {
            names.add(before + name);
            if (value instanceof Map<?, ?> inner) {
                collect(before + name + ".", inner, names);
            }
        });
    }
}
