package org.abate.cycletime;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** The event log as comma-separated values (RFC 4180), UTF-8. */
class CsvLog {

    private final Writer out;

    CsvLog(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        line(
                "case:concept:name",
                "concept:name",
                "lifecycle:transition",
                "time:timestamp",
                "org:group",
                "case:program",
                "case:region",
                "process",
                "version",
                "diagram",
                "stage",
                "concept:instance",
                "waitsOn",
                "outcome");
    }

    void event(StageEvent event) {
        line(
                event.caseNumber(),
                event.activity(),
                event.transition(),
                event.at().toString(),
                event.group(),
                event.program(),
                event.region(),
                event.process(),
                Integer.toString(event.version()),
                event.diagram(),
                event.stage(),
                event.stageId(),
                event.waitsOn(),
                event.outcome());
    }

    void end() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String... values) {
        try {
            for (int i = 0; i < values.length; i++) {
                out.write(i == 0 ? "" : ",");
                out.write(quoted(values[i]));
            }
            out.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String value) {
        if (value == null) {
            return "";
        }
        return value.matches("[^\",\r\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
