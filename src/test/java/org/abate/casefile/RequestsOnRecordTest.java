package org.abate.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
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
        assertThat(opened.request().system().name()).isEqualTo("Elm Spring");
        assertThat(opened.request().system().standing()).isEqualTo(Standing.REQUESTED);
        assertThat(opened.request().jointWith()).isEmpty();
        assertThat(record.open(SampleCases.tanks()).matter()).isEqualTo(Matter.ENFORCEMENT);
    }

    @Test
    void whatBecomesOfASystemStandsOnTheTimelineOnce() {
        String number = record.open(SampleCases.request()).caseNumber();
        record.standing(number, Standing.GRANTED);
        record.standing(number, Standing.GRANTED);
        record.period(number, SampleCases.DISCOVERED.plusYears(2), SampleCases.DISCOVERED.plusYears(3), 0);

        assertThat(record.get(number).request().system().standing()).isEqualTo(Standing.GRANTED);
        assertThat(record.timeline(number))
                .filteredOn(entry -> entry.kind().equals("SYSTEM_GRANTED"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.text()).contains("Elm Spring", "Phelps County"));
        assertThat(record.timeline(number)).anyMatch(entry -> entry.kind().equals("GRANT_PERIOD"));
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
                        new NewWaterRequest.System("MO1", "", "Phelpz", -1, null),
                        "DW-1999-00001"));

        assertThat(catchThrowableOfType(CaseRefused.class, () -> record.open(wrong))
                        .faults())
                .extracting(Fault::field)
                .containsExactlyInAnyOrder(
                        "request.contaminant",
                        "request.system.name",
                        "request.system.county",
                        "request.system.personsServed",
                        "request.system.complianceDueOn",
                        "request.jointWith");
    }

    @Test
    void aWaiverIssuedOrDeniedIsKnownByItsSystemAndContaminant() {
        String first = waiver("MO900001", "Atrazine");
        assertThat(record.earlierWaivers(waiver("MO900001", "atrazine"))).isEmpty();
        record.standing(first, Standing.DENIED);

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

    /** 10 CSR 60-6.020(2): similar exemptions under similar circumstances. */
    @Test
    void theSystemsOfAJointRequestKnowEachOtherAndAskForTheSame() {
        String first = record.open(SampleCases.request()).caseNumber();
        String second = record.open(SampleCases.request(first)).caseNumber();
        String third = record.open(SampleCases.request(second)).caseNumber();

        assertThat(record.get(first).request().jointWith()).containsExactly(second, third);
        assertThat(record.get(second).request().jointWith()).containsExactly(first, third);
        NewCase again = SampleCases.request(third);
        assertThatThrownBy(() -> record.open(
                        of(again, record.get(first).request().system().pwsid(), "fluoride")))
                .hasMessageContaining("is in this joint request already, in case " + first);
        assertThatThrownBy(() -> record.open(of(again, "MO900009", "radium")))
                .hasMessageContaining("for another exemption: from the maximum contaminant level for fluoride");
        assertThatThrownBy(() -> record.open(
                        SampleCases.request(record.open(SampleCases.tanks()).caseNumber())))
                .hasMessageContaining("is no case of a request for an exemption");
    }

    private static NewCase of(NewCase like, String pwsid, String contaminant) {
        NewWaterRequest request = like.request();
        return new NewCase(
                like.program(),
                like.facility(),
                like.responsibleParty(),
                like.discoveredOn(),
                List.of(),
                new NewWaterRequest(
                        request.matter(),
                        request.subject(),
                        contaminant,
                        null,
                        request.initiatedBy(),
                        new NewWaterRequest.System(pwsid, "Elm Spring", "Phelps", 800, SampleCases.DISCOVERED),
                        request.jointWith()));
    }

    /** 10 CSR 60-6.040(3). */
    @Test
    void aRequestForAHearingIsARowOfEachCaseThatTheNoticeCovers() {
        String lead = record.open(SampleCases.request()).caseNumber();
        String joined = record.open(SampleCases.request()).caseNumber();
        hearings.prepare(lead, "An exemption");
        hearings.join(lead, joined, "Another");
        assertThat(hearings.covered(lead)).containsExactly(lead, joined);
        assertThat(hearings.waitsFor(joined)).contains(lead);
        assertThat(hearings.waitsFor(lead)).isEmpty();
        hearings.issue(lead, SampleCases.DISCOVERED);
        assertThatThrownBy(() -> hearings.leaveBeforeIssue(joined))
                .hasMessageContaining("its hearing includes each proposal it covers (10 CSR 60-6.040(1))");
        HearingRequest came = new HearingRequest(
                "J. Doe",
                false,
                "2 Example Street",
                null,
                "A customer",
                "A survey",
                true,
                SampleCases.DISCOVERED,
                HearingRequest.State.RECEIVED,
                null,
                null);
        hearings.requested(lead, came);
        assertThat(came.lacks()).containsExactly("the telephone number");
        assertThat(came.because(HearingRequest.Ground.INCOMPLETE)).isEqualTo("it lacks the telephone number");
        assertThat(hearings.requests(joined)).containsExactly(came);
        assertThat(hearings.requestsUpon(lead)).containsExactly(came);
        assertThat(hearings.requestsUpon(joined)).isEmpty();

        long id = hearings.toDecide(lead).get(0);
        hearings.decided(
                id, HearingRequest.State.DENIED, HearingRequest.Ground.INCOMPLETE, "It names no telephone number");
        assertThat(hearings.toDecide(lead)).isEmpty();
        assertThatThrownBy(() -> hearings.decided(id, HearingRequest.State.GRANTED, null, null))
                .hasMessageContaining("decided already");

        assertThat(hearings.requests(lead)).singleElement().satisfies(request -> {
            assertThat(request.state()).isEqualTo(HearingRequest.State.DENIED);
            assertThat(request.reason()).isEqualTo("It names no telephone number");
        });
    }

    /** 10 CSR 60-6.040(1), interpretation VE8. */
    @Test
    void whoeverLeadsANoticeOnFindsHowFarItHasCome() {
        String lead = record.open(SampleCases.request()).caseNumber();
        String next = record.open(SampleCases.request()).caseNumber();
        hearings.prepare(lead, "An exemption");
        hearings.join(lead, next, "Another");
        assertThat(hearings.handOver(lead)).isEmpty();

        hearings.issue(lead, SampleCases.DISCOVERED);
        hearings.circulated(lead, true);
        long granted = hearings.requested(lead, request("A. Granted"));
        long open = hearings.requested(lead, request("B. Open"));
        hearings.decided(granted, HearingRequest.State.GRANTED, null, null);
        LocalDate day = SampleCases.DISCOVERED.plusDays(60);
        hearings.arranged(lead, day);

        assertThat(hearings.handOver(lead)).hasValueSatisfying(notice -> {
            assertThat(notice.leadCase()).isEqualTo(next);
            assertThat(notice.issuedOn()).isEqualTo(SampleCases.DISCOVERED);
            assertThat(notice.circulated()).isTrue();
            assertThat(notice.toHold()).isTrue();
            assertThat(notice.hearingOn()).contains(day);
            assertThat(notice.granted()).extracting(HearingRequest::requester).containsExactly("A. Granted");
            assertThat(notice.toDecide()).containsExactly(open);
        });
        assertThat(hearings.noticed(lead)).isFalse();
        assertThat(hearings.covered(next)).containsExactly(next);
        hearings.moved(next);
        assertThat(hearings.handOver(next)).isEmpty();
        assertThat(hearings.noticed(next)).isTrue();
    }

    private static HearingRequest request(String who) {
        return new HearingRequest(
                who,
                false,
                "2 Example Street",
                "573-555-0101",
                "A customer",
                "A survey",
                true,
                SampleCases.DISCOVERED,
                HearingRequest.State.RECEIVED,
                null,
                null);
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
                                new NewWaterRequest.System(pwsid, "Elm Spring", "Phelps", 800, null),
                                null)))
                .caseNumber();
    }
}
