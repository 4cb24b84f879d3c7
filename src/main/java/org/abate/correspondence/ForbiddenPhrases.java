package org.abate.correspondence;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Fault;
import org.abate.casefile.PrintedWords;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What no letter says: that enforcement depends on a date, or that nothing follows where a violation is corrected
 * ({@code letters/forbidden-phrases.yaml}; Manual 3.6, where a judge threw a case out over it). A letter that says it
 * makes a promise in the department's name. What is typed for a letter is refused as well for a sign that no letter can
 * print.
 */
@Component
public class ForbiddenPhrases implements PrintedWords {

    /** Where a sentence ends, or a paragraph that ends in no mark; not after an abbreviation. */
    private static final Pattern END_OF_SENTENCE = Pattern.compile(
            "(?<!\\b(?:St|No|Mr|Ms|Dr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Oct|Nov|Dec|Inc|Co|[ap]\\.m)\\.)(?<=[.!?])[\"')]*"
                    + " (?=[\"'(]*[A-Z0-9])");

    /** A sentence that goes on in the next paragraph or item. */
    private static final Pattern GOES_ON =
            Pattern.compile("(?<=[\\p{L}\\p{N},:])\\s*" + FinishedText.END_OF_PARAGRAPH + "\\s*(?=\\p{Ll})");

    /** Signs that stand around words to set them off. */
    private static final Pattern SET_OFF = Pattern.compile("[*_`~\\\\]+");

    /** The longest stretch that is looked at as one sentence, in characters. */
    private static final int LONGEST = 500;

    private static final int OVERLAP = 250;

    /** So many sentences are remembered, with what was found in them: a megabyte at most. */
    private static final int MOST_SENTENCES = 1000;

    private static final String GAP = ".{0,180}?";

