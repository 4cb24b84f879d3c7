package org.abate.process;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.abate.access.Caller;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.NewContact;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What is done in conference, conciliation and persuasion, put into the record (Manual 3: Record Keeping). */
@Component
class PersuasionWork {

    private final CaseRecord caseRecord;
    private final CaseContacts contacts;
    private final Caller caller;
    private final Clock clock;

    PersuasionWork(CaseRecord caseRecord, CaseContacts contacts, Caller caller, Clock clock) {
        this.caseRecord = caseRecord;
        this.contacts = contacts;
        this.caller = caller;
        this.clock = clock;
    }

    /** The activities that staff and their supervisor choose, and who leads the assistance. */
    void plan(String caseNumber, DelegateTask task, Answers answers) {
        boolean other = Boolean.TRUE.equals(answers.value("anotherDivisionLeads"));
        caseRecord.note(
                caseNumber,
                "PERSUASION_PLANNED",
                answers.text("persuasionActivities")
                        + (other
                                ? "\n" + answers.text("leadingDivision")
                                        + " leads the assistance; its progress report is due on "
                                        + answers.text("progressReportDueOn")
                                : ""));
    }

    /** A contact, and where it leaves the case. */
    void contact(String caseNumber, Answers answers) {
        contacts.add(
                caseNumber,
                new NewContact(
                        answers.take("contactKind").orElse("TELEPHONE"),
                        answers.take("contactDate").map(LocalDate::parse).orElseGet(() -> LocalDate.now(clock)),
                        caller.userId(),
                        answers.takeNumber("contactMinutes")
                                .map(BigDecimal::intValue)
                                .orElse(0),
                        answers.take("contactWith").orElse("Responsible party"),
                        answers.take("contactNote").orElse(null)));
    }

    /** The contact with the program without which the process does not exceed 90 days. */
    void programContact(String caseNumber, Answers answers) {
        caseRecord.note(
                caseNumber,
                "PROGRAM_CONTACTED",
                "The program was contacted"
                        + answers.take("programContact").map(who -> ": " + who).orElse("")
                        + answers.take("programContactNote")
                                .map(text -> ". " + text)
                                .orElse(""));
    }
}
