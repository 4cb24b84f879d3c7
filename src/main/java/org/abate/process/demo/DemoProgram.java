package org.abate.process.demo;

/** The demonstration's cases of a program: opened, and walked as staff would walk them. */
interface DemoProgram {

    void open();
}
