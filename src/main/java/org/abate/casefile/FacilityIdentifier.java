package org.abate.casefile;

import java.util.Arrays;
import java.util.Optional;

/** The numbers under which programs know a facility. No two facilities share one. */
public enum FacilityIdentifier {
    /** Underground storage tank facility, Tanks Section. */
    UST_FACILITY("ustFacility"),
    /** National Pollutant Discharge Elimination System permit. */
    NPDES("npdes"),
    /** Public water system. */
    PWSID("pwsid"),
    /** Hazardous waste handler under the Resource Conservation and Recovery Act. */
    RCRA_HANDLER("rcraHandler"),
    /** The department's tracking system, Assistance Compliance Enforcement (Manual 3, general). */
    ACE("ace"),
    /** The Environmental Protection Agency's Facility Registry Service. */
    FRS("frs"),
    /** Air installation. */
    AIR_INSTALLATION("airInstallation"),
    /** Solid waste permit. */
    SOLID_WASTE_PERMIT("solidWastePermit"),
    /** Land reclamation permit. */
    MINING_PERMIT("miningPermit");

    private final String key;

    FacilityIdentifier(String key) {
        this.key = key;
    }

    /** The property that carries it: {@code ustFacility}. */
    public String key() {
        return key;
    }

    public static Optional<FacilityIdentifier> of(String key) {
        return Arrays.stream(values())
                .filter(identifier -> identifier.key.equals(key))
                .findFirst();
    }
}
