package org.abate.casefile;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads what an inventory is given as a file: comma-separated values in UTF-8, with the names of the columns in the first
 * line. What cannot be read is a fault of its line ({@code line 7.feeDue}), beside what could be.
 */
public final class InventoryFile {

    public static final List<String> SOURCE_COLUMNS =
            List.of("source", "facility", "address", "county", "region", "owner", "ownerAddress", "feeDue");
    public static final List<String> SUBMISSION_COLUMNS = List.of("source", "questionnaireReceivedOn", "feeReceivedOn");

    public static final List<String> DELIVERY_COLUMNS =
            List.of("source", "event", "date", "manner", "reference", "upon");

    /** Bytes: ten times what 5,000 sources take. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .get();

    private final Faults faults = new Faults();

    private InventoryFile() {}

    /** @throws CaseRefused where it is no such file, so that no line can be read */
    public static InventoryLines<NewInventorySource> sources(byte[] file) {
        return new InventoryFile().read(file, SOURCE_COLUMNS, InventoryFile::source);
    }

    /** @throws CaseRefused where it is no such file, so that no line can be read */
    public static InventoryLines<InventorySubmission> submissions(byte[] file) {
        return new InventoryFile().read(file, SUBMISSION_COLUMNS, InventoryFile::submission);
    }

    /** @throws CaseRefused where it is no such file, so that no line can be read */
    public static InventoryLines<InventoryDelivery> deliveries(byte[] file) {
        return new InventoryFile().read(file, DELIVERY_COLUMNS, InventoryFile::delivery);
    }

    /** The text of a file; what a spreadsheet would take for a formula is marked as a text. */
    public static String write(List<String> columns, List<List<String>> lines) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(columns);
            for (List<String> line : lines) {
                printer.printRecord(line.stream().map(SpreadsheetText::of).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private record Line(String place, Map<String, String> values, Faults faults) {

        String text(String column) {
            return Optional.ofNullable(values.get(column))
                    .filter(value -> !value.isBlank())
                    .orElse(null);
        }

        LocalDate day(String column) {
            String text = text(column);
            try {
                return text == null ? null : LocalDate.parse(text);
            } catch (DateTimeException e) {
                faults.add(place + column, "must be a day such as 2026-05-30, not \"" + shortened(text) + "\"");
                return null;
            }
        }

        BigDecimal dollars(String column) {
            String text = text(column);
            if (text == null || text.matches("\\d{1,12}(\\.\\d{1,2})?")) {
                return text == null ? null : new BigDecimal(text);
            }
            faults.add(place + column, "must be dollars such as 480.00, not \"" + shortened(text) + "\"");
            return null;
        }

        <E extends Enum<E>> E oneOf(String column, Class<E> values) {
            String text = text(column);
            if (text == null) {
                return null;
            }
            try {
                return Enum.valueOf(values, text);
            } catch (IllegalArgumentException e) {
                faults.add(
                        place + column,
                        "must be one of " + Arrays.toString(values.getEnumConstants()) + ", not \"" + shortened(text)
                                + "\"");
                return null;
            }
        }

        private static String shortened(String text) {
            return text.length() <= 40 ? text : text.substring(0, 40) + "…";
        }
    }

    private static NewInventorySource source(Line line) {
        return new NewInventorySource(
                line.text("source"),
                line.text("facility"),
                line.text("address"),
                line.text("county"),
                line.text("region"),
                line.text("owner"),
                line.text("ownerAddress"),
                line.dollars("feeDue"));
    }

    private static InventorySubmission submission(Line line) {
        return new InventorySubmission(
                line.text("source"), line.day("questionnaireReceivedOn"), line.day("feeReceivedOn"));
    }

    private static InventoryDelivery delivery(Line line) {
        return new InventoryDelivery(
                line.text("source"),
                new NewService(
                        line.oneOf("event", ServiceEvent.class),
                        line.oneOf("manner", ServiceManner.class),
                        line.text("reference"),
                        line.day("date"),
                        line.text("upon"),
                        null,
                        null));
    }

    private <T> InventoryLines<T> read(byte[] file, List<String> columns, Function<Line, T> reader) {
        Map<String, T> read = new LinkedHashMap<>();
        long lastRead = 0;
        try (CSVParser lines = CSVParser.parse(new StringReader(text(file)), FORMAT)) {
            List<String> header = null;
            for (CSVRecord record : lines) {
                lastRead = lines.getCurrentLineNumber();
                String place = "line " + lastRead;
                if (header == null) {
                    header = header(record, columns);
                } else if (record.size() != header.size()) {
                    faults.add(place, "has " + record.size() + " values, but there are " + header.size() + " columns");
                } else {
                    Map<String, String> values = new LinkedHashMap<>();
                    for (int i = 0; i < record.size(); i++) {
                        values.put(header.get(i), record.get(i));
                    }
                    read.put(place + ".", reader.apply(new Line(place + ".", values, faults)));
                }
            }
            if (header == null || read.isEmpty() && faults.found().isEmpty()) {
                faults.add(
                        "file",
                        header == null
                                ? "is empty: the first line names the columns, " + String.join(",", columns)
                                : "has no line after the one that names the columns");
            }
        } catch (CSVException | UncheckedIOException e) {
            faults.add(
                    "line " + (lastRead + 1),
                    "or after it, is no comma-separated text: a quotation mark is not closed, or stands inside a value;"
                            + " what follows could not be read");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new InventoryLines<>(read, faults.found());
    }

    private List<String> header(CSVRecord record, List<String> columns) {
        List<String> header = record.stream().map(String::strip).toList();
        boolean unknown =
                !columns.containsAll(header) || header.stream().distinct().count() < header.size();
        if (unknown || !header.containsAll(columns)) {
            faults.add("line 1", "must name the columns " + String.join(",", columns) + ", each once, in any order");
            faults.refuse();
        }
        return header;
    }

    private String text(byte[] file) {
        if (file.length > LARGEST) {
            throw new CaseRefused("file", "must have at most " + LARGEST + " bytes");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            // A spreadsheet marks its UTF-8 with a sign of its own
            return (text.startsWith("\uFEFF") ? text.substring(1) : text) + "\n";
        } catch (CharacterCodingException e) {
            throw new CaseRefused("file", "is not in UTF-8: save it as CSV UTF-8");
        }
    }
}
