package org.abate.correspondence;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.abate.casefile.DocumentKind;

/**
 * What a letter's text finds under its placeholders: maps, lists, texts, yes and no, and nothing else. No object is within
 * reach of a text, so there is nothing it could call.
 */
final class TextVariables {

    private static final String[] EARLIER_LETTERS = {
        DocumentKind.LETTER_OF_WARNING.name(), DocumentKind.LETTER_OF_INQUIRY.name()
    };
    private static final String[] NOTICES = {
        DocumentKind.NOTICE_OF_VIOLATION.name(),
        DocumentKind.NOTICE_OF_DELINQUENT_RECLAMATION.name(),
        DocumentKind.CESSATION_ORDER.name()
    };

    private TextVariables() {}

    /** Of a letter in a case, with what a text can only ask for by a name of its own, since it has no logic. */
    static Map<String, Object> of(LetterContents contents) {
        Map<String, Object> variables = of(contents.variables());
        CaseExcerpt excerpt = (CaseExcerpt) contents.variables().get("case");
        LetterBook.Office office = (LetterBook.Office) contents.variables().get("office");
        Map<String, Object> particulars = asMap(contents.variables().get("p"));
        boolean appeal =
                office.order() != null && (office.order().appeal() != null || particulars.get("appealBy") != null);

        Map<String, Object> has = new LinkedHashMap<>();
        particulars.forEach((name, value) -> has.put(name, value != null));
        has.put("violations", !excerpt.violations().isEmpty());
        has.put("collection", office.order() != null && office.order().collection() != null);
        has.put("appeal", appeal);
        variables.put("has", has);
        variables.put("when", when(contents.kind(), particulars));

        Map<String, Object> lastSent = new LinkedHashMap<>();
        Arrays.stream(DocumentKind.values())
                .map(DocumentKind::name)
                .forEach(kind -> lastSent.put(kind, excerpt.lastSent(kind)));
        variables.put("lastSent", lastSent);
        variables.put("earlierLetter", excerpt.lastSent(EARLIER_LETTERS));
        variables.put("lastNotice", excerpt.lastSent(NOTICES));

        Map<String, Object> file = asMap(variables.get("case"));
        file.put("openViolations", excerpt.violations().stream().anyMatch(violation -> violation.corrected() == null));
        asMap(file.get("facility"))
                .put("addressLine", String.join(", ", excerpt.facility().address()));
        if (excerpt.party() != null) {
            asMap(file.get("party"))
                    .put("addressLine", String.join(", ", excerpt.party().address()));
        }
        return variables;
    }

    /** Of a paper that belongs to no case. */
    static Map<String, Object> of(Map<String, Object> variables) {
        return asMap(plain(variables));
    }

    /** For each choice its values, and for each yes or no both: {@code when.purpose.COLLECTION}, {@code when.toBeAbated.no}. */
    private static Map<String, Object> when(LetterKind kind, Map<String, Object> particulars) {
        Map<String, Object> when = new LinkedHashMap<>();
        kind.particulars().forEach((name, particular) -> {
            Object value = particulars.get(name);
            Map<String, Object> answers = new LinkedHashMap<>();
            if (particular.type() == Particular.Type.YES_NO) {
                answers.put("yes", Boolean.TRUE.equals(value));
                answers.put("no", Boolean.FALSE.equals(value));
            }
            particular.oneOf().forEach(answer -> answers.put(answer, answer.equals(value)));
            if (!answers.isEmpty()) {
                when.put(name, answers);
            }
        });
        return when;
    }

    private static Object plain(Object value) {
        if (value == null || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Worksheet worksheet) {
            Map<String, Object> plain = new LinkedHashMap<>();
            plain.put("citation", worksheet.citation());
            plain.put("total", worksheet.totalDollars());
            return plain;
        }
        if (value instanceof Particular.Milestone milestone) {
            Map<String, Object> plain = new LinkedHashMap<>();
            plain.put("action", milestone.action());
            plain.put("due", milestone.due());
            return plain;
        }
        if (value instanceof Record any && !(value instanceof Money)) {
            Map<String, Object> plain = new LinkedHashMap<>();
            for (RecordComponent component : any.getClass().getRecordComponents()) {
                plain.put(component.getName(), plain(read(component, any)));
            }
            return plain;
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(TextVariables::plain).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, each) -> plain.put(String.valueOf(key), plain(each)));
            return plain;
        }
        return value.toString();
    }

    private static Object read(RecordComponent component, Record from) {
        try {
            return component.getAccessor().invoke(from);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    /** A map that was made above. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> asMap(Object map) {
        return (Map<String, Object>) map;
    }
}
