package org.abate.cycletime;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The event log as IEEE 1849-2016 has it: extensions, globals, classifiers, attributes of the log, traces. */
class XesLog {

    private static final String NAMESPACE = "http://www.xes-standard.org/";

    private final XMLStreamWriter out;
    private String caseNumber;

    XesLog(OutputStream stream) {
        try {
            out = XMLOutputFactory.newInstance().createXMLStreamWriter(stream, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("log");
            out.writeDefaultNamespace(NAMESPACE);
            out.writeAttribute("xes.version", "1849.2016");
            out.writeAttribute("xes.features", "");
            for (String extension : List.of("Concept", "Lifecycle", "Time", "Organizational")) {
                extension(extension);
            }
            globals();
            classifier("Activity", "concept:name");
            classifier("ActivityAndTransition", "concept:name lifecycle:transition");
            classifier("Step", "diagram stage");
            classifier("StepAndTransition", "diagram stage lifecycle:transition");
            string("concept:name", "Tasks of enforcement cases");
            string("lifecycle:model", "standard");
        } catch (XMLStreamException e) {
            throw unwritten(e);
        }
    }

    void event(StageEvent event) {
        try {
            if (!event.caseNumber().equals(caseNumber)) {
                startTrace(event);
            }
            out.writeStartElement("event");
            string("concept:name", event.activity());
            string("concept:instance", event.stageId());
            string("lifecycle:transition", event.transition());
            date("time:timestamp", event.at());
            string("org:group", event.group());
            string("process", event.process());
            empty("int", "key", "version", "value", Integer.toString(event.version()));
            string("diagram", event.diagram());
            string("stage", event.stage());
            string("waitsOn", event.waitsOn());
            string("outcome", event.outcome());
            date("due", event.due());
            string("stoppedBy", event.stoppedBy());
            date("stoppedFrom", event.stoppedFrom());
            date("stoppedUntil", event.stoppedUntil());
            out.writeEndElement();
        } catch (XMLStreamException e) {
            throw unwritten(e);
        }
    }

    void end() {
        try {
            out.writeEndDocument();
            out.flush();
        } catch (XMLStreamException e) {
            throw unwritten(e);
        }
    }

    private void startTrace(StageEvent event) throws XMLStreamException {
        if (caseNumber != null) {
            out.writeEndElement();
        }
        caseNumber = event.caseNumber();
        out.writeStartElement("trace");
        string("concept:name", caseNumber);
        string("program", event.program());
        string("region", event.region());
    }

    private void extension(String name) throws XMLStreamException {
        String prefix = name.equals("Organizational") ? "org" : name.toLowerCase(Locale.ROOT);
        empty("extension", "name", name, "prefix", prefix, "uri", NAMESPACE + prefix + ".xesext");
    }

    /** Of events; its name is one word. A step is told from others of the same name by its diagram and its id there. */
    private void classifier(String name, String keys) throws XMLStreamException {
        empty("classifier", "name", name, "scope", "event", "keys", keys);
    }

    /** What every trace and every event has. */
    private void globals() throws XMLStreamException {
        out.writeStartElement("global");
        out.writeAttribute("scope", "trace");
        string("concept:name", "unknown");
        out.writeEndElement();
        out.writeStartElement("global");
        out.writeAttribute("scope", "event");
        string("concept:name", "unknown");
        string("lifecycle:transition", "complete");
        date("time:timestamp", Instant.EPOCH);
        string("diagram", "unknown");
        string("stage", "unknown");
        out.writeEndElement();
    }

    /** Left out where there is no value. */
    private void string(String key, String value) throws XMLStreamException {
        if (value != null) {
            empty("string", "key", key, "value", value);
        }
    }

    /** Likewise. */
    private void date(String key, Instant at) throws XMLStreamException {
        if (at != null) {
            empty("date", "key", key, "value", StageEvent.moment(at));
        }
    }

    /** An element without content; names and values of its attributes in turn. */
    private void empty(String element, String... attributes) throws XMLStreamException {
        out.writeEmptyElement(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private static UncheckedIOException unwritten(XMLStreamException e) {
        return new UncheckedIOException(new IOException("The event log cannot be written", e));
    }
}
