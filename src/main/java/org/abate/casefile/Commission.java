package org.abate.casefile;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The commission of a program. */
public enum Commission {
    AIR_CONSERVATION("Missouri Air Conservation Commission", Set.of(Program.AIR)),
    CLEAN_WATER("Clean Water Commission", Set.of(Program.WATER)),
    HAZARDOUS_WASTE_MANAGEMENT("Hazardous Waste Management Commission", Set.of(Program.HAZARDOUS_WASTE, Program.TANKS)),
    LAND_RECLAMATION(
            "Land Reclamation Commission",
            Set.of(Program.INDUSTRIAL_MINERALS, Program.METALLIC_MINERALS, Program.COAL)),
    SAFE_DRINKING_WATER("Safe Drinking Water Commission", Set.of(Program.DRINKING_WATER));

    private final String title;
    private final Set<Program> programs;

    Commission(String title, Set<Program> programs) {
        this.title = title;
        this.programs = programs;
    }

    /** Its name. */
    public String title() {
        return title;
    }

    /**
     * The commission through which a program refers its cases to the Attorney General: hazardous waste, tanks and mining
     * (Manual 3.3, 8.3, 8.4); for the others no source names one in a referral (interpretation P18).
     */
    public static Optional<Commission> ofReferrals(Program program) {
        return of(program)
                .filter(commission -> commission == HAZARDOUS_WASTE_MANAGEMENT || commission == LAND_RECLAMATION);
    }

    /** The commission of a program; solid waste has none. */
    public static Optional<Commission> of(Program program) {
        return Arrays.stream(values())
                .filter(commission -> commission.programs.contains(program))
                .findFirst();
    }
}
