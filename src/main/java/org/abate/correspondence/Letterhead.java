package org.abate.correspondence;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The address block of every letter, from the configuration. What is not configured is not printed.
 *
 * @param address its lines
 */
@ConfigurationProperties("abate.letterhead")
record Letterhead(List<String> address, String telephone, String web) {

    Letterhead {
        address = address == null ? List.of() : List.copyOf(address);
    }

    /** What there is of it, in one line; a setting that is there without a value is read as an empty text. */
    String line() {
        return Stream.concat(address.stream(), Stream.of(telephone, web))
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" \u00b7 "));
    }
}
