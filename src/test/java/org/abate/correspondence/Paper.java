package org.abate.correspondence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A letter as somebody reads it: what a finished PDF says. */
record Paper(
        String title,
        String language,
        boolean tagged,
        boolean titleShown,
        List<String> bookmarks,
        List<String> pages,
        Set<String> fontsNotEmbedded,
        float rightmost) {

    /** Where the text area of a page ends: 8.5 inches less the margin of one, in points. */
    static final float RIGHT_MARGIN = 7.5f * 72;

    static Paper of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Stripper stripper = new Stripper();
            stripper.setSortByPosition(true);
            List<String> pages = new ArrayList<>();
            Set<String> strange = new HashSet<>();
            for (int number = 1; number <= document.getNumberOfPages(); number++) {
                stripper.setStartPage(number);
                stripper.setEndPage(number);
                pages.add(stripper.getText(document).replaceAll("\\s+", " ").strip());
                strange.addAll(fontsNotEmbedded(document.getPage(number - 1)));
            }
            return new Paper(
                    document.getDocumentInformation().getTitle(),
                    document.getDocumentCatalog().getLanguage(),
                    document.getDocumentCatalog().getMarkInfo().isMarked()
                            && document.getDocumentCatalog().getStructureTreeRoot() != null,
                    document.getDocumentCatalog().getViewerPreferences().displayDocTitle(),
                    bookmarks(document),
                    pages,
                    strange,
                    stripper.rightmost);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its words on one line, page after page. */
    String text() {
        return String.join(" ", pages);
    }

    private static List<String> bookmarks(PDDocument document) {
        List<String> names = new ArrayList<>();
        for (PDOutlineItem item :
                document.getDocumentCatalog().getDocumentOutline().children()) {
            names.add(item.getTitle());
        }
        return names;
    }

    private static Set<String> fontsNotEmbedded(PDPage page) throws IOException {
        Set<String> names = new HashSet<>();
        for (COSName name : page.getResources().getFontNames()) {
            if (!page.getResources().getFont(name).isEmbedded()) {
                names.add(page.getResources().getFont(name).getName());
            }
        }
        return names;
    }

    private static final class Stripper extends PDFTextStripper {

        private float rightmost;

        @Override
        protected void processTextPosition(TextPosition text) {
            rightmost = Math.max(rightmost, text.getXDirAdj() + text.getWidthDirAdj());
            super.processTextPosition(text);
        }
    }
}
