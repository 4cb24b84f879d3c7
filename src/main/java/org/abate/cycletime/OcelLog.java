package org.abate.cycletime;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * The event log as OCEL 2.0 in JSON. Objects are cases, their facilities, responsible parties and documents; events are
 * tasks as they finish, open ones as they were there, and documents as they are filed. Confidential documents are left out, and so are names. Values are
 * texts, numbers too, since the schema of OCEL 2.0 allows no others; the types say what they are.
 */
class OcelLog {

    private static final String TASKS = "(" + StageEvent.TASKS + ") s";
    private static final String CASES = "SELECT s.case_number FROM " + TASKS;
    private static final String CASE_OBJECTS = "SELECT case_number, program, opened_at, facility_id,"
            + " responsible_party_id FROM case_file WHERE case_number IN (" + CASES + ") ORDER BY case_number";
    private static final String FACILITY_OBJECTS = "SELECT id, county, region, recorded_at FROM facility WHERE id IN"
            + " (SELECT facility_id FROM case_file WHERE case_number IN (" + CASES + ")) ORDER BY id";
    private static final String PARTY_OBJECTS = "SELECT id, recorded_at FROM responsible_party WHERE id IN"
            + " (SELECT responsible_party_id FROM case_file WHERE case_number IN (" + CASES + ")) ORDER BY id";
    private static final String DOCUMENTS = " FROM document WHERE NOT confidential AND case_number IN (" + CASES + ")";
    private static final String DOCUMENT_OBJECTS =
            "SELECT id, case_number, kind, created_at" + DOCUMENTS + " ORDER BY id";
    private static final String OPENED = "Open: ";
    private static final String TASK_TYPES = "SELECT DISTINCT CASE WHEN s.outcome IS NULL THEN '" + OPENED
            + "' || s.name ELSE s.name END AS type FROM " + TASKS + " ORDER BY type";
    private static final String EVENTS = "SELECT s.*, c.facility_id, c.responsible_party_id FROM " + TASKS
            + " JOIN case_file c ON c.case_number = s.case_number ORDER BY COALESCE(s.finished_at, s.created_at), s.id";

    private final JsonGenerator json;
    private final Rows rows;

    /** Gives each row of a statement, with the conditions put in. */
    interface Rows {
        void each(String sql, RowCallbackHandler row);
    }

    /** Something of the log to be written. */
    private interface Part {
        void write() throws IOException;
    }

    private interface RowPart {
        void write(ResultSet row) throws IOException, SQLException;
    }

