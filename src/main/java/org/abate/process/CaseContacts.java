package org.abate.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.abate.access.Caller;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.Contact;
import org.abate.casefile.Fault;
import org.abate.casefile.NewContact;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Contacts with the responsible party, whichever way they are recorded. Until legal action is filed the program's section
 * is notified of each that somebody outside it has made (Manual 3 general, 3.1, 3.5; interpretation P13).
 */
@Service
public class CaseContacts {

    private final ProcessEngine engine;
    private final CaseRecord caseRecord;
    private final Caller caller;

    CaseContacts(@Lazy ProcessEngine engine, CaseRecord caseRecord, Caller caller) {
        this.engine = engine;
        this.caseRecord = caseRecord;
        this.caller = caller;
    }

    /**
     * Records a contact.
     *
     * @param contact whose staff is a user id or a user's full name; null for whoever is signed in
     * @throws CaseRefused with every fault; nothing is stored
     */
    @Transactional
    public Contact add(String caseNumber, NewContact contact) {
        Optional<String> staff = contact.staff() == null ? Optional.of(caller.userId()) : user(contact.staff());
        NewContact by = new NewContact(
                contact.kind(),
                contact.date(),
                staff.orElse(contact.staff()),
                contact.minutes(),
                contact.with(),
                contact.note());
        if (staff.isEmpty()) {
            List<Fault> faults = new ArrayList<>(caseRecord.faults(caseNumber, by));
            faults.removeIf(fault -> fault.field().equals("staff"));
            faults.add(new Fault(
                    "staff",
                    "is nobody with an account; give a user id or a full name as in Camunda Admin, or leave it out for"
                            + " yourself"));
            throw new CaseRefused(faults);
        }
        Contact added = caseRecord.addContact(caseNumber, by);
        CaseFile file = caseRecord.get(caseNumber);
        String section = file.program().office() + "-enforcement";
        if (file.status() == CaseStatus.OPEN && !caller.groups().contains(section)) {
            caseRecord.note(
                    caseNumber,
                    Notify.NOTICE,
                    "To " + section + ": contact of " + added.date() + " with " + added.with());
        }
        return added;
    }

    /** As the record writes a person: the id of the account that has this id, or alone has this name. */
    private Optional<String> user(String words) {
        String[] name = words.strip().split("\\s+", 2);
        return AsEngine.asked(engine.getIdentityService(), () -> {
            if (users().userId(words.strip()).count() > 0) {
                return Optional.of(words.strip());
            }
            List<User> named = name.length < 2
                    ? List.of()
                    : users().userFirstName(name[0]).userLastName(name[1]).list();
            return named.size() == 1 ? Optional.of(named.get(0).getId()) : Optional.empty();
        });
    }

    private UserQuery users() {
        return engine.getIdentityService().createUserQuery();
    }
}
