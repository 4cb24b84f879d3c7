package org.abate.process;

/**
 * A case that was opened.
 *
 * @param caseNumber the case number, also the business key of its process instance
 * @param processInstanceId the engine's id of the root process instance
 */
public record OpenedCase(String caseNumber, String processInstanceId) {}
