package org.abate.casefile;

import java.util.Arrays;
import java.util.Optional;

/** The department's regulatory programs; a case belongs to exactly one, which also gives its number the first letters. */
public enum Program {
    AIR("air", "AP", "air", "Air Pollution"),
    DRINKING_WATER("drinking-water", "DW", "drinking-water", "Public Drinking Water"),
    HAZARDOUS_WASTE("hazardous-waste", "HW", "hazardous-waste", "Hazardous Waste"),
    TANKS("tanks", "TK", "tanks", "Tanks"),
    INDUSTRIAL_MINERALS("industrial-minerals", "IM", "land-reclamation", "Industrial Minerals"),
    METALLIC_MINERALS("metallic-minerals", "MM", "land-reclamation", "Metallic Minerals"),
    COAL("coal", "CL", "land-reclamation", "Coal"),
    SOLID_WASTE("solid-waste", "SW", "solid-waste", "Solid Waste"),
    WATER("water", "WP", "water", "Water Pollution");

    private final String id;
    private final String prefix;
    private final String office;
    private final String title;

    Program(String id, String prefix, String office, String title) {
        this.id = id;
        this.prefix = prefix;
        this.office = office;
        this.title = title;
    }

    /** The name other programs use: {@code tanks}. */
    public String id() {
        return id;
    }

    /** The first two letters of its case numbers: {@code TK}. */
    public String prefix() {
        return prefix;
    }

    /** The office that carries its cases; the three mining programs share {@code land-reclamation}. */
    public String office() {
        return office;
    }

    /** The id of the diagram on which its enforcement cases run: {@code tank-enforcement}. */
    public String enforcementProcess() {
        return (this == TANKS ? "tank" : id) + "-enforcement";
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    public static Optional<Program> of(String id) {
        return Arrays.stream(values()).filter(program -> program.id.equals(id)).findFirst();
    }
}
