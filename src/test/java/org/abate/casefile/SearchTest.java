package org.abate.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.abate.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class SearchTest {

    @Autowired
    private CaseRecord record;

    @Test
    void casesAreListedNewestFirstPageByPage() {
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            opened.add(0, open(Program.AIR, "Paged Kiln", "PG" + i));
        }

        Page<CaseSummary> first = search(null, null, "paged kiln", null, 0, 2);
        Page<CaseSummary> last = search(null, null, "paged kiln", null, 2, 2);

        assertThat(first.total()).isEqualTo(5);
        assertThat(numbers(first)).isEqualTo(opened.subList(0, 2));
        assertThat(numbers(last)).isEqualTo(opened.subList(4, 5));
        assertThat(search(null, null, "paged kiln", null, 3, 2).items()).isEmpty();
    }

    @Test
    void onlyTheProgramsOfTheCallerAreListed() {
        String air = open(Program.AIR, "Two Programs Works", "TP1");
        String coal = open(Program.COAL, "Two Programs Works", "TP1");

        assertThat(numbers(search(Set.of(Program.AIR), null, "two programs", null, 0, 10)))
                .containsExactly(air);
        assertThat(numbers(search(Set.of(Program.COAL, Program.AIR), null, "two programs", null, 0, 10)))
                .containsExactly(coal, air);
        assertThat(search(Set.of(), null, "two programs", null, 0, 10).total()).isZero();
    }

    @Test
    void casesAreFoundByTheirStatus() {
        String open = open(Program.TANKS, "Status Station", "SS1");
        String closed = open(Program.TANKS, "Status Station", "SS1");
        record.close(closed, CaseStatus.REFERRED, SampleCases.DISCOVERED, null);

        assertThat(numbers(search(null, CaseStatus.OPEN, "status station", null, 0, 10)))
                .containsExactly(open);
        assertThat(numbers(search(null, CaseStatus.REFERRED, "status station", null, 0, 10)))
                .containsExactly(closed);
    }

    @Test
    void casesAreFoundByTheFacilitysIdNameAndIdentifiers() {
        String caseNumber = open(Program.TANKS, "Identified Oil", "ST-IDENT-7");
        String id = String.valueOf(record.get(caseNumber).facility().id());

        assertThat(numbers(search(null, null, id, null, 0, 10))).contains(caseNumber);
        assertThat(numbers(search(null, null, "TIFIED o", null, 0, 10))).containsExactly(caseNumber);
        assertThat(numbers(search(null, null, "st-ident-7", null, 0, 10))).containsExactly(caseNumber);
    }

    @Test
    void wordsAreFoundInNumberFacilityAndPartyWhateverTheCase() {
        String caseNumber = open(Program.SOLID_WASTE, "100%_Organic! Compost", "OC1");

        assertThat(numbers(search(null, null, null, caseNumber.toLowerCase(), 0, 10)))
                .containsExactly(caseNumber);
        assertThat(numbers(search(null, null, null, "0%_organic! c", 0, 10))).containsExactly(caseNumber);
        assertThat(numbers(search(null, null, null, "INVENTED OIL", 0, 500))).contains(caseNumber);
        assertThat(numbers(search(null, null, null, "0_\\_Organic", 0, 10))).isEmpty();
        assertThat(numbers(search(null, null, null, "'; DROP TABLE payment; --", 0, 10)))
                .isEmpty();
    }

    @Test
    void aPageThatCannotBeIsRefused() {
        assertThatThrownBy(() -> search(null, null, "x".repeat(201), "\u0000", -1, 501))
                .isInstanceOfSatisfying(CaseRefused.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::field)
                        .containsExactly("facility", "q", "page", "size"));
    }

    private Page<CaseSummary> search(
            Set<Program> programs, CaseStatus status, String facility, String q, int page, int size) {
        return record.search(new CaseQuery(programs, status, facility, q, page, size));
    }

    private String open(Program program, String name, String identifier) {
        NewFacility facility =
                new NewFacility(null, name, "1 Elsewhere Road", "Boone", "Northeast", Map.of("ace", identifier));
        return record.open(SampleCases.of(program, facility)).caseNumber();
    }

    private static List<String> numbers(Page<CaseSummary> page) {
        return page.items().stream().map(CaseSummary::caseNumber).toList();
    }
}
