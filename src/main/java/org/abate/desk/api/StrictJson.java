package org.abate.desk.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;

/** Reads a request's body as one JSON value: at most 1 MB, nested at most 12 deep, no property twice, nothing after it. */
final class StrictJson {

    static final int MOST_BYTES = 1_000_000;

    private static final int DEEPEST = 12;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 1_000;
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
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private StrictJson() {}

    /** @throws UnreadableBody saying where the body stops being readable, or that it is too large */
    static JsonNode read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new UnreadableBody(HttpStatus.PAYLOAD_TOO_LARGE, "The body must have at most 1 MB");
        }
        try (JsonParser parser = JSON.createParser(bytes)) {
            return read(parser);
        } catch (IOException e) {
            throw unreadable("The body cannot be read as text in UTF-8");
        }
    }

    private static JsonNode read(JsonParser parser) throws IOException {
        try {
            JsonNode tree = JSON.readTree(parser);
            if (tree == null || tree.isMissingNode()) {
                throw unreadable("The body is empty; it must be one JSON object");
            }
            if (parser.nextToken() != null) {
                throw unreadable("The body must be one JSON object and nothing after it");
            }
            return tree;
        } catch (JacksonException e) {
            JsonLocation where = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
            throw unreadable("The body cannot be read as JSON at line " + where.getLineNr() + ", column "
                    + where.getColumnNr() + ": " + reason(e));
        }
    }

    private static String reason(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return "it is nested more than " + DEEPEST + " deep, or a name, number or text in it is too long";
        }
        if (e instanceof JsonEOFException) {
            return "it ends too early";
        }
        String message = e.getOriginalMessage();
        if (e instanceof StreamReadException && message.startsWith("Duplicate field")) {
            return "the property "
                    + JsonObject.shortened(
                            message.substring("Duplicate field".length()).strip()) + " is given twice";
        }
        return "a character stands where JSON allows none";
    }

    private static UnreadableBody unreadable(String message) {
        return new UnreadableBody(HttpStatus.BAD_REQUEST, message);
    }
}
