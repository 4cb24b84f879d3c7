package org.abate.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.abate.ApplicationTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens in a case once it is open. */
@ApplicationTest
class RecordTest {

    private static final LocalDate OCTOBER_20 = LocalDate.of(2026, 10, 20);

    @Autowired
    private CaseRecord record;

    private String caseNumber;

    @BeforeEach
    void aCaseIsOpen() {
        caseNumber = SampleCases.as("tanks-staff", () -> record.open(SampleCases.tanks()))
                .caseNumber();
    }

    @Test
    void aCaseIsClosedOnceWithOneOutcome() {
        record.close(caseNumber, CaseStatus.SETTLED, OCTOBER_20, "Paid in full");
        record.close(caseNumber, CaseStatus.SETTLED, LocalDate.of(2026, 10, 21), "Paid in full, once more");

        CaseFile closed = record.get(caseNumber);
        assertThat(closed.status()).isEqualTo(CaseStatus.SETTLED);
        assertThat(closed.closedOn()).isEqualTo(OCTOBER_20);
        assertThat(closed.closingReason()).isEqualTo("Paid in full");
        assertThat(closed.closedAt()).isNotNull();
        assertThat(fields(() -> record.close(caseNumber, CaseStatus.REFERRED, OCTOBER_20, null)))
                .containsExactly("outcome");
        assertThat(fields(() -> record.addViolations(caseNumber, List.of(SampleCases.violation()))))
                .containsExactly("caseNumber");
    }

    @Test
    void aReferredCaseStaysInWorkUntilItIsClosed() {
        record.refer(caseNumber);
        record.refer(caseNumber);

        CaseFile referred = record.get(caseNumber);
        assertThat(referred.status()).isEqualTo(CaseStatus.REFERRED);
        assertThat(referred.closed()).isFalse();
        assertThat(record.addViolations(caseNumber, List.of(SampleCases.anotherViolation())))
                .hasSize(1);
        assertThat(record.timeline(caseNumber))
                .filteredOn(entry -> entry.kind().equals("CASE_REFERRED"))
                .hasSize(1);

        record.close(caseNumber, CaseStatus.REFERRED, OCTOBER_20, null);
        assertThat(record.get(caseNumber).closedOn()).isEqualTo(OCTOBER_20);
        assertThat(record.timeline(caseNumber))
                .last()
                .extracting(TimelineEntry::text)
                .isEqualTo("Legal action concluded on October 20, 2026");
        assertThat(fields(() -> record.close(caseNumber, CaseStatus.WITHDRAWN, OCTOBER_20, "Too late")))
                .containsExactly("outcome");
    }

    @Test
    void aReferredCaseCanStillBeWithdrawnAndAClosedOneNotReferred() {
        record.refer(caseNumber);
        record.close(caseNumber, CaseStatus.WITHDRAWN, OCTOBER_20, "Another site");

        assertThat(record.get(caseNumber).status()).isEqualTo(CaseStatus.WITHDRAWN);
        assertThat(fields(() -> record.refer(caseNumber))).containsExactly("caseNumber");
    }

    @Test
    void aDecisionStandsInTheRecordWithWhoWhatAndWhy() {
        SampleCases.as("hazardous-waste-chief", () -> {
            record.decide(
                    caseNumber,
                    new NewDecision(
                            "Approve penalty",
                            "hazardous-waste-chief",
                            "Reject",
                            new BigDecimal("21500.00"),
                            "Two tanks only",
                            true));
            record.decide(caseNumber, new NewDecision("Schedule", null, "Accepted", null, " ", false));
            return null;
        });

        assertThat(record.timeline(caseNumber))
                .filteredOn(entry -> entry.kind().equals("DECISION"))
                .satisfiesExactly(
                        rejection -> {
                            assertThat(rejection.actor()).isEqualTo("hazardous-waste-chief");
                            assertThat(rejection.text())
                                    .isEqualTo("Approve penalty (hazardous-waste-chief): Reject, $21,500.00."
                                            + " Two tanks only");
                            assertThat(rejection.confidential()).isTrue();
                        },
                        acceptance -> {
                            assertThat(acceptance.text()).isEqualTo("Schedule: Accepted");
                            assertThat(acceptance.confidential()).isFalse();
                        });
    }

