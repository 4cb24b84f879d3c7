package org.abate.casefile;

import java.time.LocalDate;

/**
 * A meeting of a commission.
 *
 * @param cases how many cases are on its agenda
 */
public record Meeting(long id, Commission commission, LocalDate date, String place, int cases) {}
