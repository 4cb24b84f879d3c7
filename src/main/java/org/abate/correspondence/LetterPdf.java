package org.abate.correspondence;

import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
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

    private static final String FONTS = "/com/mpobjects/jasperreports/fonts/liberation/";

    private final String style = resource("letters/letter.css");
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
        for (String family : new String[] {"Serif", "Sans"}) {
            font(builder, family, "Regular", 400, FontStyle.NORMAL);
            font(builder, family, "Bold", 700, FontStyle.NORMAL);
            font(builder, family, "Italic", 400, FontStyle.ITALIC);
            font(builder, family, "BoldItalic", 700, FontStyle.ITALIC);
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            builder.toStream(pdf).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String family, String file, int weight, FontStyle style) {
        String path = FONTS + "Liberation" + family + "-" + file + ".ttf";
        builder.useFont(() -> LetterPdf.class.getResourceAsStream(path), "Letter " + family, weight, style, true);
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
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xhtml)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(
                    "The letter's template does not give well-formed XHTML: " + e.getMessage(), e);
        }
    }

    private static String resource(String path) {
        try (InputStream in = new ClassPathResource(path).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