    @Test
    void aDecisionThatSaysNothingOrTellsThePenaltyToEverybodyIsRefused() {
        assertThat(fields(() -> record.decide(
                        caseNumber, new NewDecision(" ", "x\ny", null, new BigDecimal("-1.00"), "x", false))))
                .containsExactly("question", "capacity", "answer", "amount", "confidential");
    }

    @Test
    void aCaseIsNotClosedBeforeDiscoveryNorInTheFutureNorWithdrawnWithoutAReason() {
        assertThat(fields(() -> record.close(caseNumber, CaseStatus.OPEN, LocalDate.of(2026, 9, 30), null)))
                .containsExactly("outcome", "date");
        assertThat(fields(() -> record.close(
                        caseNumber,
                        CaseStatus.WITHDRAWN,
                        LocalDate.now(java.time.ZoneId.of("America/Chicago")).plusDays(2),
                        " ")))
                .containsExactly("date", "reason");
        assertThat(record.get(caseNumber).status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void violationsAreCorrectedOnADayTheyWereNoLongerObserved() {
        record.addViolations(
                caseNumber, List.of(new NewViolation("10 CSR 26-2.030", "Still there", List.of(OCTOBER_20))));

        assertThat(fields(() -> record.correctViolations(caseNumber, SampleCases.DISCOVERED)))
                .containsExactly("date");
        record.correctViolations(caseNumber, OCTOBER_20);
        record.correctViolations(caseNumber, LocalDate.of(2026, 10, 21));

        assertThat(record.get(caseNumber).violations())
                .extracting(Violation::correctedOn)
                .containsOnly(OCTOBER_20);
    }

    @Test
    void contactsAreKeptWithWhoAndHowLong() {
        record.addContact(
                caseNumber, new NewContact("Visit", OCTOBER_20, "Lee Smith", 90, "The owner", "Two lines\nof it"));
        SampleCases.as(
                "tanks-staff",
                () -> record.addContact(
                        caseNumber, new NewContact("Call", SampleCases.DISCOVERED, "Lee Smith", 1, "The owner", " ")));

        assertThat(record.contacts(caseNumber))
                .extracting(Contact::kind)
                .containsExactly(ContactKind.TELEPHONE, ContactKind.VISIT);
        assertThat(record.contacts(caseNumber).get(0).note()).isNull();
        assertThat(record.contacts(caseNumber).get(0).recordedBy()).isEqualTo("tanks-staff");
        assertThat(record.contacts(caseNumber).get(1).minutes()).isEqualTo(90);
        assertThat(fields(() -> record.addContact(
                        caseNumber,
                        new NewContact(
                                null,
                                LocalDate.now(java.time.ZoneId.of("America/Chicago"))
                                        .plusDays(2),
                                "",
                                -1,
                                null,
                                "x".repeat(4001)))))
                .containsExactly("kind", "date", "staff", "minutes", "with", "note");
    }

    @Test
    void aContactWhoseLengthNobodyHasToldIsNotOneOfNoTime() {
        record.addContact(caseNumber, new NewContact("LETTER", OCTOBER_20, "Lee Smith", null, "The owner", null));
        record.addContact(caseNumber, new NewContact("EMAIL", OCTOBER_20, "Lee Smith", 0, "The owner", null));

        assertThat(record.contacts(caseNumber)).extracting(Contact::minutes).containsExactly(null, 0);
    }

    @Test
    void noContactAndNoPaymentIsOlderThanTheDiscovery() {
        LocalDate before = SampleCases.DISCOVERED.minusDays(1);

        assertThatThrownBy(() -> record.addContact(
                        caseNumber, new NewContact("LETTER", before, "Lee Smith", null, "The owner", null)))
                .hasMessage(
                        "date: must not be before " + SampleCases.DISCOVERED + ", when the violations were discovered");
        assertThat(fields(() ->
                        record.recordPayment(caseNumber, new NewPayment(BigDecimal.TEN, before, "check", null, null))))
                .containsExactly("paidOn");
        assertThat(record.contacts(caseNumber)).isEmpty();
        assertThat(record.payments(caseNumber)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Call, TELEPHONE",
        "phone call, TELEPHONE",
        "E-Mail, EMAIL",
        "On-site visit, VISIT",
        "offer to meet, OFFER_TO_MEET",
        "OFFER_TO_MEET, OFFER_TO_MEET",
        "Correspondence, LETTER"
    })
    void aKindOfContactIsRecognizedByItsNameAndByTheWordsInUse(String words, ContactKind kind) {
        record.addContact(caseNumber, new NewContact(words, OCTOBER_20, "Lee Smith", null, "The owner", null));

        assertThat(record.contacts(caseNumber)).extracting(Contact::kind).containsExactly(kind);
    }

    @Test
    void anotherKindOfContactIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> record.addContact(
                        caseNumber, new NewContact("Telepathy", OCTOBER_20, "Lee Smith", null, "The owner", null)))
                .hasMessageStartingWith("kind: is not known; it is one of Telephone call, E-mail, Letter, ");
    }

