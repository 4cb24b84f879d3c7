package org.abate.process;

/** The demonstration's cases of a program: opened, and walked as staff would walk them. */
interface DemoProgram {

    void open();
}
