package org.abate.casefile;

/** There is no inventory of this year, or no such source or document in it. */
public class NoSuchInventory extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchInventory(String what) {
        super("There is no " + what);
    }
}