    @Test
    void aDocumentIsFiledWithItsContentAndServedLater() {
        Document filed = record.file(caseNumber, SampleCases.letter());

        assertThat(record.documents(caseNumber)).containsExactly(filed);
        assertThat(record.content(caseNumber, filed.id())).contains(SampleCases.PDF);
        assertThat(filed.respondBy()).isEqualTo(LocalDate.of(2026, 11, 16));
        assertThat(filed.servedAt()).isNull();

        LocalDate sent = LocalDate.of(2026, 10, 2);
        assertThat(fields(() ->
                        record.serve(caseNumber, filed.id(), NewService.of(ServiceEvent.RECEIVED, sent.minusDays(1)))))
                .containsExactly("date");
        Document served = record.serve(caseNumber, filed.id(), NewService.of(ServiceEvent.RECEIVED, sent));
        assertThat(served.servedAt()).isEqualTo(Instant.parse("2026-10-03T04:59:59Z"));
        assertThat(record.document(caseNumber, filed.id())).contains(served);
    }

    /** 10 CSR 20-3.010(1)(C), 25-14.010(1)(C), 60-6.070(1)(C). */
    @Test
    void aRefusalAndARejectionAreServiceAndWhatComesBackIsNot() {
        LocalDate day = LocalDate.of(2026, 10, 5);
        for (ServiceEvent event : ServiceEvent.values()) {
            if (event != ServiceEvent.RECORDED_IN_ERROR) {
                Document filed = record.file(caseNumber, SampleCases.letter());
                assertThat(record.serve(caseNumber, filed.id(), NewService.of(event, day))
                                        .servedAt()
                                != null)
                        .as("%s", event)
                        .isEqualTo(Set.of(ServiceEvent.RECEIVED, ServiceEvent.REFUSED, ServiceEvent.REJECTED)
                                .contains(event));
            }
        }
    }

    @Test
    void whatCameBackIsSentAgainAndAMistakeIsCorrectedByAFurtherEntry() {
        Document filed = record.file(caseNumber, SampleCases.letter());
        LocalDate day = LocalDate.of(2026, 10, 5);
        record.serve(caseNumber, filed.id(), NewService.of(ServiceEvent.UNDELIVERABLE, day));
        record.serve(
                caseNumber,
                filed.id(),
                new NewService(
                        ServiceEvent.SENT,
                        ServiceManner.CERTIFIED_MAIL,
                        "7019 0160 0000 1234 5678",
                        day,
                        null,
                        null,
                        null));
        record.serve(caseNumber, filed.id(), NewService.of(ServiceEvent.RECEIVED, day.plusDays(2)));
        long mistaken = record.service(filed).get(2).id();

        assertThat(fields(() -> record.serve(
                        caseNumber, filed.id(), NewService.of(ServiceEvent.RECORDED_IN_ERROR, day.plusDays(2)))))
                .containsExactly("corrects");
        NewService right =
                new NewService(ServiceEvent.REFUSED, null, null, day.plusDays(3), "J. Owner", null, mistaken);
        assertThat(record.serve(caseNumber, filed.id(), right).servedAt())
                .isEqualTo(Instant.parse("2026-10-09T04:59:59Z"));
        assertThat(fields(() -> record.serve(caseNumber, filed.id(), right))).containsExactly("corrects");
        long refused = record.service(filed).get(3).id();
        NewService error = new NewService(
                ServiceEvent.RECORDED_IN_ERROR, null, null, day.plusDays(3), null, "Another letter", refused);
        assertThat(record.serve(caseNumber, filed.id(), error).servedAt()).isNull();
        assertThat(record.service(filed))
                .extracting(ServiceEntry::event)
                .containsExactly(
                        ServiceEvent.UNDELIVERABLE,
                        ServiceEvent.SENT,
                        ServiceEvent.RECEIVED,
                        ServiceEvent.REFUSED,
                        ServiceEvent.RECORDED_IN_ERROR);
        assertThat(record.service(caseNumber)).containsOnlyKeys(filed.id());
    }

