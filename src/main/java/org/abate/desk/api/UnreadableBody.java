package org.abate.desk.api;

import org.springframework.http.HttpStatus;

/** A request's body that is no JSON to be read at all; the message says where it stops being so. */
class UnreadableBody extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    UnreadableBody(HttpStatus status, String message) {
        super(message);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
