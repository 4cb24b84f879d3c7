package org.abate.correspondence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The values that a letter has to print, by the names that {@code letters/must-say.yaml} uses, each as it is printed. */
final class LetterValues {

    /** Names that every letter of a case knows, besides its particulars. */
    static final Set<String> OF_THE_CASE = Set.of(
            "addressee",
            "caseNumber",
            "citations",
            "commission",
            "county",
            "date",
            "delivery",
            "facility",
            "descriptions",
            "label",
            "lawRule",
            "lawStatute",
            "observed",
            "papers",
            "contacts",
            "party",
            "penaltyLaw",
            "program",
            "provisions",
            "requestFrom",
            "requestMatter",
            "respondBy",
            "systemNumber",
            "system",
            "worksheets");

    private final Map<String, List<String>> values;

    private LetterValues(Map<String, List<String>> values) {
        this.values = values;
    }

    /** As many as there are; none where there is nothing to print. */
    List<String> of(String name) {
        return values.getOrDefault(name, List.of());
    }

    static LetterValues of(LetterContents contents) {
        Builder values = new Builder();
        contents.particulars().forEach(values::particular);
        CaseExcerpt excerpt = (CaseExcerpt) contents.variables().get("case");
        LetterBook.Office office = (LetterBook.Office) contents.variables().get("office");
        for (String name : List.of("date", "respondBy", "addressee", "delivery", "label", "commission", "provisions")) {
            values.put(name, contents.variables().get(name));
        }
        values.put("program", office.program());
        values.put("penaltyLaw", office.penalties());
        if (office.order() != null) {
            values.put("lawStatute", office.order().statute());
            values.put("lawRule", office.order().rule());
        }
        values.put("caseNumber", excerpt.number());
        values.put("facility", excerpt.facility().name());
        values.put("county", excerpt.facility().county());
        values.put("party", excerpt.party() == null ? null : excerpt.party().name());
        values.each("citations", excerpt.violations(), CaseExcerpt.Found::citation);
        values.each("descriptions", excerpt.violations(), CaseExcerpt.Found::description);
        values.each("observed", excerpt.violations(), CaseExcerpt.Found::observed);
        values.each("contacts", excerpt.contacts(), CaseExcerpt.Talk::date);
        values.each("papers", excerpt.papers(), CaseExcerpt.Paper::title);
        values.each("worksheets", excerpt.worksheets(), sum -> sum.total().toString());
        if (excerpt.request() != null) {
            values.put("requestMatter", excerpt.request().matter());
            values.put("requestFrom", excerpt.request().from());
            values.put("system", excerpt.request().system().name());
            values.put("systemNumber", excerpt.request().system().number());
        }
        return new LetterValues(values.values);
    }

    /** Of a paper that belongs to no case. */
    static LetterValues of(Map<String, Object> variables) {
        Builder values = new Builder();
        variables.forEach(values::particular);
        return new LetterValues(values.values);
    }

    private static final class Builder {

        private final Map<String, List<String>> values = new LinkedHashMap<>();

        void particular(String name, Object value) {
            if (value instanceof Worksheet worksheet) {
                put(name + ".citation", worksheet.citation());
                put(name + ".total", worksheet.totalDollars());
                each(name + ".citations", worksheet.lines(), Worksheet.Line::citation);
                each(name + ".texts", worksheet.lines(), Worksheet.Line::text);
                each(name + ".inputs", worksheet.lines(), Worksheet.Line::input);
                each(name + ".amounts", worksheet.lines(), Worksheet.Line::dollars);
            } else if (value instanceof Collection<?> items
                    && items.stream().allMatch(Particular.Milestone.class::isInstance)) {
                List<Particular.Milestone> steps =
                        items.stream().map(Particular.Milestone.class::cast).toList();
                each(name + ".action", steps, Particular.Milestone::action);
                each(name + ".due", steps, Particular.Milestone::due);
            } else if (value instanceof Collection<?> items
                    && items.stream().allMatch(CaseExcerpt.Covered.class::isInstance)) {
                List<CaseExcerpt.Covered> systems =
                        items.stream().map(CaseExcerpt.Covered.class::cast).toList();
                each(name + ".name", systems, CaseExcerpt.Covered::name);
                each(name + ".number", systems, CaseExcerpt.Covered::number);
            } else {
                put(name, value);
            }
        }

        void put(String name, Object value) {
            Stream<?> items = value instanceof Collection<?> several ? several.stream() : Stream.ofNullable(value);
            values.put(
                    name,
                    items.filter(Objects::nonNull)
                            .map(Object::toString)
                            .map(Words::plain)
                            .filter(text -> !text.isBlank())
                            .toList());
        }

        <T> void each(String name, Collection<T> items, Function<T, String> text) {
            List<String> texts = new ArrayList<>();
            items.forEach(item -> texts.add(text.apply(item)));
            put(name, texts);
        }
    }
}
