package org.abate.correspondence;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Program;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What {@code letters/letters.yaml} says: the kinds of letters, the offices that write them. */
@Component
class LetterBook {

    private final Contents contents;
    private final Map<DocumentKind, LetterKind> kinds = new EnumMap<>(DocumentKind.class);

    /**
     * The office that writes for a program.
     *
     * @param program as the letterhead has it
     * @param law what was violated, for a sentence that ends in it
     * @param penalties the provision under which the Attorney General may ask for civil penalties
     * @param signatory who signs where no name is given
     * @param salutation whom its letters greet: "Owner or Operator" where nothing else is said
     * @param copies who is always copied on correspondence
     * @param order what an administrative penalty order says of the law; null where the program issues none
     */
    record Office(
            String program,
            String section,
            String unit,
            String law,
            String penalties,
            String signatory,
            String sectionChief,
            String salutation,
            List<String> copies,
            PenaltyOrder order) {

        Office {
            copies = copies == null ? List.of() : copies;
            salutation = salutation == null ? "Owner or Operator" : salutation;
        }
    }

    /**
     * The law under which a program issues administrative penalty orders.
     *
     * @param appeal the rights of appeal, where the rule demands that the order states them
     * @param collection the manner of collection, likewise
     */
    record PenaltyOrder(String statute, String rule, List<String> appeal, List<String> collection) {}

    /**
     * A part of fixed form that a text may name.
     *
     * @param needs the particular without which a letter has no use for it; null if any letter may have it
     */
    record FixedPart(String needs, String words) {}

    /**
     * A paper that belongs to no case.
     *
     * @param parts of fixed form that its text may name, with what they are
     * @param placeholders with what they stand for
     */
    record Paper(
            String title,
            String template,
            String source,
            Map<String, String> parts,
            Map<String, String> placeholders) {}

    private record Contents(
            Map<Program, Office> offices,
            Map<String, String> identifiers,
            Map<String, Particular> everyLetter,
            Map<String, FixedPart> parts,
            Map<DocumentKind, LetterKind> letters,
            Map<DocumentKind, Paper> papers) {}

    LetterBook() {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
        try (InputStream in = new ClassPathResource("letters/letters.yaml").getInputStream()) {
            contents = yaml.readValue(in, Contents.class);
        } catch (IOException e) {
            throw new UncheckedIOException("letters/letters.yaml cannot be read: " + e.getMessage(), e);
        }
        contents.letters().forEach((kind, letter) -> kinds.put(kind, letter.with(contents.everyLetter())));
    }

    Set<DocumentKind> kinds() {
        return Set.copyOf(kinds.keySet());
    }

    LetterKind of(DocumentKind kind) {
        LetterKind letter = kinds.get(kind);
        if (letter == null) {
            throw new IllegalArgumentException("letters/letters.yaml has no letter " + kind + "; it has " + kinds());
        }
        return letter;
    }

    /** The papers that belong to no case, by kind; none of these is among {@link #kinds}. */
    Map<DocumentKind, Paper> papers() {
        return contents.papers();
    }

    /** What any letter may be given besides its own particulars. */
    Map<String, Particular> everyLetter() {
        return contents.everyLetter();
    }

    /** The parts of fixed form that a letter of this kind may have, by name, with what they are. */
    Map<String, String> parts(DocumentKind kind) {
        Map<String, String> parts = new LinkedHashMap<>();
        contents.parts().forEach((name, part) -> {
            if (part.needs() == null || of(kind).particulars().containsKey(part.needs())) {
                parts.put(name, part.words());
            }
        });
        return parts;
    }

    Office office(Program program) {
        return contents.offices().get(program);
    }

    /** The name of a facility's identifier: "UST facility number". */
    String identifier(String key) {
        return contents.identifiers().getOrDefault(key, key);
    }
}
