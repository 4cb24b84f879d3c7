/**
 * Where the diagrams touch Java: the closed set of delegates, the checks of what a person enters, the deadlines'
 * calendar, the guard on deployments, and what the pages ask about a case's way through its diagram.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Process",
        allowedDependencies = {"correspondence", "casefile", "penalty", "access"})
package org.abate.process;
