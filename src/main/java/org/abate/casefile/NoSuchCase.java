package org.abate.casefile;

/** There is no case of this number. */
public class NoSuchCase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchCase(String caseNumber) {
        super("There is no case " + caseNumber);
    }
}
