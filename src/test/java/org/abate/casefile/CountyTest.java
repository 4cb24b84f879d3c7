package org.abate.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CountyTest {

    @Test
    void missouriHas114CountiesAndTheCityOfStLouis() {
        assertThat(County.names())
                .hasSize(115)
                .doesNotHaveDuplicates()
                .contains("City of St. Louis", "St. Louis", "Ste. Genevieve", "DeKalb", "Cole")
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @Test
    void aCountyIsCalledOneAndTheCityIsNot() {
        assertThat(Stream.of("Pettis", "Pettis County", "City of St. Louis", "St. Louis City")
                        .map(County::title))
                .containsExactly("Pettis County", "Pettis County", "City of St. Louis", "St. Louis City");
    }
}
