package org.abate.process;

/** A case does not take an event where it stands; the message says why, in words for the person who raised it. */
public class EventRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EventRefused(String message) {
        super(message);
    }
}
