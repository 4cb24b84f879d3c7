package org.abate.access;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The office that works on a case: a tenant of the engine, and the prefix of its groups. The three mining programs
 * share the office {@code land-reclamation}.
 */
public enum Office {
    AIR("air", "Air Pollution Control Program"),
    DRINKING_WATER("drinking-water", "Public Drinking Water Branch"),
    HAZARDOUS_WASTE("hazardous-waste", "Hazardous Waste Program"),
    TANKS("tanks", "Tanks Section, Hazardous Waste Program"),
    LAND_RECLAMATION("land-reclamation", "Land Reclamation Program"),
    SOLID_WASTE("solid-waste", "Solid Waste Management Program"),
    WATER("water", "Water Protection Program");

    private final String id;
    private final String title;

    Office(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** The engine's tenant id and the prefix of the office's groups: {@code tanks}. */
    public String id() {
        return id;
    }

    /** What the department calls it. */
    public String title() {
        return title;
    }

    /** The office of an id such as {@code tanks}, or nothing. */
    public static Optional<Office> of(String id) {
        return Arrays.stream(values()).filter(office -> office.id.equals(id)).findFirst();
    }

    /** Regional and program staff. */
    public String staff() {
        return id + "-staff";
    }

    /** Case managers. */
    public String enforcement() {
        return id + "-enforcement";
    }

    /** Section chief; for tanks the chief of the Petroleum Storage Tank Enforcement Unit. */
    public String chief() {
        return id + "-chief";
    }

    /** Program director; tanks have none of their own and answer to the Hazardous Waste Program's. */
    public String director() {
        return (this == TANKS ? HAZARDOUS_WASTE : this).id + "-director";
    }

    /**
     * Those above the office's case managers: its chief and director; for tanks also the chief of the Compliance and
     * Enforcement Section, who is {@code hazardous-waste-chief}.
     */
    public Set<String> management() {
        return this == TANKS ? Set.of(chief(), HAZARDOUS_WASTE.chief(), director()) : Set.of(chief(), director());
    }

    /** Everybody who carries the office's cases: staff, case managers, management. */
    public Set<String> groups() {
        return Stream.concat(Stream.of(staff(), enforcement()), management().stream())
                .collect(toUnmodifiableSet());
    }
}
