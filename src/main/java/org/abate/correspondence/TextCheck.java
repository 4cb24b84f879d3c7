package org.abate.correspondence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.abate.casefile.DocumentKind;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Finds what is wrong with a text before it is stored: placeholders and parts that do not exist, sections that do not close,
 * markup that a letter does not have, and mandatory passages that are lost or changed.
 */
final class TextCheck {

    /** What could fetch something, or look as if it did. */
    private static final Pattern NOT_OF_A_LETTER = Pattern.compile("!\\[|]\\(|]:\\s|<[a-zA-Z/!][^>\\n]*>");

    private final TextNames names;
    private final Set<String> parts;

    /** @param parts that the text may name */
    TextCheck(TextNames names, Set<String> parts) {
        this.names = names;
        this.parts = parts;
    }

    static TextCheck of(LetterBook book, DocumentKind kind) {
        return new TextCheck(TextNames.of(book, kind), book.parts(kind).keySet());
    }

    /**
     * Every fault, in the order of the lines; empty if there is none.
     *
     * @param packaged the text that came with the application, whose passages and parts are mandatory
     */
    List<String> faults(String text, String packaged) {
        List<String> faults = new ArrayList<>();
        TextOutline outline = TextOutline.of(text, faults::add);
        outline.tags().forEach(tag -> check(tag, faults));
        checkMarkup(text, faults);
        faults.sort(Comparator.comparingInt(TextCheck::line));
        faults.addAll(lost(outline, packaged));
        return faults;
    }

    /** What is wrong with words that a person puts into a draft. */
    static Optional<String> ofWords(String words) {
        if (words.contains("{{") || words.lines().anyMatch(line -> line.startsWith(TextBlock.FENCE))) {
            return Optional.of("is plain words: {{ and ::: belong into the text of the letter");
        }
        Matcher found = NOT_OF_A_LETTER.matcher(words);
        return found.find()
                ? Optional.of("has “" + found.group() + "”: a letter has no links, pictures or HTML")
                : Optional.empty();
    }

    private void check(TextOutline.Tag tag, List<String> faults) {
        String at = "line " + tag.line() + ": ";
        switch (tag.sign()) {
            case "{", "&", "=" -> faults.add(at + "write {{" + tag.name() + "}}; no other braces or signs are taken");
            case ">" -> {
                if (!parts.contains(tag.name())) {
                    faults.add(at + "there is no part " + tag.name() + " for this letter" + meant(tag.name(), parts));
                } else if (!tag.alone()) {
                    faults.add(at + "{{> " + tag.name() + "}} has to stand on a line of its own");
                }
            }
            default -> checkName(tag, at, faults);
        }
    }

    private void checkName(TextOutline.Tag tag, String at, List<String> faults) {
        List<Object> around = tag.around().stream()
                .filter(open -> open.sign().equals("#"))
                .map(open -> names.find(open.name(), List.of()).orElse(""))
                .toList();
        if (tag.name().equals(".") || tag.name().matches("-(first|last|index)")) {
            if (around.stream().noneMatch(Collection.class::isInstance)) {
                faults.add(at + "{{" + tag.name() + "}} stands for an item, and there is no list around it");
            }
            return;
        }
        Object found = names.find(tag.name(), around).orElse(null);
        if (found == null) {
            faults.add(at + "there is no placeholder " + tag.name() + meant(tag.name(), names.all()));
        } else if (tag.sign().isEmpty() && found instanceof Collection) {
            faults.add(at + tag.name() + " is a list: write {{#" + tag.name() + "}}, {{.}} for each item, and {{/"
                    + tag.name() + "}}");
        } else if (tag.sign().isEmpty() && found instanceof Boolean) {
            faults.add(at + tag.name() + " is yes or no: write {{#" + tag.name() + "}} before, and {{/" + tag.name()
                    + "}} after what is said where it is yes");
        } else if (tag.sign().isEmpty() && found instanceof Map<?, ?> map) {
            faults.add(at + tag.name() + " has several parts; name one, such as " + tag.name() + "."
                    + map.keySet().iterator().next());
        }
    }

    private static void checkMarkup(String text, List<String> faults) {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher found = NOT_OF_A_LETTER.matcher(line);
            if (found.find()) {
                faults.add("line " + number + ": “" + found.group()
                        + "” is no part of a letter: it has no links, pictures or HTML");
            }
        }
    }

    /** What the packaged text has more often, or elsewhere. */
    private static List<String> lost(TextOutline outline, String packaged) {
        List<TextOutline.Mandatory> there = new ArrayList<>(outline.mandatory());
        List<String> faults = new ArrayList<>();
        for (TextOutline.Mandatory mandatory :
                TextOutline.of(packaged, fault -> {}).mandatory()) {
            if (!there.remove(mandatory)) {
                boolean moved = there.stream()
                        .anyMatch(other -> other.source().equals(mandatory.source())
                                && other.words().equals(mandatory.words()));
                String where = mandatory.sections().isEmpty()
                        ? "in every letter, inside no section"
                        : "inside " + String.join(" ", mandatory.sections());
                faults.add(
                        moved
                                ? mandatory + " has to stand " + where
                                : mandatory + " is missing or changed; it has to stand " + where + " as it was");
            }
        }
        return faults;
    }

    private static String meant(String written, Set<String> names) {
        return names.stream()
                .min(Comparator.comparing(
                        name -> LevenshteinDistance.getDefaultInstance().apply(written, name)))
                .filter(name -> LevenshteinDistance.getDefaultInstance().apply(written, name)
                        <= Math.max(3, written.length() / 2))
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }

    private static int line(String fault) {
        Matcher number = Pattern.compile("line (\\d+):.*", Pattern.DOTALL).matcher(fault);
        return number.matches() ? Integer.parseInt(number.group(1)) : Integer.MAX_VALUE;
    }
}
