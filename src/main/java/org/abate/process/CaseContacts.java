package org.abate.process;

import org.abate.access.Caller;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.Contact;
import org.abate.casefile.NewContact;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Contacts with the responsible party, whichever way they are recorded. Until legal action is filed the program's section
 * is notified of each that somebody outside it has made (Manual 3 general, 3.1, 3.5).
 */
@Service
public class CaseContacts {

    private final CaseRecord caseRecord;
    private final Caller caller;

    CaseContacts(CaseRecord caseRecord, Caller caller) {
        this.caseRecord = caseRecord;
        this.caller = caller;
    }

    /** @throws CaseRefused with every fault; nothing is stored */
    @Transactional
    public Contact add(String caseNumber, NewContact contact) {
        Contact added = caseRecord.addContact(caseNumber, contact);
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
}
