package org.abate.desk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the pages and the REST interface, on each database. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RunningDesk
@interface DeskTest {}
