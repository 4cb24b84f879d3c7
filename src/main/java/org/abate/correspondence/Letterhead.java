package org.abate.correspondence;

import java.util.List;
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
}
