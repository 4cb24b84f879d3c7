package org.abate.casefile;

/** The case has no document of this id. */
public class NoSuchDocument extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchDocument(String caseNumber, long documentId) {
        super("Case " + caseNumber + " has no document " + documentId);
    }
}
