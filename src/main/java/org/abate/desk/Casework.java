package org.abate.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Contact;
import org.abate.casefile.Document;
import org.abate.casefile.Fault;
import org.abate.casefile.NewCase;
import org.abate.casefile.NewContact;
import org.abate.casefile.NewFacility;
import org.abate.casefile.NewService;
import org.abate.casefile.NewViolation;
import org.abate.process.CaseContacts;
import org.abate.process.CaseEvents;
import org.abate.process.CaseProcesses;
import org.abate.process.EventRefused;
import org.abate.process.OpenedCase;
import org.abate.process.ReportedEvent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a person does to a case, from a page or over REST. Each takes the faults the reader of the input has found
 * already (a text that is no day, say), and refuses with those and every fault of the content in one list.
 */
@Service
public class Casework {

    private final CaseRecord record;
    private final CaseProcesses processes;
    private final CaseEvents events;
    private final CaseContacts contacts;
    private final TransactionTemplate transactions;

    Casework(
            CaseRecord record,
            CaseProcesses processes,
            CaseEvents events,
            CaseContacts contacts,
            TransactionTemplate transactions) {
        this.record = record;
        this.processes = processes;
        this.events = events;
        this.contacts = contacts;
        this.transactions = transactions;
    }

    /**
     * Opens a case and starts its process.
     *
     * @throws CaseRefused with every fault; nothing is stored
     */
    public OpenedCase open(NewCase newCase, Map<String, Object> facts, List<Fault> found) {
        if (!found.isEmpty()) {
            throw new CaseRefused(merged(found, processes.faults(newCase, facts)));
        }
        return processes.open(newCase, facts);
    }

    /**
     * Records a contact with the responsible party.
     *
     * @throws CaseRefused with every fault; nothing is stored
     */
    public Contact addContact(CaseFile file, NewContact contact, List<Fault> found) {
        Supplier<Contact> change = () -> contacts.add(file.caseNumber(), contact);
        if (!found.isEmpty()) {
            throw new CaseRefused(merged(found, rehearsed(change)));
        }
        return change.get();
    }

    /**
     * Records what happened to a sent document on its way.
     *
     * @throws CaseRefused with every fault; nothing is stored
     */
    public Document serve(CaseFile file, Document document, NewService service, List<Fault> found) {
        Supplier<Document> change = () -> record.serve(file.caseNumber(), document.id(), service);
        if (!found.isEmpty()) {
            throw new CaseRefused(merged(found, rehearsed(change)));
        }
        return change.get();
    }

    /**
     * Tells the case what has happened.
     *
     * @param reported its event is null where the input names none that is known; a fault that was found then
     * @throws CaseRefused with every fault; nothing is stored
     * @throws EventRefused where the case does not take the event now
     */
    public void raise(CaseFile file, ReportedEvent reported, List<Fault> found) {
        Supplier<Void> change = () -> {
            events.raise(file.caseNumber(), reported);
            return null;
        };
        List<Fault> faults = merged(found, faultsOf(file, reported.violations()));
        if (!faults.isEmpty()) {
            throw new CaseRefused(reported.event() == null ? faults : merged(faults, rehearsed(change)));
        }
        change.get();
    }

    /** What is wrong with violations, checked as those of a case. */
    private List<Fault> faultsOf(CaseFile file, List<NewViolation> violations) {
        if (violations.isEmpty()) {
            return List.of();
        }
        NewFacility known = new NewFacility(file.facility().id(), null, null, null, null, null);
        return record.faults(new NewCase(file.program(), known, null, file.discoveredOn(), violations)).stream()
                .filter(fault -> fault.field().startsWith("violations"))
                .toList();
    }

    /** What a change would be refused for: it is tried, and undone whatever comes of it. */
    private List<Fault> rehearsed(Supplier<?> change) {
        return transactions.execute(transaction -> {
            transaction.setRollbackOnly();
            try {
                change.get();
                return List.of();
            } catch (CaseRefused e) {
                return e.faults();
            } catch (EventRefused e) {
                return List.of();
            }
        });
    }

    /** The faults found first, and those of the content at other places. */
    private static List<Fault> merged(List<Fault> found, List<Fault> content) {
        List<Fault> all = new ArrayList<>(found);
        content.stream()
                .filter(fault -> found.stream().noneMatch(known -> isSamePlace(known.field(), fault.field())))
                .forEach(all::add);
        return all;
    }

    /** Equal, or one within the other: {@code violations[0]} and {@code violations[0].citation}. */
    private static boolean isSamePlace(String one, String other) {
        return one.equals(other) || isWithin(one, other) || isWithin(other, one);
    }

    private static boolean isWithin(String outer, String inner) {
        return inner.startsWith(outer + ".") || inner.startsWith(outer + "[");
    }
}
