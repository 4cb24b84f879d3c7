/**
 * Who may do what: one login for everything, the offices and groups, and what the engine grants to each of them.
 * Knows nothing of cases, letters or penalties but the names of offices, groups and processes.
 */
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {})
package org.abate.access;

import org.springframework.modulith.ApplicationModule;
