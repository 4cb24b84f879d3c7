package org.abate.process;

import java.util.List;

/** For each rule the answers that complete a worksheet and a calculation: name and value in turn. */
final class Worksheets {

    private Worksheets() {}

    /** A worksheet of one violation that the rule accepts. */
    static Object[] worksheet(String rule) {
        return switch (rule) {
            case "clean-water" ->
                new Object[] {
                    "receivingWater", List.of("OUTSTANDING_RESOURCE_WATER", "OTHER_WATER"),
                    "facilityType", "DOMESTIC_WASTEWATER",
                    "facilityGallonsPerDay", "30000",
                    "effects", List.of("VISIBLE_CONTAMINATION"),
                    "capability", "GRANT_OR_SRF_FUNDED",
                    "complianceStatus", "PERIODIC",
                    "responsiveness", "UNTIL_ENFORCEMENT",
                    "complianceCharacteristics", List.of("NO_PERMIT", "COMPLIANCE_DATE")
                };
            case "hazardous-waste" ->
                new Object[] {"potentialForHarm", "MODERATE", "extentOfDeviation", "MAJOR", "days", 3};
            case "drinking-water" -> new Object[] {"potentialForHarm", "MODERATE", "days", 2};
            case "drinking-water-civil" -> new Object[] {"days", 10};
            case "industrial-minerals", "metallic-minerals" ->
                new Object[] {
                    "probabilityOfExposure", "HIGH",
                    "seriousnessOfExposure", "MODERATE",
                    "harmToProgram", "MODERATE",
                    "extentOfDeviation", "MODERATE",
                    "control", "WITHIN"
                };
            case "coal" ->
                new Object[] {
                    "notice",
                    "VIOLATION",
                    "probability",
                    10,
                    "damage",
                    10,
                    "offSite",
                    10,
                    "negligence",
                    10,
                    "goodFaith",
                    0
                };
            case "solid-waste" ->
                new Object[] {
                    "potentialForHarm", "MODERATE",
                    "extentOfDeviation", "MAJOR",
                    "basePenalty", "400.00",
                    "documentedDays", 3
                };
            case "air" -> new Object[] {"amount", "2500.00", "basis", "Fact sheet PUB2059", "days", 2};
            case "underground-storage-tank" ->
                new Object[] {
                    "potentialForHarm",
                    "MAJOR",
                    "extentOfDeviation",
                    "MODERATE",
                    "tanks",
                    2,
                    "perTank",
                    true,
                    "daysOfNoncompliance",
                    120,
                    "environmentalSensitivity",
                    "MODERATE",
                    "cooperation",
                    -10
                };
            default -> throw new AssertionError("No worksheet for " + rule);
        };
    }

    /** What the calculation must be given. */
    static Object[] calculation(String rule) {
        return switch (rule) {
            case "drinking-water" -> new Object[] {"peopleServed", 700};
            case "solid-waste" -> new Object[] {"facility", "DISPOSAL"};
            default -> new Object[0];
        };
    }

    /** Whether a penalty is assessed only after an offer to meet. */
    static boolean needsOfferToMeet(String rule) {
        return List.of("clean-water", "hazardous-waste", "drinking-water", "industrial-minerals", "metallic-minerals")
                .contains(rule);
    }
}
