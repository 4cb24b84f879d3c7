package org.abate.correspondence;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Prose as people write it, turned into the XHTML of a letter: paragraphs, lists, headings, bold and italics. Nothing else
 * has a meaning: markup is printed as it stands, and a link or a picture is its words, so that a text never fetches anything.
 */
final class Markdown {

    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(Heading.class, ListBlock.class))
            .build();

    /** What has a meaning wherever it stands, and what has one only at the beginning of a line, where a value may stand. */
    private static final Pattern MEANING = Pattern.compile("[\\\\`*_\\[\\]<>&#]|^[-+=:~]|(?<=^\\d{1,9})[.)]");
    /** A case's number is never torn apart at the end of a line. */
    private static final Pattern CASE_NUMBER = Pattern.compile("\\b[A-Z]{2}-\\d{4}-\\d{5}\\b");

    private Markdown() {}

    /** A value as a text takes it: on one line, and with no character that would mean something. */
    static String escape(String value) {
        return MEANING.matcher(Words.plain(value).replaceAll("\\s+", " ").strip())
                .replaceAll("\\\\$0");
    }

    static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }

    static String toXhtml(String markdown) {
        Writer writer = new Writer();
        parse(markdown).accept(writer);
        return writer.xhtml.toString();
    }

    /** What prose says once it is printed: its words without markup, {@link FinishedText#END_OF_PARAGRAPH} between blocks. */
    static String words(String markdown) {
        return toXhtml(markdown)
                .replaceAll("<br/>|\\n", " ")
                .replaceAll("</(?:p|li|h\\d)>", FinishedText.END_OF_PARAGRAPH)
                .replaceAll("<[^>]+>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static final class Writer extends AbstractVisitor {

        private final StringBuilder xhtml = new StringBuilder();

        @Override
        public void visit(Paragraph paragraph) {
            boolean ofItem = paragraph.getParent() instanceof ListItem;
            if (ofItem && paragraph.getPrevious() == null) {
                visitChildren(paragraph);
            } else {
                xhtml.append(leads(paragraph) ? "<p class=\"lead\">" : "<p>");
                visitChildren(paragraph);
                xhtml.append("</p>\n");
            }
        }

        /** What ends in a colon stays with what follows it. */
        private static boolean leads(Paragraph paragraph) {
            return paragraph.getNext() instanceof ListBlock
                    || paragraph.getNext() == null
                            && paragraph.getLastChild() instanceof Text text
                            && text.getLiteral().endsWith(":");
        }

        @Override
        public void visit(Heading heading) {
            element("h" + Math.min(heading.getLevel(), 2), heading);
        }

        @Override
        public void visit(BulletList list) {
            element("ul", list);
        }

        @Override
        public void visit(OrderedList list) {
            element("ol", list);
        }

        @Override
        public void visit(ListItem item) {
            element("li", item);
        }

        @Override
        public void visit(StrongEmphasis strong) {
            inline("strong", strong);
        }

        @Override
        public void visit(Emphasis emphasis) {
            inline("em", emphasis);
        }

        @Override
        public void visit(Text text) {
            Matcher number = CASE_NUMBER.matcher(text.getLiteral());
            int end = 0;
            while (number.find()) {
                literal(text.getLiteral().substring(end, number.start()));
                xhtml.append("<span class=\"whole\">").append(number.group()).append("</span>");
                end = number.end();
            }
            literal(text.getLiteral().substring(end));
        }

        @Override
        public void visit(Code code) {
            literal(code.getLiteral());
        }

        @Override
        public void visit(HtmlInline html) {
            literal(html.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak line) {
            xhtml.append('\n');
        }

        @Override
        public void visit(HardLineBreak line) {
            xhtml.append("<br/>");
        }

        private void element(String name, Node node) {
            inline(name, node);
            xhtml.append('\n');
        }

        private void inline(String name, Node node) {
            xhtml.append('<').append(name).append('>');
            visitChildren(node);
            xhtml.append("</").append(name).append('>');
        }

        private void literal(String text) {
            xhtml.append(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        }
    }
}
