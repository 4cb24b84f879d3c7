package org.abate.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DollarsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | $0.00",
                "-0.25 | −$0.25",
                "999.995 | $1,000.00",
                "999 | $999.00",
                "1000 | $1,000.00",
                "100000 | $100,000.00",
                "-1234567.5 | −$1,234,567.50"
            })
    void dollarsHaveTwoDecimalsAndACommaBeforeEveryThirdDigit(BigDecimal amount, String words) {
        assertThat(Dollars.words(amount)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0049999999999999999999999999, 0.01",
        "-0.0049999999999999999999999999, -0.01",
        "0.0049999999999999999999998000, 0.00",
        "0.0050000000000000000000000001, 0.01"
    })
    void whatQuotientsLackOfHalfACentIsMadeUp(BigDecimal sum, BigDecimal cents) {
        assertThat(Dollars.cents(sum)).isEqualTo(cents);
    }
}