    OcelLog(OutputStream out, Rows rows) {
        this.rows = rows;
        try {
            this.json = new JsonFactory()
                    .createGenerator(out)
                    .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write() {
        writing(json::writeStartObject);
        array("objectTypes", () -> {
            type("Case", "program", "string");
            type("Facility", "county", "string", "region", "string");
            type("Party");
            type("Document", "kind", "string");
        });
        array("eventTypes", () -> {
            each(TASK_TYPES, row -> taskType(row.getString(1)));
            each("SELECT DISTINCT kind" + DOCUMENTS + " ORDER BY kind", row -> type(filed(row)));
        });
        array("objects", () -> {
            each(
                    CASE_OBJECTS,
                    row -> object(
                            row.getString("case_number"), "Case", row, "opened_at", placeAndParty(row), "program"));
            each(
                    FACILITY_OBJECTS,
                    row -> object(
                            "facility-" + row.getLong("id"),
                            "Facility",
                            row,
                            "recorded_at",
                            List.of(),
                            "county",
                            "region"));
            each(PARTY_OBJECTS, row -> object("party-" + row.getLong("id"), "Party", row, "recorded_at", List.of()));
            each(
                    DOCUMENT_OBJECTS,
                    row -> object(
                            "document-" + row.getLong("id"),
                            "Document",
                            row,
                            "created_at",
                            List.of(row.getString("case_number")),
                            "kind"));
        });
        array("events", () -> {
            each(EVENTS, this::task);
            each(DOCUMENT_OBJECTS, this::filing);
        });
        writing(json::writeEndObject);
        writing(json::close);
    }

    private void taskType(String name) throws IOException {
        type(
                name,
                "process",
                "string",
                "version",
                "integer",
                "diagram",
                "string",
                "stage",
                "string",
                "waitsOn",
                "string",
                "outcome",
                "string",
                "created",
                "time",
                "claimed",
                "time",
                "due",
                "time",
                "stoppedBy",
                "string",
                "stoppedFrom",
                "time",
                "stoppedUntil",
                "time");
    }

    private void task(ResultSet row) throws IOException, SQLException {
        json.writeStartObject();
        boolean open = row.getString("outcome") == null;
        head(row.getString("id"), (open ? OPENED : "") + row.getString("name"));
        String time = open ? "created_at" : "finished_at";
        json.writeStringField("time", StageEvent.moment(StageEvent.instant(row, time)));
        json.writeArrayFieldStart("attributes");
        attribute("process", row.getString("process"), null);
        attribute("version", row.getInt("version"), null);
        attribute("diagram", row.getString("diagram"), null);
        attribute("stage", row.getString("stage"), null);
        attribute("waitsOn", row.getString("waits_on"), null);
        attribute("outcome", row.getString("outcome"), null);
        attribute("created", StageEvent.instant(row, "created_at"), null);
        attribute("claimed", StageEvent.instant(row, "claimed_at"), null);
        attribute("due", StageEvent.instant(row, "due_at"), null);
        attribute("stoppedBy", row.getString("stopped_by"), null);
        attribute("stoppedFrom", StageEvent.instant(row, "stopped_from"), null);
        attribute("stoppedUntil", StageEvent.instant(row, "stopped_until"), null);
        json.writeEndArray();
        related(Stream.concat(Stream.of(row.getString("case_number")), placeAndParty(row).stream())
                .toList());
        json.writeEndObject();
    }

    private void filing(ResultSet row) throws IOException, SQLException {
        json.writeStartObject();
        head("document-" + row.getLong("id") + "-filed", filed(row));
        json.writeStringField("time", StageEvent.moment(StageEvent.instant(row, "created_at")));
        json.writeArrayFieldStart("attributes");
        json.writeEndArray();
        related(List.of(row.getString("case_number"), "document-" + row.getLong("id")));
        json.writeEndObject();
    }

    private static String filed(ResultSet row) throws SQLException {
        return "Filed: " + row.getString("kind");
    }

    private void object(String id, String type, ResultSet row, String since, List<String> belongsTo, String... columns)
            throws IOException, SQLException {
        String time = StageEvent.moment(StageEvent.instant(row, since));
        json.writeStartObject();
        head(id, type);
        json.writeArrayFieldStart("attributes");
        for (String column : columns) {
            attribute(column, row.getString(column), time);
        }
        json.writeEndArray();
        related(belongsTo);
        json.writeEndObject();
    }

    /** @param attributes name and type of each in turn */
    private void type(String name, String... attributes) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeArrayFieldStart("attributes");
        for (int i = 0; i < attributes.length; i += 2) {
            json.writeStartObject();
            json.writeStringField("name", attributes[i]);
            json.writeStringField("type", attributes[i + 1]);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void head(String id, String type) throws IOException {
        json.writeStringField("id", id);
        json.writeStringField("type", type);
    }

    /** Left out where there is no value. */
    private void attribute(String name, Object value, String time) throws IOException {
        if (value == null) {
            return;
        }
        json.writeStartObject();
        json.writeStringField("name", name);
        if (time != null) {
            json.writeStringField("time", time);
        }
        json.writeStringField("value", value instanceof Instant at ? StageEvent.moment(at) : value.toString());
        json.writeEndObject();
    }

    private void related(List<String> objects) throws IOException {
        json.writeArrayFieldStart("relationships");
        for (String object : objects) {
            json.writeStartObject();
            json.writeStringField("objectId", object);
            json.writeStringField("qualifier", qualifier(object));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Of a row of a case; its party may be unknown. */
    private static List<String> placeAndParty(ResultSet row) throws SQLException {
        String facility = "facility-" + row.getLong("facility_id");
        long party = row.getLong("responsible_party_id");
        return row.wasNull() ? List.of(facility) : List.of(facility, "party-" + party);
    }

    private static String qualifier(String object) {
        if (object.startsWith("party-")) {
            return "responsible";
        }
        if (object.startsWith("facility-")) {
            return "at";
        }
        return object.startsWith("document-") ? "files" : "of";
    }

    private void array(String name, Part part) {
        writing(() -> json.writeArrayFieldStart(name));
        writing(part);
        writing(json::writeEndArray);
    }

    private void each(String sql, RowPart part) {
        rows.each(sql, row -> {
            try {
                part.write(row);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void writing(Part part) {
        try {
            part.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
