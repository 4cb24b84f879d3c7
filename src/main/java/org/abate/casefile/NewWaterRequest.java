package org.abate.casefile;

import java.time.LocalDate;

/**
 * A request of one public water system to be opened; of a joint request each system has a case of its own.
 *
 * @param group of a monitoring waiver; else null
 * @param system the facility of the case
 * @param jointWith of a joint request: the case of another of its systems; else null
 */
public record NewWaterRequest(
        Matter matter,
        WaterRequest.Subject subject,
        String contaminant,
        WaterRequest.ContaminantGroup group,
        WaterRequest.Initiator initiatedBy,
        System system,
        String jointWith) {

    /** @param complianceDueOn of an exemption: the compliance date otherwise applicable; else null */
    public record System(String pwsid, String name, String county, Integer personsServed, LocalDate complianceDueOn) {}
}
