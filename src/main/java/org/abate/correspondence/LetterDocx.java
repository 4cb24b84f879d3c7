package org.abate.correspondence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.springframework.stereotype.Component;

/**
 * Turns a draft into a Word document, for those who edit there: with the letter's headings, lists and tables, its head on
 * every page, its language and title. What is locked is shaded, and says why.
 */
@Component
class LetterDocx {

    private static final String LANGUAGE = "en-US";
    private static final String DEPARTMENT = "Missouri Department of Natural Resources";
    private static final String ABOUT_LOCKED =
            "Draft. What is shaded is locked: the case writes it anew when the letter is"
                    + " issued, whatever is changed here. What you word otherwise between it is put into the draft’s page.";

    /** The style of the line that says why a passage is locked. */
    static final String LOCKED = "Locked";

    byte[] of(LetterContents contents, List<LetterDrafts.Block> blocks) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            styles(document.createStyles());
            properties(document, contents);
            head(document, contents);
            DocxBody body = new DocxBody(document);
            line(document, LOCKED, ABOUT_LOCKED);
            for (LetterDrafts.Block block : blocks) {
                boolean locked = block.source() != null;
                if (locked) {
                    line(document, LOCKED, label(block.source()));
                }
                String words = locked ? block.words() : Markdown.toXhtml(block.words());
                body.write(LetterPdf.parse("<div>" + words + "</div>").getDocumentElement(), locked);
            }
            document.write(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** "Locked · Required by Manual 3.3", as the draft's page says it. */
    static String label(String source) {
        return "Locked · " + (source.equals("part") ? "a part of fixed form" : source);
    }

    private static void line(XWPFDocument document, String style, String words) {
        XWPFParagraph line = document.createParagraph();
        line.setStyle(style);
        line.setKeepNext(true);
        line.createRun().setText(words);
    }

    private static void head(XWPFDocument document, LetterContents contents) {
        XWPFHeader header = document.createHeader(HeaderFooterType.DEFAULT);
        Object label = contents.variables().get("label");
        if (label != null) {
            XWPFRun confidential = header.createParagraph().createRun();
            confidential.setBold(true);
            confidential.setText(label.toString());
        }
        header.createParagraph()
                .createRun()
                .setText(DEPARTMENT + " · " + contents.variables().get("title") + " · "
                        + contents.variables().get("reference") + " · draft");
        XWPFParagraph page = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        page.createRun().setText("Page ");
        page.getCTP().addNewFldSimple().setInstr("PAGE");
    }

    private static void properties(XWPFDocument document, LetterContents contents) {
        POIXMLProperties.CoreProperties core = document.getProperties().getCoreProperties();
        core.setTitle(
                contents.variables().get("title") + ", " + contents.variables().get("reference") + ", draft");
        core.setCreator(DEPARTMENT);
        try {
            document.getPackage().getPackageProperties().setLanguageProperty(LANGUAGE);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void styles(XWPFStyles styles) {
        styles.setSpellingLanguage(LANGUAGE);
        style(styles, "Heading1", "heading 1", 32, true, null);
        style(styles, "Heading2", "heading 2", 26, true, null);
        style(styles, "ListParagraph", "List Paragraph", 22, false, null);
        style(styles, LOCKED, LOCKED, 18, false, "555555");
    }

    /** @param size in half points */
    private static void style(XWPFStyles styles, String id, String name, long size, boolean bold, String color) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        if (id.startsWith("Heading")) {
            style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(id.charAt(id.length() - 1) - '1'));
        }
        var run = style.addNewRPr();
        if (bold) {
            run.addNewB();
        }
        if (color != null) {
            run.addNewColor().setVal(color);
        }
        run.addNewSz().setVal(BigInteger.valueOf(size));
        styles.addStyle(new XWPFStyle(style));
    }
}
