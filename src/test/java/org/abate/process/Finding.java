package org.abate.process;

/** What a test of the models has found: where, and what is wrong there. */
record Finding(String element, String message) {

    @Override
    public String toString() {
        return element + " " + message;
    }
}
