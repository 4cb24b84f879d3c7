package org.abate.process.demo;

import static org.abate.process.demo.DemoWalk.violation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.abate.casefile.NewFacility;
import org.abate.casefile.NewParty;
import org.abate.casefile.NewViolation;
import org.abate.casefile.Program;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The mining programs in the demonstration: operations and operators are invented. */
@Component
@Profile("demo")
class DemoMining implements DemoProgram {

    private static final String STAFF = "land-reclamation-staff";

    /** An operation, and who operates it. */
    private record Operation(Program program, String name, String address, String county, String region, NewParty by) {

        NewFacility facility() {
            return new NewFacility(null, name, address, county, region, Map.of());
        }
    }

    private static final Operation GRAVEL = new Operation(
            Program.INDUSTRIAL_MINERALS,
            "Sample River Sand and Gravel",
            "Bar 2, Highway 5, Lebanon, MO 65536",
            "Laclede",
            "Southwest",
            new NewParty("Sample River Gravel LLC", "PO Box 5, Lebanon, MO 65536"));
    private static final Operation QUARRY = new Operation(
            Program.INDUSTRIAL_MINERALS,
            "Imaginary Limestone Quarry",
            "77 Ledge Road, Carthage, MO 64836",
            "Jasper",
            "Southwest",
            new NewParty("Imaginary Stone Co.", "77 Ledge Road, Carthage, MO 64836"));
    private static final Operation MILL = new Operation(
            Program.METALLIC_MINERALS,
            "Nonesuch Mine and Mill",
            "Mine Road 1, Bunker, MO 63629",
            "Reynolds",
            "Southeast",
            new NewParty("Nonesuch Metals Corp.", "Mine Road 1, Bunker, MO 63629"));
    private static final Operation TAILINGS = new Operation(
            Program.METALLIC_MINERALS,
            "Placeholder Tailings Area",
            "Dam Road, Viburnum, MO 65566",
            "Iron",
            "Southeast",
            new NewParty("Placeholder Lead Co.", "PO Box 66, Viburnum, MO 65566"));
    private static final Operation PRAIRIE_MINE = new Operation(
            Program.COAL,
            "Invented Prairie Mine",
            "Pit 7, Macon, MO 63552",
            "Macon",
            "Northeast",
            new NewParty("Invented Coal Company", "Pit 7, Macon, MO 63552"));
    private static final Operation STRIP_MINE = new Operation(
            Program.COAL,
            "Make-Believe Strip Mine",
            "Pit 2, Nevada, MO 64772",
            "Vernon",
            "Southwest",
            new NewParty("Make-Believe Fuels Inc.", "Pit 2, Nevada, MO 64772"));

    private final DemoWalk walk;

    DemoMining(DemoWalk walk) {
        this.walk = walk;
    }

    @Override
    public void open() {
        warned(
                10,
                GRAVEL,
                violation("10 CSR 40-10.050(4)", "Gravel was removed below the water line and the bank was undercut."),
                "Stop the excavation below the water line.\nRestore the bank.");
        quarryReviewed();
        warned(
                12,
                MILL,
                violation("10 CSR 45-6.010", "Dust blew from the dry beach of the tailings area on two days."),
                "Wet or cover the dry beach.\nReport the measures taken.");
        tailingsNoticed();
        pondToAbate();
        blastingCeased();
    }

    /** The first letter goes out the day after the violation was found. */
    private void warned(int daysAgo, Operation operation, NewViolation violation, String actions) {
        found(daysAgo, operation, violation);
        walk.complete(daysAgo - 1, STAFF, "PrepareFirstLetter", "actionsRequired", actions);
    }

    private void quarryReviewed() {
        found(
                30,
                QUARRY,
                violation("10 CSR 40-10.010(1)", "Mining went beyond the permitted boundary by about two acres."),
                "intentionalOrNegligent");
        noticed(
                26,
                "PrepareNoticeOfViolation",
                "Stop mining outside the boundary.\nApply for the expansion or reclaim the land.",
                45);
        walk.complete(
                18,
                "land-reclamation-director",
                "ReviewNotice",
                "penaltyToAssess",
                "true",
                "separateDays",
                "false",
                "economicBenefitWeighs",
                "true",
                "reviewNote",
                "The stone beyond the boundary was sold.");
    }

    private void tailingsNoticed() {
        found(
                25,
                TAILINGS,
                violation("10 CSR 45-6.020", "The inspection report of the dam shows seepage that was not reported."),
                "imminentThreat");
        noticed(22, "PrepareNoticeOfViolation", "Report the seepage and have the dam inspected.", 30);
    }

    private void pondToAbate() {
        found(
                15,
                PRAIRIE_MINE,
                violation("10 CSR 40-3.040(6)", "The discharge of sediment pond 2 was above the limit."));
        walk.complete(14, STAFF, "DecideOnOrdersAndNotices");
        noticed(14, "PrepareNotice", "Clean out pond 2 and sample its discharge.", 30);
    }

    private void blastingCeased() {
        found(
                6,
                STRIP_MINE,
                violation("10 CSR 40-3.050", "Fly rock from a blast landed on the county road."),
                "imminentThreat");
        walk.complete(6, STAFF, "DecideOnOrdersAndNotices", "orderViolations", "1");
        walk.complete(
                6,
                STAFF,
                "PrepareCessationOrder",
                "operationsToCease",
                "Blasting within 1,000 feet of the county road.",
                "remainingActions",
                "Submit a revised blast plan and have it approved.",
                "daysAllowed",
                3);
    }

    /** @param facts of the start form that hold */
    private void found(int daysAgo, Operation operation, NewViolation violation, String... facts) {
        Map<String, Object> answers = new HashMap<>();
        Arrays.stream(facts).forEach(fact -> answers.put(fact, true));
        walk.open(daysAgo, operation.program(), operation.facility(), operation.by(), answers, violation);
    }

    private void noticed(int daysAgo, String task, String actions, int daysAllowed) {
        walk.complete(daysAgo, STAFF, task, "remainingActions", actions, "daysAllowed", daysAllowed);
    }
}
