/** The demonstration of the profile {@code demo}: invented cases, walked as staff would walk them. */
package org.abate.process.demo;
