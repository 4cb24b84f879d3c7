package org.abate.correspondence;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Fills a letter's template. The template mode is XML, so that what comes out is the XHTML a PDF is made of; whatever
 * the template prints is escaped, and what a PDF cannot hold is dropped.
 */
@Component
class LetterText {

    // Its own engine: a second one as a bean would take the place of the pages'
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    LetterText() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(LetterText.class.getClassLoader());
        resolver.setPrefix("letters/");
        resolver.setSuffix(".xhtml");
        resolver.setTemplateMode(TemplateMode.XML);
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
    }

    String of(LetterContents contents) {
        return of(contents.template(), contents.variables());
    }

    /** The text of a paper that belongs to no case. */
    String of(String template, Map<String, Object> variables) {
        return Words.plain(engine.process(template, new Context(Locale.US, variables)));
    }
}
