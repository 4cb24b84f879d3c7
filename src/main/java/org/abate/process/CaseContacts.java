package org.abate.process;

import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Contact;
import org.abate.casefile.NewContact;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Contacts with the responsible party, whichever way they are recorded. While conference, conciliation and persuasion
 * runs, the program's section is notified of each (Manual 3 general, 3.1, 3.5).
 */
@Service
public class CaseContacts {

    private static final String PERSUASION = "conference-conciliation-persuasion";

    private final ProcessEngine engine;
    private final CaseRecord caseRecord;

    CaseContacts(@Lazy ProcessEngine engine, CaseRecord caseRecord) {
        this.engine = engine;
        this.caseRecord = caseRecord;
    }

    /** @throws CaseRefused with every fault; nothing is stored */
    @Transactional
    public Contact add(String caseNumber, NewContact contact) {
        Contact added = caseRecord.addContact(caseNumber, contact);
        if (persuasionRuns(caseNumber)) {
            CaseFile file = caseRecord.get(caseNumber);
            caseRecord.note(
                    caseNumber,
                    Notify.NOTICE,
                    "To " + file.program().office() + "-enforcement: contact of " + added.date() + " with "
                            + added.with());
        }
        return added;
    }

    private boolean persuasionRuns(String caseNumber) {
        Authentication person = engine.getIdentityService().getCurrentAuthentication();
        engine.getIdentityService().clearAuthentication();
        try {
            return engine.getRuntimeService()
                            .createProcessInstanceQuery()
                            .processDefinitionKey(PERSUASION)
                            .processInstanceBusinessKey(caseNumber)
                            .count()
                    > 0;
        } finally {
            if (person != null) {
                engine.getIdentityService().setAuthentication(person);
            }
        }
    }
}
