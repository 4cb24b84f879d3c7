package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Matter;
import org.junit.jupiter.api.Test;

/** The renewal of an exemption for two years, three times at most (10 CSR 60-6.020(4)(D), 60-6.030(2)(D)). */
@StoriesOf({})
class ExemptionRenewalTest extends RequestStories {

    /** 10 CSR 60-6.030(2)(D): what counts are the persons that the system serves when it is renewed. */
    @Test
    void aSystemThatHasShrunkIsRenewedAndItsPersonsAreOnRecord() {
        grant(Matter.EXEMPTION, "MO8000046", 4000, "exemptionGround", "ASSISTANCE");
        found("RENEWAL");
        renew(3200).isAt("PrescribeSchedule");
        assertThat(request.system().personsServed()).isEqualTo(3200);
        assertThat(blocks.timeline(number, "PERSONS_SERVED")).anyMatch(text -> text.contains("serves 3,200 persons"));
    }

    /** 10 CSR 60-6.030(2)(A), (F)3. */
    @Test
    void theLetterOfARenewalNamesFinalComplianceApartFromTheTerminationDate() {
        grant(Matter.EXEMPTION, "MO8000047", 800, "exemptionGround", "ASSISTANCE");
        LocalDate renewed = request.system().endsOn().plusYears(2);
        found("RENEWAL");
        renew();
        assertThat(theCase.seen("PrescribeSchedule", "scheduleLastDay")).containsExactly(RequestWords.date(renewed));
        assertThat(theCase.seen("PrescribeSchedule", "scheduleInEffect")).containsExactly("no step with a date");
        theCase.complete("PrescribeSchedule", prescribed(300, 60, "Build"));
        request.scheduleApproved();
        LocalDate complies = theCase.today().plusDays(500);
        assertThat(theCase.seen("PrepareNotice", "noticeSummary").toString())
                .contains("as soon as practicable (10 CSR 60-6.030(2)(C)): The plant takes so long");
        request.unheard();
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("Its termination date is " + RequestWords.date(renewed)
                        + ". Final compliance is to be achieved by " + RequestWords.date(complies))
                .doesNotContain(RequestWords.date(renewed) + ", the date by which final compliance")
                .contains("which serves 3,300 persons, needs financial assistance for the necessary improvements")
                .contains("is taking all practicable steps");
        assertThat(theCase.decisions()).anyMatch(decision -> decision.text()
                .contains("Does it take all practicable steps to meet the established compliance schedule? Yes"));
        assertThat(request.system().endsOn()).isEqualTo(renewed);
    }

    /** 10 CSR 60-6.030(2)(D)2: it rests on the steps toward the schedule that has failed since. */
    @Test
    void aFailureThatLeadsToANewScheduleTakesTheRenewalWithItThatWasNotInForceYet() {
        grant(Matter.EXEMPTION, "MO8000055", 800, "exemptionGround", "ASSISTANCE");
        LocalDate last = request.system().endsOn();
        found("RENEWAL");
        renew().complete("PrescribeSchedule", prescribed(300, 60, "Build"));
        assertThatThrownBy(() -> found("RENEWAL")).hasMessageContaining("a renewal is decided on already");
        found("FAILURE");
        decide("NEW_SCHEDULE");
        assertThat(blocks.timeline(number, "RENEWAL_GIVEN_UP")).hasSize(1);
        theCase.complete("PrescribeSchedule", prescribed(300, 60, "Build at once"));
        request.scheduleApproved();
        assertThat(theCase.seen("PrepareNotice", "noticeSummary").toString())
                .contains("Exemption schedule: from")
                .doesNotContain("Renewal");
        request.heard("RESCINDED").isAt("DecideOnNewSchedule");
        assertThat(request.system().renewals()).isZero();
        assertThat(request.system().endsOn()).isEqualTo(last);
    }

