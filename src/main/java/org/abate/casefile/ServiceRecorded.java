package org.abate.casefile;

/** Something was recorded of the delivery of a document; told in the transaction that records it. */
public record ServiceRecorded(long documentId) {}
