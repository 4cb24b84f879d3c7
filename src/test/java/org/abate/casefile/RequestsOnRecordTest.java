package org.abate.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.abate.ApplicationTest;
import org.abate.casefile.WaterSystem.Standing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A request of suppliers of water is a case without violations, with a row for each of its systems. */
@ApplicationTest
@Tag("database")
class RequestsOnRecordTest {

    @Autowired
    private CaseRecord record;

    @Autowired
    private Hearings hearings;

    @Test
    void aJointRequestHasItsNumberAndARowForEachSystem() {
        CaseFile opened = record.open(SampleCases.request());

        assertThat(opened.caseNumber()).matches("DW-\\d{4}-\\d{5}");
        assertThat(opened.matter()).isEqualTo(Matter.EXEMPTION);
        assertThat(opened.violations()).isEmpty();
        assertThat(opened.request().from()).isEqualTo("the maximum contaminant level for fluoride");
        assertThat(opened.request().systems())
                .extracting(WaterSystem::name, WaterSystem::standing)
                .containsExactly(tuple("Elm Spring", Standing.REQUESTED), tuple("Pine Spring", Standing.REQUESTED));
        assertThat(record.open(SampleCases.tanks()).matter()).isEqualTo(Matter.ENFORCEMENT);
    }

    @Test
    void whatBecomesOfASystemStandsOnTheTimelineOnce() {
        String number = record.open(SampleCases.request()).caseNumber();
        record.standing(number, 2, Standing.GRANTED);
        record.standing(number, 2, Standing.GRANTED);
        record.latestCompliance(number, 2, SampleCases.DISCOVERED.plusYears(3), 0);

        assertThat(record.get(number).request().systems())
                .extracting(WaterSystem::standing)
                .containsExactly(Standing.REQUESTED, Standing.GRANTED);
        assertThat(record.timeline(number))
                .filteredOn(entry -> entry.kind().equals("SYSTEM_GRANTED"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.text()).contains("Pine Spring", "Dent County"));
        assertThat(record.timeline(number)).anyMatch(entry -> entry.kind().equals("LATEST_COMPLIANCE"));
    }

    @Test
    void everyFaultOfARequestIsNamedAtOnce() {
        NewCase given = SampleCases.request();
        NewWaterRequest request = given.request();
        NewCase wrong = new NewCase(
                given.program(),
                given.facility(),
                given.responsibleParty(),
                given.discoveredOn(),
                List.of(),
                new NewWaterRequest(
                        request.matter(),
                        request.subject(),
                        " ",
                        null,
                        request.initiatedBy(),
                        List.of(
                                new NewWaterRequest.System("mo1", "Elm Spring", "Phelps", 800, SampleCases.DISCOVERED),
                                new NewWaterRequest.System("MO1", "", "Phelpz", -1, null))));

        assertThat(catchThrowableOfType(CaseRefused.class, () -> record.open(wrong))
                        .faults())
                .extracting(Fault::field)
                .containsExactlyInAnyOrder(
                        "request.contaminant",
                        "request.systems[1].pwsid",
                        "request.systems[1].name",
                        "request.systems[1].county",
                        "request.systems[1].personsServed",
                        "request.systems[1].complianceDueOn");
    }

    @Test
    void aWaiverIssuedOrDeniedIsKnownByItsSystemAndContaminant() {
        String first = waiver("MO900001", "Atrazine");
        assertThat(record.earlierWaivers(waiver("MO900001", "atrazine"))).isEmpty();
        record.standing(first, 1, Standing.DENIED);

        assertThat(record.earlierWaivers(waiver("MO900001", "atrazine"))).containsExactly(first);
        assertThat(record.earlierWaivers(waiver("MO900001", "simazine"))).isEmpty();
        assertThat(record.earlierWaivers(waiver("MO900002", "atrazine"))).isEmpty();
    }

    @Test
    void aNoticeIsJoinedWhileItIsPreparedAndLeftByWhoeverIsWithdrawn() {
        List<String> cases = Arrays.asList(
                record.open(SampleCases.request()).caseNumber(),
                record.open(SampleCases.request()).caseNumber(),
                record.open(SampleCases.request()).caseNumber());
        hearings.prepare(cases.get(0), "An exemption");
        assertThat(hearings.inPreparation(cases.get(1))).contains(cases.get(0));
        hearings.join(cases.get(0), cases.get(1), "Another");
        hearings.join(cases.get(0), cases.get(2), "A third");
        hearings.leave(cases.get(2));

        assertThat(hearings.joined(cases.get(0))).containsExactly(new Hearings.Matter(cases.get(1), "Another"));
        hearings.issue(cases.get(0), SampleCases.DISCOVERED);
        assertThat(hearings.inPreparation(cases.get(1))).doesNotContain(cases.get(0));
        assertThatThrownBy(() -> hearings.join(cases.get(0), cases.get(2), "Again"))
                .isInstanceOf(CaseRefused.class);
        hearings.end(cases.get(0), true);
        assertThat(hearings.joined(cases.get(0))).isEmpty();
    }

    private String waiver(String pwsid, String contaminant) {
        return record.open(new NewCase(
                        Program.DRINKING_WATER,
                        new NewFacility(
                                null, "Elm Spring", "1 Elm Road, Rolla", "Phelps", "Southeast", Map.of("pwsid", pwsid)),
                        new NewParty("Elm Spring Association", "PO Box 3, Rolla"),
                        SampleCases.DISCOVERED,
                        List.of(),
                        new NewWaterRequest(
                                Matter.MONITORING_WAIVER,
                                WaterRequest.Subject.USE,
                                contaminant,
                                WaterRequest.ContaminantGroup.SOC,
                                WaterRequest.Initiator.SYSTEM,
                                List.of(new NewWaterRequest.System(pwsid, "Elm Spring", "Phelps", 800, null)))))
                .caseNumber();
    }
}
