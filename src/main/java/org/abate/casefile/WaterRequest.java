package org.abate.casefile;

import java.util.List;

/**
 * What a supplier of water asks for, or the department considers of its own (10 CSR 60-6.010, 6.020, 6.060).
 *
 * @param contaminant the contaminant, or the treatment technique
 * @param group the contaminant group of a monitoring waiver; null for a variance or exemption
 * @param jointWith the cases of the other systems of a joint request (10 CSR 60-6.010(2), 6.020(2)); mostly none
 */
public record WaterRequest(
        Matter matter,
        Subject subject,
        String contaminant,
        ContaminantGroup group,
        Initiator initiatedBy,
        WaterSystem system,
        List<String> jointWith) {

    /** From what a variance or exemption is requested; of a waiver, its kind. */
    public enum Subject {
        MCL("the maximum contaminant level for "),
        TREATMENT_TECHNIQUE("the treatment technique "),
        MCL_AND_TREATMENT_TECHNIQUE("the maximum contaminant level and the treatment technique for "),
        USE("baseline monitoring (use waiver) for "),
        SUSCEPTIBILITY("baseline monitoring (susceptibility waiver) for ");

        private final String words;

        Subject(String words) {
            this.words = words;
        }
    }

    /** The groups that 10 CSR 60-6.060 tells apart; unregulated chemicals by the lists of 10 CSR 60-4.110(2). */
    public enum ContaminantGroup {
        ASBESTOS,
        SOC,
        VOC,
        IOC,
        NITRATE_NITRITE,
        UNREGULATED_A,
        UNREGULATED_B,
        PCB
    }

    /** Who set the matter going. */
    public enum Initiator {
        SYSTEM,
        DEPARTMENT
    }

    /** From what: "the maximum contaminant level for fluoride". */
    public String from() {
        return subject.words + contaminant;
    }
}
