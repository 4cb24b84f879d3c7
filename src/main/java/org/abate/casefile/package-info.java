/**
 * The permanent record: facility, responsible party, case, violation, contact, document, assessment, payment. It
 * outlives the engine's history; every change is audited by the database itself.
 */
@ApplicationModule(allowedDependencies = {})
package org.abate.casefile;

import org.springframework.modulith.ApplicationModule;
