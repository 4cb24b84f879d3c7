package org.abate.casefile;

import java.time.Instant;

/** A late invoice or a list that was filed in a year's inventory; it never changes. */
public record InventoryDocument(long id, int year, DocumentKind kind, String title, String addressee, Instant sentAt) {}
