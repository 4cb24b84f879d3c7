package org.abate.process.demo;

import static org.abate.process.demo.DemoWalk.violation;

import java.util.List;
import java.util.Map;
import org.abate.casefile.NewFacility;
import org.abate.casefile.NewParty;
import org.abate.casefile.Program;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Air and solid waste in the demonstration: facilities and owners are invented. */
@Component
@Profile("demo")
class DemoAirAndWaste implements DemoProgram {

    private final DemoWalk walk;

    DemoAirAndWaste(DemoWalk walk) {
        this.walk = walk;
    }

    @Override
    public void open() {
        questionnaireAwaited();
        asbestosNoticed();
        dumpToCleanUp();
        landfillDemand();
    }

    private void questionnaireAwaited() {
        walk.open(
                14,
                Program.AIR,
                new NewFacility(
                        null,
                        "Nowhere Asphalt, Plant 3",
                        "4100 Quarry Road, Springfield, MO 65803",
                        "Greene",
                        "Southwest",
                        Map.of("airInstallation", "0770900")),
                new NewParty("Nowhere Asphalt LLC", "PO Box 3, Springfield, MO 65801"),
                Map.of(),
                violation("10 CSR 10-6.110(3)", "The emissions inventory questionnaire was not submitted by June 1."));
        walk.complete(
                13,
                "air-staff",
                "PrepareFirstLetter",
                "firstLetter",
                "LETTER_OF_WARNING",
                "requiredActions",
                List.of("SUBMIT_EMISSIONS_QUESTIONNAIRE"),
                "actionsRequired",
                "Submit the questionnaire and the fees for the year.");
        walk.complete(13, "air-staff", "SetTimeLimit", "daysAllowed", 30);
    }

    private void asbestosNoticed() {
        walk.open(
                35,
                Program.AIR,
                new NewFacility(
                        null,
                        "Former Pretend Hotel",
                        "900 Main Street, Kansas City, MO 64105",
                        "Jackson",
                        "Kansas City",
                        Map.of()),
                new NewParty("Pretend Demolition Inc.", "12 Nowhere Street, Kansas City, MO 64105"),
                Map.of("asbestos", true),
                violation(
                        "10 CSR 10-6.241",
                        "Regulated asbestos-containing pipe insulation was removed dry and without containment."));
        walk.complete(
                33,
                "air-staff",
                "ForwardEnforcementActionRequest",
                "itemsInQuestion",
                "Removal without notification\nWaste not wetted or bagged");
        walk.complete(31, "air-chief", "AssignCaseManager", "caseManager", "air-enforcement");
        walk.complete(
                29,
                "air-enforcement",
                "PrepareNoticeOfViolation",
                "remainingActions",
                "Have the remaining material removed by a registered contractor.\nSubmit the waste shipment records.");
    }

    private void dumpToCleanUp() {
        walk.open(
                20,
                Program.SOLID_WASTE,
                new NewFacility(
                        null,
                        "Dump at Fictional Creek",
                        "County Road 9, Ironton, MO 63650",
                        "Iron",
                        "Southeast",
                        Map.of()),
                new NewParty("John Q. Example", "RR 2, Ironton, MO 63650"),
                Map.of(),
                violation("Section 260.210.1, RSMo", "About forty tires and six drums were dumped along the creek."));
        walk.complete(
                18,
                "solid-waste-staff",
                "PrepareFirstLetter",
                "firstLetter",
                "ILLEGAL_DUMPING_INVESTIGATION_REPORT",
                "requiredActions",
                List.of("CEASE_ILLEGAL_DUMPING", "CLEAN_UP_ILLEGAL_DUMP"),
                "actionsRequired",
                "Stop the dumping.\nRemove the tires and the drums to a permitted facility and keep the receipts.");
        walk.complete(17, "solid-waste-staff", "SetTimeLimit", "daysAllowed", 0);
        walk.complete(17, "solid-waste-staff", "SetTimeLimit", "daysAllowed", 60);
    }

    private void landfillDemand() {
        String staff = "solid-waste-staff";
        String manager = "solid-waste-enforcement";
        walk.open(
                90,
                Program.SOLID_WASTE,
                new NewFacility(
                        null,
                        "Make-Believe Sanitary Landfill",
                        "2 Fill Lane, Moberly, MO 65270",
                        "Randolph",
                        "Northeast",
                        Map.of("solidWastePermit", "0117500")),
                new NewParty("Make-Believe Disposal Co.", "2 Fill Lane, Moberly, MO 65270"),
                Map.of("highPriorityViolation", true),
                violation("10 CSR 80-3.010(17)", "The working face was left without daily cover on five days."));
        walk.complete(88, staff, "ForwardEnforcementActionRequest", "itemsInQuestion", "Daily cover");
        walk.complete(86, "solid-waste-chief", "AssignCaseManager", "caseManager", manager);
        walk.complete(84, manager, "PrepareNoticeOfViolation", "remainingActions", "Cover the working face every day.");
        walk.complete(70, staff, "RecordResponseToNotice", "responseSummary", "Cover is placed and photographed.");
        walk.complete(66, manager, "CallOwner", "violationsCorrected", "true", "callWith", "The operator");
        walk.complete(60, manager, "EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", "true");
        walk.complete(
                50,
                manager,
                "CompleteWorksheet",
                "potentialForHarm",
                "MODERATE",
                "extentOfDeviation",
                "MODERATE",
                "basePenalty",
                "1500.00",
                "history",
                10,
                "documentedDays",
                5);
        walk.complete(49, manager, "CompleteCalculation", "facility", "DISPOSAL");
        walk.complete(14, "solid-waste-chief", "ApprovePenalty", "penaltyApproved", "true");
        walk.complete(10, "solid-waste-director", "ApprovePenalty", "penaltyApproved", "true");
    }
}
