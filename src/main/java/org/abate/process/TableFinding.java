package org.abate.process;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a row of a decision table finds, and upon what.
 *
 * @param result a code, such as {@code not-granted}
 * @param basis what is found, a part of a sentence
 * @param citation the rule
 */
record TableFinding(String result, String basis, String citation) {

    /** Those of a decision's result variable: of the one row, or of each row that applies. Empty where rows give no basis. */
    static List<TableFinding> of(Object decided) {
        Stream<?> rows = decided instanceof List<?> list ? list.stream() : Stream.ofNullable(decided);
        return rows.filter(row -> row instanceof Map<?, ?> map && map.get("basis") != null)
                .map(row -> of((Map<?, ?>) row))
                .toList();
    }

    private static TableFinding of(Map<?, ?> row) {
        return new TableFinding(
                String.valueOf(row.get(row.containsKey("path") ? "path" : "result")),
                String.valueOf(row.get("basis")),
                String.valueOf(row.get("citation")));
    }

    /** The result as people write it: "not granted". */
    String resultInWords() {
        return "ccp".equals(result) ? "conference, conciliation and persuasion" : result.replace('-', ' ');
    }

    /** "Previous analytical results show detections (10 CSR 60-6.060(3)(A)1)." */
    String sentence() {
        return Character.toUpperCase(basis.charAt(0)) + basis.substring(1) + " (" + citation + ").";
    }
}
