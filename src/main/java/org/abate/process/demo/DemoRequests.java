package org.abate.process.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demonstration's requests of water systems. Systems and suppliers are invented. */
@Component
@Profile("demo")
class DemoRequests implements DemoProgram {

    private static final String STAFF = "drinking-water-staff";

    private final DemoWalk walk;

    DemoRequests(DemoWalk walk) {
        this.walk = walk;
    }

    @Override
    public void open() {
        varianceWithItsNoticeOut();
        waiverToConfirm();
    }

    private void varianceWithItsNoticeOut() {
        walk.start(
                60,
                STAFF,
                "variance-request",
                form(Map.of(
                        "facilityName", "Make-Believe Springs Water District",
                        "facilityAddress", "12 Spring Hollow Road, Eminence, MO 65466",
                        "facilityCounty", "Shannon",
                        "pwsid", "MO3099011",
                        "peopleServed", 640,
                        "requestSubject", "MCL",
                        "contaminant", "fluoride",
                        "acuteRisk", "false")));
        Map<String, Object> items = new HashMap<>();
        "ABCDEFGHIJKLM".chars().forEach(letter -> items.put("item" + (char) letter, "SUBMITTED"));
        walk.complete(
                55,
                STAFF,
                "CheckCompleteness",
                items.entrySet().stream()
                        .flatMap(item -> Stream.of(item.getKey(), item.getValue()))
                        .toArray());
        walk.complete(
                40,
                STAFF,
                "ConsiderMclVariance",
                "treatmentMethods",
                "Activated alumina removes fluoride reliably at this scale.",
                "costs",
                "About $45,000, more than a year of its revenue.",
                "rawWater",
                "The well draws on a fluoride-bearing formation.",
                "alternativeSource",
                "The nearest system lies eleven miles away.",
                "healthRisk",
                "Mottled teeth in children; bottled water is offered.",
                "cannotMeet",
                "true",
                "technologyAvailable",
                "true",
                "noOtherSource",
                "true",
                "noUnreasonableRisk",
                "true",
                "acuteRiskFound",
                "false",
                "recommendation",
                "GRANT",
                "bestTechnology",
                "Activated alumina at the well");
        walk.complete(
                35,
                "drinking-water-director",
                "DecideOnRequest",
                "requestDecision",
                "PROPOSE",
                "requestReason",
                "Every finding is made.");
        walk.complete(
                25,
                STAFF,
                "ProposeSchedule",
                "scheduleKind",
                "DATES",
                "milestones",
                walk.today().plusDays(180) + " Design approved\n" + walk.today().plusDays(420) + " The unit installed",
                "finalComplianceOn",
                walk.today().plusDays(540).toString(),
                "interimMeasures",
                walk.today().plusDays(30) + " Bottled water for households with children",
                "requestConditions",
                "Quarterly samples of fluoride at the well");
        walk.complete(22, "drinking-water-director", "ApproveTerms", "termsDecision", "APPROVE");
        walk.complete(20, STAFF, "PrepareNotice", "noticeChoice", "OWN");
        walk.complete(
                15,
                STAFF,
                "SetDayOfIssue",
                "publicNoticeIssuedOn",
                walk.today().minusDays(12).toString());
        walk.complete(
                12,
                STAFF,
                "RecordCirculation",
                "postedOn",
                walk.today().minusDays(13).toString(),
                "postedAt",
                "Eminence",
                "publishedOn",
                walk.today().minusDays(12).toString(),
                "newspaper",
                "The Invented Current");
    }

    private void waiverToConfirm() {
        walk.start(
                20,
                STAFF,
                "monitoring-waiver",
                form(Map.of(
                        "facilityName", "Fabled Hills Subdivision",
                        "facilityAddress", "3 Hilltop Lane, Ava, MO 65608",
                        "facilityCounty", "Douglas",
                        "pwsid", "MO5099013",
                        "peopleServed", 120,
                        "initiatedBy", "SYSTEM",
                        "requestSubject", "SUSCEPTIBILITY",
                        "contaminantGroup", "VOC",
                        "contaminant", "benzene")));
        walk.complete(
                8,
                STAFF,
                "EvaluateSusceptibility",
                "boundaryKind",
                "WELL_HEAD_RADIUS",
                "boundaryMiles",
                0.5,
                "noDetections",
                "true",
                "farFromSources",
                "true",
                "notPersistent",
                "true",
                "wellProtected",
                "true",
                "nitrateLow",
                "true",
                "corrosionControlled",
                "true",
                "evaluationNote",
                "Six years of samples, the well log and a survey of the half mile about the well.",
                "evaluationDone",
                "DONE");
    }

    private static Map<String, Object> form(Map<String, Object> own) {
        Map<String, Object> form = new HashMap<>(own);
        form.put("facilityRegion", "Southeast");
        form.put("responsiblePartyName", own.get("facilityName"));
        form.put("responsiblePartyAddress", own.get("facilityAddress"));
        return form;
    }
}
