/**
 * What analysts read: how long each stage of a case takes, on whom it waits, and the same as an event log. Everything
 * comes from the record of finished stages, which this module writes in the engine's own transactions.
 */
@ApplicationModule(
        displayName = "Cycle times",
        allowedDependencies = {"casefile"})
package org.abate.cycletime;

import org.springframework.modulith.ApplicationModule;
