package org.abate.correspondence;

import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Turns a letter's XHTML into an accessible PDF (PDF/UA): tagged, with language, title, bookmarks and its own fonts. */
@Component
class LetterPdf {

    private static final String FONTS = "com/mpobjects/jasperreports/fonts/liberation/";
    /** Where a TrueType file says how many tables it has, and where its directory of them begins, in bytes. */
    private static final int TABLE_COUNT = 4;

    private static final int DIRECTORY = 12;
    private static final int DIRECTORY_ENTRY = 16;
    private static final String SUBSTITUTIONS = "GSUB";

    private final String style = new String(bytes("letters/letter.css"), StandardCharsets.UTF_8);
    private final List<Font> fonts = fonts();
    private final FSDefaultCacheStore metrics = new FSDefaultCacheStore();

    LetterPdf() {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    byte[] of(String xhtml) {
        Document letter = parse(xhtml);
        head(letter).appendChild(element(letter, "style", style));
        outline(letter);
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .useCacheStore(CacheStore.PDF_FONT_METRICS, metrics)
                .withProducer("Abate")
                .withW3cDocument(letter, null);
        fonts.forEach(font -> builder.useFont(
                () -> new ByteArrayInputStream(font.file()), font.family(), font.weight(), font.style(), true));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            builder.toStream(pdf).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private record Font(String family, int weight, FontStyle style, byte[] file) {

        static Font of(String family, String cut, int weight, FontStyle style) {
            byte[] file = bytes(FONTS + "Liberation" + family + "-" + cut + ".ttf");
            return new Font("Letter " + family, weight, style, withoutSubstitutions(file));
        }

        /**
         * The font without its table of glyph substitutions: looking for ligatures takes longer than all the rest of a
         * letter, and a text without them can be searched and copied as it was written. A table whose tag nobody knows
         * is passed over.
         */
        private static byte[] withoutSubstitutions(byte[] file) {
            int tables = ByteBuffer.wrap(file).getShort(TABLE_COUNT);
            for (int entry = 0; entry < tables; entry++) {
                int at = DIRECTORY + entry * DIRECTORY_ENTRY;
                if (new String(file, at, SUBSTITUTIONS.length(), StandardCharsets.US_ASCII).equals(SUBSTITUTIONS)) {
                    file[at] = 'x';
                }
            }
            return file;
        }
    }

    private static List<Font> fonts() {
        return Stream.of("Serif", "Sans")
                .flatMap(family -> Stream.of(
                        Font.of(family, "Regular", 400, FontStyle.NORMAL),
                        Font.of(family, "Bold", 700, FontStyle.NORMAL),
                        Font.of(family, "Italic", 400, FontStyle.ITALIC),
                        Font.of(family, "BoldItalic", 700, FontStyle.ITALIC)))
                .toList();
    }

    /** Bookmarks to the letter's headings, in their order. */
    private static void outline(Document letter) {
        Element bookmarks = element(letter, "bookmarks", null);
        NodeList all = letter.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element heading && heading.getTagName().matches("h[12]")) {
                heading.setAttribute("id", "heading-" + i);
                Element bookmark = element(letter, "bookmark", null);
                bookmark.setAttribute(
                        "name", heading.getTextContent().replaceAll("\\s+", " ").strip());
                bookmark.setAttribute("href", "#heading-" + i);
                bookmarks.appendChild(bookmark);
            }
        }
        if (bookmarks.hasChildNodes()) {
            head(letter).appendChild(bookmarks);
        }
    }

    private static Element head(Document letter) {
        return (Element) letter.getElementsByTagName("head").item(0);
    }

    private static Element element(Document letter, String name, String text) {
        Element element = letter.createElement(name);
        if (text != null) {
            element.setTextContent(text);
        }
        return element;
    }

    private static Document parse(String xhtml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xhtml)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(
                    "The letter's template does not give well-formed XHTML: " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(String path) {
        try (InputStream in = new ClassPathResource(path).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
