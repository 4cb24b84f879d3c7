package org.abate.casefile;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The department's regional offices, from the configuration. */
@Component
public class Regions {

    private final List<String> names;
    private final KnownNames known;

    Regions(@Value("${abate.regions}") List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalStateException("Name the department's regional offices in ABATE_REGIONS");
        }
        this.names = List.copyOf(names);
        this.known = new KnownNames(names, Map.of());
    }

    /** In the order of the configuration. */
    public List<String> names() {
        return names;
    }

    /** The name as the record has it; faults where there is no such office. */
    String known(String field, String written, Faults faults) {
        return known.find(written).orElseGet(() -> {
            faults.add(
                    field,
                    "is no regional office; "
                            + known.nearest(written)
                                    .map(near -> "the nearest name is " + near + ", and all of them are ")
                                    .orElse("they are ")
                            + String.join(", ", names));
            return written;
        });
    }
}