    @Test
    void aDocumentIsFoundOnlyInItsOwnCase() {
        Document filed = record.file(caseNumber, SampleCases.letter());
        String other = record.open(SampleCases.tanks()).caseNumber();

        assertThat(record.content(other, filed.id())).isEmpty();
        assertThat(record.document(other, filed.id())).isEmpty();
        assertThatThrownBy(() -> record.serve(
                        other, filed.id(), NewService.of(ServiceEvent.RECEIVED, LocalDate.of(2026, 10, 3))))
                .isInstanceOf(NoSuchDocument.class);
    }

    @Test
    void anIncompleteDocumentIsNotFiled() {
        assertThat(fields(() -> record.file(
                        caseNumber,
                        new NewDocument(
                                null,
                                "",
                                new byte[] {1},
                                false,
                                Instant.parse("2026-10-02T15:00:00Z"),
                                SampleCases.DISCOVERED,
                                null))))
                .containsExactlyInAnyOrder("kind", "title", "pdf", "addressee", "respondBy");
        assertThat(record.documents(caseNumber)).isEmpty();
    }

    @Test
    void aLargeDocumentComesBackWhole() {
        byte[] large = new byte[3 * 1024 * 1024];
        System.arraycopy(SampleCases.PDF, 0, large, 0, SampleCases.PDF.length);
        large[large.length - 1] = 42;

        Document filed = record.file(
                caseNumber,
                new NewDocument(DocumentKind.OTHER, "Inspection photographs", large, false, null, null, null));

        assertThat(record.content(caseNumber, filed.id())).contains(large);
    }

    @Test
    void aRecalculationIsANewVersionBesideTheOldOne() {
        long violation = record.get(caseNumber).violations().get(0).id();

        record.file(caseNumber, SampleCases.worksheet(violation, "500.00"));
        record.file(caseNumber, SampleCases.worksheet(null, "500.00"));
        record.file(caseNumber, SampleCases.worksheet(violation, "750.50"));

        List<Assessment> assessments = record.assessments(caseNumber);
        assertThat(assessments).extracting(Assessment::version).containsExactly(2, 1, 1);
        assertThat(assessments).extracting(Assessment::violationId).containsExactly(violation, null, violation);
        assertThat(assessments.get(0).total()).isEqualByComparingTo("750.50");
        assertThat(assessments.get(2).worksheetJson()).isEqualTo("{\"days\": 1}");
    }

    @Test
    void aViolationFoundMeanwhileHasNoWorksheetYet() {
        long first = record.get(caseNumber).violations().get(0).id();
        record.file(caseNumber, SampleCases.worksheet(first, "500.00"));
        assertThat(record.violationsWithoutWorksheet(caseNumber)).isEmpty();

        record.addViolations(caseNumber, List.of(SampleCases.anotherViolation()));
        record.file(caseNumber, SampleCases.worksheet(null, "500.00"));

        assertThat(record.violationsWithoutWorksheet(caseNumber))
                .extracting(Violation::number)
                .containsExactly(2);
    }

    @Test
    void aWorksheetTakenBackIsMissingUntilTheNextVersion() {
        long violation = record.get(caseNumber).violations().get(0).id();
        record.file(caseNumber, SampleCases.worksheet(violation, "500.00"));

        record.reopenWorksheet(caseNumber, violation);

        assertThat(record.violationsWithoutWorksheet(caseNumber))
                .extracting(Violation::id)
                .containsExactly(violation);
        assertThat(record.assessments(caseNumber)).hasSize(1);
        record.file(caseNumber, SampleCases.worksheet(violation, "750.00"));
        assertThat(record.violationsWithoutWorksheet(caseNumber)).isEmpty();
        assertThat(fields(() -> record.reopenWorksheet(caseNumber, -1))).containsExactly("violationId");
    }

