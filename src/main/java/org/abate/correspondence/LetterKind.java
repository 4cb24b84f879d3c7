package org.abate.correspondence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.abate.casefile.Fault;

/**
 * A kind of letter as {@code letters/letters.yaml} describes it.
 *
 * @param title as the letter bears it
 * @param template its file in {@code letters/}, without {@code .md}
 * @param source the passage that asks for it
 * @param delivery how it goes out, unless the letter says otherwise; null for a paper that is not sent
 * @param answer whether it names the last day to respond
 * @param label what stands at the top of every page; null for most
 * @param confidential whether only those see it who may see penalty work
 * @param caseMustHave what the record must hold before it can be written
 * @param particulars what only this letter says, by name
 */
record LetterKind(
        String title,
        String template,
        String source,
        Addressee to,
        String delivery,
        Answer answer,
        String label,
        boolean confidential,
        List<CasePart> caseMustHave,
        Map<String, Particular> particulars) {

    LetterKind {
        answer = answer == null ? Answer.NONE : answer;
        caseMustHave = caseMustHave == null ? List.of() : caseMustHave;
        particulars = particulars == null ? Map.of() : particulars;
    }

    /** To whom a letter goes. */
    enum Addressee {
        RESPONSIBLE_PARTY,
        SECTION_CHIEF,
        ATTORNEY_GENERAL,
        FILE
    }

    /** Whether a letter asks for an answer by a day. */
    enum Answer {
        REQUIRED,
        OPTIONAL,
        NONE
    }

    /** A part of the case that a letter cannot do without. */
    enum CasePart {
        RESPONSIBLE_PARTY("responsibleParty", "the responsible party and its address have to be known") {
            @Override
            boolean in(CaseExcerpt excerpt) {
                return excerpt.party() != null
                        && !excerpt.party().name().isBlank()
                        && !excerpt.party().address().isEmpty();
            }
        },
        /** Of an enforcement case; a request has none. */
        VIOLATIONS("violations", "it must name at least one violation, each with its citation") {
            @Override
            boolean in(CaseExcerpt excerpt) {
                return excerpt.request() != null
                        || !excerpt.violations().isEmpty()
                                && excerpt.violations().stream()
                                        .noneMatch(violation ->
                                                violation.citation().isBlank());
            }
        };

        private final String field;
        private final String words;

        CasePart(String field, String words) {
            this.field = field;
            this.words = words;
        }

        abstract boolean in(CaseExcerpt excerpt);
    }

    /** The kind with these particulars besides its own. */
    LetterKind with(Map<String, Particular> common) {
        Map<String, Particular> all = new LinkedHashMap<>(common);
        all.putAll(particulars);
        return new LetterKind(
                title, template, source, to, delivery, answer, label, confidential, caseMustHave, Map.copyOf(all));
    }

    /** Every particular as the template finds it, null where it is not given; what is wrong or missing goes to faults. */
    Map<String, Object> read(Map<String, Object> given, List<Fault> faults) {
        Map<String, Object> values = new LinkedHashMap<>();
        particulars.forEach((name, particular) -> {
            String field = "particulars." + name;
            values.put(name, null);
            try {
                values.put(name, particular.read(given.get(name)));
                if (values.get(name) == null && required(particular, given)) {
                    faults.add(new Fault(field, "is missing: " + particular.words()));
                }
            } catch (IllegalArgumentException e) {
                faults.add(new Fault(field, e.getMessage() + ": " + particular.words()));
            }
        });
        return values;
    }

    /** Every particular as far as it is given; what is required and not known yet stands in brackets, in its words. */
    Map<String, Object> preview(Letter letter) {
        Map<String, Object> values = read(letter.particulars(), new ArrayList<>());
        particulars.forEach((name, particular) -> {
            if (values.get(name) == null && required(particular, letter.particulars())) {
                values.put(name, particular.unknown(letter.sentOn()));
            }
        });
        return values;
    }

    private static boolean required(Particular particular, Map<String, Object> given) {
        return particular.required()
                || particular.requiredWhen().entrySet().stream()
                        .anyMatch(when -> when.getValue().equals(String.valueOf(given.get(when.getKey()))));
    }

    /** What the record lacks, and the last day to respond where it is asked for. */
    void check(Letter letter, CaseExcerpt excerpt, List<Fault> faults) {
        for (CasePart part : caseMustHave) {
            if (!part.in(excerpt)) {
                faults.add(new Fault("case." + part.field, part.words));
            }
        }
        if (answer == Answer.REQUIRED && letter.respondBy() == null) {
            faults.add(new Fault("respondBy", "is missing: the last day to respond"));
        }
        if (answer == Answer.NONE && letter.respondBy() != null) {
            faults.add(new Fault("respondBy", "must not be given: this letter asks for no answer"));
        }
        if (letter.respondBy() != null && letter.respondBy().isBefore(letter.sentOn())) {
            faults.add(new Fault("respondBy", "must not be before the date of the letter"));
        }
    }
}
