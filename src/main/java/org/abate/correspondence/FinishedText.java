package org.abate.correspondence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDArtifactMarkedContent;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/**
 * What a finished PDF says, read back from the file as a reader's program reads it: whatever a template, a setting or a
 * person intended, this is what the addressee gets.
 *
 * @param body its words in reading order, without what is repeated on every page; one space between words, a word divided
 *     at the end of a line in one piece, and {@link #END_OF_PARAGRAPH} between paragraphs
 * @param margins for each page what stands around the text: the label, the running head, the page number
 */
record FinishedText(String body, List<String> margins) {

    /** Between two paragraphs, headings, items or cells; not where the first ends in a colon, as a list is led into. */
    static final String END_OF_PARAGRAPH = "\u00b6";

    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\u00ad]");
    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\\u2212]");
    private static final Pattern DIVIDED = Pattern.compile("(\\p{L})-\\s+(\\p{Ll})");
    private static final Pattern NOT_COMPARED = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Pd}\\u2212\\u00b6]+");
    private static final Pattern PARAGRAPH_GOES_ON = Pattern.compile("(?<=[:,])\\s*\\u00b6");

    /** @throws UncheckedIOException if it is no PDF */
    static FinishedText of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Map<COSDictionary, Map<Integer, String>> pieces = new HashMap<>();
            List<String> margins = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
                extractor.processPage(page);
                Map<Integer, String> ofPage = new HashMap<>();
                StringBuilder margin = new StringBuilder();
                for (PDMarkedContent marked : extractor.getMarkedContents()) {
                    if (marked instanceof PDArtifactMarkedContent) {
                        margin.append(text(marked)).append(' ');
                    } else {
                        ofPage.merge(marked.getMCID(), text(marked), String::concat);
                    }
                }
                pieces.put(page.getCOSObject(), ofPage);
                margins.add(oneLine(margin.toString()));
            }
            StringBuilder body = new StringBuilder();
            PDStructureTreeRoot tree = document.getDocumentCatalog().getStructureTreeRoot();
            if (tree != null) {
                tree.getKids().forEach(kid -> read(kid, null, pieces, body));
            }
            return new FinishedText(paragraphs(body.toString()), List.copyOf(margins));
        } catch (IOException e) {
            throw new UncheckedIOException("The finished letter cannot be read back: " + e.getMessage(), e);
        }
    }

    private static String paragraphs(String body) {
        String plain =
                oneLine(body).replaceAll("[ " + END_OF_PARAGRAPH + "]*" + END_OF_PARAGRAPH + " ?", END_OF_PARAGRAPH);
        return PARAGRAPH_GOES_ON
                .matcher(plain)
                .replaceAll(" ")
                .replace(END_OF_PARAGRAPH, " " + END_OF_PARAGRAPH + " ")
                .strip();
    }

    private static String text(PDMarkedContent marked) {
        StringBuilder text = new StringBuilder();
        for (Object content : marked.getContents()) {
            if (content instanceof TextPosition position) {
                text.append(position.getUnicode());
            } else if (content instanceof PDMarkedContent inner) {
                text.append(text(inner));
            }
        }
        return text.toString();
    }

    /** In the order of the file's structure, in which a screen reader reads it. */
    private static void read(
            Object node, PDPage ofParent, Map<COSDictionary, Map<Integer, String>> pieces, StringBuilder body) {
        if (node instanceof PDStructureElement element) {
            PDPage page = element.getPage() == null ? ofParent : element.getPage();
            element.getKids().forEach(kid -> read(kid, page, pieces, body));
            if (!StandardStructureTypes.SPAN.equals(element.getStructureType())) {
                body.append(END_OF_PARAGRAPH);
            }
        } else if (node instanceof Integer piece && ofParent != null) {
            body.append(pieces.get(ofParent.getCOSObject()).getOrDefault(piece, ""));
        } else if (node instanceof PDMarkedContentReference reference) {
            PDPage page = reference.getPage() == null ? ofParent : reference.getPage();
            body.append(pieces.get(page.getCOSObject()).getOrDefault(reference.getMCID(), ""));
        }
    }

    /** Text that a person typed, to be looked at in the same way. */
    static String oneLine(String text) {
        String plain = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        plain = plain.replaceAll("[‘’‚‛′]", "'").replaceAll("[“”„‟″]", "\"");
        plain = DASH.matcher(plain).replaceAll("-");
        return BLANK.matcher(DIVIDED.matcher(plain).replaceAll("$1$2"))
                .replaceAll(" ")
                .strip();
    }

    /**
     * Text as it is compared with what a letter must say: letters, figures and marks in small letters, without spaces,
     * line breaks and hyphens, in which a finished page differs from what was written.
     */
    static String compared(String text) {
        return NOT_COMPARED.matcher(oneLine(text)).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
