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
        telephone = given(telephone);
        web = given(web);
    }

    /** A setting that is there without a value is read as an empty text. */
    private static String given(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
