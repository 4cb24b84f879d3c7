package org.abate.correspondence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A piece of a letter's text whose placeholders are filled: prose in Markdown, a part of fixed form, or a passage between
 * {@code :::} lines. Lines that begin with colons are never what a placeholder brought: what it brings is escaped.
 */
sealed interface TextBlock {

    /** What begins and ends a passage, and names a part. */
    String FENCE = ":::";

    /** Paragraphs, lists and headings. */
    record Prose(String markdown) implements TextBlock {}

    /** A part of fixed form, by the name of its fragment in {@code letters/parts.xhtml}. */
    record Part(String name) implements TextBlock {

        String line() {
            return FENCE + " part " + name;
        }
    }

    /**
     * A passage that is more than its words.
     *
     * @param source the passage of the law or the manual that demands it; empty where the kind is not REQUIRED
     */
    record Passage(Kind kind, String source, List<TextBlock> blocks) implements TextBlock {}

    /** What a passage is, by the words after the colons. */
    enum Kind {
        /** It has to be in the letter as it is: nobody edits it in a draft. */
        REQUIRED("required"),
        /** It stands out in a box. */
        BOX("box"),
        /** It begins on a page of its own. */
        NEW_PAGE("new page");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** The blocks of a text, in its order. A passage that is not closed ends with the text. */
    static List<TextBlock> read(String filled) {
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(null, "", new ArrayList<>(), new StringBuilder()));
        filled.lines().forEach(line -> {
            Open current = open.peek();
            String words =
                    line.startsWith(FENCE) ? line.substring(FENCE.length()).strip() : null;
            if (words == null) {
                current.prose.append(line).append('\n');
            } else if (words.isEmpty()) {
                if (open.size() > 1) {
                    close(open);
                }
            } else if (words.startsWith("part ")) {
                current.endProse();
                current.blocks.add(new Part(words.substring("part ".length()).strip()));
            } else {
                Kind kind = kind(words);
                open.push(new Open(
                        kind, words.substring(kind.words.length()).strip(), new ArrayList<>(), new StringBuilder()));
            }
        });
        while (open.size() > 1) {
            close(open);
        }
        open.peek().endProse();
        return open.peek().blocks;
    }

    /**
     * The kind that these words begin with.
     *
     * @throws IllegalArgumentException if there is none, with those there are
     */
    static Kind kind(String words) {
        for (Kind kind : Kind.values()) {
            if (words.equals(kind.words) || words.startsWith(kind.words + " ")) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "“" + FENCE + " " + words + "” begins no passage; there are ::: required, ::: box and ::: new page");
    }

    private static void close(Deque<Open> open) {
        Open closed = open.pop();
        closed.endProse();
        Open around = open.peek();
        around.endProse();
        around.blocks.add(new Passage(closed.kind, closed.source, List.copyOf(closed.blocks)));
    }

    /** A passage that is being read. */
    record Open(Kind kind, String source, List<TextBlock> blocks, StringBuilder prose) {

        private void endProse() {
            if (!prose.toString().isBlank()) {
                blocks.add(new Prose(prose.toString().strip()));
            }
            prose.setLength(0);
        }
    }
}
