package org.abate.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTitleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The department grants a variance from fluoride.\\nIt is effective | grants a variance from fluoride
            The department terminates it for Elm, St. Louis County, on May 1, 2029.\\nDone | terminates it for Elm, St. Louis County, on May 1, 2029
            The department denies the request: an item is missing (10 CSR 60-6.040(3)).\\nTwo | denies the request: an item is missing (10 CSR 60-6.040(3))
            No penalty is pursued for the violations of this case. | no penalty is pursued for the violations of this case
            Half of it stays suspended | half of it stays suspended
            """)
    void whatWasDecidedIsTheFirstSentenceOfTheDecision(String decision, String decided) {
        assertThat(DecisionTitle.of("Notice of Decision", "Anna B. Low", decision.replace("\\n", "\n")))
                .isEqualTo("Notice of Decision to Anna B. Low: " + decided);
    }

    @Test
    void aLongSentenceIsCutAtAWord() {
        assertThat(DecisionTitle.of("Notice of Decision", "Elm", "The department decides " + "and so on ".repeat(40)))
                .hasSizeLessThan(200)
                .endsWith("and so on …");
        assertThat(DecisionTitle.of("Notice of Decision", "E".repeat(200), "It decides " + "and so on ".repeat(40)))
                .hasSizeLessThanOrEqualTo(300);
    }
}
