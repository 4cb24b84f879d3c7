package org.abate.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.abate.ApplicationTest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class OpeningTest {

    @Autowired
    private CaseRecord record;

    @AfterEach
    void theClockRuns() {
        ClockUtil.reset();
    }

    @Test
    void aCaseIsKeptAsItWasOpened() {
        NewCase given = SampleCases.tanks();

        String caseNumber =
                SampleCases.as("tanks-staff", () -> record.open(given)).caseNumber();

        CaseFile kept = record.get(caseNumber);
        assertThat(kept.program()).isEqualTo(Program.TANKS);
        assertThat(kept.status()).isEqualTo(CaseStatus.OPEN);
        assertThat(kept.facility().name()).isEqualTo(given.facility().name());
        assertThat(kept.facility().county()).isEqualTo("Phelps");
        assertThat(kept.facility().identifiers()).isEqualTo(given.facility().identifiers());
        assertThat(kept.responsibleParty().address()).isEqualTo("9 Elm Street\nRolla, MO 65401");
        assertThat(kept.discoveredOn()).isEqualTo(SampleCases.DISCOVERED);
        assertThat(kept.closedAt()).isNull();
        assertThat(kept.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.number()).isEqualTo(1);
            assertThat(violation.citation()).isEqualTo("10 CSR 26-2.041(1)(B)1.");
            assertThat(violation.observedOn()).containsExactly(SampleCases.DISCOVERED);
            assertThat(violation.correctedOn()).isNull();
        });
    }

    @Test
    void aNumberNamesTheProgramAndTheYearOfOpeningInMissouri() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2031-01-01T05:59:59Z")));
        assertThat(record.open(SampleCases.tanks()).caseNumber()).isEqualTo("TK-2030-00001");

        ClockUtil.setCurrentTime(Date.from(Instant.parse("2031-01-01T06:00:00Z")));
        assertThat(record.open(SampleCases.tanks()).caseNumber()).isEqualTo("TK-2031-00001");
        assertThat(record.open(SampleCases.tanks()).caseNumber()).isEqualTo("TK-2031-00002");
        assertThat(record.open(SampleCases.of(Program.WATER, SampleCases.facility()))
                        .caseNumber())
                .isEqualTo("WP-2031-00001");
    }

    @Test
    void everyProgramHasItsPrefix() {
        for (Program program : Program.values()) {
            assertThat(record.open(SampleCases.of(program, SampleCases.facility()))
                            .caseNumber())
                    .startsWith(program.prefix() + "-");
        }
    }

    @Test
    void theResponsiblePartyMayBeUnknown() {
        NewCase given = SampleCases.tanks();

        CaseFile opened = record.open(
                new NewCase(given.program(), given.facility(), null, given.discoveredOn(), given.violations()));

        assertThat(opened.responsibleParty()).isNull();
        record.identifyResponsibleParty(opened.caseNumber(), SampleCases.OWNER);
        assertThat(record.get(opened.caseNumber()).responsibleParty().name()).isEqualTo("Invented Oil Company");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        LocalDate future = LocalDate.now(java.time.ZoneId.of("America/Chicago")).plusDays(2);
        NewCase wrong = new NewCase(
                null,
                new NewFacility(null, " ", "x".repeat(501), "Cole\u0000", null, Map.of("shoeSize", "9", "npdes", "")),
                new NewParty("", "Somewhere"),
                future,
                Arrays.asList(
                        new NewViolation(
                                null,
                                "What was found",
                                List.of(future, SampleCases.DISCOVERED, SampleCases.DISCOVERED)),
                        null,
                        new NewViolation("10 CSR 26-2.030", "Half a character \ud800", List.of())));

        CaseRefused refused = catchThrowableOfType(CaseRefused.class, () -> record.open(wrong));

        assertThat(refused.faults())
                .extracting(Fault::field)
                .containsExactlyInAnyOrder(
                        "program",
                        "facility.name",
                        "facility.address",
                        "facility.county",
                        "facility.region",
                        "facility.identifiers.shoeSize",
                        "facility.identifiers.npdes",
                        "responsibleParty.name",
                        "discoveredOn",
                        "violations[0].citation",
                        "violations[0].observedOn[0]",
                        "violations[0].observedOn[2]",
                        "violations[1]",
                        // It is no text, and no letter can print it
                        "violations[2].description",
                        "violations[2].description",
                        "violations[2].observedOn");
        assertThat(record.faults(wrong)).hasSameElementsAs(refused.faults());
    }

    @Test
    void aCaseHasAtLeastOneViolation() {
        NewCase given = SampleCases.tanks();

        assertThatThrownBy(() -> record.open(new NewCase(
                        given.program(), given.facility(), given.responsibleParty(), given.discoveredOn(), List.of())))
                .isInstanceOf(CaseRefused.class)
                .hasMessage("violations: must have at least one violation");
    }

    @Test
    void aFacilityKnownByItsIdentifierIsNotDoubled() {
        CaseFile first = record.open(SampleCases.of(Program.TANKS, SampleCases.facility("ST0001")));
        NewFacility again = new NewFacility(
                null,
                "Another spelling",
                "100 Main",
                "Phelps",
                "Southeast",
                Map.of("ustFacility", "st0001", "npdes", "MO-TEST-1"));

        CaseFile second = record.open(SampleCases.of(Program.WATER, again));

        assertThat(second.facility().id()).isEqualTo(first.facility().id());
        assertThat(second.facility().name()).isEqualTo(first.facility().name());
        assertThat(second.facility().identifiers()).containsOnlyKeys("ustFacility", "npdes");
    }

    @Test
    void aFacilityGivenByItsIdIsUsedAgain() {
        Facility known = record.open(SampleCases.tanks()).facility();

        CaseFile second =
                record.open(SampleCases.of(Program.TANKS, new NewFacility(known.id(), null, null, null, null, null)));

        assertThat(second.facility()).isEqualTo(known);
    }

    @Test
    void whatContradictsAKnownFacilityIsRefused() {
        Facility one = record.open(SampleCases.of(Program.TANKS, SampleCases.facility("ST0101")))
                .facility();
        Facility other = record.open(SampleCases.of(Program.TANKS, SampleCases.facility("ST0102")))
                .facility();

        assertThat(fieldsRefused(new NewFacility(999_999_999L, null, null, null, null, null)))
                .containsExactly("facility.id");
        assertThat(fieldsRefused(
                        new NewFacility(one.id(), "Quite another", null, null, null, Map.of("ustFacility", "ST0102"))))
                .containsExactlyInAnyOrder("facility.name", "facility.identifiers.ustFacility");
        assertThat(fieldsRefused(new NewFacility(other.id(), null, null, null, null, Map.of("ustFacility", "ST0103"))))
                .containsExactly("facility.identifiers.ustFacility");
    }

    @Test
    void violationsFoundLaterTakeTheNextNumbers() {
        String caseNumber = record.open(SampleCases.tanks()).caseNumber();

        List<Violation> added =
                record.addViolations(caseNumber, List.of(later("10 CSR 26-2.030(1)"), later("10 CSR 26-2.034(1)")));

        assertThat(added).extracting(Violation::number).containsExactly(2, 3);
        assertThat(record.get(caseNumber).violations())
                .extracting(Violation::number)
                .containsExactly(1, 2, 3);
        assertThatThrownBy(() -> record.addViolations(caseNumber, List.of()))
                .isInstanceOf(CaseRefused.class)
                .hasMessageContaining("at least one violation");
    }

    @Test
    void theSameViolationOfTheSameDayIsNotRecordedTwice() {
        String caseNumber = record.open(SampleCases.tanks()).caseNumber();
        NewViolation again = SampleCases.violation();
        NewViolation spelledOtherwise = new NewViolation(
                "10 csr 26-2.041 (1)(B)1",
                "Reported by somebody else",
                List.of(SampleCases.DISCOVERED.plusDays(1), SampleCases.DISCOVERED));
        NewViolation twice = later("10 CSR 26-2.030(1)");

        assertThatThrownBy(() -> record.addViolations(caseNumber, List.of(again, twice, spelledOtherwise, twice)))
                .isInstanceOf(CaseRefused.class)
                .hasMessage("violations[0]: 10 CSR 26-2.041(1)(B)1. on 2026-10-01 is violation 1 of the case already;"
                        + " leave it out, or say in the citation how this one differs; violations[2]: 10 csr 26-2.041"
                        + " (1)(B)1 on 2026-10-01 is violation 1 of the case already; leave it out, or say in the"
                        + " citation how this one differs; violations[3]: 10 CSR 26-2.030(1) on 2026-10-01 is"
                        + " violations[1] already; leave it out, or say in the citation how this one differs");
        assertThat(record.get(caseNumber).violations()).hasSize(1);
        assertThat(record.addViolations(
                        caseNumber,
                        List.of(new NewViolation(
                                again.citation(), again.description(), List.of(SampleCases.DISCOVERED.plusDays(1))))))
                .hasSize(1);
    }

    private static NewViolation later(String citation) {
        return new NewViolation(citation, "Found later", List.of(SampleCases.DISCOVERED));
    }

    @Test
    void countyAndRegionAreKeptAsTheRecordHasThem() {
        Facility facility = record.open(SampleCases.of(
                        Program.TANKS,
                        new NewFacility(
                                null,
                                "Spelled Stop",
                                "1 Main Street",
                                "St. Louis City",
                                "ST LOUIS regional office",
                                null)))
                .facility();

        assertThat(facility.county()).isEqualTo("City of St. Louis");
        assertThat(facility.region()).isEqualTo("St. Louis");
    }

    @Test
    void anUnknownCountyOrRegionIsRefusedWithTheNearestName() {
        NewFacility misspelled = new NewFacility(null, "Spelled Stop", "1 Main Street", "Felps", "Sotheast", null);

        assertThatThrownBy(() -> record.open(SampleCases.of(Program.TANKS, misspelled)))
                .isInstanceOf(CaseRefused.class)
                .hasMessage(
                        "facility.county: is no county of Missouri; the nearest name is Phelps; facility.region: is no"
                                + " regional office; the nearest name is Southeast, and all of them are Kansas City, Northeast,"
                                + " St. Louis, Southeast, Southwest");
        Facility known = record.open(SampleCases.tanks()).facility();
        assertThat(fieldsRefused(new NewFacility(known.id(), null, null, "Atlantis", "Moon", null)))
                .containsExactly("facility.county", "facility.region");
    }

    @Test
    void aCaseThatIsNotThereIsSaidNotToBe() {
        assertThat(record.find("TK-1999-00001")).isEmpty();
        assertThat(record.find("nonsense\u0000")).isEmpty();
        assertThatThrownBy(() -> record.get("TK-1999-00001"))
                .isInstanceOf(NoSuchCase.class)
                .hasMessageContaining("TK-1999-00001");
        assertThatThrownBy(() -> record.timeline("TK-1999-00001")).isInstanceOf(NoSuchCase.class);
        assertThatThrownBy(() -> record.note("TK-1999-00001", "NOTE", "text")).isInstanceOf(NoSuchCase.class);
    }

    private List<String> fieldsRefused(NewFacility facility) {
        return catchThrowableOfType(CaseRefused.class, () -> record.open(SampleCases.of(Program.TANKS, facility)))
                .faults()
                .stream()
                .map(Fault::field)
                .toList();
    }
}
