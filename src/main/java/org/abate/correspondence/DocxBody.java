package org.abate.correspondence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STShd;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Writes the XHTML of a letter's blocks into a Word document: paragraphs, headings, lists and tables. */
final class DocxBody {

    private static final String SHADE = "EDEDED";

    private final XWPFDocument document;
    private int lists;

    DocxBody(XWPFDocument document) {
        this.document = document;
    }

    void write(Element block, boolean locked) {
        new Flow(document::createParagraph, locked).blocks(block);
    }

    /** What is written one after the other, into the document or into the cell of a table. */
    private final class Flow {

        private final Supplier<XWPFParagraph> paragraphs;
        private final boolean locked;
        private XWPFParagraph open;

        Flow(Supplier<XWPFParagraph> paragraphs, boolean locked) {
            this.paragraphs = paragraphs;
            this.locked = locked;
        }

        private XWPFParagraph paragraph() {
            XWPFParagraph paragraph = paragraphs.get();
            if (locked) {
                CTPPr look = paragraph.getCTP().isSetPPr()
                        ? paragraph.getCTP().getPPr()
                        : paragraph.getCTP().addNewPPr();
                CTShd shade = look.addNewShd();
                shade.setVal(STShd.CLEAR);
                shade.setFill(SHADE);
                paragraph.setBorderLeft(Borders.SINGLE);
            }
            return paragraph;
        }

        void blocks(Node parent) {
            for (Node child : children(parent)) {
                String name = child.getNodeName();
                switch (name) {
                    case "h1", "h2" -> {
                        open = paragraph();
                        open.setStyle("Heading" + name.charAt(1));
                        inline(child, false, false);
                        open = null;
                    }
                    case "p" -> {
                        open = paragraph();
                        inline(child, false, false);
                        open = null;
                    }
                    case "ul", "ol" -> list((Element) child, numbering(name.equals("ol")), 0);
                    case "table" -> table((Element) child);
                    case "div" -> {
                        open = null;
                        blocks(child);
                        open = null;
                    }
                    default -> {
                        if (!child.getTextContent().isBlank()) {
                            open = open == null ? paragraph() : open;
                            node(child, false, false);
                        }
                    }
                }
            }
        }

        private void list(Element list, BigInteger number, int level) {
            for (Node item : children(list)) {
                if (!item.getNodeName().equals("li")) {
                    continue;
                }
                open = paragraph();
                open.setStyle("ListParagraph");
                open.setNumID(number);
                open.setNumILvl(BigInteger.valueOf(level));
                for (Node child : children(item)) {
                    switch (child.getNodeName()) {
                        case "ul", "ol" -> list((Element) child, number, Math.min(level + 1, 1));
                        case "p" -> {
                            open = paragraph();
                            open.setStyle("ListParagraph");
                            inline(child, false, false);
                        }
                        default -> node(child, false, false);
                    }
                }
                open = null;
            }
        }

        private void inline(Node parent, boolean bold, boolean italic) {
            children(parent).forEach(child -> node(child, bold, italic));
        }

        private void node(Node node, boolean bold, boolean italic) {
            if (node instanceof Text text) {
                XWPFRun run = open.createRun();
                run.setBold(bold);
                run.setItalic(italic);
                run.setText(text.getData().replaceAll("\\s+", " "));
            } else if (node.getNodeName().equals("br")) {
                open.createRun().addBreak();
            } else {
                String name = node.getNodeName();
                inline(node, bold || name.equals("strong") || name.equals("b"), italic || name.equals("em"));
            }
        }

        private void table(Element table) {
            List<Element> rows = elements(table, "tr");
            if (rows.isEmpty()) {
                return;
            }
            open = null;
            XWPFTable written = document.createTable();
            written.setWidth("100%");
            for (int at = 0; at < rows.size(); at++) {
                XWPFTableRow row = at == 0 ? written.getRow(0) : written.createRow();
                if (rows.get(at).getParentNode().getNodeName().equals("thead")) {
                    row.setRepeatHeader(true);
                }
                int column = 0;
                for (Node cell : children(rows.get(at))) {
                    if (cell.getNodeName().matches("t[hd]")) {
                        cell((Element) cell, at(row, column++));
                    }
                }
            }
        }

        private XWPFTableCell at(XWPFTableRow row, int column) {
            return column < row.getTableCells().size() ? row.getCell(column) : row.createCell();
        }

        private void cell(Element cell, XWPFTableCell written) {
            List<XWPFParagraph> first = new ArrayList<>(written.getParagraphs());
            Flow flow = new Flow(() -> first.isEmpty() ? written.addParagraph() : first.remove(0), locked);
            flow.blocks(cell);
            if (cell.getNodeName().equals("th")) {
                written.getParagraphs().forEach(each -> each.getRuns().forEach(run -> run.setBold(true)));
            }
        }
    }

    /** A list of its own, so that each begins with 1. */
    private BigInteger numbering(boolean numbered) {
        CTAbstractNum look = CTAbstractNum.Factory.newInstance();
        look.setAbstractNumId(BigInteger.valueOf(lists++));
        for (int level = 0; level < 2; level++) {
            CTLvl each = look.addNewLvl();
            each.setIlvl(BigInteger.valueOf(level));
            each.addNewStart().setVal(BigInteger.ONE);
            each.addNewNumFmt().setVal(numbered ? STNumberFormat.DECIMAL : STNumberFormat.BULLET);
            each.addNewLvlText().setVal(numbered ? "%" + (level + 1) + "." : "•");
            each.addNewPPr().addNewInd().setLeft(BigInteger.valueOf(720L * (level + 1)));
            each.getPPr().getInd().setHanging(BigInteger.valueOf(360));
        }
        var numbering = document.getNumbering() == null ? document.createNumbering() : document.getNumbering();
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(look)));
    }

    private static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            children.add(child);
        }
        return children;
    }

    private static List<Element> elements(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child : children(parent)) {
            if (child instanceof Element element) {
                if (element.getTagName().equals(name)) {
                    found.add(element);
                } else {
                    found.addAll(elements(element, name));
                }
            }
        }
        return found;
    }
}
