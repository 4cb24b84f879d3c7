package org.abate.correspondence;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes a letter from its text. A text is what a manager edits: Markdown with Mustache's placeholders, which know no logic,
 * and the names of parts of fixed form, which are fragments of {@code letters/parts.xhtml}. Whatever a placeholder brings is
 * escaped, and what a PDF cannot hold is dropped.
 */
@Component
class LetterText {

    /** Maps, lists and what stands in them: nothing of a value is found by reflection. */
    private static final class MapsOnly extends BasicCollector {
        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }

    private static final Mustache.Compiler MUSTACHE = Mustache.compiler()
            .withCollector(new MapsOnly())
            .withEscaper(Markdown::escape)
            .withLoader(name -> new StringReader("\n" + new TextBlock.Part(name).line() + "\n"))
            .emptyStringIsFalse(true)
            .defaultValue("");

    // Its own engine: a second one as a bean would take the place of the pages'
    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final Map<String, String> packaged = new ConcurrentHashMap<>();

    LetterText() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(LetterText.class.getClassLoader());
        resolver.setPrefix("letters/");
        resolver.setSuffix(".xhtml");
        resolver.setTemplateMode(TemplateMode.XML);
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
    }

    /** The letter in the words of this text. */
    String of(LetterContents contents, String text) {
        return whole(blocks(contents, text), contents.variables());
    }

    /** A paper that belongs to no case. */
    String of(Map<String, Object> variables, String text) {
        return whole(TextBlock.read(fill(text, TextVariables.of(variables))), variables);
    }

    /** The text with its placeholders filled, block by block. */
    List<TextBlock> blocks(LetterContents contents, String text) {
        return TextBlock.read(fill(text, TextVariables.of(contents)));
    }

    /** As {@link #blocks}, with marks around what a draft locks. */
    List<TextBlock> markedBlocks(LetterContents contents, String text) {
        return TextBlock.read(fill(text, DraftBlocks.marked(TextVariables.of(contents))));
    }

    /** One block as it is written, without what a page does not take. */
    String part(TextBlock block, Map<String, Object> variables) {
        StringBuilder written = new StringBuilder();
        write(List.of(block), variables, written);
        return Words.plain(written.toString()).replaceAll(" style=\"[^\"]*\"", "");
    }

    /** The letter that consists of these blocks. */
    String whole(List<TextBlock> blocks, Map<String, Object> variables) {
        StringBuilder text = new StringBuilder();
        write(blocks, variables, text);
        Map<String, Object> all = new HashMap<>(variables);
        all.put("text", text.toString());
        return Words.plain(engine.process("layout", new Context(Locale.US, all)));
    }

    /** The text that is delivered with the application, which is a kind's first version. */
    String packaged(String template) {
        return packaged.computeIfAbsent(template, LetterText::load);
    }

    private static String fill(String text, Map<String, Object> variables) {
        try {
            return MUSTACHE.compile(text).execute(variables);
        } catch (MustacheException e) {
            throw new IllegalStateException("The letter's text cannot be filled: " + e.getMessage(), e);
        }
    }

    private void write(List<TextBlock> blocks, Map<String, Object> variables, StringBuilder to) {
        for (TextBlock block : blocks) {
            if (block instanceof TextBlock.Prose prose) {
                to.append(Markdown.toXhtml(prose.markdown()));
            } else if (block instanceof TextBlock.Part part) {
                to.append(engine.process("parts", Set.of(part.name()), new Context(Locale.US, variables)))
                        .append('\n');
            } else if (block instanceof TextBlock.Passage passage) {
                to.append(start(passage.kind()));
                write(passage.blocks(), variables, to);
                to.append(passage.kind() == TextBlock.Kind.REQUIRED ? "" : "</div>\n");
            }
        }
    }

    private static String start(TextBlock.Kind kind) {
        return switch (kind) {
            case REQUIRED -> "";
            case BOX -> "<div class=\"deadline\">";
            case NEW_PAGE -> "<div class=\"new-page\">";
        };
    }

    private static String load(String template) {
        try (InputStream in = new ClassPathResource("letters/" + template + ".md").getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("letters/" + template + ".md cannot be read: " + e.getMessage(), e);
        }
    }
}
