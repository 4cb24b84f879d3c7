package org.abate.casefile;

/** Who answers for the violation, as it is to be addressed. */
public record NewParty(String name, String address) {}
