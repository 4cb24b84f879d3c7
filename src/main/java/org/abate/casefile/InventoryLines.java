package org.abate.casefile;

import java.util.List;
import java.util.Map;

/**
 * What an inventory is given, by its place in the input ({@code line 7.}), and what of it could not be read; whoever
 * records it refuses both together, so that every fault of a file is named at once.
 *
 * @param rows what could be read; a value that could not is null, and a fault
 */
public record InventoryLines<T>(Map<String, T> rows, List<Fault> faults) {

    /** Rows that did not have to be read. */
    public static <T> InventoryLines<T> of(Map<String, T> rows) {
        return new InventoryLines<>(rows, List.of());
    }

    /** A single one, whose faults are those of the form. */
    public static <T> InventoryLines<T> one(T row) {
        return of(Map.of("", row));
    }
}
