package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.abate.casefile.County;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;

/** The places that a form offers are those that the record knows, as they are delivered. */
class PlacesInFormsTest {

    static Stream<Path> startFormsOfRequests() {
        return Stream.of("exemption-request-case", "variance-request-case", "monitoring-waiver-case")
                .map(form -> Path.of("processes/drinking-water", form + ".form"));
    }

    @ParameterizedTest
    @MethodSource("startFormsOfRequests")
    void aRequestOffersTheCountiesAndTheRegionalOfficesOfTheRecord(Path path) throws IOException {
        Form form = Form.parse(new ObjectMapper().readTree(Files.readAllBytes(path)));
        String regions = (String) new YamlPropertySourceLoader()
                .load("application", new FileSystemResource("src/main/resources/application.yaml"))
                .get(0)
                .getProperty("abate.regions");

        assertThat(form.field("facilityCounty").orElseThrow().options()).isEqualTo(new LinkedHashSet<>(County.names()));
        assertThat(form.field("facilityRegion").orElseThrow().options())
                .isEqualTo(new LinkedHashSet<>(List.of(regions.split(", "))));
    }
}
