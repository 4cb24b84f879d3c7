package org.abate.penalty;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One version of a rule, ready for look-ups. What is not in the file is a fault of the file, never of a worksheet. */
final class RuleVersion {

    private final RuleTables tables;
    private final LocalDate effective;
    private final Map<String, RuleTables.Row> rows = new HashMap<>();

    RuleVersion(RuleTables tables) {
        this.tables = tables;
        this.effective = LocalDate.parse(tables.version());
        tables.tables().forEach((name, table) -> table.rows().forEach(row -> {
            if (rows.put(key(name, row), row) != null) {
                throw new IllegalStateException(this + ": table " + name + " has two rows for " + key(name, row));
            }
        }));
    }

    private static String key(String table, RuleTables.Row row) {
        if (row.harm() != null) {
            return cellKey(table, row.harm(), row.deviation());
        }
        if (row.value() != null) {
            return figureKey(table, row.value());
        }
        return table + " from " + (row.from() != null ? row.from() : "over " + row.over());
    }

    private static String cellKey(String table, String harm, String deviation) {
        return table + "/" + harm + "/" + deviation;
    }

    private static String figureKey(String table, String name) {
        return table + "/" + name;
    }

    RuleTables tables() {
        return tables;
    }

    LocalDate effective() {
        return effective;
    }

    String citation() {
        return tables.citation();
    }

    /** The cell of a matrix. */
    RuleTables.Row cell(String table, String harm, String deviation) {
        return found(cellKey(table, harm, deviation));
    }

    /** A row by its name: a cap, a setting, a limit. */
    RuleTables.Row row(String table, String value) {
        return found(figureKey(table, value));
    }

    /** A single figure of the rule, from the table {@code figures}. */
    RuleTables.Row figure(String name) {
        return row("figures", name);
    }

    /** A policy of the department, from the table {@code settings}: its row's text says which way it goes. */
    String setting(String name) {
        return row("settings", name).text();
    }

    /** A property of the worksheet by its path without indices, as {@code violations.days}. */
    RuleTables.Field field(String path) {
        List<RuleTables.Field> fields = tables.worksheet();
        RuleTables.Field found = null;
        for (String name : path.split("\\.")) {
            found = fields.stream()
                    .filter(field -> field.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(this + " has no property " + path));
            fields = found.fields() == null ? List.of() : found.fields();
        }
        return found;
    }

    /** An option of a property of the worksheet as a whole. */
    RuleTables.Row option(String field, String value) {
        return field(field).options().stream()
                .filter(row -> row.value().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(this + " has no option " + value + " of " + field));
    }

    /** The last row of an ascending table whose lower bound the value reaches ({@code from}) or exceeds ({@code over}). */
    RuleTables.Row bracket(String table, BigDecimal value) {
        RuleTables.Row reached = null;
        for (RuleTables.Row row : rows(table)) {
            boolean within = row.from() != null ? value.compareTo(row.from()) >= 0 : value.compareTo(row.over()) > 0;
            if (within) {
                reached = row;
            }
        }
        if (reached == null) {
            throw new IllegalStateException(this + ": table " + table + " has no bracket for " + value);
        }
        return reached;
    }

    /** The interpretation that decides where a value on the very bound of a bracket belongs; null off the bounds. */
    String boundNote(String table, BigDecimal value) {
        for (RuleTables.Row row : rows(table)) {
            BigDecimal bound = row.from() != null ? row.from() : row.over();
            if (bound.compareTo(value) == 0) {
                return row.note();
            }
        }
        return null;
    }

    List<RuleTables.Row> rows(String table) {
        RuleTables.Table found = tables.tables().get(table);
        if (found == null) {
            throw new IllegalStateException(this + " has no table " + table);
        }
        return found.rows();
    }

    private RuleTables.Row found(String key) {
        RuleTables.Row row = rows.get(key);
        if (row == null) {
            throw new IllegalStateException(this + " has no row " + key);
        }
        return row;
    }

    @Override
    public String toString() {
        return "Rule " + tables.rule() + " of " + tables.version();
    }
}
