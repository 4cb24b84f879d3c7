package org.abate.penalty;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One version of a rule as data: what its worksheet takes and the tables it is assessed by. What a form offers, what the
 * reader accepts and what the worksheet prints are these same rows.
 *
 * @param version the date this version took effect, as {@code 2000-03-30}
 * @param note what is to be known about this version, its date above all
 * @param worksheet the properties a worksheet has, in the order of the form
 * @param tables the tables of the rule by name
 * @param example a worksheet the rule accepts, to begin with
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleTables(
        String rule,
        String title,
        String citation,
        String version,
        String note,
        List<Field> worksheet,
        Map<String, Table> tables,
        JsonNode example) {

    public RuleTables {
        worksheet = List.copyOf(worksheet);
        tables = tables == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    }

    /** How a property is written in JSON. */
    public enum Kind {
        /** A decimal string of dollars, at most two decimals: {@code "10000.00"}. */
        MONEY,
        /** A decimal string, a share of one: {@code "0.08"}. */
        RATE,
        /** A whole number: days, counts, points. */
        WHOLE,
        /** A whole number of percent. */
        PERCENT,
        /** A number that need not be whole: gallons a day, pounds, acres. */
        QUANTITY,
        /** An ISO date. */
        DATE,
        /** {@code true} or {@code false}. */
        FLAG,
        /** One of the options. */
        CHOICE,
        /** A list of different options. */
        CHOICES,
        /** A list of different whole numbers. */
        NUMBERS,
        TEXT,
        /** An object with the fields given. */
        ENTRY,
        /** A list of objects with the fields given. */
        ENTRIES
    }

    /**
     * One property of a worksheet.
     *
     * @param citation where the rule asks for it; null where the department does
     * @param verified false where no printed source is at hand for its limits or options
     * @param optional whether it may be left out
     * @param ifAbsent what is used (and printed) where it is left out
     * @param min least value, or number of entries
     * @param max greatest value, or number of entries
     * @param mustBe the only value with which a penalty may be assessed at all
     * @param because why a penalty is barred with the other value, in words with the citation
     * @param when the answer beside it that a property belongs to; null where it belongs to every worksheet
     * @param options what a choice offers
     * @param fields the properties of an entry
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Field(
            String name,
            Kind kind,
            String label,
            String help,
            String citation,
            boolean verified,
            boolean optional,
            String ifAbsent,
            BigDecimal min,
            BigDecimal max,
            Boolean mustBe,
            String because,
            When when,
            List<Row> options,
            List<Field> fields) {

        public Field {
            options = options == null ? null : List.copyOf(options);
            fields = fields == null ? null : List.copyOf(fields);
        }

        /** Whether a worksheet may do without it. */
        public boolean mayBeLeftOut() {
            return optional || ifAbsent != null;
        }
    }

    /**
     * A property belongs to a worksheet only where a property beside it (and before it) has one of these values.
     *
     * @param values option names, or {@code true}
     */
    public record When(String field, List<String> values) {
        public When {
            values = List.copyOf(values);
        }
    }

    /** A table of the rule: a matrix, brackets, or single figures. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Table(String title, String citation, List<Row> rows) {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One row, with its source.
     *
     * @param value what the worksheet takes, or the name of the figure
     * @param harm the row of a matrix
     * @param deviation the column of a matrix
     * @param from the lowest value of a bracket, inclusive
     * @param over the bound a bracket's values lie above, exclusive
     * @param low the lowest amount of a cell, dollars
     * @param high the highest amount of a cell, dollars
     * @param midpoint the printed midpoint of a cell, dollars
     * @param amount a single amount in dollars, a factor or a limit
     * @param effective the date since when the row holds
     * @param verified false where no printed source is at hand; the worksheet says so
     * @param note the interpretation behind the row
     * @param midpointNote the interpretation behind the midpoint of a cell, for where the midpoint is used
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            String value,
            String harm,
            String deviation,
            BigDecimal from,
            BigDecimal over,
            Integer points,
            BigDecimal low,
            BigDecimal high,
            BigDecimal midpoint,
            BigDecimal amount,
            String text,
            String citation,
            String effective,
            boolean verified,
            String note,
            String midpointNote) {}
}
