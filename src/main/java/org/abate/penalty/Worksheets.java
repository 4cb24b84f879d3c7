package org.abate.penalty;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** Turns the JSON text of a worksheet into a tree, refusing what no honest worksheet contains. */
public final class Worksheets {

    /** A worksheet of a hundred violations has a few hundred kilobytes at most. */
    private static final int MOST_BYTES = 1_000_000;

    private static final int DEEPEST = 12;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 100_000;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxNameLength(LONGEST_NAME)
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);

    private Worksheets() {}

    /**
     * Reads a worksheet's text: JSON, at most 1 MB, nested at most 12 deep, no property twice.
     *
     * @throws WorksheetRefused naming where the text stops being a worksheet
     */
    public static JsonNode parse(String json) {
        return json.length() > MOST_BYTES ? tooLarge() : parse(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a worksheet's text in UTF-8, no further than its greatest size.
     *
     * @throws WorksheetRefused as {@link #parse(String)}
     * @throws IOException if the stream itself fails
     */
    public static JsonNode parse(InputStream json) throws IOException {
        return parse(json.readNBytes(MOST_BYTES + 1));
    }

    private static JsonNode parse(byte[] json) {
        if (json.length > MOST_BYTES) {
            return tooLarge();
        }
        try (JsonParser parser = JSON.getFactory().createParser(json)) {
            return read(parser);
        } catch (IOException e) {
            throw refused(WorksheetReader.WORKSHEET, "is not readable text in UTF-8");
        }
    }

    private static JsonNode read(JsonParser parser) throws IOException {
        try {
            JsonNode tree = JSON.readTree(parser);
            if (tree == null || !tree.isObject() || parser.nextToken() != null) {
                throw refused(WorksheetReader.WORKSHEET, "must be one JSON object");
            }
            return tree;
        } catch (JacksonException e) {
            String pointer = parser.getParsingContext().pathAsPointer().toString();
            JsonLocation where = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
            throw refused(
                    pointer.isEmpty() ? WorksheetReader.WORKSHEET : path(pointer),
                    "cannot be read as JSON at line " + where.getLineNr() + ", column " + where.getColumnNr() + ": "
                            + firstSentence(e.getOriginalMessage()));
        }
    }

    /** {@code /violations/0/days} → {@code violations[0].days}. */
    private static String path(String pointer) {
        String path = pointer.replaceAll("/(\\d+)", "[$1]").replace('/', '.');
        return Words.shortened(path.startsWith(".") ? path.substring(1) : path);
    }

    /** What Jackson says, without its advice to programmers. */
    private static String firstSentence(String message) {
        return Words.shortened(message.replaceAll("(?s)(: (was expecting|enable) | \\([^()]*`).*", ""));
    }

    private static JsonNode tooLarge() {
        throw refused(WorksheetReader.WORKSHEET, "is larger than " + Words.number(MOST_BYTES) + " bytes");
    }

    private static WorksheetRefused refused(String field, String message) {
        return new WorksheetRefused(List.of(new Fault(field, message)));
    }

    /**
     * The worksheet with its violation date filled in where it is missing: what the caller stores, so that computing
     * again gives the same result.
     */
    public static JsonNode dated(JsonNode worksheet, LocalDate today) {
        if (!(worksheet instanceof ObjectNode given) || given.has(RuleBook.VIOLATION_DATE)) {
            return worksheet;
        }
        ObjectNode dated = given.objectNode().put(RuleBook.VIOLATION_DATE, today.toString());
        dated.setAll(given);
        return dated;
    }
}
