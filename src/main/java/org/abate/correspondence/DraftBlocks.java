package org.abate.correspondence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A letter cut into blocks, each known by a key: what is locked (parts, required passages, whatever the case, a task or the
 * engine says) and what whoever carries the case may word otherwise.
 */
final class DraftBlocks {

    /** Around what comes from the case, a task or the engine; a text cannot hold these characters otherwise. */
    private static final String FROM = "\uE000";

    private static final String TO = "\uE001";
    private static final Pattern MARKED = Pattern.compile(FROM + "[^" + TO + "]*" + TO);
    /** The end of a line within a paragraph or an item: not after a heading, nor before the next item. */
    private static final Pattern WRAPPED =
            Pattern.compile("(?<!^#{1,6} [^\\n]{0,300})\\n\\s*+(?!([-*+]|\\d+[.)])\\s|#)", Pattern.MULTILINE);

    private static final Pattern MARKS = Pattern.compile("[" + FROM + TO + "]");

    /**
     * A block of the letter as it would be written now.
     *
     * @param source why it is locked; null if it is free
     */
    record Fresh(String key, String source, TextBlock block) {}

    /**
     * A block of a draft.
     *
     * @param key of the block of the text it was; null if it was added
     * @param source why it is locked; null if it is free
     * @param words its Markdown, where it is free
     */
    record Kept(String key, String source, String words) {

        boolean locked() {
            return source != null;
        }

        boolean changed() {
            return !locked() && !words.equals(key);
        }
    }

    private DraftBlocks() {}

    /** The variables of a letter with marks around what is locked wherever it stands. */
    static Map<String, Object> marked(Map<String, Object> variables) {
        Map<String, Object> marked = new LinkedHashMap<>(variables);
        for (String name : List.of("p", "date", "respondBy", "lastSent", "earlierLetter", "lastNotice")) {
            marked.computeIfPresent(name, (key, value) -> mark(value));
        }
        Map<String, Object> file = new LinkedHashMap<>(TextVariables.asMap(variables.get("case")));
        for (String name : List.of("discoveredOn", "violations")) {
            file.computeIfPresent(name, (key, value) -> mark(value));
        }
        marked.put("case", file);
        return marked;
    }

    /** The blocks of a text that was filled with marked variables. */
    static List<Fresh> of(List<TextBlock> filled) {
        List<Fresh> blocks = new ArrayList<>();
        for (TextBlock block : filled) {
            if (block instanceof TextBlock.Part part) {
                blocks.add(new Fresh("part " + part.name(), "part", part));
            } else if (block instanceof TextBlock.Passage passage) {
                String source = passage.kind() == TextBlock.Kind.REQUIRED
                        ? "Required by " + passage.source()
                        : passage.kind() == TextBlock.Kind.BOX ? "Set off in a box" : "A page of its own";
                blocks.add(new Fresh(source, source, unmarked(passage)));
            } else if (block instanceof TextBlock.Prose prose) {
                for (String paragraph : prose.markdown().split("\\n\\s*\\n")) {
                    String words = WRAPPED.matcher(paragraph).replaceAll(" ");
                    boolean locked = MARKED.matcher(words).find();
                    blocks.add(
                            locked
                                    ? new Fresh(MARKED.matcher(words).replaceAll("…"), "From the record", prose(words))
                                    : new Fresh(words, null, prose(words)));
                }
            }
        }
        return blocks;
    }

    /** A draft that was not touched yet. */
    static List<Kept> begun(List<Fresh> blocks) {
        return blocks.stream()
                .map(block -> new Kept(block.key(), block.source(), block.source() == null ? block.key() : null))
                .toList();
    }

    /**
     * The letter that a draft gives now: what is locked and what nobody changed as the text and the record have it now, what
     * was changed or added as it was written, and nothing of what was taken out.
     *
     * @param begun the draft as it was begun, which tells what was taken out
     */
    static List<TextBlock> assembled(List<Fresh> now, List<Kept> draft, List<Kept> begun) {
        Set<String> gone = new HashSet<>();
        begun.stream().filter(block -> !block.locked()).map(Kept::key).forEach(gone::add);
        draft.stream().filter(block -> !block.changed()).map(Kept::key).forEach(gone::remove);
        List<TextBlock> letter = new ArrayList<>();
        int next = 0;
        for (Kept block : draft) {
            int at = block.key() == null ? -1 : find(now, block.key(), next);
            if (at >= 0) {
                for (; next < at; next++) {
                    addUnlessGone(letter, now.get(next), gone);
                }
                next = at + 1;
            }
            if (block.changed()) {
                letter.add(prose(block.words()));
            } else if (at >= 0) {
                letter.add(now.get(at).block());
            }
        }
        for (; next < now.size(); next++) {
            addUnlessGone(letter, now.get(next), gone);
        }
        return letter;
    }

    private static void addUnlessGone(List<TextBlock> letter, Fresh block, Set<String> gone) {
        if (block.source() != null || !gone.contains(block.key())) {
            letter.add(block.block());
        }
    }

    private static int find(List<Fresh> blocks, String key, int from) {
        for (int at = from; at < blocks.size(); at++) {
            if (blocks.get(at).key().equals(key)) {
                return at;
            }
        }
        return -1;
    }

    private static Object mark(Object value) {
        if (value instanceof String text) {
            return text.isEmpty() ? text : FROM + text + TO;
        }
        if (value instanceof List<?> items) {
            return items.stream().map(DraftBlocks::mark).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> marked = new LinkedHashMap<>();
            map.forEach((key, each) -> marked.put(String.valueOf(key), mark(each)));
            return marked;
        }
        return value;
    }

    private static TextBlock.Prose prose(String words) {
        return new TextBlock.Prose(withoutMarks(words));
    }

    static String withoutMarks(String words) {
        return MARKS.matcher(words).replaceAll("");
    }

    private static TextBlock unmarked(TextBlock block) {
        if (block instanceof TextBlock.Prose prose) {
            return prose(prose.markdown());
        }
        if (block instanceof TextBlock.Passage passage) {
            return new TextBlock.Passage(
                    passage.kind(),
                    passage.source(),
                    passage.blocks().stream().map(DraftBlocks::unmarked).toList());
        }
        return block;
    }
}
