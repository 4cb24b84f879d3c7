package org.abate.process.demo;

import static org.abate.process.demo.DemoWalk.violation;

import java.util.List;
import java.util.Map;
import org.abate.casefile.NewFacility;
import org.abate.casefile.NewParty;
import org.abate.casefile.NewViolation;
import org.abate.casefile.Program;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demonstration's cases of hazardous waste, water and drinking water. Facilities and owners are invented. */
@Component
@Profile("demo")
class DemoWasteAndWater implements DemoProgram {

    private final DemoWalk walk;

    DemoWasteAndWater(DemoWalk walk) {
        this.walk = walk;
    }

    @Override
    public void open() {
        generatorAnswers();
        directReferralToDecide();
        penaltyToChoose();
        scheduleInThePermit();
        assistanceToDecide();
        noticeOfViolationSent();
        penaltyToElect();
        settlementOffered();
        twoYearsAlmostUp();
    }

    private void generatorAnswers() {
        hazardousWaste(
                14,
                "Sample Plating Works",
                "2200 Industrial Court, Saint Louis, MO 63104",
                "St. Louis City",
                "St. Louis",
                "MOR000990001",
                Map.of(),
                violation("10 CSR 25-5.262(1)", "Four drums of spent plating solution bore no date of accumulation."),
                violation("10 CSR 25-5.262(1)", "No inspection log of the container storage area was kept."));
        warned(12, "hazardous-waste", "Date and label each drum.\nInspect the storage area each week and log it.");
    }

    private void directReferralToDecide() {
        hazardousWaste(
                4,
                "Pretend Solvent Recyclers",
                "815 East Phelps Street, Springfield, MO 65806",
                "Greene",
                "Southwest",
                "MOR000990002",
                Map.of("imminentThreat", true, "intentionalOrNegligent", true),
                violation(
                        "10 CSR 25-7.265(1)",
                        "Some sixty leaking drums of ignitable solvent waste were stored in the open beside a creek."));
    }

    private void penaltyToChoose() {
        hazardousWaste(
                150,
                "Fabricated Metal Finishing",
                "40 Range Line Road, Joplin, MO 64801",
                "Jasper",
                "Southwest",
                "MOR000990003",
                Map.of(),
                violation("10 CSR 25-5.262(1)", "Hazardous waste was shipped without a manifest."));
        warned(146, "hazardous-waste", "Use a manifest for each shipment and send copies.");
        walk.fire(115, "ResponseToLetterDue");
        persuaded(110, "hazardous-waste", "FORMAL", "The owner did not come to the meeting.");
        walk.complete(
                70,
                "hazardous-waste-staff",
                "ForwardEnforcementActionRequest",
                "itemsInQuestion",
                "Manifests of three shipments");
        walk.complete(66, "hazardous-waste-chief", "AssignCaseManager", "caseManager", "hazardous-waste-enforcement");
        walk.complete(
                62,
                "hazardous-waste-enforcement",
                "PrepareNoticeOfViolation",
                "remainingActions",
                "Send the manifests of the three shipments.");
        walk.complete(
                45, "hazardous-waste-staff", "RecordResponseToNotice", "responseSummary", "The manifests are sent.");
        walk.complete(42, "hazardous-waste-enforcement", "CallOwner", "violationsCorrected", "true", "callMinutes", 20);
        walk.complete(40, "hazardous-waste-enforcement", "EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", "true");
        walk.complete(
                38,
                "hazardous-waste-director",
                "ChoosePenaltyCourse",
                "penaltyCourse",
                "SETTLEMENT",
                "courseReason",
                "The facility corrected everything; an agreement is likely.");
        walk.complete(
                36,
                "hazardous-waste-enforcement",
                "CompleteWorksheet",
                "potentialForHarm",
                "MODERATE",
                "extentOfDeviation",
                "MAJOR",
                "days",
                3);
        walk.complete(36, "hazardous-waste-enforcement", "CompleteCalculation");
        walk.complete(30, "hazardous-waste-chief", "ApprovePenalty", "penaltyApproved", "true");
        walk.complete(26, "hazardous-waste-director", "ApprovePenalty", "penaltyApproved", "true");
        walk.complete(20, "division-director", "ApprovePenalty", "penaltyApproved", "true");
    }

