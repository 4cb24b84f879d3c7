package org.abate.desk.pages;

import java.util.List;
import java.util.Locale;

/**
 * Figures in rows: shown as a table, drawn as the chart beside it, and given as CSV, all from the same cells.
 *
 * @param id its name in addresses: {@code trend}
 * @param title its heading
 * @param chart what the page's script draws of it; null for none
 */
record FigureTable(String id, String title, String chart, List<String> columns, List<Row> rows) {

    private static final int MOST_SHOWN = 100;

    /**
     * A row.
     *
     * @param tone by whom it waits: {@code party}, {@code department} or {@code stay}; empty for none
     * @param cells one for each column; the first is the row's name
     */
    record Row(String tone, List<Cell> cells) {

        public Cell name() {
            return cells.get(0);
        }

        public List<Cell> figures() {
            return cells.subList(1, cells.size());
        }
    }

    /**
     * A cell.
     *
     * @param value for CSV and the chart: a text, a number, or null
     * @param shown for people
     */
    record Cell(Object value, String shown) {

        public boolean isNumber() {
            return value == null || value instanceof Number;
        }
    }

    /** What the page shows of many; CSV has all, and so has a chart that goes along with time or length. */
    public List<Row> shown() {
        boolean whole = "trend".equals(chart) || "histogram".equals(chart);
        return whole ? rows : rows.subList(0, Math.min(MOST_SHOWN, rows.size()));
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    static Cell text(String value) {
        return new Cell(value, value);
    }

    static Cell count(long value) {
        return new Cell(value, String.format(Locale.US, "%,d", value));
    }

    /** Days with one digit; a dash for none. */
    static Cell days(Double value) {
        return new Cell(value, value == null ? "–" : String.format(Locale.US, "%,.1f", value));
    }

    /** A share from 0 to 1 in percent; a dash for none. */
    static Cell share(Double value) {
        Double percent = value == null ? null : Math.round(value * 1000) / 10.0;
        return new Cell(percent, percent == null ? "–" : String.format(Locale.US, "%.1f %%", percent));
    }
}
