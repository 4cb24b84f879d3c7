package org.abate.casefile;

import java.util.Map;

/**
 * A regulated facility.
 *
 * @param region the department's regional office
 * @param identifiers by {@link FacilityIdentifier#key()}
 */
public record Facility(
        long id, String name, String address, String county, String region, Map<String, String> identifiers) {}
