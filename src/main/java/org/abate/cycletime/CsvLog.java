package org.abate.cycletime;

import java.io.OutputStream;
import java.time.Instant;

/** The event log as comma-separated values (RFC 4180), UTF-8. */
class CsvLog {

    private final CsvLines lines;

    CsvLog(OutputStream out) {
        this.lines = new CsvLines(out);
        lines.line(
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
                "outcome",
                "due",
                "stoppedBy",
                "stoppedFrom",
                "stoppedUntil");
    }

    void event(StageEvent event) {
        lines.line(
                event.caseNumber(),
                event.activity(),
                event.transition(),
                StageEvent.moment(event.at()),
                event.group(),
                event.program(),
                event.region(),
                event.process(),
                Integer.toString(event.version()),
                event.diagram(),
                event.stage(),
                event.stageId(),
                event.waitsOn(),
                event.outcome(),
                moment(event.due()),
                event.stoppedBy(),
                moment(event.stoppedFrom()),
                moment(event.stoppedUntil()));
    }

    private static String moment(Instant at) {
        return at == null ? null : StageEvent.moment(at);
    }

    void end() {
        lines.end();
    }
}
