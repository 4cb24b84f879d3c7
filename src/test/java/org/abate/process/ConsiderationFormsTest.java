package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is considered of a request is asked clause by clause (10 CSR 60-6.010(1), (3), 6.020(1), (3), (4)(D)). */
class ConsiderationFormsTest {

    @ParameterizedTest
    @ValueSource(strings = {"consider-exemption", "consider-mcl-variance", "consider-technique-variance"})
    void everyFactorAndFindingIsLabelledWithItsClause(String name) throws IOException {
        Form form = form(name);

        assertThat(form.fields())
                .filteredOn(field -> field.property("considered").isPresent())
                .isNotEmpty()
                .allSatisfy(field -> assertThat(field.label()).matches("\\(\\d\\)(\\([A-Z]\\))?(\\d\\.)? \\w.+"));
        assertThat(form.fields())
                .filteredOn(field -> field.property("finding").isPresent())
                .isNotEmpty()
                .allSatisfy(field -> assertThat("10 CSR " + ruleOf(name) + field.label())
                        .startsWith(field.property("finding").orElseThrow() + " "));
    }

    /** Who considers it again reads first what the director wants looked at. */
    @ParameterizedTest
    @ValueSource(strings = {"consider-exemption", "consider-mcl-variance", "consider-technique-variance"})
    void theDirectorsReasonStandsAtTheTopOfWhatIsConsideredAgain(String name) throws IOException {
        Form.Field top = form(name).components().get(1);

        assertThat(top.text()).contains("Considered again", "{{requestReason}}");
        assertThat(top.hiddenWhen()).contains("requestDecision != \"RECONSIDER\"");
    }

    private static String ruleOf(String form) {
        return form.contains("exemption") ? "60-6.020" : "60-6.010";
    }

    private static Form form(String name) throws IOException {
        return Form.parse(
                new ObjectMapper().readTree(Files.readAllBytes(Path.of("processes/drinking-water", name + ".form"))));
    }
}
