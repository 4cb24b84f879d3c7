package org.abate.casefile;

import java.time.LocalDate;
import java.util.List;

/**
 * A request to be opened.
 *
 * @param group of a monitoring waiver; else null
 * @param systems the first is the facility of the case
 */
public record NewWaterRequest(
        Matter matter,
        WaterRequest.Subject subject,
        String contaminant,
        WaterRequest.ContaminantGroup group,
        WaterRequest.Initiator initiatedBy,
        List<System> systems) {

    /** @param complianceDueOn of an exemption: the compliance date otherwise applicable; else null */
    public record System(String pwsid, String name, String county, Integer personsServed, LocalDate complianceDueOn) {}
}
