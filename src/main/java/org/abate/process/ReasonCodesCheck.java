package org.abate.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.abate.casefile.ReasonOccasion;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * What a table of reason codes may say: each row one occasion, one code and one title, so that what staff choose can be
 * stored and counted.
 */
final class ReasonCodesCheck {

    private static final String NOT_STATED = "NOT_STATED";
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{1,39}");
    private static final int LONGEST_TITLE = 100;
    private static final Set<String> OCCASIONS =
            Arrays.stream(ReasonOccasion.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));

    private final Element table;
    private final List<Objection> objections = new ArrayList<>();

    ReasonCodesCheck(Element table) {
        this.table = table;
    }

    List<Objection> check() {
        if (!"RULE ORDER".equals(table.attribute("hitPolicy")) && !"COLLECT".equals(table.attribute("hitPolicy"))) {
            objections.add(Objection.to(
                    table,
                    table.attribute("id"),
                    "its hit policy must be RULE ORDER: all rows of an occasion are offered"));
        }
        List<String> columns = table.elements("output").stream()
                .map(output -> output.attribute("name"))
                .toList();
        Set<String> offered = new HashSet<>();
        Set<String> unoffered = new TreeSet<>(OCCASIONS);
        for (Element rule : table.elements("rule")) {
            String occasion = single(rule, "inputEntry", 0, "occasion");
            String code = single(rule, "outputEntry", columns.indexOf("code"), "code");
            String title = single(rule, "outputEntry", columns.indexOf("title"), "title");
            checkOccasion(rule, occasion);
            checkCode(rule, code);
            if (title != null && (title.isBlank() || title.length() > LONGEST_TITLE)) {
                object(rule, "the title must have 1 to " + LONGEST_TITLE + " characters");
            }
            if (code != null && !offered.add(occasion + " " + code)) {
                object(rule, "the code " + code + " stands twice for the occasion " + occasion);
            }
            unoffered.remove(occasion);
        }
        unoffered.forEach(occasion -> objections.add(Objection.to(
                table, table.attribute("id"), "there is no reason to choose for the occasion " + occasion)));
        return objections;
    }

    private void checkOccasion(Element rule, String occasion) {
        if (occasion != null && !OCCASIONS.contains(occasion)) {
            object(rule, "the occasion is \"" + occasion + "\"; it is one of " + String.join(", ", OCCASIONS));
        }
    }

    private void checkCode(Element rule, String code) {
        if (code != null && (!CODE.matcher(code).matches() || code.equals(NOT_STATED))) {
            object(
                    rule,
                    "the code \"" + code + "\" must be 2 to 40 capital letters and underscores, such as FACILITY_SOLD,"
                            + " and not " + NOT_STATED + ", which counts those without a reason");
        }
    }

    /** The text of a cell that holds one text and nothing else; null where it does not. */
    private String single(Element rule, String kind, int column, String what) {
        List<Element> cells = rule.elements(kind);
        Element text =
                column < 0 || column >= cells.size() ? null : cells.get(column).element("text");
        String cell = text == null ? "" : text.getText().strip();
        List<String> texts = DecisionData.texts(cell);
        if (texts.size() != 1 || !cell.equals("\"" + texts.get(0) + "\"")) {
            object(rule, "the " + what + " must be one text in quotation marks");
            return null;
        }
        return texts.get(0);
    }

    private void object(Element rule, String reason) {
        objections.add(Objection.to(rule, rule.attribute("id"), reason));
    }
}