    private void scheduleInThePermit() {
        water(
                95,
                "Village of Nowhere Lagoon",
                "County Road 412, Houston, MO 65483",
                "Texas",
                "Southeast",
                "MO-0099001",
                violation(
                        "10 CSR 20-7.015(8)", "Effluent exceeded the permit limit for ammonia in five of six months."));
        warned(92, "water", "Operate the lagoon within the permit limits.\nSend a plan for an upgrade.");
        walk.complete(
                70,
                "water-staff",
                "RecordResponseToLetter",
                "responseSummary",
                "The village offers to build a third cell.");
        walk.complete(68, "water-staff", "EvaluateResponseToLetter", "responseToLetter", "INADEQUATE");
        persuaded(65, "water", "SCHEDULE", "The village and the department agree on an upgrade.");
        walk.complete(
                38,
                "water-staff",
                "EnterMilestones",
                "milestones",
                walk.today().plusDays(20) + " Submit the engineering report\n"
                        + walk.today().plusDays(300) + " Complete the third cell");
    }

    private void assistanceToDecide() {
        water(
                130,
                "Make-Believe Mobile Home Park",
                "7600 North Route B, Columbia, MO 65202",
                "Boone",
                "Northeast",
                "MO-0099002",
                violation(
                        "10 CSR 20-6.010(5)",
                        "The treatment plant has no continuing authority and no certified operator."),
                violation("10 CSR 20-7.015(9)", "No discharge monitoring reports were sent for two quarters."));
        warned(127, "water", "Employ a certified operator.\nSend the reports that are due.");
        walk.fire(96, "ResponseToLetterDue");
        persuaded(90, "water", "FORMAL", "The owner will not employ an operator.");
        walk.complete(
                60,
                "water-staff",
                "PrepareNoticeOfViolation",
                "remainingActions",
                "Employ an operator.\nSend the reports.");
        walk.fire(28, "ResponseToNoticeDue");
        walk.complete(
                25,
                "water-staff",
                "DetermineSignificantNoncompliance",
                "significantNoncompliance",
                "true",
                "significanceCriteria",
                List.of("G"),
                "significanceNote",
                "Two quarterly reports are more than 30 days late.");
        walk.complete(
                22,
                "water-staff",
                "ForwardEnforcementActionRequest",
                "itemsInQuestion",
                "Certified operator\nDischarge monitoring reports",
                "assistanceAsked",
                "true");
        walk.complete(18, "water-chief", "AssignCaseManager", "caseManager", "water-enforcement");
    }

    private void noticeOfViolationSent() {
        walk.open(
                25,
                Program.WATER,
                new NewFacility(
                        null,
                        "Imaginary Heights Subdivision",
                        "Route W, Platte City, MO 64079",
                        "Platte",
                        "Kansas City",
                        Map.of("npdes", "MO-RA99003")),
                new NewParty("Imaginary Heights Development LLC", "PO Box 903, Platte City, MO 64079"),
                Map.of("intentionalOrNegligent", true),
                violation("10 CSR 20-6.200(1)", "Erosion control was removed and sediment pumped into a tributary."));
        walk.complete(
                20,
                "water-staff",
                "PrepareNoticeOfViolation",
                "remainingActions",
                "Restore the erosion control.\nRemove the sediment from the tributary.");
    }

    private void penaltyToElect() {
        drinkingWater(
                120,
                "Placeholder Public Water Supply District 9",
                "3 Water Tower Lane, Bolivar, MO 65613",
                "Polk",
                "Southwest",
                "MO5099001",
                1450,
                violation("10 CSR 60-4.022(2)", "No routine total coliform samples were taken in two months."),
                violation("10 CSR 60-8.010(1)", "The public was not notified of the missed samples."));
        warned(116, "drinking-water", "Take the routine samples.\nNotify the public.");
        walk.complete(
                95,
                "drinking-water-staff",
                "RecordResponseToLetter",
                "responseSummary",
                "Samples are taken, notice is given.");
        walk.complete(92, "drinking-water-staff", "EvaluateResponseToLetter", "responseToLetter", "ADEQUATE");
        walk.complete(88, "drinking-water-staff", "EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", "true");
        walk.complete(
                80, "drinking-water-chief", "AssignCaseManagerForPenalty", "caseManager", "drinking-water-enforcement");
    }

