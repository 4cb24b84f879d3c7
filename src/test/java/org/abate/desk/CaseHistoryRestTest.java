package org.abate.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import org.abate.casefile.Document;
import org.abate.desk.DeskCases.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Documents, contacts, timeline, assessments and events of a case; and who sees which of them. */
@DeskTest
class CaseHistoryRestTest {

    @Autowired
    private DeskCases cases;

    // Documents

    @Test
    void theLetterOfANewCaseIsListedAndOpensAsPdf() throws Exception {
        String number = cases.open();
        cases.runJobs();

        JsonNode letter = cases.read(cases.get("tanks-staff", "/api/cases/" + number + "/documents"))
                .get(0);
        Answer pdf = cases.get("tanks-staff", "/api/cases/" + number + "/documents/" + letter.get("id"));

        assertThat(letter.get("kind").textValue()).isEqualTo("LETTER_OF_WARNING");
        assertThat(letter.get("sentAt").isNull()).isFalse();
        assertThat(letter.get("servedAt").isNull()).isTrue();
        assertThat(pdf.type()).isEqualTo("application/pdf");
        assertThat(pdf.text()).startsWith("%PDF");
        assertThat(pdf.response().getHeader("Content-Disposition")).startsWith("inline; filename=\"" + number);
        assertThat(pdf.response().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(pdf.response().getHeader("Cache-Control")).contains("no-store");
    }

    /** 10 CSR 20-3.010(1)(C), 25-14.010(1)(C), 60-6.070(1)(C). */
    @Test
    void theServiceOfALetterIsRecordedAndARefusalServesIt() throws Exception {
        String number = cases.open();
        cases.runJobs();
        JsonNode letter = cases.read(cases.get("tanks-staff", "/api/cases/" + number + "/documents"))
                .get(0);
        String service = "/api/cases/" + number + "/documents/" + letter.get("id") + "/service";
        String today = LocalDate.now(ZoneId.of("America/Chicago")).toString();

        Answer wrong = cases.post("tanks-staff", service, """
                {"event": "LOST", "manner": "PIGEON", "date": "2999-01-01", "zeal": true}""");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(cases.faults(wrong)).contains("event", "manner", "date", "zeal");
        assertThat(cases.read(cases.get("tanks-staff", service))).isEmpty();

        Answer back = cases.post("tanks-staff", service, "{\"event\": \"UNDELIVERABLE\", \"date\": \"" + today + "\"}");
        assertThat(back.status()).isEqualTo(201);
        assertThat(cases.read(back).get("servedAt").isNull()).isTrue();
        Answer refused = cases.post(
                "tanks-staff",
                service,
                "{\"event\": \"REFUSED\", \"manner\": \"CERTIFIED_MAIL\", \"reference\": \"7019 0160\", \"upon\": \"J. Owner\","
                        + " \"date\": \"" + today + "\"}");
        assertThat(cases.read(refused).get("servedAt").isNull()).isFalse();
        JsonNode entries = cases.read(cases.get("tanks-staff", service));
        assertThat(entries).hasSize(2);
        assertThat(entries.get(1).get("recordedBy").textValue()).isEqualTo("tanks-staff");
        assertThat(cases.get("tanks-staff", "/cases/" + number).text())
                .contains("Refused ", "certified mail, return receipt requested, 7019 0160, J. Owner");
    }

    @Test
    void aDocumentIsFoundInItsOwnCaseOnly() throws Exception {
        Document document = cases.file(cases.open(), false);

        assertThat(cases.get("tanks-staff", "/api/cases/" + cases.open() + "/documents/" + document.id())
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "99999999999999999999"})
    void aDocumentThatIsNoneIsNotFound(String id) throws Exception {
        assertThat(cases.get("tanks-staff", "/api/cases/" + cases.open() + "/documents/" + id)
                        .status())
                .isEqualTo(404);
    }

    // Penalty work is confidential

    @Test
    void penaltyWorkIsSeenOnlyByThoseWhoMay() throws Exception {
        String number = cases.open();
        Document worksheet = cases.file(number, true);
        cases.penaltyWork(number);
        String address = "/api/cases/" + number;

        assertThat(cases.read(cases.get("tanks-staff", address + "/documents"))).isEmpty();
        assertThat(cases.get("tanks-staff", address + "/documents/" + worksheet.id())
                        .status())
                .isEqualTo(404);
        assertThat(cases.get("tanks-staff", address + "/timeline").text()).doesNotContain("1,234.50", "Worksheet");
        assertThat(cases.get("tanks-staff", address + "/assessments").status()).isEqualTo(403);
        assertThat(cases.get("accounting", address + "/assessments").status()).isEqualTo(403);

        assertThat(cases.read(cases.get("tanks-enforcement", address + "/documents")))
                .hasSize(1);
        Answer paper = cases.get("tanks-enforcement", address + "/documents/" + worksheet.id());
        assertThat(paper.status()).isEqualTo(200);
        assertThat(paper.response().getHeader("Content-Disposition"))
                .isEqualTo("inline; filename=\"" + number + " Worksheet _1__ a_b.pdf\"");
        assertThat(cases.get("tanks-enforcement", address + "/timeline").text()).contains("1,234.50");
        JsonNode assessment = cases.read(cases.get("tanks-enforcement", address + "/assessments"))
                .get(0);
        assertThat(assessment.get("total").textValue()).isEqualTo("1234.50");
        assertThat(assessment.at("/result/total").textValue()).isEqualTo("1234.50");
        assertThat(assessment.get("version").intValue()).isEqualTo(1);
    }

    // Offices are kept apart

    @ParameterizedTest
    @ValueSource(strings = {"air-staff", "hazardous-waste-staff", "process-manager", "process-analyst"})
    void aCaseOfAnotherOfficeIsAnsweredAsIfItDidNotExist(String stranger) throws Exception {
        String number = cases.open();
        Document document = cases.file(number, false);
        String[] parts = {"", "/documents", "/documents/" + document.id(), "/contacts", "/timeline", "/assessments"};
        for (String part : parts) {
            Answer theirs = cases.get(stranger, "/api/cases/" + number + part);
            assertThat(theirs.status()).as(part).isEqualTo(404);
            assertThat(theirs.text().replace(number, "TK-2026-99999"))
                    .isEqualTo(cases.get(stranger, "/api/cases/TK-2026-99999" + part)
                            .text());
        }
        assertThat(cases.post(stranger, "/api/cases/" + number + "/contacts", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(cases.post(stranger, "/api/cases/" + number + "/events", "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anotherOfficesCasesAreNotListedAndNotOpened() throws Exception {
        cases.open();

        assertThat(cases.read(cases.get("air-staff", "/api/cases?program=tanks"))
                        .get("total")
                        .intValue())
                .isZero();
        assertThat(cases.post("air-staff", "/api/cases", cases.body("Stranger")).status())
                .isEqualTo(403);
        assertThat(cases.get("process-manager", "/api/cases").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanks-chief", "hazardous-waste-director", "division-director", "camunda-admin"})
    void thoseOfTheOfficeAndAboveReadItsCases(String reader) throws Exception {
        assertThat(cases.get(reader, "/api/cases/" + cases.open()).status()).isEqualTo(200);
    }

    @Test
    void whoOnlyReadsACaseDoesNotChangeIt() throws Exception {
        String number = cases.open();

        assertThat(cases.post("accounting", "/api/cases/" + number + "/contacts", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(cases.post("accounting", "/api/cases/" + number + "/events", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(cases.post("accounting", "/api/cases", cases.body("Accounting"))
                        .status())
                .isEqualTo(403);
    }

    // Contacts

    @Test
    void aContactIsRecordedWithWhoRecordedIt() throws Exception {
        String number = cases.open();

        Answer answer = cases.post("tanks-staff", "/api/cases/" + number + "/contacts", """
                {"kind": "Call", "date": "%s", "staff": "tanks-chief", "minutes": 15, "with": "The owner", "note": "Will test."}
                """.formatted(cases.today()));

        assertThat(answer.status()).isEqualTo(201);
        JsonNode contact = cases.read(cases.get("tanks-staff", "/api/cases/" + number + "/contacts"))
                .get(0);
        assertThat(contact.get("kind").textValue()).isEqualTo("TELEPHONE");
        assertThat(contact.get("staff").textValue()).isEqualTo("tanks-chief");
        assertThat(contact.get("minutes").intValue()).isEqualTo(15);
        assertThat(contact.get("recordedBy").textValue()).isEqualTo("tanks-staff");
    }

    @Test
    void everyFaultOfAContactIsNamedAtOnce() throws Exception {
        String number = cases.open();

        Answer answer = cases.post("tanks-staff", "/api/cases/" + number + "/contacts", """
                {"kind": "", "date": "2999-01-01", "staff": 5, "minutes": "ten", "mood": "good"}
                """);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(cases.faults(answer)).containsExactlyInAnyOrder("kind", "date", "staff", "minutes", "with", "mood");
        assertThat(cases.read(cases.get("tanks-staff", "/api/cases/" + number + "/contacts")))
                .isEmpty();
    }

    @Test
    void theMemberOfStaffIsWhoeverIsSignedInUnlessSomebodyWithAnAccountIsNamed() throws Exception {
        String address = "/api/cases/" + cases.open() + "/contacts";
        String body = "{\"kind\": \"LETTER\", \"date\": \"" + cases.today()
                + "\", \"minutes\": 5, \"with\": \"The owner\"%s}";

        assertThat(cases.read(cases.post("tanks-staff", address, body.formatted("")))
                        .get("staff")
                        .textValue())
                .isEqualTo("tanks-staff");
        Answer stranger = cases.post(
                "tanks-staff",
                address,
                body.formatted(", \"staff\": \"Nobody\"").replace("LETTER", "Telepathy"));
        assertThat(stranger.status()).isEqualTo(422);
        assertThat(cases.faults(stranger)).containsExactlyInAnyOrder("kind", "staff");
        assertThat(stranger.text()).contains("is nobody with an account", "is one of Telephone call");
        assertThat(cases.read(cases.get("tanks-staff", address))).hasSize(1);
    }

    // Events

    @Test
    void aNewViolationIsTakenOnce() throws Exception {
        String address = "/api/cases/" + cases.open() + "/events";
        String event = """
                {"event": "NEW_VIOLATION_FOUND", "date": "%1$s",
                 "violations": [{"citation": "10 CSR 26-2.030(1)", "description": "Spill bucket cracked", "observedOn": ["%1$s"]}]}
                """.formatted(cases.today());

        assertThat(cases.post("tanks-staff", address, event).status()).isEqualTo(202);
        Answer again = cases.post("tanks-staff", address, event);

        assertThat(again.status()).isEqualTo(422);
        assertThat(cases.faults(again)).containsExactly("violations[0]");
        assertThat(again.text()).contains("is violation 2 of the case already; leave it out");
    }

    @Test
    void anEventIsTakenOnceAndThenNoLongerFits() throws Exception {
        String number = cases.open();
        String event = "{\"event\": \"RETURNED_TO_COMPLIANCE\", \"date\": \"" + cases.today() + "\"}";

        assertThat(cases.post("tanks-staff", "/api/cases/" + number + "/events", event)
                        .status())
                .isEqualTo(202);
        Answer again = cases.post("tanks-staff", "/api/cases/" + number + "/events", event);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.type()).isEqualTo("application/problem+json");
    }

    @Test
    void aCaseIsWithdrawnWithAReason() throws Exception {
        String number = cases.open();
        String event = "{\"event\": \"CASE_WITHDRAWN\", \"date\": \"" + cases.today() + "\"%s}";

        assertThat(cases.faults(cases.post("tanks-staff", "/api/cases/" + number + "/events", event.formatted(""))))
                .containsExactly("note");
        assertThat(cases.post(
                                "tanks-staff",
                                "/api/cases/" + number + "/events",
                                event.formatted(", \"note\": \"Not a regulated tank\""))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void aNewViolationJoinsTheCase() throws Exception {
        String number = cases.open();

        Answer answer = cases.post("tanks-staff", "/api/cases/" + number + "/events", """
                {"event": "NEW_VIOLATION_FOUND", "date": "%1$s",
                 "violations": [{"citation": "10 CSR 26-2.030(1)", "description": "Spill bucket cracked", "observedOn": ["%1$s"]}]}
                """.formatted(cases.today()));

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(cases.read(cases.get("tanks-staff", "/api/cases/" + number)).get("violations"))
                .hasSize(2);
    }

    @Test
    void everyFaultOfAnEventIsNamedAtOnce() throws Exception {
        String address = "/api/cases/" + cases.open() + "/events";

        assertThat(cases.faults(cases.post("tanks-staff", address, """
                        {"event": "NEW_VIOLATION_FOUND", "date": "2999-01-01", "note": 7, "violations": [{"citation": "", "observedOn": []}]}
                        """)))
                .containsExactlyInAnyOrder(
                        "date",
                        "note",
                        "violations[0].citation",
                        "violations[0].description",
                        "violations[0].observedOn");
        assertThat(cases.faults(cases.post("tanks-staff", address, "{}"))).containsExactlyInAnyOrder("event", "date");
        assertThat(cases.faults(cases.post("tanks-staff", address, "{\"event\": \"MOVED\", \"date\": \"1999-01-01\"}")))
                .contains("event");
    }

    @Test
    void whichNoticeIsAppealedIsSaidOfAnAppealOnly() throws Exception {
        String address = "/api/cases/" + cases.open() + "/events";
        String event = "{\"event\": \"RETURNED_TO_COMPLIANCE\", \"date\": \"" + cases.today()
                + "\", \"appealedViolation\": %s}";

        assertThat(cases.faults(cases.post("tanks-staff", address, event.formatted("1"))))
                .containsExactly("appealedViolation");
        assertThat(cases.faults(cases.post("tanks-staff", address, event.formatted("\"the first\""))))
                .containsExactly("appealedViolation");
    }

    @ParameterizedTest
    @CsvSource({"4, 422", "3, 202", "0, 202", "-1, 422"})
    void anEventLiesBetweenTheDiscoveryAndToday(int daysAgo, int status) throws Exception {
        String event = "{\"event\": \"RETURNED_TO_COMPLIANCE\", \"date\": \""
                + cases.today().minusDays(daysAgo) + "\"}";

        assertThat(cases.post("tanks-staff", "/api/cases/" + cases.open() + "/events", event)
                        .status())
                .isEqualTo(status);
    }
}