    @Test
    void aWrongAssessmentIsRefused() {
        String other = record.open(SampleCases.tanks()).caseNumber();
        long elsewhere = record.get(other).violations().get(0).id();

        assertThat(fields(() -> record.file(
                        caseNumber, new NewAssessment("", null, elsewhere, "{", "[]", new BigDecimal("1.005")))))
                .containsExactlyInAnyOrder("rule", "ruleVersion", "worksheet", "result", "total", "violationId");
    }

    @Test
    void aPaymentIsDollarsAndCentsOfADay() {
        record.recordPayment(caseNumber, new NewPayment(new BigDecimal("1250.5"), OCTOBER_20, "check", "1017", null));

        assertThat(record.payments(caseNumber))
                .singleElement()
                .extracting(Payment::amount)
                .isEqualTo(new BigDecimal("1250.50"));
        assertThat(fields(
                        () -> record.recordPayment(caseNumber, new NewPayment(BigDecimal.ZERO, null, "", null, null))))
                .containsExactly("amount", "paidOn", "method");
        assertThat(fields(() -> record.recordPayment(
                        caseNumber, new NewPayment(new BigDecimal("0.001"), OCTOBER_20, "check", null, null))))
                .containsExactly("amount");
    }

    @Test
    void theTimelineTellsWhatHappenedAndWhoDidIt() {
        SampleCases.as("tanks-staff", () -> record.file(caseNumber, SampleCases.letter()));
        record.addContact(caseNumber, new NewContact("Call", OCTOBER_20, "Lee Smith", 15, "the owner", null));
        record.addContact(
                caseNumber, new NewContact("Visit", OCTOBER_20.withDayOfMonth(5), "Lee Smith", 1, "the owner", null));
        record.addContact(
                caseNumber,
                new NewContact("letter", OCTOBER_20.withDayOfMonth(6), "Lee Smith", null, "the owner", null));
        record.assignCaseManager(caseNumber, "tanks-enforcement");
        record.assignCaseManager(caseNumber, "tanks-enforcement");
        record.file(caseNumber, SampleCases.worksheet(null, "1500.00"));
        record.confidentialNote(caseNumber, "PENALTY_APPROVED", "Penalty approved by the section chief");
        record.recordPayment(caseNumber, new NewPayment(new BigDecimal("1500"), OCTOBER_20, "check", "1017", null));
        record.close(caseNumber, CaseStatus.SETTLED, OCTOBER_20, null);

        List<TimelineEntry> timeline = record.timeline(caseNumber);

        assertThat(timeline)
                .as("a letter sent before the case was opened, as a late invoice of the inventory, stands before it")
                .extracting(TimelineEntry::kind)
                .startsWith("DOCUMENT_SENT", "CASE_OPENED");
        assertThat(timeline.get(1).actor()).isEqualTo("tanks-staff");
        assertThat(timeline)
                .extracting(TimelineEntry::text)
                .contains(
                        "Violation 1 recorded: 10 CSR 26-2.041(1)(B)1.",
                        "Letter of warning sent, response due by November 16, 2026",
                        "Telephone call with the owner on October 20, 2026, 15 minutes, Lee Smith",
                        "Site visit with the owner on October 5, 2026, 1 minute, Lee Smith",
                        "Letter with the owner on October 6, 2026, length not stated, Lee Smith",
                        "Case manager: tanks-enforcement",
                        "Penalty calculated for the case, version 1: $1,500.00",
                        "Payment of $1,500.00 on October 20, 2026, check 1017",
                        "Settled on October 20, 2026")
                .doesNotHaveDuplicates();
        assertThat(timeline)
                .filteredOn(TimelineEntry::confidential)
                .extracting(TimelineEntry::kind)
                .containsExactlyInAnyOrder("ASSESSMENT_FILED", "PENALTY_APPROVED", "PAYMENT_RECORDED");
        assertThat(timeline)
                .filteredOn(entry -> entry.documentId() != null)
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo("tanks-staff"));
        assertThat(timeline).extracting(TimelineEntry::at).isSorted();
    }

    private static List<String> fields(ThrowingCallable call) {
        return catchThrowableOfType(CaseRefused.class, call).faults().stream()
                .map(Fault::field)
                .toList();
    }
}
