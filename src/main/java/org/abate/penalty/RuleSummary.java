package org.abate.penalty;

import java.util.List;

/**
 * A rule in the list of rules.
 *
 * @param rule its name in addresses, as {@code clean-water}
 * @param versions effective dates, the newest first
 */
public record RuleSummary(String rule, String title, String citation, List<String> versions) {}
