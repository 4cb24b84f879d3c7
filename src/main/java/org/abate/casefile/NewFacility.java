package org.abate.casefile;

import java.util.Map;

/**
 * The facility of a new case. One that the record knows already, by its id or by any of its identifiers, is used again
 * as it stands and never doubled.
 *
 * @param id of a facility of the record; then everything else may be left out
 * @param region the department's regional office
 * @param identifiers by {@link FacilityIdentifier#key()}; may be null
 */
public record NewFacility(
        Long id, String name, String address, String county, String region, Map<String, String> identifiers) {}
