package org.abate.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralsTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.5", "123456789012", "1.23", "009"})
    void decimalsAreTwelveDigitsAndAtMostSoManyDecimals(String text) {
        assertThat(Literals.decimal(text, 2)).isEqualTo(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890123", "0.123", "-", "1-", "/1", ":1", "1/", "0.1:", ""})
    void otherDecimalsAreNone(String text) {
        assertThat(Literals.decimal(text, 2)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1000000000000, true",
        "1000000000001, false",
        "-1000000000000, true",
        "999999999999.999999, true",
        "0.000001, true",
        "0.0000010, true",
        "0.0000001, false",
        "123456789012.3456789, false",
        "0E-30, true",
        "1E12, true",
        "1E13, false"
    })
    void quantitiesAreAtMostATrillionWithSixDecimals(BigDecimal value, boolean sound) {
        assertThat(Literals.quantity(JSON.numberNode(value)) != null).isEqualTo(sound);
    }

    @Test
    void numbersOfAllReadersAreQuantities() {
        assertThat(Literals.quantity(JSON.numberNode(2.5))).isEqualByComparingTo("2.5");
        assertThat(Literals.quantity(JSON.numberNode(2.5f))).isEqualByComparingTo("2.5");
        assertThat(Literals.quantity(JSON.numberNode(7))).isEqualByComparingTo("7");
        for (JsonNode none : new JsonNode[] {
            JSON.numberNode(Double.POSITIVE_INFINITY),
            JSON.numberNode(Double.NaN),
            JSON.numberNode(Float.NEGATIVE_INFINITY),
            JSON.textNode("2.5"),
            JSON.booleanNode(true)
        }) {
            assertThat(Literals.quantity(none)).as(none.toString()).isNull();
        }
    }

    @Test
    void datesAreOfTheTwentiethToTheTwentySecondCentury() {
        assertThat(Literals.date("1899-12-31")).isNull();
        assertThat(Literals.date("1900-01-01")).isEqualTo(LocalDate.of(1900, 1, 1));
        assertThat(Literals.date("2199-12-31")).isEqualTo(LocalDate.of(2199, 12, 31));
        assertThat(Literals.date("2200-01-01")).isNull();
    }

    @Test
    void aRefusedValueIsRepeatedInWords() {
        assertThat(Literals.words(JSON.textNode("x"))).isEqualTo("\"x\"");
        assertThat(Literals.words(JSON.arrayNode().add(1))).isEqualTo("a list of 1");
        assertThat(Literals.words(JSON.objectNode())).isEqualTo("an object");
        assertThat(Literals.words(JSON.numberNode(new BigDecimal("1E+999")))).isEqualTo("1E+999");
        assertThat(Literals.words(JSON.booleanNode(false))).isEqualTo("false");
    }

    @Test
    void numbersAndMoneyAreWrittenForPeople() {
        assertThat(Words.number(new BigDecimal("0.00"))).isEqualTo("0");
        assertThat(Words.number(new BigDecimal("-1234567.50"))).isEqualTo("−1,234,567.5");
        assertThat(Words.number(999)).isEqualTo("999");
        assertThat(Words.number(1000)).isEqualTo("1,000");
        assertThat(Words.percent(0)).isEqualTo("0 %");
        assertThat(Words.percent(5)).isEqualTo("+5 %");
        assertThat(Words.percent(-5)).isEqualTo("−5 %");
        assertThat(Words.days(1)).isEqualTo("1 day");
        assertThat(Words.days(0)).isEqualTo("0 days");
        assertThat(Words.shortened("x".repeat(60))).isEqualTo("x".repeat(60));
        assertThat(Words.shortened("x".repeat(61))).isEqualTo("x".repeat(60) + "…");
        assertThat(Dollars.words(new BigDecimal("999.995"))).isEqualTo("$1,000.00");
        assertThat(Dollars.words(new BigDecimal("-0.005"))).isEqualTo("−$0.01");
        assertThat(Dollars.words(new BigDecimal("-0.004"))).isEqualTo("$0.00");
    }
}
