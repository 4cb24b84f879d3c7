package org.abate.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PenaltyWorksheetTest {

    @Test
    void everyFigureIsInWords() {
        PenaltyWorksheet worksheet =
                PenaltyWorksheet.of(assessment(new BigDecimal("1234567.005"), new BigDecimal("-1234.5")));
        assertThat(worksheet.total()).isEqualTo("$1,234,567.01");
        assertThat(worksheet.uncapped()).isEqualTo("−$1,234.50");
        assertThat(worksheet.rule()).isEqualTo("a-rule");
        assertThat(worksheet.citation()).isEqualTo("RSMo 1");
        assertThat(worksheet.version()).isEqualTo("2000-01-01");
        assertThat(worksheet.lines())
                .containsExactly(
                        new PenaltyWorksheet.Entry("RSMo 1", "Words", "MAJOR", "", "", ""),
                        new PenaltyWorksheet.Entry("RSMo 1", "Points", "x", "1 point", "1,001 points", "A note."),
                        new PenaltyWorksheet.Entry("RSMo 1", "Dollars", "", "−$0.50", "$100.00", ""));
        assertThat(worksheet.unverified()).isFalse();
    }

    @Test
    void theUncappedFigureIsPrintedOnlyWhereItDiffers() {
        assertThat(PenaltyWorksheet.of(assessment(BigDecimal.ONE, new BigDecimal("1.00")))
                        .uncapped())
                .isNull();
    }

    @Test
    void aWorksheetSaysThatItRestsOnUnverifiedFigures() {
        Assessment tanks = Samples.assess("underground-storage-tank", """
                {"violations": [{"potentialForHarm": "MAJOR", "extentOfDeviation": "MAJOR", "tanks": 1,
                 "daysOfNoncompliance": 1, "environmentalSensitivity": "LOW"}]}""");
        assertThat(PenaltyWorksheet.of(tanks).unverified()).isTrue();
    }

    private static Assessment assessment(BigDecimal total, BigDecimal uncapped) {
        List<Assessment.Line> lines = List.of(
                new Assessment.Line("RSMo 1", "Words", "MAJOR", null, null, null, null, null),
                new Assessment.Line("RSMo 1", "Points", "x", 1, null, "A note.", 1001, null),
                new Assessment.Line(
                        "RSMo 1", "Dollars", null, null, new BigDecimal("-0.495"), null, null, new BigDecimal("100")));
        return new Assessment("a-rule", "RSMo 1", "2000-01-01", total, uncapped, List.of(), lines);
    }
}
