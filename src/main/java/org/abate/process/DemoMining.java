package org.abate.process;

import static org.abate.process.DemoWalk.violation;

import java.util.Map;
import org.abate.casefile.NewFacility;
import org.abate.casefile.NewParty;
import org.abate.casefile.Program;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The mining programs in the demonstration: operations and operators are invented. */
@Component
@Profile("demo")
class DemoMining implements DemoProgram {

    private static final String STAFF = "land-reclamation-staff";

    private final DemoWalk walk;

    DemoMining(DemoWalk walk) {
        this.walk = walk;
    }

    @Override
    public void open() {
        gravelWarned();
        quarryReviewed();
        leadMineWarned();
        leadMineNoticed();
        pondToAbate();
        blastingCeased();
    }

    private void gravelWarned() {
        walk.open(
                10,
                Program.INDUSTRIAL_MINERALS,
                operation(
                        "Sample River Sand and Gravel", "Bar 2, Highway 5, Lebanon, MO 65536", "Laclede", "Southwest"),
                new NewParty("Sample River Gravel LLC", "PO Box 5, Lebanon, MO 65536"),
                Map.of(),
                violation("10 CSR 40-10.050(4)", "Gravel was removed below the water line and the bank was undercut."));
        warned(9, "Stop the excavation below the water line.\nRestore the bank.");
    }

    private void quarryReviewed() {
        walk.open(
                30,
                Program.INDUSTRIAL_MINERALS,
                operation("Imaginary Limestone Quarry", "77 Ledge Road, Carthage, MO 64836", "Jasper", "Southwest"),
                new NewParty("Imaginary Stone Co.", "77 Ledge Road, Carthage, MO 64836"),
                Map.of("intentionalOrNegligent", true),
                violation("10 CSR 40-10.010(1)", "Mining went beyond the permitted boundary by about two acres."));
        noticed(26, "Stop mining outside the boundary.\nApply for the expansion or reclaim the land.", 45);
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

    private void leadMineWarned() {
        walk.open(
                12,
                Program.METALLIC_MINERALS,
                operation("Nonesuch Mine and Mill", "Mine Road 1, Bunker, MO 63629", "Reynolds", "Southeast"),
                new NewParty("Nonesuch Metals Corp.", "Mine Road 1, Bunker, MO 63629"),
                Map.of(),
                violation("10 CSR 45-6.010", "Dust blew from the dry beach of the tailings area on two days."));
        warned(11, "Wet or cover the dry beach.\nReport the measures taken.");
    }

    private void leadMineNoticed() {
        walk.open(
                25,
                Program.METALLIC_MINERALS,
                operation("Placeholder Tailings Area", "Dam Road, Viburnum, MO 65566", "Iron", "Southeast"),
                new NewParty("Placeholder Lead Co.", "PO Box 66, Viburnum, MO 65566"),
                Map.of("imminentThreat", true),
                violation("10 CSR 45-6.020", "The inspection report of the dam shows seepage that was not reported."));
        noticed(22, "Report the seepage and have the dam inspected.", 30);
    }

    private void pondToAbate() {
        walk.open(
                15,
                Program.COAL,
                operation("Invented Prairie Mine", "Pit 7, Macon, MO 63552", "Macon", "Northeast"),
                new NewParty("Invented Coal Company", "Pit 7, Macon, MO 63552"),
                Map.of(),
                violation("10 CSR 40-3.040(6)", "The discharge of sediment pond 2 was above the limit."));
        walk.complete(14, STAFF, "DecideOnOrdersAndNotices");
        walk.complete(
                14,
                STAFF,
                "PrepareNotice",
                "remainingActions",
                "Clean out pond 2 and sample its discharge.",
                "daysAllowed",
                30);
    }

    private void blastingCeased() {
        walk.open(
                6,
                Program.COAL,
                operation("Make-Believe Strip Mine", "Pit 2, Nevada, MO 64772", "Vernon", "Southwest"),
                new NewParty("Make-Believe Fuels Inc.", "Pit 2, Nevada, MO 64772"),
                Map.of("imminentThreat", true),
                violation("10 CSR 40-3.050", "Fly rock from a blast landed on the county road."));
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

    private static NewFacility operation(String name, String address, String county, String region) {
        return new NewFacility(null, name, address, county, region, Map.of());
    }

    private void warned(int daysAgo, String actions) {
        walk.complete(daysAgo, STAFF, "PrepareFirstLetter", "actionsRequired", actions);
    }

    private void noticed(int daysAgo, String actions, int daysAllowed) {
        walk.complete(
                daysAgo, STAFF, "PrepareNoticeOfViolation", "remainingActions", actions, "daysAllowed", daysAllowed);
    }
}
