package org.abate.cycletime;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.abate.casefile.SpreadsheetText;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Comma-separated values (RFC 4180), UTF-8, written as they come. */
class CsvLines {

    private final CSVPrinter out;

    CsvLines(OutputStream out) {
        try {
            this.out = new CSVPrinter(
                    new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), CSVFormat.RFC4180);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void end() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param values null is left empty */
    void line(String... values) {
        try {
            out.printRecord(Arrays.stream(values).map(SpreadsheetText::of));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
