/** What H2 calls by name from the schema: the triggers of the audit trail, PL/pgSQL on PostgreSQL. */
package org.abate.casefile.internal;
