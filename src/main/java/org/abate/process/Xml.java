package org.abate.process;

import java.io.ByteArrayInputStream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Parse;
import org.camunda.bpm.engine.impl.util.xml.Parser;
import org.xml.sax.SAXException;

/** Reads XML as the engine's own parser does: with lines and columns, and without anything from outside the file. */
final class Xml extends Parser {

    private Xml() {}

    /** @throws BadUserRequestException where it is no XML */
    static Element parse(byte[] content) {
        try {
            return new Xml()
                    .createParse()
                    .sourceInputStream(new ByteArrayInputStream(content))
                    .execute()
                    .getRootElement();
        } catch (ProcessEngineException e) {
            throw new BadUserRequestException("the file is no well-formed XML", e);
        }
    }

    @Override
    public Parse createParse() {
        return new Parse(this) {};
    }

    @Override
    protected SAXParser getSaxParser() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newSAXParser();
    }
}
