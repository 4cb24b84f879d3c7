package org.abate.process;

import java.util.Optional;
import java.util.function.Supplier;

/** The case that this thread has just opened in the record and whose process it is starting, in one transaction. */
final class OpeningCase {

    private static final ThreadLocal<String> NUMBER = new ThreadLocal<>();

    private OpeningCase() {}

    static Optional<String> current() {
        return Optional.ofNullable(NUMBER.get());
    }

    static <T> T during(String caseNumber, Supplier<T> start) {
        NUMBER.set(caseNumber);
        try {
            return start.get();
        } finally {
            NUMBER.remove();
        }
    }
}
