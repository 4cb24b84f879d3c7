package org.abate.casefile;

/** What happened to a document on its way (10 CSR 20-3.010(1)(C), 25-14.010(1)(C), 60-6.070(1)(C)). */
public enum ServiceEvent {
    /**
     * Sent: how, with the number of the article; or once more, after it came back or in another manner. That a document was
     * sent at all, and when first, it says itself.
     */
    SENT("sent", false),
    /** Verified receipt. */
    RECEIVED("received", true),
    /** A refusal to accept it "constitutes service". */
    REFUSED("refused", true),
    /** So does a rejection. */
    REJECTED("rejected", true),
    /** Returned undeliverable: nobody took it or refused it. */
    UNDELIVERABLE("returned undeliverable", false),
    /** What was recorded did not happen. */
    RECORDED_IN_ERROR("recorded in error", false);

    private final String words;
    private final boolean service;

    ServiceEvent(String words, boolean service) {
        this.words = words;
        this.service = service;
    }

    /** "returned undeliverable". */
    public String words() {
        return words;
    }

    /** Whether the document is served by it. */
    public boolean isService() {
        return service;
    }
}