    private void settlementOffered() {
        drinkingWater(
                160,
                "Nonesuch Mobile Home Court",
                "12 Well House Road, Farmington, MO 63640",
                "St. Francois",
                "Southeast",
                "MO4099002",
                180,
                violation("10 CSR 60-14.010(4)", "The system was run without a certified operator for 90 days."));
        warned(156, "drinking-water", "Employ a certified operator.");
        walk.complete(
                135, "drinking-water-staff", "RecordResponseToLetter", "responseSummary", "An operator is employed.");
        walk.complete(133, "drinking-water-staff", "EvaluateResponseToLetter", "responseToLetter", "ADEQUATE");
        walk.complete(130, "drinking-water-staff", "EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", "true");
        walk.complete(
                124,
                "drinking-water-chief",
                "AssignCaseManagerForPenalty",
                "caseManager",
                "drinking-water-enforcement");
        walk.complete(
                110,
                "drinking-water-director",
                "ElectPenalty",
                "penaltyElected",
                "CIVIL",
                "electionReason",
                "A first violation; an agreement is likely.");
        walk.complete(100, "drinking-water-enforcement", "CompleteWorksheet", "days", 90);
        walk.complete(98, "drinking-water-enforcement", "CompleteCalculation");
    }

    private void twoYearsAlmostUp() {
        drinkingWater(
                660,
                "Fictional Lakeside Camp",
                "Lake Road 5-99, Camdenton, MO 65020",
                "Camden",
                "Southwest",
                "MO3099003",
                95,
                violation(
                        "10 CSR 60-4.030(1)",
                        "The running annual average of nitrate exceeded the maximum contaminant level."));
        warned(655, "drinking-water", "Bring the nitrate below the maximum contaminant level.");
        walk.complete(
                630, "drinking-water-staff", "RecordResponseToLetter", "responseSummary", "A deeper well is planned.");
        walk.complete(628, "drinking-water-staff", "EvaluateResponseToLetter", "responseToLetter", "INADEQUATE");
        persuaded(620, "drinking-water", "SCHEDULE", "A deeper well, step by step.");
        walk.complete(
                602,
                "drinking-water-chief",
                "ConcurInMoreTime",
                "timeLimitConcurred",
                "true",
                "concurrenceReason",
                "No other source of water is near.");
        walk.complete(
                600,
                "drinking-water-staff",
                "EnterMilestones",
                "milestones",
                walk.today().plusDays(45) + " Put the deeper well into service");
        walk.fire(19, "TwentyOneMonthsPassed");
    }

    private void warned(int daysAgo, String office, String actions) {
        walk.complete(daysAgo, office + "-staff", "PrepareLetterOfWarning", "actionsRequired", actions);
    }

    private void persuaded(int daysAgo, String office, String result, String note) {
        walk.complete(
                daysAgo,
                office + "-staff",
                "PlanPersuasion",
                "persuasionActivities",
                "A meeting at the facility",
                "anotherDivisionLeads",
                "false");
        if (office.equals("water")) {
            walk.complete(daysAgo - 2, office + "-chief", "ReviewPlan", "planAgreed", "true");
        }
        walk.complete(
                daysAgo - 15,
                office + "-staff",
                "RecordContact",
                "contactKind",
                "MEETING",
                "contactMinutes",
                60,
                "contactWith",
                "The owner",
                "contactNote",
                note,
                "persuasionResult",
                result,
                "scheduleInstrument",
                result.equals("SCHEDULE") ? "PERMIT" : null);
    }

    private void hazardousWaste(
            int daysAgo,
            String name,
            String address,
            String county,
            String region,
            String handler,
            Map<String, Object> facts,
            NewViolation... violations) {
        walk.open(
                daysAgo,
                Program.HAZARDOUS_WASTE,
                new NewFacility(null, name, address, county, region, Map.of("rcraHandler", handler)),
                new NewParty(name + " Inc.", address),
                facts,
                violations);
    }

    private void water(
            int daysAgo,
            String name,
            String address,
            String county,
            String region,
            String permit,
            NewViolation... violations) {
        walk.open(
                daysAgo,
                Program.WATER,
                new NewFacility(null, name, address, county, region, Map.of("npdes", permit)),
                new NewParty("Owner of " + name, address),
                Map.of(),
                violations);
    }

    private void drinkingWater(
            int daysAgo,
            String name,
            String address,
            String county,
            String region,
            String system,
            int peopleServed,
            NewViolation... violations) {
        walk.open(
                daysAgo,
                Program.DRINKING_WATER,
                new NewFacility(null, name, address, county, region, Map.of("pwsid", system)),
                new NewParty("Board of " + name, address),
                Map.of("peopleServed", peopleServed),
                violations);
    }
}
