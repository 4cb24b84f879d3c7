package org.abate.casefile;

/**
 * What happened to a source's late invoice on its way, to be recorded.
 *
 * @param source the air installation number
 */
public record InventoryDelivery(String source, NewService service) {}
