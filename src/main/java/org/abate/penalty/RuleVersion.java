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
    private final String heading;
    private final Form form;
    private final Map<String, Map<String, RuleTables.Row>> named = new HashMap<>();
    private final Map<String, Map<String, Map<String, RuleTables.Row>>> cells = new HashMap<>();

    RuleVersion(RuleTables tables) {
        this.tables = tables;
        this.effective = LocalDate.parse(tables.version());
        this.heading = tables.title() + ", version in effect since " + tables.version();
        this.form = new Form(tables.worksheet());
        tables.tables().forEach((name, table) -> table.rows().forEach(row -> add(name, row)));
    }

    private void add(String table, RuleTables.Row row) {
        if (row.harm() != null) {
            Map<String, RuleTables.Row> line = cells.computeIfAbsent(table, name -> new HashMap<>())
                    .computeIfAbsent(row.harm(), harm -> new HashMap<>());
            refuseSecond(line.put(row.deviation(), row), table);
        } else {
            String name = row.value() != null ? row.value() : "from " + row.from() + " over " + row.over();
            refuseSecond(named.computeIfAbsent(table, each -> new HashMap<>()).put(name, row), table);
        }
    }

    private void refuseSecond(RuleTables.Row first, String table) {
        if (first != null) {
            throw new IllegalStateException(this + ": table " + table + " has two rows for the same: " + first);
        }
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

    /** The rule and its version in words. */
    String heading() {
        return heading;
    }

    /** The worksheet's properties, ready for reading. */
    Form form() {
        return form;
    }

    /** The cell of a matrix. */
    RuleTables.Row cell(String table, String harm, String deviation) {
        RuleTables.Row row =
                cells.getOrDefault(table, Map.of()).getOrDefault(harm, Map.of()).get(deviation);
        return found(row, table, harm, deviation);
    }

    /** A row by its name: a cap, a setting, a limit. */
    RuleTables.Row row(String table, String value) {
        return found(named.getOrDefault(table, Map.of()).get(value), table, value);
    }

    /** A single figure of the rule, from the table {@code figures}. */
    RuleTables.Row figure(String name) {
        return row("figures", name);
    }

    /** A policy of the department, from the table {@code settings}: its row's text says which way it goes. */
    String setting(String name) {
        return row("settings", name).text();
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

    private RuleTables.Row found(RuleTables.Row row, String... key) {
        if (row == null) {
            throw new IllegalStateException(this + " has no row " + String.join("/", key));
        }
        return row;
    }

    @Override
    public String toString() {
        return "Rule " + tables.rule() + " of " + tables.version();
    }
}
