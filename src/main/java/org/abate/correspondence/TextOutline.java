package org.abate.correspondence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What holds a text together, found line by line: its tags, the sections and passages that open and close, and the passages
 * and parts that it must not lose.
 */
final class TextOutline {

    /** {{name}}, {{#section}}, {{^unless}}, {{/end}}, {{> part}}, {{! remark }}, and the forms that a text may not have. */
    private static final Pattern TAG = Pattern.compile("\\{\\{(\\{|[#^/>!&=]?)\\s*(.*?)\\s*}?}}", Pattern.DOTALL);

    /** A tag, and the sections around it, the innermost first. */
    record Tag(int line, String sign, String name, boolean alone, List<Open> around) {}

    /** What is open: a section by its tag, or a passage by its line. */
    record Open(int line, String sign, String name, int end) {

        boolean isPassage() {
            return sign.equals(TextBlock.FENCE);
        }

        String words() {
            return isPassage() ? sign + " " + name : "{{" + sign + name + "}}";
        }
    }

    /**
     * A passage or part that a text must have.
     *
     * @param sections the sections it stands in, from the outermost
     * @param source what demands a passage; empty for a part
     * @param words its text, or the name of a part
     */
    record Mandatory(List<String> sections, String source, String words) {

        @Override
        public String toString() {
            return source.isEmpty()
                    ? "the part {{> " + words + "}}"
                    : "the passage required by " + source + ", “"
                            + (words.length() > 60 ? words.substring(0, 60) + "…" : words) + "”";
        }
    }

    private final String text;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Tag> tags = new ArrayList<>();
    private final List<Mandatory> mandatory = new ArrayList<>();
    private final Consumer<String> faults;

    private TextOutline(String text, Consumer<String> faults) {
        this.text = text;
        this.faults = faults;
    }

    /** The outline of a text; what does not fit together goes to faults, each with its line. */
    static TextOutline of(String text, Consumer<String> faults) {
        TextOutline outline = new TextOutline(text, faults);
        outline.read();
        return outline;
    }

    /**
     * What the text can say, whichever of its sections a letter has: its words without tags and fences. A placeholder of a
     * day reads "date", another one "it".
     */
    static String words(String text) {
        return Markdown.words(TAG.matcher(text.replaceAll("(?m)^" + TextBlock.FENCE + ".*$", "\n"))
                .replaceAll(tag -> !tag.group(1).isEmpty()
                        ? ""
                        : tag.group(2).matches("(?i).*(date|on|by|sent.*)") ? "date" : "it"));
    }

    List<Tag> tags() {
        return tags;
    }

    List<Mandatory> mandatory() {
        return mandatory;
    }

    private void read() {
        Matcher token = Pattern.compile("(?m)^" + TextBlock.FENCE + "[^\\n]*$|" + TAG.pattern(), Pattern.DOTALL)
                .matcher(text);
        while (token.find()) {
            int line = line(token.start());
            if (token.group().startsWith(TextBlock.FENCE)) {
                fence(line, token);
            } else {
                tag(line, token);
            }
        }
        open.forEach(left -> faults.accept("line " + left.line() + ": " + left.words() + " is not closed"));
    }

    private void fence(int line, Matcher token) {
        String words = token.group().substring(TextBlock.FENCE.length()).strip();
        if (words.isEmpty()) {
            if (!open.isEmpty() && open.peek().isPassage()) {
                close(token.start());
            } else {
                faults.accept("line " + line + ": ::: closes no passage"
                        + (open.isEmpty() ? "" : "; close " + open.peek().words() + " first"));
            }
            return;
        }
        try {
            TextBlock.Kind kind = TextBlock.kind(words);
            boolean sourced = words.length() > kind.words().length();
            if (kind == TextBlock.Kind.REQUIRED && !sourced) {
                faults.accept("line " + line + ": say after ::: required what requires the passage");
            }
        } catch (IllegalArgumentException e) {
            faults.accept("line " + line + ": " + e.getMessage());
        }
        open.push(new Open(line, TextBlock.FENCE, words, token.end()));
    }

    private void tag(int line, Matcher token) {
        String sign = token.group(1);
        String name = token.group(2);
        if (sign.equals("!")) {
            return;
        }
        if (sign.equals("/")) {
            if (!open.isEmpty()
                    && !open.peek().isPassage()
                    && open.peek().name().equals(name)) {
                close(token.start());
            } else {
                faults.accept("line " + line + ": {{/" + name + "}} closes nothing"
                        + (open.isEmpty() ? "" : "; close " + open.peek().words() + " first"));
            }
            return;
        }
        tags.add(new Tag(line, sign, name, alone(token), List.copyOf(open)));
        if (sign.equals("#") || sign.equals("^")) {
            open.push(new Open(line, sign, name, token.end()));
        } else if (sign.equals(">") && open.stream().noneMatch(TextOutline::isRequired)) {
            mandatory.add(new Mandatory(sections(), "", name));
        }
    }

    private void close(int at) {
        Open closed = open.pop();
        if (isRequired(closed) && open.stream().noneMatch(TextOutline::isRequired)) {
            String source = closed.name()
                    .substring(TextBlock.Kind.REQUIRED.words().length())
                    .strip();
            String words =
                    text.substring(closed.end(), at).replaceAll("\\s+", " ").strip();
            mandatory.add(new Mandatory(sections(), source, words));
        }
    }

    private static boolean isRequired(Open open) {
        return open.isPassage() && open.name().startsWith(TextBlock.Kind.REQUIRED.words());
    }

    private List<String> sections() {
        List<String> sections = new ArrayList<>();
        for (Iterator<Open> from = open.descendingIterator(); from.hasNext(); ) {
            Open each = from.next();
            if (!each.isPassage()) {
                sections.add(each.words());
            }
        }
        return sections;
    }

    private boolean alone(Matcher token) {
        int from = text.lastIndexOf('\n', token.start()) + 1;
        int to = text.indexOf('\n', token.end());
        return text.substring(from, token.start()).isBlank()
                && text.substring(token.end(), to < 0 ? text.length() : to).isBlank();
    }

    private int line(int at) {
        return (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }
}