    private final Contents contents;
    private final List<Search> searches;
    private final Map<String, Set<DocumentKind>> kindsByField = new HashMap<>();
    private final Map<String, List<Found>> lookedThrough =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, List<Found>> eldest) {
                    return size() > MOST_SENTENCES;
                }
            });

    private record Contents(
            String source,
            List<String> better,
            Set<DocumentKind> notChecked,
            Set<String> decisionFields,
            Map<String, String> words,
            List<Phrase> phrases) {}

    private record Phrase(String name, String why, List<String> says, List<String> unless, Set<DocumentKind> notIn) {}

    /**
     * An expression, and the kinds of words in it.
     *
     * @param words each must be there; a text without them is not searched long
     */
    private record Expression(Pattern whole, List<Pattern> words) {

        Optional<Matcher> in(String sentence) {
            return words.stream().allMatch(word -> word.matcher(sentence).find())
                    ? Optional.of(whole.matcher(sentence)).filter(Matcher::find)
                    : Optional.empty();
        }
    }

    private record Search(String why, List<Expression> says, List<Expression> unless, Set<DocumentKind> notIn) {

        Optional<String> in(String sentence) {
            String small = sentence.toLowerCase(Locale.ROOT);
            return says.stream()
                    .flatMap(expression -> expression.in(small).stream())
                    .map(found -> sentence.length() == small.length()
                            ? sentence.substring(found.start(), found.end())
                            : found.group())
                    .findFirst()
                    .filter(found -> unless.stream()
                            .allMatch(expression -> expression.in(small).isEmpty()));
        }
    }

    /** Words that were found and by which search. */
    private record Found(String words, Search by) {}

    ForbiddenPhrases(LetterBook book) {
        try (InputStream in = new ClassPathResource("letters/forbidden-phrases.yaml").getInputStream()) {
            contents = new ObjectMapper(new YAMLFactory()).readValue(in, Contents.class);
        } catch (IOException e) {
            throw new UncheckedIOException("letters/forbidden-phrases.yaml cannot be read: " + e.getMessage(), e);
        }
        searches = contents.phrases().stream()
                .map(phrase -> new Search(
                        phrase.why(),
                        expressions(phrase.says()),
                        expressions(phrase.unless()),
                        phrase.notIn() == null ? Set.of() : phrase.notIn()))
                .toList();
        for (DocumentKind kind : book.kinds()) {
            book.of(kind).particulars().forEach((name, particular) -> {
                if (particular.type().isFreeText() && isChecked(kind)) {
                    kindsByField
                            .computeIfAbsent(name, any -> EnumSet.noneOf(DocumentKind.class))
                            .add(kind);
                }
            });
        }
        contents.decisionFields().forEach(name -> kindsByField.put(name, EnumSet.of(DocumentKind.DECISION_NOTICE)));
    }

    /** What is wrong with a text that goes into letters of any kind; empty if nothing. */
    @Override
    public Optional<String> objection(String text) {
        return PrintedSigns.objection(text).or(() -> objection(text, search -> true));
    }

    @Override
    public Optional<String> unprintable(String text) {
        return PrintedSigns.objection(text);
    }

    /** The same of what is typed into a field; the phrases where the field goes into a letter as it stands. */
    public Optional<String> objection(String field, String text) {
        Set<DocumentKind> kinds = kindsByField.getOrDefault(field, Set.of());
        return PrintedSigns.objection(text)
                .or(() -> objection(text, search -> !search.notIn().containsAll(kinds)));
    }

    /** The same of what is written for a letter of this kind. */
    Optional<String> objection(DocumentKind kind, String text) {
        return PrintedSigns.objection(text)
                .or(() -> isChecked(kind)
                        ? objection(text, search -> !search.notIn().contains(kind))
                        : Optional.empty());
    }

    /** What the finished text of a letter says and must not. */
    List<Fault> in(DocumentKind kind, FinishedText text) {
        return isChecked(kind)
                ? found(text.body(), search -> !search.notIn().contains(kind))
                        .distinct()
                        .map(found -> new Fault(MustSay.FIELD, words(found)))
                        .toList()
                : List.of();
    }

    private boolean isChecked(DocumentKind kind) {
        return !contents.notChecked().contains(kind);
    }

    private Optional<String> objection(String text, Predicate<Search> where) {
        return text == null
                ? Optional.empty()
                : found(FinishedText.oneLine(text), where).findFirst().map(this::words);
    }

    private Stream<Found> found(String text, Predicate<Search> where) {
        return sentences(text).flatMap(sentence -> found(sentence).stream()).filter(found -> where.test(found.by()));
    }

    /** What any search finds in a sentence; the sentences of letters that are much alike are looked through once. */
    private List<Found> found(String sentence) {
        List<Found> known = lookedThrough.get(sentence);
        if (known == null) {
            known = searches.stream()
                    .flatMap(search -> search.in(sentence).map(words -> new Found(words, search)).stream())
                    .toList();
            lookedThrough.put(sentence, known);
        }
        return known;
    }

    private static Stream<String> sentences(String text) {
        String plain = GOES_ON.matcher(SET_OFF.matcher(text).replaceAll("")).replaceAll(" ");
        return Stream.of(plain.split(FinishedText.END_OF_PARAGRAPH))
                .flatMap(END_OF_SENTENCE::splitAsStream)
                .map(String::strip)
                .flatMap(sentence -> Stream.iterate(
                                0,
                                at -> at == 0 || at + LONGEST - OVERLAP < sentence.length(),
                                at -> at + LONGEST - OVERLAP)
                        .map(at -> sentence.substring(at, Math.min(sentence.length(), at + LONGEST))));
    }

    private String words(Found found) {
        return "says \"" + found.words() + "\": " + found.by().why() + " (" + contents.source() + "). Say rather: "
                + contents.better().stream().map(better -> "\"" + better + "\"").collect(Collectors.joining(", "));
    }

    private List<Expression> expressions(List<String> written) {
        return Stream.ofNullable(written)
                .flatMap(List::stream)
                .map(this::expression)
                .toList();
    }

    private Expression expression(String written) {
        String expression = written;
        List<Pattern> words = new ArrayList<>();
        for (Map.Entry<String, String> word : contents.words().entrySet()) {
            String placeholder = "<" + word.getKey() + ">";
            if (expression.contains(placeholder)) {
                words.add(Pattern.compile(word.getValue()));
                expression = expression.replace(placeholder, word.getValue());
            }
        }
        return new Expression(Pattern.compile(expression.replace("<gap>", GAP)), List.copyOf(words));
    }
}
