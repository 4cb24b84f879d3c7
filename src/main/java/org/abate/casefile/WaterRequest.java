package org.abate.casefile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    private static final String BASELINE = "baseline monitoring for ";

    /** From what a variance or exemption is requested; of a waiver, its kind. */
    public enum Subject {
        MCL("the maximum contaminant level for "),
        TREATMENT_TECHNIQUE("the treatment technique "),
        MCL_AND_TREATMENT_TECHNIQUE("the maximum contaminant level and the treatment technique for "),
        USE("use waiver", BASELINE),
        SUSCEPTIBILITY("susceptibility waiver", BASELINE);

        /** Null where the matter says it all. */
        private final String kind;

        private final String words;

        Subject(String words) {
            this(null, words);
        }

        Subject(String kind, String words) {
            this.kind = kind;
            this.words = words;
        }
    }

    /** The groups that 10 CSR 60-6.060 tells apart; unregulated chemicals by the lists of 10 CSR 60-4.110(2). */
    public enum ContaminantGroup {
        ASBESTOS("Asbestos", "10 CSR 60-4.030(1)(B)", "asbestos"),
        SOC("Synthetic organic chemicals (SOC)", "10 CSR 60-4.040", null),
        VOC("Volatile organic chemicals (VOC)", "10 CSR 60-4.100(2)", null),
        IOC("Inorganic chemicals (IOC), other than asbestos", "10 CSR 60-4.030(1)", null),
        NITRATE_NITRITE("Nitrate and nitrite", "10 CSR 60-4.030(1)", "nitrates?|nitrites?"),
        UNREGULATED_A("Unregulated organic chemicals, 10 CSR 60-4.110(2)(A)", "10 CSR 60-4.110(2)(A)", null),
        UNREGULATED_B("Unregulated chemicals, 10 CSR 60-4.110(2)(B)", "10 CSR 60-4.110(2)(B)", null),
        PCB("Polychlorinated biphenyls (PCB)", "10 CSR 60-4.040(1)", "pcbs?|polychlorinated biphenyls?|aroclors?");

        private final String title;
        private final String list;
        private final Pattern names;

        ContaminantGroup(String title, String list, String names) {
            this.title = title;
            this.list = list;
            this.names = names == null ? null : Pattern.compile("\\b(" + names + ")\\b", Pattern.CASE_INSENSITIVE);
        }

        /** The name for people. */
        public String title() {
            return title;
        }

        /** The rule that lists what belongs to it, as 10 CSR 60-6.060(2), (3) cite it. */
        public String list() {
            return list;
        }

        /** The group that the rule treats by itself and that a contaminant is named after; mostly none. */
        static Optional<ContaminantGroup> namedBy(String contaminant) {
            return Stream.of(values())
                    .filter(group -> group.names != null
                            && group.names.matcher(contaminant).find())
                    .findFirst();
        }
    }

    /** Who set the matter going. */
    public enum Initiator {
        SYSTEM,
        DEPARTMENT
    }

    /** What is requested, as it stands within a sentence: "variance", "use waiver". */
    public String words() {
        return subject.kind == null ? matter.words() : subject.kind;
    }

    /** Likewise with what it is from, as a sentence begins: "Use waiver from baseline monitoring for atrazine". */
    public String inWords() {
        return words().substring(0, 1).toUpperCase(Locale.ROOT) + words().substring(1) + " from " + from();
    }

    /** Whether another name means the same contaminant: case, signs and what stands in brackets make no difference. */
    static boolean sameContaminant(String one, String other) {
        return bare(one).equals(bare(other));
    }

    private static String bare(String contaminant) {
        String bare = contaminant
                .replaceAll("\\([^)]*\\)", "")
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
        return bare.isEmpty() ? contaminant : bare;
    }

    /** From what: "the maximum contaminant level for fluoride". */
    public String from() {
        return subject.words + contaminant;
    }
}
