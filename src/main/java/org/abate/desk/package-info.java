/**
 * What people and other programs open: the pages of the cases, and the REST interface. Everything a caller sees goes
 * through {@link org.abate.desk.VisibleCases}; nothing here knows the engine.
 */
@ApplicationModule(
        displayName = "Desk",
        allowedDependencies = {"process", "cycletime", "correspondence", "casefile", "penalty", "access"})
package org.abate.desk;

import org.springframework.modulith.ApplicationModule;