    /** 10 CSR 60-6.030(2)(C), (D). */
    @Test
    void theLetterOfARenewalHasRoomForItsReasons() {
        grant(Matter.EXEMPTION, "MO8000060", 800, "exemptionGround", "ASSISTANCE");
        found("RENEWAL")
                .complete(
                        "DecideOnRenewal",
                        "personsServed",
                        800,
                        "renewalGranted",
                        true,
                        "needsAssistance",
                        true,
                        "practicableSteps",
                        true,
                        "scheduleSteps",
                        true,
                        "renewalReason",
                        "The loan ".repeat(222));
        assertThatThrownBy(() -> theCase.complete(
                        "PrescribeSchedule", prescribed(300, 60, "Build", "practicableReason", "So long ".repeat(124))))
                .hasMessageContaining("practicableReason: makes the letter too long");
        theCase.complete("PrescribeSchedule", prescribed(300, 60, "Build"));
        request.scheduleApproved();
        request.unheard().hasSent(DocumentKind.DECISION_NOTICE, 1);
    }

    @Test
    void anExemptionIsRenewedForTwoYearsThreeTimesAtMostWithAScheduleThatIsHeardFirst() {
        grant(
                Matter.EXEMPTION,
                "MO8000012",
                3300,
                "exemptionGround",
                "ASSISTANCE",
                "milestones",
                steps(theCase.inDays(900) + " Final compliance"));
        LocalDate granted = request.system().endsOn();
        for (int renewal = 1; renewal <= 3; renewal++) {
            LocalDate renewed = granted.plusYears(2L * renewal);
            found("RENEWAL");
            if (renewal > 1) {
                assertThatThrownBy(this::renew)
                        .hasMessageContaining("comes too early: the two years of the last renewal begin on "
                                + RequestWords.date(renewed.minusYears(4).plusDays(1)));
                on(renewed.minusYears(4).plusDays(1));
            }
            if (renewal == 1) {
                assertThatThrownBy(() -> theCase.complete(
                                "DecideOnRenewal",
                                "personsServed",
                                3300,
                                "renewalGranted",
                                true,
                                "needsAssistance",
                                false,
                                "practicableSteps",
                                true,
                                "scheduleSteps",
                                false,
                                "renewalReason",
                                "So"))
                        .hasMessageContaining("needsAssistance")
                        .hasMessageContaining("scheduleSteps");
            }
            renew().hasSent(DocumentKind.DECISION_NOTICE, renewal - 1);
            assertThat(request.system().endsOn()).isEqualTo(renewed.minusYears(2));
            assertThatThrownBy(() -> theCase.complete(
                            "PrescribeSchedule",
                            "newSteps",
                            theCase.inDays(300) + " Build",
                            "finalComplianceOn",
                            renewed.plusDays(1).toString()))
                    .hasMessageContaining("the last day for compliance under this exemption");
            theCase.complete("PrescribeSchedule", prescribed(300, 60, "Build"));
            request.scheduleApproved();
            assertThat(theCase.seen("PrepareNotice", "noticeSummary").toString())
                    .contains("Renewal of the exemption for two years, and exemption schedule")
                    .contains("Its termination date is " + RequestWords.date(renewed));
            request.unheard();
            assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                    .contains("renews the exemption", "The loan comes next year", "Build")
                    .contains("Its termination date is " + RequestWords.date(renewed))
                    .contains("will be terminated when the system comes into compliance", "10 CSR 60-6.020(4)(B)")
                    .contains("conditioned upon the new schedule, which follows");
            assertThat(request.system().endsOn()).isEqualTo(renewed);
        }
        assertThat(request.system().renewals()).isEqualTo(3);
        found("RENEWAL");
        assertThatThrownBy(this::renew).hasMessageContaining("six additional years are granted already");
    }

    @Test
    void aLargerSystemOrARegionalAgreementHasNoRenewal() {
        grant(Matter.EXEMPTION, "MO8000013", 800, "exemptionGround", "REGIONAL");
        found("RENEWAL");
        assertThatThrownBy(() -> renew(3301))
                .hasMessageContaining("serves 3,301 persons, more than 3,300")
                .hasMessageContaining("10 CSR 60-6.020(4)(D)1. or 2.");
    }
}
