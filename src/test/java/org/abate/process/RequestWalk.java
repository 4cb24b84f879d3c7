package org.abate.process;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.WaterSystem;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;

/** Starts a request of a supplier of water from its start form, and goes through its public notice. */
final class RequestWalk {

    private static final List<String> HEARING_OFFICERS = List.of("hearing-officer", "second-officer");

    private final ProcessEngine engine;
    private final CaseRecord caseRecord;
    private final CaseWalk theCase;

    RequestWalk(ProcessEngine engine, CaseRecord caseRecord, CaseWalk theCase) {
        this.engine = engine;
        this.caseRecord = caseRecord;
        this.theCase = theCase;
        HEARING_OFFICERS.forEach(this::known);
    }

    /** Outside the demonstration nobody is there yet whom the director could designate. */
    private void known(String hearingOfficer) {
        IdentityService identity = engine.getIdentityService();
        if (identity.createUserQuery().userId(hearingOfficer).count() == 0) {
            identity.saveUser(identity.newUser(hearingOfficer));
            identity.createMembership(hearingOfficer, "hearing-officer");
        }
    }

    /** The answers of a start form, with others in their place; null leaves one out. */
    Map<String, Object> form(Object... other) {
        return form(theCase.today(), other);
    }

    Map<String, Object> form(LocalDate receivedOn, Object... other) {
        Map<String, Object> answers = new HashMap<>(CaseWalk.variables(
                "facilityName", "Elm Spring",
                "facilityAddress", "1 Elm Road, Rolla, MO 65401",
                "facilityCounty", "Phelps",
                "facilityRegion", "Southeast",
                "pwsid", "MO6010707",
                "peopleServed", 800,
                "responsiblePartyName", "Elm Spring Association",
                "responsiblePartyAddress", "PO Box 3, Rolla, MO 65402",
                "discoveredOn", receivedOn.toString(),
                "requestSubject", "MCL",
                "contaminant", "fluoride",
                "acuteRisk", false));
        answers.putAll(CaseWalk.variables(other));
        answers.values().removeIf(value -> value == null);
        return answers;
    }

    CaseWalk start(String process, Map<String, Object> form) {
        String instance = engine.getRuntimeService()
                .startProcessInstanceByKey(process, form)
                .getId();
        return theCase.in(engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey());
    }

    /** A variance from a treatment technique that is not necessary: complete, considered, and to be proposed. */
    CaseWalk techniqueVariance() {
        start("variance-request", form("requestSubject", "TREATMENT_TECHNIQUE", "contaminant", "filtration"));
        return check("ABCDEFGHIJKLM")
                .complete(
                        "ConsiderTechniqueVariance",
                        "sourceQuality",
                        "A spring without any source of pollution",
                        "susceptibility",
                        "The watershed is fenced",
                        "notNecessary",
                        true,
                        "recommendation",
                        "GRANT")
                .complete("DecideOnRequest", "requestDecision", "PROPOSE", "requestReason", "Not necessary");
    }

    /** Every item is there, but those that are missing. */
    CaseWalk check(String items, String... missing) {
        return check(
                items, List.of(missing).stream().collect(Collectors.toMap(Function.identity(), letter -> "MISSING")));
    }

    /** Every item is there, but for those of which something else is said. */
    CaseWalk check(String items, Map<String, String> otherwise) {
        Map<String, Object> answers = new HashMap<>();
        items.chars().forEach(letter -> answers.put("item" + (char) letter, "SUBMITTED"));
        otherwise.forEach((letter, said) -> answers.put("item" + letter, said));
        if (otherwise.containsValue("NOT_APPLICABLE")) {
            answers.put(
                    "notApplicableReason",
                    otherwise.keySet().stream()
                            .map(letter -> letter + " There is nothing to connect to")
                            .collect(Collectors.joining("\n")));
        }
        return theCase.complete("CheckCompleteness", answers(answers));
    }

    static Object[] answers(Map<String, Object> answers) {
        return answers.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray();
    }

    /** The director approves the terms as they are written. */
    CaseWalk approved() {
        return theCase.complete("ApproveTerms", "termsDecision", "APPROVE");
    }

    /** Likewise a new schedule of a grant. */
    CaseWalk scheduleApproved() {
        return theCase.complete("ApproveSchedule", "termsDecision", "APPROVE");
    }

