/**
 * The penalty rules: one calculator for each rule the department assesses penalties by, its tables as data beside it, and
 * the worksheet that explains every line ("with particularity", RSMo 640.095).
 *
 * <p>Plain Java: no clock, no database, no framework. {@link org.abate.penalty.RuleBook} is the way in.
 */
package org.abate.penalty;
