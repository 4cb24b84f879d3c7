package org.abate.desk.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.casefile.FacilityIdentifier;
import org.abate.process.StartForm;
import org.abate.process.StartForm.Part;
import org.abate.process.StartForm.Question;
import org.abate.process.StartForm.Words;

/**
 * A program's start form as the page that opens a case lays it out: labels and help of what the record takes, and in
 * sections what the process asks besides. Answers to the process are fields under {@code facts.}; where several may be
 * chosen, each choice is a field of its own ({@code facts.wastes.oil}).
 */
final class CaseQuestions {

    static final String PARTY_KNOWN = "responsiblePartyKnown";

    private static final String FACTS = "facts.";
    private static final String NUMBERS = "facility.identifiers.";
    private static final Pattern HEADING = Pattern.compile("\\*\\*([^*]+)\\*\\*|#+\\s*(.+)");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,9}");

    /** The fields of the page and the form's names of them, where they are not the same. */
    private static final Map<String, String> KEYS = Map.of(
            "facility.name", "facilityName",
            "facility.address", "facilityAddress",
            "facility.county", "facilityCounty",
            "facility.region", "facilityRegion",
            "responsibleParty.name", "responsiblePartyName",
            "responsibleParty.address", "responsiblePartyAddress");

    private final StartForm form;

    CaseQuestions(StartForm form) {
        this.form = form;
    }

    /**
     * Questions under one heading of the form.
     *
     * @param notes what the form says above them
     */
    record Section(String title, List<String> notes, List<Question> questions) {}

    /** What the form says before it asks anything, or that the program takes no cases now; empty if nothing. */
    public String lead() {
        if (form.parts().isEmpty()) {
            return "Takes no new cases now; an administrator sees in Cockpit why.";
        }
        return form.parts().stream()
                .takeWhile(CaseQuestions::isLead)
                .map(part -> plain(((Words) part).text()))
                .collect(Collectors.joining(" "));
    }

    private static boolean isLead(Part part) {
        return part instanceof Words words
                && !HEADING.matcher(words.text().strip()).matches();
    }

    /** What the process asks, but for the responsible party; a section that asks nothing is left out. */
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(section("Facts of the case"));
        form.parts().stream().dropWhile(CaseQuestions::isLead).forEach(part -> add(part, sections));
        return sections.stream()
                .filter(section -> !section.questions().isEmpty())
                .toList();
    }

    private static Section section(String title) {
        return new Section(title, new ArrayList<>(), new ArrayList<>());
    }

    private static void add(Part part, List<Section> sections) {
        Section last = sections.get(sections.size() - 1);
        if (part instanceof Question question) {
            if (!question.recorded() && !question.key().equals(PARTY_KNOWN)) {
                last.questions().add(question);
            }
        } else if (part instanceof Words words && words.shown()) {
            Matcher heading = HEADING.matcher(words.text().strip());
            if (heading.matches()) {
                sections.add(section(Objects.requireNonNullElse(heading.group(1), heading.group(2))));
            } else {
                last.notes().add(plain(words.text()));
            }
        }
    }

    private static String plain(String markdown) {
        return markdown.replace("*", "").strip();
    }

    /** Whether the responsible party is known; null where the form does not ask. */
    public Question partyKnown() {
        return question(PARTY_KNOWN).orElse(null);
    }

    /** The facility's numbers that the form asks for. */
    public List<String> numbers() {
        return questions()
                .map(Question::key)
                .filter(key -> FacilityIdentifier.of(key).isPresent())
                .toList();
    }

    /** The numbers a facility may have besides. */
    public List<String> otherNumbers() {
        return Arrays.stream(FacilityIdentifier.values())
                .map(FacilityIdentifier::key)
                .filter(key -> !numbers().contains(key))
                .toList();
    }

    /** Whether an answer changes what else is asked. */
    public boolean dependOnAnswers() {
        return questions().anyMatch(question -> !question.recorded() && question.conditional());
    }

    /** What the form calls a field of the page; null where it does not ask for it. */
    public String label(String field) {
        return question(key(field)).map(Question::label).orElse(null);
    }

    /** What the form says to help with a field of the page; null if nothing. */
    public String help(String field) {
        return question(key(field)).map(Question::help).orElse(null);
    }

    /** Whether the form demands a field of the page. */
    public boolean requires(String field) {
        return question(key(field)).filter(Question::required).isPresent();
    }

    private static String key(String field) {
        String key = KEYS.getOrDefault(field, field);
        return Stream.of(NUMBERS, FACTS)
                .filter(key::startsWith)
                .findFirst()
                .map(prefix -> key.substring(prefix.length()))
                .orElse(key);
    }

    private Optional<Question> question(String key) {
        return questions().filter(question -> question.key().equals(key)).findFirst();
    }

    private Stream<Question> questions() {
        return form.parts().stream().filter(Question.class::isInstance).map(Question.class::cast);
    }

    private Stream<Question> facts() {
        return questions().filter(question -> !question.recorded());
    }

    /** The fields as they stand before anybody has answered. */
    FilledForm presets() {
        return FilledForm.of(facts().filter(question -> !question.preset().isEmpty())
                .collect(Collectors.toMap(question -> FACTS + question.key(), Question::preset)));
    }

    /** What was answered, by the names of the form; whether it will do is for the process to say. */
    Map<String, Object> answers(FilledForm filled) {
        Map<String, Object> answers = new LinkedHashMap<>();
        facts().forEach(question -> {
            Object answer = answer(question, filled);
            if (answer != null) {
                answers.put(question.key(), answer);
            }
        });
        return answers;
    }

    private static Object answer(Question question, FilledForm filled) {
        String name = FACTS + question.key();
        String text = filled.text(name);
        return switch (question.kind()) {
            case TICK -> filled.is(name, "true");
            case NUMBER -> text != null && WHOLE.matcher(text).matches() ? Integer.valueOf(text) : text;
            case SEVERAL -> {
                List<String> chosen = question.options().stream()
                        .map(StartForm.Option::value)
                        .filter(value -> filled.is(name + "." + value, "true"))
                        .toList();
                yield chosen.isEmpty() ? null : chosen;
            }
            default -> isYesOrNo(question) && text != null ? (Object) text.equals("true") : text;
        };
    }

    private static boolean isYesOrNo(Question question) {
        return question.options().stream()
                .map(StartForm.Option::value)
                .sorted()
                .toList()
                .equals(List.of("false", "true"));
    }

    /** What the form demands and was not answered is a fault of its field. */
    void checkAnswered(FilledForm filled, FormReader reader) {
        Map<String, Object> answers = answers(filled);
        facts().filter(question -> question.required() && question.asked())
                .filter(question -> !answers.containsKey(question.key()))
                .forEach(question -> reader.fault(
                        FACTS + question.key(),
                        question.options().isEmpty() ? "is missing" : "is not answered; choose one"));
        if (filled.text("facility.id") == null) {
            numbers().stream()
                    .map(number -> NUMBERS + number)
                    .filter(number -> requires(number) && filled.text(number) == null)
                    .forEach(number -> reader.fault(number, "is missing"));
        }
    }
}
