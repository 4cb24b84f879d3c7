package org.abate.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountyTest {

    @Test
    void missouriHas114CountiesAndTheCityOfStLouis() {
        assertThat(County.names())
                .hasSize(115)
                .doesNotHaveDuplicates()
                .contains("City of St. Louis", "St. Louis", "Ste. Genevieve", "DeKalb", "Cole")
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @ParameterizedTest
    @CsvSource({
        "cole, Cole",
        "Cole County, Cole",
        "St Louis, St. Louis",
        "Saint Louis County, St. Louis",
        "St. Louis City, City of St. Louis",
        "city of saint louis, City of St. Louis",
        "Sainte Genevieve, Ste. Genevieve",
        "De Kalb, DeKalb",
        "Mc Donald County, McDonald"
    })
    void aCountyIsRecognizedHoweverItIsWritten(String written, String county) {
        Faults faults = new Faults();

        assertThat(County.known("county", written, faults)).isEqualTo(county);
        assertThat(faults.found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Coel, Cole", "Pettus, Pettis", "St. Louise, St. Louis", "Saint Gennevieve, Ste. Genevieve"})
    void whatIsNoCountyHasANearestOne(String written, String nearest) {
        Faults faults = new Faults();
        County.known("county", written, faults);

        assertThat(faults.found()).singleElement().satisfies(fault -> assertThat(fault.message())
                .startsWith("is no county of Missouri; the nearest name is ")
                .endsWith(nearest));
    }

    @Test
    void aCountyIsCalledOneAndTheCityIsNot() {
        assertThat(Stream.of("Pettis", "Pettis County", "City of St. Louis", "St. Louis City")
                        .map(County::title))
                .containsExactly("Pettis County", "Pettis County", "City of St. Louis", "St. Louis City");
    }
}
