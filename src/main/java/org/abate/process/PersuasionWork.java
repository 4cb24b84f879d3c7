package org.abate.process;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.NewContact;
import org.springframework.stereotype.Component;

/**
 * What is done in conference, conciliation and persuasion, put into the record (Manual 3: Record Keeping; interpretations
 * P1 and P14).
 */
@Component
class PersuasionWork {

    /** The kind of a timeline entry. */
    static final String PROGRAM_CONTACTED = "PROGRAM_CONTACTED";

    private static final int REMINDER_DAYS = 80;

    private final CaseRecord caseRecord;
    private final CaseContacts contacts;
    private final RecordQuestions questions;
    private final Clock clock;

    PersuasionWork(CaseRecord caseRecord, CaseContacts contacts, RecordQuestions questions, Clock clock) {
        this.caseRecord = caseRecord;
        this.contacts = contacts;
        this.questions = questions;
        this.clock = clock;
    }

    /**
     * The activities that staff and their supervisor choose, and who leads the assistance.
     *
     * @throws Refusal from day 80 on, while no contact with the program is on record
     */
    void plan(String caseNumber, Answers answers) {
        answers.take("programContact").ifPresent(who -> contacted(caseNumber, ": " + who));
        LocalDate reminder = caseRecord.get(caseNumber).discoveredOn().plusDays(REMINDER_DAYS);
        if (!LocalDate.now(clock).isBefore(reminder) && !questions.programContacted(caseNumber)) {
            throw new Refusal(
                    "programContact",
                    "day 80 after discovery was " + reminder
                            + ": contact the program before the work begins, and say whom you told");
        }
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

    /** A contact, if there was one, and where it leaves the case. */
    void contact(String caseNumber, Answers answers) {
        String kind = answers.text("contactKind");
        if (!kind.equals("NONE")) {
            contacts.add(
                    caseNumber,
                    new NewContact(
                            kind,
                            answers.take("contactDate").map(LocalDate::parse).orElseGet(() -> LocalDate.now(clock)),
                            null,
                            answers.takeNumber("contactMinutes")
                                    .map(BigDecimal::intValue)
                                    .orElse(null),
                            answers.text("contactWith"),
                            answers.text("contactNote")));
        }
        answers.take("scheduleInstrument")
                .ifPresent(instrument -> caseRecord.note(
                        caseNumber,
                        "WRITTEN_SCHEDULE",
                        "A compliance schedule was agreed to on "
                                + answers.take("scheduleAgreedOn")
                                        .orElse(LocalDate.now(clock).toString())
                                + ", in "
                                + Answers.inWords(instrument)));
    }

    /** The contact with the program without which the process does not exceed 90 days. */
    void programContact(String caseNumber, Answers answers) {
        contacted(
                caseNumber,
                ": " + answers.take("programContact").orElse("")
                        + answers.take("programContactNote")
                                .map(text -> ". " + text)
                                .orElse(""));
    }

    /** Who goes on with the assistance, where the division that leads it does not report. */
    void missingReport(String caseNumber, Answers answers) {
        boolean waits = answers.text("missingReportDecision").equals("WAIT");
        caseRecord.note(
                caseNumber,
                "PROGRESS_REPORT",
                (waits
                                ? "The report of the division that leads the assistance is now due on "
                                        + answers.text("progressReportDueOn")
                                : "The program takes the assistance back")
                        + ". " + answers.take("missingReportNote").orElse(""));
    }

    private void contacted(String caseNumber, String whom) {
        caseRecord.note(caseNumber, PROGRAM_CONTACTED, "The program was contacted" + whom);
    }
}