    /** A notice of its own, issued and circulated today. */
    CaseWalk noticed() {
        return theCase.complete("PrepareNotice", "noticeChoice", "OWN")
                .complete(
                        "SetDayOfIssue", "publicNoticeIssuedOn", theCase.today().toString())
                .complete("RecordCirculation", circulated(theCase.today()));
    }

    Object[] circulated(LocalDate day) {
        return new Object[] {
            "postedOn",
            day.toString(),
            "postedAt",
            inEachArea("RecordCirculation", "Rolla"),
            "publishedOn",
            day.toString(),
            "newspaper",
            inEachArea("RecordCirculation", "Rolla Daily"),
            "mailedOn",
            day.toString(),
            "agencies",
            "Phelps County Health Department"
        };
    }

    /** Nobody asks for a hearing within thirty days, and the department holds none. */
    CaseWalk unheard() {
        return noticed()
                .fire("RequestsDue")
                .complete("RecordFurtherRequest", "hearingEvent", "NONE")
                .complete("DecideWhetherToHold", "hearingOnMotion", false);
    }

    /** Heard on the department's motion, with this decision. */
    CaseWalk heard(String decision) {
        noticed();
        onMotion().fire("RequestsDue").complete("RecordFurtherRequest", "hearingEvent", "NONE");
        return arranged()
                .complete("HoldHearing", held())
                .complete("DecideAfterHearing", "hearingDecision", decision, "hearingReason", "As the hearing showed");
    }

    /** The department holds a hearing on its own motion, as the section chief has decided. */
    CaseWalk onMotion() {
        return theCase.complete("RecordHearingRequest", "hearingEvent", "MOTION", "motionReason", "Much interest")
                .complete("DecideOnMotion", "motionDecision", "HOLD", "motionDecisionReason", "It concerns many");
    }

    /** The director designates this hearing officer. */
    CaseWalk designated(String userId, String name) {
        return theCase.complete(
                "DesignateHearingOfficer",
                "conductedBy",
                "HEARING_OFFICER",
                "hearingOfficerId",
                userId,
                "hearingOfficer",
                name);
    }

    /** A hearing in twenty days, with notice given in time, and the clock on that day. */
    CaseWalk arranged() {
        designated("hearing-officer", "R. Hearing")
                .complete("ArrangeHearing", hearingIn(20))
                .complete(
                        "RecordHearingNotice",
                        "hearingNoticeResult",
                        "GIVEN",
                        "noticePostedOn",
                        theCase.today().toString(),
                        "noticePostedAt",
                        inEachArea("RecordHearingNotice", "Rolla"),
                        "noticePublishedOn",
                        theCase.today().toString(),
                        "noticeNewspaper",
                        inEachArea("RecordHearingNotice", "Rolla Daily"),
                        "noticeSentToRequestersOn",
                        theCase.today().toString());
        return theCase.daysLater(20);
    }

    Object[] hearingIn(int days) {
        return new Object[] {
            "hearingOn",
            theCase.inDays(days),
            "hearingTime",
            "6:30 p.m.",
            "hearingPlaces",
            systems("ArrangeHearing") + ": City Hall, Rolla",
            "inAreaServed",
            true,
            "hearingPurpose",
            "To hear interested persons",
            "informationOffice",
            "1 Office Road, Rolla",
            "informationTelephone",
            "573-555-0100"
        };
    }

    Object[] held() {
        return new Object[] {
            "hearingHeld", true, "hearingEndedOn", theCase.today().toString(), "hearingRecord", "Two spoke"
        };
    }

    /** The same for each system that the notice covers; of one system without its number. */
    String inEachArea(String task, String name) {
        String systems = systems(task);
        return systems.contains(",") ? systems + ": " + name : name;
    }

    /** The numbers of all the systems whose proposals the notice covers, as the task names them. */
    private String systems(String task) {
        return theCase.seen(task, "systemsServed").stream()
                .flatMap(lines -> lines.toString().lines())
                .map(line -> line.replaceAll(".*public water system ([^,]+),.*", "$1"))
                .collect(Collectors.joining(", "));
    }

    /** As a decision notice says it. */
    static String effective(LocalDate day) {
        return "the effective date is "
                + DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy", Locale.US).format(day) + ".";
    }

    WaterSystem.Standing standing() {
        return system().standing();
    }

    WaterSystem system() {
        return caseRecord.get(theCase.caseNumber()).request().system();
    }
}
