package org.abate.correspondence;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Fault;
import org.abate.casefile.Program;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What the law demands of each kind of letter ({@code letters/must-say.yaml}), looked for in the text of the finished
 * PDF. An order that fails to state what 10 CSR 60-6.070(5) demands waives the right to collect the penalty.
 */
@Component
class MustSay {

    /** The field of a fault of the finished text. */
    static final String FIELD = "text";

    /** A name in braces; a number there is how often something is repeated. */
    private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z][a-zA-Z.]*)}");

    /** The fonts have Latin, Greek and Cyrillic letters; of what comes after these they have a part. */
    private static final int FIRST_NOT_IN_FONTS = 0x0590;

    private static final Map<String, Pattern> EXPRESSIONS = new ConcurrentHashMap<>();

    private final Contents contents;

    /**
     * One thing a letter must say.
     *
     * @param words what it is, as it is named where it is missing
     * @param source the passage that demands it
     * @param says how it is recognised: one of these expressions, in which a name in braces stands for the letter's
     *     value of that name, and for each of them where it has several
     * @param programs of which programs it is demanded; of all where nothing is said
     * @param when the values of particulars with which it is demanded
     * @param of of enforcement cases or of requests only
     * @param where it is demanded of a text that says this
     * @param except of which kinds it is not demanded
     * @param everyPage whether it stands around the text of every page
     */
    record Demand(
            String words,
            String source,
            List<String> says,
            Set<Program> programs,
            Map<String, String> when,
            Subject of,
            String where,
            Set<DocumentKind> except,
            boolean everyPage) {

        Demand {
            programs = programs == null ? Set.of() : programs;
            when = when == null ? Map.of() : when;
            except = except == null ? Set.of() : except;
        }

        /** The names of the values that it speaks of. */
        Set<String> names() {
            return Set.copyOf(says.stream()
                    .flatMap(expression -> NAME.matcher(expression).results())
                    .map(found -> found.group(1))
                    .toList());
        }

        private boolean isDemanded(
                DocumentKind kind, Program program, boolean request, LetterValues values, String text) {
            return !except.contains(kind)
                    && (programs.isEmpty() || programs.contains(program))
                    && (of == null || (of == Subject.REQUEST) == request)
                    && when.entrySet().stream()
                            .allMatch(each -> values.of(each.getKey()).equals(List.of(each.getValue())))
                    && (where == null || expression(where).matcher(text).find());
        }
    }

    /** What a letter is about. */
    enum Subject {
        ENFORCEMENT,
        REQUEST
    }

    private record Contents(
            List<Demand> everyLetterOfACase, Map<String, List<Demand>> parts, Map<DocumentKind, Kind> letters) {}

    /**
     * What one kind must say.
     *
     * @param parts names of lists of demands that several kinds have in common
     */
    private record Kind(List<String> parts, List<Demand> mustSay) {

        Kind {
            parts = parts == null ? List.of() : parts;
        }
    }

    MustSay() {
        try (InputStream in = new ClassPathResource("letters/must-say.yaml").getInputStream()) {
            contents = new ObjectMapper(new YAMLFactory()).readValue(in, Contents.class);
        } catch (IOException e) {
            throw new UncheckedIOException("letters/must-say.yaml cannot be read: " + e.getMessage(), e);
        }
    }

    /** All that may be demanded of a kind, whatever its case is. */
    List<Demand> of(DocumentKind kind) {
        Kind described = contents.letters().get(kind);
        if (described == null) {
            throw new IllegalArgumentException("letters/must-say.yaml does not say what " + kind + " must say");
        }
        return Stream.concat(
                        described.parts().stream().flatMap(part -> contents.parts().get(part).stream()),
                        described.mustSay().stream())
                .toList();
    }

    /** Everything that a letter of a case must say and its finished text does not. */
    List<Fault> missing(LetterContents letter, FinishedText text) {
        CaseExcerpt excerpt = (CaseExcerpt) letter.variables().get("case");
        return missing(
                Stream.concat(
                        contents.everyLetterOfACase().stream(),
                        of(letter.letter().kind()).stream()),
                letter.letter().kind(),
                excerpt.program(),
                excerpt.request() != null,
                LetterValues.of(letter),
                text);
    }

    /** The same of a paper that belongs to no case. */
    List<Fault> missing(DocumentKind kind, Program program, Map<String, Object> variables, FinishedText text) {
        return missing(of(kind).stream(), kind, program, false, LetterValues.of(variables), text);
    }

    private static List<Fault> missing(
            Stream<Demand> demands,
            DocumentKind kind,
            Program program,
            boolean request,
            LetterValues values,
            FinishedText finished) {
        String body = FinishedText.compared(finished.body());
        return demands.filter(demand -> demand.isDemanded(kind, program, request, values, body))
                .flatMap(demand -> demand.everyPage()
                        ? onEveryPage(demand, values, finished.margins())
                        : lacking(demand, values, body))
                .distinct()
                .toList();
    }

    private static Stream<Fault> onEveryPage(Demand demand, LetterValues values, List<String> margins) {
        return margins.stream()
                .map(FinishedText::compared)
                .flatMap(margin -> lacking(demand, values, margin))
                .limit(1);
    }

    /** A fault for each value that is not said; one fault where the demand is about no value. */
    private static Stream<Fault> lacking(Demand demand, LetterValues values, String text) {
        List<String> names = List.copyOf(demand.names());
        if (names.isEmpty()) {
            return demand.says().stream()
                            .anyMatch(each -> expression(each).matcher(text).find())
                    ? Stream.empty()
                    : Stream.of(fault(demand, ""));
        }
        // An expression speaks of one value; what has several is looked for one by one
        return names.stream().flatMap(name -> values.of(name).stream()
                .filter(value -> demand.says().stream().noneMatch(each -> says(each, name, value, text)))
                .map(value -> fault(demand, ": " + shortened(value))));
    }

    private static boolean says(String expression, String name, String value, String text) {
        String compared = FinishedText.compared(value);
        String placeholder = "{" + name + "}";
        if (expression.equals(placeholder) && text.contains(compared)) {
            return true;
        }
        Matcher filled = Pattern.compile(
                        prepared(expression.replace(placeholder, "\u0001")).replace("\u0001", printed(compared)),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text);
        return filled.find();
    }

    /** A value as it is printed: the letters' fonts have another sign for what they do not have. */
    private static String printed(String compared) {
        StringBuilder expression = new StringBuilder();
        compared.codePoints()
                .mapToObj(c -> c < FIRST_NOT_IN_FONTS ? Pattern.quote(Character.toString(c)) : ".{0,2}")
                .forEach(expression::append);
        return expression.toString();
    }

    private static Pattern expression(String written) {
        return EXPRESSIONS.computeIfAbsent(
                written, text -> Pattern.compile(prepared(text), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** An expression is written like the text it finds, and finds it as it is compared. */
    private static String prepared(String expression) {
        return expression.replaceAll("[\\s-]+", "").replace('’', '\'');
    }

    private static Fault fault(Demand demand, String value) {
        return new Fault(FIELD, "does not say " + demand.words() + value + " (" + demand.source() + ")");
    }

    private static String shortened(String value) {
        return value.length() <= 80 ? value : value.substring(0, 79) + "…";
    }
}
