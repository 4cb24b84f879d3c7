package org.abate.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.abate.ApplicationTest;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Document;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Fault;
import org.abate.casefile.NewAssessment;
import org.abate.casefile.NewCase;
import org.abate.casefile.NewContact;
import org.abate.casefile.NewFacility;
import org.abate.casefile.NewParty;
import org.abate.casefile.NewViolation;
import org.abate.casefile.NoSuchCase;
import org.abate.casefile.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A letter and the record: filed with what it says, and only together with the step that sends it. */
@ApplicationTest
class CorrespondenceTest {

    private static final LocalDate SEEN_ON = LocalDate.of(2026, 10, 1);

    @Autowired
    private Correspondence correspondence;

    @Autowired
    private CaseRecord record;

    @Autowired
    private Clock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    private String caseNumber;

    @BeforeEach
    void openCase() {
        caseNumber = open(new NewParty("Invented Oil Company, LLC", "12 Imaginary Road, Sedalia, MO 65301"));
    }

    @Test
    void aLetterThatIsSentIsFiledWithItsAddresseeAndItsLastDay() {
        Instant before = clock.instant().minusMillis(1);

        Document letter = correspondence.send(warning(Map.of()));

        assertThat(letter.kind()).isEqualTo(DocumentKind.LETTER_OF_WARNING);
        assertThat(letter.title()).isEqualTo("Letter of Warning");
        assertThat(letter.addressee()).isEqualTo("Invented Oil Company, LLC");
        assertThat(letter.respondBy()).isEqualTo(today().plusDays(45));
        assertThat(letter.sentAt()).isBetween(before, clock.instant());
        assertThat(letter.confidential()).isFalse();
        assertThat(record.documents(caseNumber)).containsExactly(letter);
    }

    @Test
    void thePaperSaysWhatTheRecordHolds() {
        Document letter = correspondence.send(warning(Map.of("actionsRequired", "Repair the automatic tank gauge.")));

        assertThat(paper(letter).text())
                .contains(caseNumber, "Prairie Stop", "Invented Oil Company, LLC 12 Imaginary Road Sedalia, MO 65301")
                .contains("10 CSR 26-2.041(1)(B)1.", "No monthly records of release detection")
                .contains("Observed on October 1, 2026 through October 3, 2026.")
                .contains("Repair the automatic tank gauge.", "Pettis County")
                .contains("Your written response is due by the end of " + Words.day(letter.respondBy()))
                .contains("cc: Tanks Section", "Chief, Petroleum Storage Tank Enforcement Unit");
    }

    @Test
    void everyMissingPartIsNamedAndNothingIsFiled() {
        String unknown = open(null);

        assertThatThrownBy(() ->
                        correspondence.send(new Letter(unknown, DocumentKind.NOTICE_OF_VIOLATION, today(), null, null)))
                .isInstanceOfSatisfying(LetterIncomplete.class, incomplete -> assertThat(incomplete.faults())
                        .extracting(Fault::field)
                        .containsExactlyInAnyOrder(
                                "particulars.remainingActions", "case.responsibleParty", "respondBy"))
                .hasMessageContaining("Notice of violation in " + unknown)
                .hasMessageContaining("the remaining actions that must be taken to achieve compliance");

        assertThat(record.documents(unknown)).isEmpty();
    }

    @Test
    void anIncompleteLetterLeavesTheCallersTransactionToTheCaller() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThatThrownBy(() -> correspondence.send(
                            new Letter(caseNumber, DocumentKind.NOTICE_OF_VIOLATION, today(), null, null)))
                    .isInstanceOf(LetterIncomplete.class);
            record.note(caseNumber, "LETTER_INCOMPLETE", "A task was opened");
        });

        assertThat(record.timeline(caseNumber)).anyMatch(entry -> entry.text().equals("A task was opened"));
    }

    @Test
    void aLetterIsNotSentIfTheStepThatSendsItIsNotTaken() {
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    correspondence.send(warning(Map.of()));
                    assertThat(record.documents(caseNumber)).hasSize(1);
                    throw new IllegalStateException("the engine fails");
                }))
                .hasMessage("the engine fails");

        assertThat(record.documents(caseNumber)).isEmpty();
    }

    @Test
    void aWorksheetIsFiledConfidentialAndGoesToNobody() {
        Document worksheet = correspondence.file(new Letter(
                caseNumber,
                DocumentKind.PENALTY_WORKSHEET,
                today(),
                null,
                Samples.letter(DocumentKind.PENALTY_WORKSHEET).particulars()));

        assertThat(worksheet.confidential()).isTrue();
        assertThat(worksheet.sentAt()).isNull();
        assertThat(worksheet.addressee()).isNull();
        assertThat(paper(worksheet).text()).contains("CONFIDENTIAL: Attorney-Client Privileged", "$24,650.00");
    }

    @Test
    void aReferralIndexesTheRecordOfTheCase() {
        correspondence.send(warning(Map.of()));
        record.addContact(
                caseNumber, new NewContact("OFFER_TO_MEET", today(), "R. Staff", 15, "J. Owner", "Declined to meet"));
        long violation = record.get(caseNumber).violations().get(0).id();
        calculate(violation, "100.00");
        calculate(violation, "25000.00");

        Document request = correspondence.file(new Letter(
                caseNumber,
                DocumentKind.REFERRAL_REQUEST,
                today(),
                null,
                Map.of("purpose", "COMPLIANCE_AND_PENALTIES", "confidentialityLabel", "Attorney-Client Privileged")));

        assertThat(paper(request).text())
                .contains("CONFIDENTIAL: Attorney-Client Privileged")
                .contains("Letter of Warning " + Words.date(today().plusDays(45)))
                .contains("Offer to meet", "Declined to meet")
                .contains("Violation 1 Underground storage tank 2")
                .contains("$25,000.00")
                .doesNotContain("$100.00");
    }

    @Test
    void aLetterBelongsToACase() {
        assertThatThrownBy(() -> correspondence.send(
                        new Letter("TK-1999-00001", DocumentKind.LETTER_OF_WARNING, today(), today(), null)))
                .isInstanceOf(NoSuchCase.class);
    }

    private void calculate(long violation, String total) {
        record.file(
                caseNumber,
                new NewAssessment(
                        "underground-storage-tank",
                        "1990-11-14",
                        violation,
                        "{}",
                        "{}",
                        new java.math.BigDecimal(total)));
    }

    private Letter warning(Map<String, Object> particulars) {
        return new Letter(caseNumber, DocumentKind.LETTER_OF_WARNING, today(), today().plusDays(45), particulars);
    }

    private Paper paper(Document document) {
        return Paper.of(record.content(caseNumber, document.id()).orElseThrow());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private String open(NewParty party) {
        NewFacility facility = new NewFacility(
                null, "Prairie Stop", "100 Main Street, Sedalia, MO 65301", "Pettis", "Kansas City", null);
        NewViolation violation = new NewViolation(
                "10 CSR 26-2.041(1)(B)1.",
                "No monthly records of release detection",
                List.of(SEEN_ON, SEEN_ON.plusDays(1), SEEN_ON.plusDays(2)));
        return record.open(new NewCase(Program.TANKS, facility, party, SEEN_ON, List.of(violation)))
                .caseNumber();
    }
}
