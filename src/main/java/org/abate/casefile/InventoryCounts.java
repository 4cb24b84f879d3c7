package org.abate.casefile;

/**
 * How far a year's inventory has come.
 *
 * @param sources all of the year but those taken off its list
 * @param submitted those of which questionnaire and fee are there
 * @param struck those taken off the list
 * @param invoiced those a late invoice was sent to
 * @param toInvoice those that would get one now
 * @param listed those on the list of sources in noncompliance
 * @param cases those an enforcement case is open for
 * @param casesToOpen those on the list without a case
 */
public record InventoryCounts(
        int sources, int submitted, int struck, int invoiced, int toInvoice, int listed, int cases, int casesToOpen) {}
