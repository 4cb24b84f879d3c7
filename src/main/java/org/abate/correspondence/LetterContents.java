package org.abate.correspondence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.abate.casefile.Commission;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Fault;
import org.abate.casefile.NewDocument;

/**
 * All that a template prints, and what the record keeps of the letter beside its PDF. It exists only if nothing is
 * missing.
 *
 * @param template its name
 * @param variables what the template finds, by name
 */
record LetterContents(
        Letter letter, LetterKind kind, String template, String addressee, Map<String, Object> variables) {

    private static final String OWNER_OR_OPERATOR = "Owner or Operator";

    /** A facility's number and what it is called. */
    record Identifier(String name, String number) {}

    /** @throws LetterIncomplete with everything that is missing */
    static LetterContents of(LetterBook book, Letterhead letterhead, Letter letter, CaseExcerpt whole) {
        LetterKind kind = book.of(letter.kind());
        List<Fault> faults = new ArrayList<>();
        Map<String, Object> particulars = kind.read(letter.particulars(), faults);
        CaseExcerpt excerpt = whole.about(numbers(particulars.get("violationNumbers")));
        kind.check(letter, excerpt, faults);
        if (letter.kind() == DocumentKind.ADMINISTRATIVE_PENALTY_ORDER) {
            checkOrder(book.office(excerpt.program()).order(), particulars, faults);
        }
        if (!faults.isEmpty()) {
            throw new LetterIncomplete(letter.caseNumber(), letter.kind(), faults);
        }
        return with(book, letterhead, letter, excerpt, particulars, respondBy(letter));
    }

    /**
     * The letter as it would be written now, to look at: what is not known yet stands there in brackets, in the words of
     * {@code letters/letters.yaml}.
     */
    static LetterContents preview(LetterBook book, Letterhead letterhead, Letter letter, CaseExcerpt excerpt) {
        LetterKind kind = book.of(letter.kind());
        String respondBy = kind.answer() == LetterKind.Answer.NONE ? null : "[the last day to respond]";
        return with(book, letterhead, letter, excerpt, kind.preview(letter), respondBy);
    }

    private static LetterContents with(
            LetterBook book,
            Letterhead letterhead,
            Letter letter,
            CaseExcerpt excerpt,
            Map<String, Object> particulars,
            String respondBy) {
        LetterKind kind = book.of(letter.kind());
        LetterBook.Office office = book.office(excerpt.program());
        List<String> addressee = particulars.get("addressedTo") instanceof List<?> other
                ? other.stream().map(String::valueOf).toList()
                : addressee(kind, office, excerpt);
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("title", title(kind, letter));
        variables.put("kind", letter.kind().name());
        variables.put("letterhead", letterhead.line());
        variables.put("office", office);
        variables.put(
                "commission",
                Commission.ofReferrals(excerpt.program()).map(Commission::title).orElse(null));
        variables.put("from", from(kind, office));
        variables.put("through", through(kind, particulars, variables.get("commission")));
        variables.put("case", excerpt);
        variables.put("reference", "case " + excerpt.number());
        variables.put("about", excerpt.facility().name());
        variables.put("identifiers", identifiers(book, excerpt));
        variables.put("date", Words.date(letter.sentOn()));
        variables.put("respondBy", respondBy);
        variables.put("addressee", addressee);
        variables.put("toAnother", particulars.get("addressedTo") != null);
        variables.put("delivery", either(particulars.get("deliveryManner"), kind.delivery()));
        variables.put("signatory", either(particulars.get("signatoryTitle"), office.signatory()));
        variables.put("copies", copies(kind, office, particulars));
        variables.put("label", label(kind, particulars));
        variables.put("provisions", provisions(office, excerpt, particulars));
        variables.put("p", particulars);
        return new LetterContents(letter, kind, kind.template(), addressee.get(0), variables);
    }

    /**
     * An order that fails to state the law, the manner of collection or the rights of appeal waives the right to
     * collect (10 CSR 60-6.070(5)).
     */
    private static void checkOrder(LetterBook.PenaltyOrder law, Map<String, Object> particulars, List<Fault> faults) {
        if (law == null) {
            faults.add(new Fault("case.program", "issues no administrative penalty orders: its sources know none"));
        } else if (law.appeal() != null && particulars.get("appealBy") == null) {
            faults.add(new Fault("particulars.appealBy", "is missing: the last day to appeal"));
        }
    }

    /** What stands on every page; of penalty work that stays in the house the privilege that its amount gives it. */
    private static String label(LetterKind kind, Map<String, Object> particulars) {
        Object privilege = particulars.get("confidentialityLabel");
        return privilege == null ? kind.label() : "CONFIDENTIAL: " + privilege;
    }

    /** The rules and statutory provisions that a claim for a penalty relies on, each once (RSMo 640.095). */
    private static List<String> provisions(
            LetterBook.Office office, CaseExcerpt excerpt, Map<String, Object> particulars) {
        Stream<String> penalty = particulars.get("assessment") instanceof Worksheet worksheet
                ? Stream.of(worksheet.citation(), office.penalties(), statute(office.order()))
                : Stream.empty();
        return Stream.concat(excerpt.violations().stream().map(CaseExcerpt.Found::citation), penalty)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static String statute(LetterBook.PenaltyOrder order) {
        return order == null ? null : order.statute();
    }

    /** What only this letter says, as the template finds it. */
    @SuppressWarnings("unchecked")
    Map<String, Object> particulars() {
        return (Map<String, Object>) variables.get("p");
    }

    private static List<Integer> numbers(Object given) {
        return given instanceof List<?> numbers
                ? numbers.stream().map(Integer.class::cast).toList()
                : null;
    }

    /** A paper that is not sent goes to nobody and asks for no answer. */
    NewDocument document(byte[] pdf, Instant sentAt) {
        return new NewDocument(
                letter.kind(),
                filedAs(),
                pdf,
                kind.confidential(),
                sentAt,
                sentAt == null ? null : letter.respondBy(),
                sentAt == null ? null : addressee);
    }

    /** As it stands in the file of the case, which may hold several decisions, to several persons. */
    private String filedAs() {
        String title = title(kind, letter);
        return letter.kind() == DocumentKind.DECISION_NOTICE
                        && letter.particulars().get("decisionText") != null
                ? DecisionTitle.of(
                        title,
                        addressee,
                        letter.particulars().get("decisionText").toString())
                : title;
    }

    /** A paper of no kind of its own brings its title along. */
    private static String title(LetterKind kind, Letter letter) {
        return String.valueOf(either(letter.particulars().get("paperTitle"), kind.title()));
    }

    private static List<String> addressee(LetterKind kind, LetterBook.Office office, CaseExcerpt excerpt) {
        return switch (kind.to()) {
            case RESPONSIBLE_PARTY ->
                excerpt.party() == null
                        ? lines(
                                List.of(OWNER_OR_OPERATOR, excerpt.facility().name()),
                                excerpt.facility().address())
                        : lines(List.of(excerpt.party().name()), excerpt.party().address());
            case SECTION_CHIEF -> List.of(office.sectionChief(), office.program());
            case ATTORNEY_GENERAL -> List.of("Missouri Attorney General’s Office");
            case FILE -> List.of("Case file " + excerpt.number());
        };
    }

    private static String respondBy(Letter letter) {
        return letter.respondBy() == null ? null : Words.day(letter.respondBy());
    }

    /** Who writes a memorandum. */
    private static String from(LetterKind kind, LetterBook.Office office) {
        return kind.to() == LetterKind.Addressee.ATTORNEY_GENERAL
                ? office.program() + ", " + either(office.section(), "Enforcement")
                : office.program();
    }

    /** The commission through which a request goes; null where it goes through none. */
    private static Object through(LetterKind kind, Map<String, Object> particulars, Object commission) {
        return kind.particulars().containsKey("commissionNeeded")
                        && !Boolean.FALSE.equals(particulars.get("commissionNeeded"))
                ? commission
                : null;
    }

    private static List<String> lines(List<String> first, List<String> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private static List<Identifier> identifiers(LetterBook book, CaseExcerpt excerpt) {
        return excerpt.facility().identifiers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Identifier(book.identifier(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static List<String> copies(LetterKind kind, LetterBook.Office office, Map<String, Object> particulars) {
        if (kind.to() == LetterKind.Addressee.FILE) {
            return List.of();
        }
        List<String> copies = new ArrayList<>(office.copies());
        if (particulars.get("copies") instanceof List<?> more) {
            more.forEach(copy -> copies.add(copy.toString()));
        }
        return copies.stream().distinct().toList();
    }

    private static Object either(Object first, Object otherwise) {
        return first == null ? otherwise : first;
    }
}
