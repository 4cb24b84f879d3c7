package org.abate.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.abate.desk.DeskCases.Answer;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is recorded on the page of a case, and what the page refuses. */
@DeskTest
class CasePageTest {

    @Autowired
    private DeskCases cases;

    @Autowired
    private TaskService tasks;

    private String number;

    @BeforeEach
    void openCase() throws Exception {
        number = cases.open();
        cases.runJobs();
    }

    @Test
    void aContactIsRecordedAndShown() throws Exception {
        Answer answer = contact("15", "Will test the alarm.");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.response().getHeader("Location")).isEqualTo("/cases/" + number);
        assertThat(page()).contains("<strong>Telephone call</strong>", "The owner", "Will test the alarm.", "15 min");
    }

    @Test
    void whoHasATaskFindsTheDraftOfTheLetterThatFollowsIt() throws Exception {
        assertThat(page()).doesNotContain("Draft what may be sent next");

        complete("RecordResponseToLetter", Map.of());
        complete("EvaluateResponseToLetter", Map.of("responseToLetter", "INADEQUATE"));

        assertThat(page())
                .contains(
                        "Draft what may be sent next",
                        "<a href=\"/cases/" + number + "/drafts/NOTICE_OF_VIOLATION\">notice of violation</a></p>");
        cases.submit("tanks-staff", "/cases/" + number + "/drafts/NOTICE_OF_VIOLATION/begin");
        assertThat(page()).contains("notice of violation</a><span class=\"minor\"> (in draft)</span>");
    }

    private void complete(String activity, Map<String, Object> answers) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(activity)
                .singleResult();
        tasks.complete(task.getId(), answers);
        cases.runJobs();
    }

    @Test
    void theDeliveryOfALetterIsRecordedOnThePage() throws Exception {
        cases.runJobs();
        String letter = cases.read(cases.get("tanks-staff", "/api/cases/" + number + "/documents"))
                        .get(0)
                        .get("id")
                + ": Letter of Warning";

        Answer nothing = cases.submit("tanks-staff", "/cases/" + number + "/deliveries", "event", "eaten by the dog");
        assertThat(nothing.text())
                .contains(
                        "The delivery was not recorded",
                        "Document is not chosen",
                        "is not in the list; choose from it");
        Answer refused = cases.submit(
                "tanks-staff",
                "/cases/" + number + "/deliveries",
                "document",
                letter,
                "event",
                "refused",
                "manner",
                "hand delivery",
                "upon",
                "J. Owner",
                "date",
                today());

        assertThat(refused.status()).isEqualTo(302);
        assertThat(cases.get("tanks-staff", "/cases/" + number).text())
                .contains("Refused ", ", hand delivery, J. Owner", "served ", "Corrects (optional)");
    }

    @Test
    void everyFaultOfAContactIsSaidAndWhatWasTypedStays() throws Exception {
        Answer answer = cases.submit(
                "tanks-staff",
                "/cases/" + number + "/contacts",
                "kind",
                " ",
                "with",
                "The owner & sons",
                "date",
                "2999-01-01",
                "staff",
                "A. Stranger",
                "minutes",
                "ten",
                "note",
                "Kept <note>");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains(
                        "The contact was not recorded",
                        "Kind of contact is missing",
                        "Member of staff is nobody with an account")
                .contains("Date must not be after today", "Minutes is not a whole number")
                .contains("value=\"The owner &amp; sons\"", "value=\"ten\"", "Kept &lt;note&gt;");
        assertThat(page()).contains("No call, visit or letter is recorded yet.");
    }

    @Test
    void theReturnToComplianceIsRecordedOnceAndNoLongerOffered() throws Exception {
        assertThat(page()).contains("value=\"RETURNED_TO_COMPLIANCE\"");

        assertThat(event("RETURNED_TO_COMPLIANCE", "confirmed", "yes", "date", today())
                        .status())
                .isEqualTo(302);

        assertThat(page()).contains("Corrected ").doesNotContain("value=\"RETURNED_TO_COMPLIANCE\"");
        Answer again = event("RETURNED_TO_COMPLIANCE", "confirmed", "yes", "date", today());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text())
                .contains("Nothing was recorded.", "The case does not take “Returned to compliance” any more");
    }

    @Test
    void aNewViolationJoinsTheCase() throws Exception {
        Answer answer = event(
                "NEW_VIOLATION_FOUND",
                "confirmed",
                "yes",
                "date",
                today(),
                "violations[0].citation",
                "10 CSR 26-2.030(1)",
                "violations[0].description",
                "The spill bucket is cracked",
                "violations[0].observedOn[0]",
                today());

        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        assertThat(page()).contains("10 CSR 26-2.030(1)", "The spill bucket is cracked");
    }

    @Test
    void aCaseIsWithdrawnWithItsReasonAndTakesNothingAfterwards() throws Exception {
        assertThat(event(
                                "CASE_WITHDRAWN",
                                "confirmed",
                                "yes",
                                "date",
                                today(),
                                "reason",
                                "NO_VIOLATION",
                                "note",
                                "Not a regulated tank")
                        .status())
                .isEqualTo(302);
        cases.runJobs();

        assertThat(page())
                .contains("Withdrawn", "Not a regulated tank", "None: the case is closed.")
                .doesNotContain("Something has happened");
        assertThat(event("NEW_VIOLATION_FOUND").text())
                .contains("Nothing was recorded.", "The case does not take “New violation found” any more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURNED_TO_COMPLIANCE", "NEW_VIOLATION_FOUND", "CASE_WITHDRAWN"})
    void noEventIsTakenUnconfirmed(String event) throws Exception {
        Answer answer = event(event, "date", today(), "note", "The reason I typed");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains("The confirmation is not ticked; confirm what you are about to do", "The reason I typed");
        assertThat(page()).contains("value=\"" + event + "\"").doesNotContain("The reason I typed");
    }

    @ParameterizedTest
    @CsvSource({
        "RETURNED_TO_COMPLIANCE, 2999-01-01, must lie between the discovery",
        "RETURNED_TO_COMPLIANCE, 1999-01-01, must lie between the discovery",
        "RETURNED_TO_COMPLIANCE, yesterday,  is not a day",
        "CASE_WITHDRAWN,         '',         is required",
        "NEW_VIOLATION_FOUND,    2999-01-01, must lie between the discovery"
    })
    void theDayOfAnEventIsRefusedInWords(String event, String date, String words) throws Exception {
        assertThat(event(event, "confirmed", "yes", "date", date, "note", "Why").text())
                .contains("Nothing was recorded", words);
    }

    @Test
    void aWithdrawalWithoutAReasonAndAViolationWithoutItsRuleAreRefused() throws Exception {
        assertThat(event("CASE_WITHDRAWN", "confirmed", "yes", "date", today()).text())
                .contains("Reason is missing; say why");
        assertThat(event("NEW_VIOLATION_FOUND", "confirmed", "yes", "date", today())
                        .text())
                .contains("Rule violated is missing", "What was found is missing", "Observed on is missing");
    }

    @Test
    void anEventThatIsNoneIsRefused() throws Exception {
        assertThat(event("MOVED_AWAY").text()).contains("Choose what has happened from the list on this page.");
    }

    private Answer contact(String minutes, String note) throws Exception {
        return cases.submit(
                "tanks-staff",
                "/cases/" + number + "/contacts",
                "kind",
                "Call",
                "with",
                "The owner",
                "date",
                today(),
                "staff",
                "tanks-staff",
                "minutes",
                minutes,
                "note",
                note);
    }

    private Answer event(String event, String... fields) throws Exception {
        String[] all = new String[fields.length + 2];
        all[0] = "event";
        all[1] = event;
        System.arraycopy(fields, 0, all, 2, fields.length);
        return cases.submit("tanks-staff", "/cases/" + number + "/events", all);
    }

    private String page() throws Exception {
        return cases.get("tanks-staff", "/cases/" + number).text();
    }

    private String today() {
        return cases.today().toString();
    }
}
