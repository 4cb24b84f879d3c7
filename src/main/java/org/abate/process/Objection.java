package org.abate.process;

import java.util.List;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Something that may not be deployed: the element or field it stands in, where in the file, and the reason. */
record Objection(String id, String reason, int line, int column) implements Problem {

    static Objection to(Element element, String id, String reason) {
        return new Objection(id, reason, element.getLine(), element.getColumn());
    }

    /** Where there is no element to point at: a whole file, a field of a form. */
    static Objection to(String id, String reason) {
        return new Objection(id, reason, 0, 0);
    }

    String sentence() {
        return id + ": " + reason;
    }

    @Override
    public String getMessage() {
        return sentence();
    }

    @Override
    public int getLine() {
        return line;
    }

    @Override
    public int getColumn() {
        return column;
    }

    @Override
    public String getMainElementId() {
        return id;
    }

    @Override
    public List<String> getElementIds() {
        return List.of(id);
    }
}
