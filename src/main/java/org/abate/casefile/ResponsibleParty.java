package org.abate.casefile;

/** Who answers for the violations of a case, as it is addressed. */
public record ResponsibleParty(long id, String name, String address) {}
