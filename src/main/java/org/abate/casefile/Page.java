package org.abate.casefile;

import java.util.List;

/**
 * A page of a longer list.
 *
 * @param page counts from 0
 * @param size how many items a full page has
 * @param total how many there are on all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {}
