package org.abate.desk.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.abate.casefile.Document;
import org.abate.casefile.NewService;
import org.abate.casefile.ServiceEntry;
import org.abate.casefile.ServiceEvent;
import org.abate.casefile.ServiceManner;

/**
 * What the page offers to record of the delivery of a case's documents; each choice begins with the number of what it
 * stands for.
 *
 * @param documents those that were sent: "12: Notice of Violation"
 * @param entries what is recorded and not corrected yet, of which one may be corrected: "7: received Oct 5, 2026"
 */
public record Deliveries(List<String> documents, List<String> entries) {

    /** Of letters that are named otherwise. */
    static final Deliveries NONE = new Deliveries(List.of(), List.of());

    static Deliveries of(List<Document> documents, Map<Long, List<ServiceEntry>> service, Shown shown) {
        return new Deliveries(
                documents.stream()
                        .filter(document -> document.sentAt() != null)
                        .map(document -> document.id() + ": " + document.title())
                        .toList(),
                documents.stream()
                        .flatMap(document -> service.getOrDefault(document.id(), List.of()).stream())
                        .filter(entry -> entry.correctedBy() == null && entry.event() != ServiceEvent.RECORDED_IN_ERROR)
                        .map(entry -> entry.id() + ": " + entry.event().words() + " " + shown.shortDay(entry.date()))
                        .toList());
    }

    public List<String> events() {
        return Arrays.stream(ServiceEvent.values())
                .map(ServiceEvent::words)
                .distinct()
                .toList();
    }

    public List<String> manners() {
        return Arrays.stream(ServiceManner.values()).map(ServiceManner::words).toList();
    }

    /** What was filled in; a choice that is none of those offered is a fault. */
    NewService read(FormReader reader) {
        String event = reader.choice("event", events());
        String manner = reader.choice("manner", manners());
        return new NewService(
                Stream.of(ServiceEvent.values())
                        .filter(each -> each.words().equals(event))
                        .findFirst()
                        .orElse(null),
                Stream.of(ServiceManner.values())
                        .filter(each -> each.words().equals(manner))
                        .findFirst()
                        .orElse(null),
                reader.text("reference"),
                reader.day("date"),
                reader.text("upon"),
                reader.text("note"),
                number(reader.choice("corrects", entries())).orElse(null));
    }

    /** The number a choice begins with; empty where nothing was chosen. */
    static Optional<Long> number(String choice) {
        return Optional.ofNullable(choice)
                .map(text -> text.replaceFirst(":.*", ""))
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }
}
