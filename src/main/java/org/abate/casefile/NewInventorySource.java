package org.abate.casefile;

import java.math.BigDecimal;

/** A source to be listed; owner, its address and the fee may be null. See {@link InventorySource}. */
public record NewInventorySource(
        String source,
        String facilityName,
        String facilityAddress,
        String county,
        String region,
        String ownerName,
        String ownerAddress,
        BigDecimal feeDue) {}
