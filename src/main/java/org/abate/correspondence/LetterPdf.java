package org.abate.correspondence;

import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerFactory;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
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

    /** Whoever reads a long list back goes through all its objects once more for each stream that they lie in. */
    private static final CompressParameters IN_LARGE_STREAMS = new CompressParameters(10_000);

    private final String style = style();
    private final LetterFonts fonts = new LetterFonts();
    private final FSDefaultCacheStore metrics = new FSDefaultCacheStore();

    LetterPdf() {
        // Or whoever writes a letter's metadata looks through every jar for other ones, with each letter anew
        System.setProperty(
                DocumentBuilderFactory.class.getName(),
                DocumentBuilderFactory.newDefaultInstance().getClass().getName());
        System.setProperty(
                TransformerFactory.class.getName(),
                TransformerFactory.newDefaultInstance().getClass().getName());
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    byte[] of(String xhtml) {
        Document letter = parse(xhtml);
        head(letter).appendChild(element(letter, "style", style));
        outline(letter);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (LetterFonts.Lent lent = fonts.lend();
                PDDocument document = new PDDocument() {
                    @Override
                    public void save(OutputStream out) throws IOException {
                        save(out, IN_LARGE_STREAMS);
                    }
                }) {
            PdfRendererBuilder builder = new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useCacheStore(CacheStore.PDF_FONT_METRICS, metrics)
                    .withProducer("Abate")
                    .withW3cDocument(letter, null);
            lent.to(builder, document);
            builder.toStream(pdf).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
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

    static Document parse(String xhtml) {
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

    private static String style() {
        try (InputStream in = new ClassPathResource("letters/letter.css").getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
