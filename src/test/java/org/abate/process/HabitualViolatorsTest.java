package org.abate.process;

import static org.abate.penalty.HabitualViolator.Test.FIVE_IN_TEN;
import static org.abate.penalty.HabitualViolator.Test.THREE_IN_THREE_CONSECUTIVE;
import static org.abate.penalty.HabitualViolator.Test.THREE_SIMILAR_IN_SIX;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.NewCase;
import org.abate.casefile.NewContact;
import org.abate.casefile.NewDocument;
import org.abate.casefile.NewFacility;
import org.abate.casefile.NewParty;
import org.abate.casefile.NewViolation;
import org.abate.casefile.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Habitual violators are found from the operator's own record (Manual 8.4, Industrial Minerals). */
@RunningCases
class HabitualViolatorsTest {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final byte[] PDF = "%PDF-1.7 a notice".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    private HabitualViolators habitualViolators;

    @Autowired
    private RecordQuestions questions;

    @Autowired
    private CaseRecord caseRecord;

    @Autowired
    private Clock clock;

    private String operator;

    @BeforeEach
    void anOperatorOfItsOwn() {
        operator = "Imaginary Quarry " + NEXT.incrementAndGet() + " " + System.nanoTime();
    }

    @Test
    void threeSimilarNoticesInSixInspectionsMakeAHabit() {
        noticed(60, "10 CSR 40-10.050(4)");
        inspectedWithoutViolation(noticed(50, "10 CSR 40-10.050 (2)(A)"), 45, 44);
        String last = noticed(40, "10 csr 40-10.050(4)(B)");

        assertThat(habitualViolators.find(last)).containsExactly(THREE_SIMILAR_IN_SIX);
    }

    @Test
    void aSeventhInspectionBetweenThemBreaksIt() {
        noticed(60, "10 CSR 40-10.050(4)");
        inspectedWithoutViolation(noticed(50, "10 CSR 40-10.050(4)"), 49, 48, 47, 46);
        String last = noticed(40, "10 CSR 40-10.050(4)");

        assertThat(habitualViolators.find(last)).isEmpty();
        assertThat(questions.habitualViolator(last)).isFalse();
    }

    @Test
    void fiveNoticesOfAnyKindInTenInspectionsMakeAHabit() {
        for (int i = 1; i <= 4; i++) {
            inspectedWithoutViolation(noticed(100 - 10 * i, "10 CSR 40-10.0" + i + "0"), 95 - 10 * i);
        }
        String last = noticed(20, "10 CSR 40-10.090");

        assertThat(habitualViolators.find(last)).containsExactly(FIVE_IN_TEN);
    }

    @Test
    void threeNoticesInThreeConsecutiveInspectionsAreNotedOnceOnTheTimeline() {
        noticed(60, "10 CSR 40-10.010");
        noticed(50, "10 CSR 40-10.020");
        String last = noticed(40, "10 CSR 40-10.030");

        assertThat(habitualViolators.find(last)).containsExactly(THREE_IN_THREE_CONSECUTIVE);
        assertThat(questions.habitualViolator(last)).isTrue();
        assertThat(caseRecord.timeline(last))
                .filteredOn(entry -> entry.kind().equals("HABITUAL_VIOLATOR"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.text())
                        .isEqualTo("Habitual violator (Manual 8.4): the operator has three or more notices of violation"
                                + " issued in any three consecutive inspections"));
    }

    @Test
    void aNoticeCountsOnceHoweverManyViolationsItNamesAndASecondOneForTheSameNotAtAll() {
        noticed(60, "10 CSR 40-10.050(1)");
        String last = noticed(50, "10 CSR 40-10.050(1)", "10 CSR 40-10.050(2)", "10 CSR 40-10.050(3)");
        notice(last);
        inspectedWithoutViolation(last, 45);

        assertThat(habitualViolators.find(last)).isEmpty();
    }

    @Test
    void anotherOperatorAnotherProgramAndAWithdrawnCaseDoNotCount() {
        noticed(60, "10 CSR 40-10.050(4)");
        String withdrawn = noticed(55, "10 CSR 40-10.050(4)");
        caseRecord.close(withdrawn, CaseStatus.WITHDRAWN, LocalDate.now(clock), "Not the operator's");
        String last = noticed(50, "10 CSR 40-10.050(4)");
        noticed(open(Program.METALLIC_MINERALS, operator, 45, "10 CSR 40-10.050(4)"));
        noticed(open(Program.INDUSTRIAL_MINERALS, operator + " Sons", 44, "10 CSR 40-10.050(4)"));

        assertThat(habitualViolators.find(last)).isEmpty();
    }

    @Test
    void anOperatorIsTheSameHoweverItsNameIsWritten() {
        noticed(60, "10 CSR 40-10.050(4)");
        noticed(open(Program.INDUSTRIAL_MINERALS, operator.toUpperCase(), 50, "10 CSR 40-10.050(4)"));
        String last = noticed(40, "10 CSR 40-10.050(4)");

        assertThat(habitualViolators.find(last)).contains(THREE_SIMILAR_IN_SIX);
    }

    @Test
    void aViolationWithoutANoticeIsNoNotice() {
        open(Program.INDUSTRIAL_MINERALS, operator, 60, "10 CSR 40-10.050(4)");
        noticed(50, "10 CSR 40-10.050(4)");
        String last = noticed(40, "10 CSR 40-10.050(4)");

        assertThat(habitualViolators.find(last)).isEmpty();
    }

    private String noticed(int daysAgo, String... citations) {
        return noticed(open(Program.INDUSTRIAL_MINERALS, operator, daysAgo, citations));
    }

    private String noticed(String caseNumber) {
        notice(caseNumber);
        return caseNumber;
    }

    private void notice(String caseNumber) {
        caseRecord.file(
                caseNumber,
                new NewDocument(
                        DocumentKind.NOTICE_OF_VIOLATION,
                        "Notice of violation",
                        PDF,
                        false,
                        clock.instant(),
                        null,
                        operator));
    }

    private String open(Program program, String party, int daysAgo, String... citations) {
        LocalDate day = LocalDate.now(clock).minusDays(daysAgo);
        return caseRecord
                .open(new NewCase(
                        program,
                        new NewFacility(null, "Quarry", "1 Pit Road, Rolla", "Phelps", "Southeast", Map.of()),
                        new NewParty(party, "1 Pit Road, Rolla, MO 65401"),
                        day,
                        Arrays.stream(citations)
                                .map(citation -> new NewViolation(citation, "A violation", List.of(day)))
                                .toList()))
                .caseNumber();
    }

    private void inspectedWithoutViolation(String caseNumber, int... daysAgo) {
        for (int days : daysAgo) {
            caseRecord.addContact(
                    caseNumber,
                    new NewContact(
                            "Inspection", LocalDate.now(clock).minusDays(days), "staff", 60, "The operator", null));
        }
    }
}
