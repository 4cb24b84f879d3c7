package org.abate.casefile;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a supplier of water asks for, or the department considers of its own (10 CSR 60-6.010, 6.020, 6.060).
 *
 * @param contaminant the contaminant, or the treatment technique
 * @param group the contaminant group of a monitoring waiver; null for a variance or exemption
 * @param systems at least one; several in a joint request
 */
public record WaterRequest(
        Matter matter,
        Subject subject,
        String contaminant,
        ContaminantGroup group,
        Initiator initiatedBy,
        List<WaterSystem> systems) {

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

    /** The systems covered, for a sentence. */
    public String covered() {
        return systems.stream().map(WaterSystem::inWords).collect(Collectors.joining("; "));
    }
}
