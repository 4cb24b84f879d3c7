package org.abate.casefile;

/** How a document is delivered; the first three are the manners in which an order is served. */
public enum ServiceManner {
    CERTIFIED_MAIL("certified mail, return receipt requested"),
    COURIER("courier or messenger with verification of delivery"),
    HAND("hand delivery"),
    FIRST_CLASS_MAIL("first-class mail");

    private final String words;

    ServiceManner(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
