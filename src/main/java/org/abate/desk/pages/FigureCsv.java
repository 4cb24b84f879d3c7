package org.abate.desk.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.abate.casefile.Fault;
import org.abate.casefile.SpreadsheetText;
import org.abate.desk.Download;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.HttpStatus;

/** A table of figures as CSV (RFC 4180), with all its rows; numbers as they are, durations in days. */
final class FigureCsv {

    private FigureCsv() {}

    /** Where filters are wrong nothing is asked for, and every fault is named in plain text. */
    static void write(StageSelection selection, HttpServletResponse answer, Supplier<FigureTable> asked)
            throws IOException {
        write(selection.faults(), answer, asked);
    }

    /** Likewise. */
    static void write(List<Fault> faults, HttpServletResponse answer, Supplier<FigureTable> asked) throws IOException {
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (!faults.isEmpty()) {
            answer.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            answer.setContentType("text/plain;charset=UTF-8");
            answer.getWriter()
                    .write(faults.stream()
                            .map(fault -> fault.field() + " " + fault.message() + "\n")
                            .collect(Collectors.joining()));
            return;
        }
        FigureTable table = asked.get();
        Download.begin(answer, Download.CSV, table.id() + ".csv");
        CSVPrinter csv = new CSVPrinter(answer.getWriter(), CSVFormat.RFC4180);
        csv.printRecord(table.columns());
        for (FigureTable.Row row : table.rows()) {
            csv.printRecord(row.cells().stream().map(FigureCsv::value));
        }
        csv.flush();
    }

    private static Object value(FigureTable.Cell cell) {
        return cell.value() instanceof String text ? SpreadsheetText.of(text) : cell.value();
    }
}
