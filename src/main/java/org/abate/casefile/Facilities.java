package org.abate.casefile;

import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The facilities of the record, each of them once. */
@Component
class Facilities {

    private final JdbcClient database;
    private final Savepoint savepoint;
    private final Clock clock;

    Facilities(JdbcClient database, Savepoint savepoint, Clock clock) {
        this.database = database;
        this.savepoint = savepoint;
        this.clock = clock;
    }

    Optional<Facility> find(long id) {
        return database.sql("SELECT id, name, address, county, region FROM facility WHERE id = ?")
                .param(id)
                .query((row, n) -> new Facility(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("address"),
                        row.getString("county"),
                        row.getString("region"),
                        identifiers(id)))
                .optional();
    }

    /** The facility of a checked input, found or newly recorded, with all the identifiers given. */
    Facility recorded(NewFacility facility) {
        try {
            return savepoint.run(() -> record(facility));
        } catch (DuplicateKeyException recordedMeanwhile) {
            return record(facility);
        }
    }

    private Facility record(NewFacility facility) {
        Faults faults = new Faults();
        Optional<Facility> known = known(facility, faults);
        faults.refuse();
        long id = known.map(Facility::id).orElseGet(() -> insert(facility));
        Map<String, String> missing = new TreeMap<>(facility.identifiers());
        known.ifPresent(
                present -> missing.keySet().removeAll(present.identifiers().keySet()));
        missing.forEach((kind, identifier) -> database.sql(
                        "INSERT INTO facility_identifier (facility_id, kind, identifier) VALUES (?, ?, ?)")
                .params(id, kind, identifier)
                .update());
        return find(id).orElseThrow();
    }

    /** The facility that the record has already, by its id or any identifier; faults where these contradict it. */
    Optional<Facility> known(NewFacility facility, Faults faults) {
        Map<String, Long> owners = owners(facility.identifiers());
        Set<Long> candidates = new HashSet<>(owners.values());
        if (facility.id() != null) {
            candidates.add(facility.id());
        }
        Optional<Facility> known = candidates.stream()
                .filter(id -> facility.id() == null || id.equals(facility.id()))
                .min(Long::compare)
                .flatMap(this::find);
        if (known.isEmpty()) {
            if (facility.id() != null) {
                faults.add("facility.id", "there is no facility " + facility.id());
            }
            return known;
        }
        Facility present = known.get();
        if (facility.id() != null && facility.name() != null && !facility.name().equalsIgnoreCase(present.name())) {
            faults.add(
                    "facility.name",
                    "facility " + present.id() + " is " + present.name() + "; leave the name out or give another id");
        }
        facility.identifiers().forEach((kind, identifier) -> {
            String field = "facility.identifiers." + kind;
            Long owner = owners.get(kind);
            String own = present.identifiers().get(kind);
            if (owner != null && owner != present.id()) {
                faults.add(field, identifier + " belongs to facility " + owner + ", not to facility " + present.id());
            } else if (own != null && !own.equals(identifier)) {
                faults.add(field, "facility " + present.id() + " has " + own + ", not " + identifier);
            }
        });
        return known;
    }

    /**
     * What a request says otherwise of its system than the record does: the grant is made to the system on record, and the
     * letter names the facility covered (10 CSR 60-6.010(4)(B)2, 60-6.020(4)(A)).
     */
    static void sameAsOnRecord(Facility known, NewFacility given, Faults faults) {
        String number = given.identifiers().get(FacilityIdentifier.PWSID.key());
        differs(faults, "facility.name", given.name(), known.name(), number + " is ");
        differs(faults, "facility.address", given.address(), known.address(), number + " is at ");
        differs(faults, "facility.county", given.county(), known.county(), number + " is in ");
        differs(faults, "facility.region", given.region(), known.region(), number + " is of the region ");
    }

    /** Capitals, blanks and punctuation make no other name. */
    private static void differs(Faults faults, String field, String given, String known, String is) {
        boolean same = given == null || letters(given).equals(letters(known));
        if (!same && !faults.in(field)) {
            faults.add(field, is + known + " on record: write it so, or correct the public water system number");
        }
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private Map<String, Long> owners(Map<String, String> identifiers) {
        Map<String, Long> owners = new TreeMap<>();
        identifiers.forEach((kind, identifier) -> database.sql(
                        "SELECT facility_id FROM facility_identifier WHERE kind = ? AND identifier = ?")
                .params(kind, identifier)
                .query(Long.class)
                .optional()
                .ifPresent(owner -> owners.put(kind, owner)));
        return owners;
    }

    private Map<String, String> identifiers(long id) {
        Map<String, String> identifiers = new TreeMap<>();
        database.sql("SELECT kind, identifier FROM facility_identifier WHERE facility_id = ?")
                .param(id)
                .query(row -> {
                    identifiers.put(row.getString("kind"), row.getString("identifier"));
                });
        return identifiers;
    }

    private long insert(NewFacility facility) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        database.sql("INSERT INTO facility (name, address, county, region, recorded_at) VALUES (?, ?, ?, ?, ?)")
                .params(
                        facility.name(),
                        facility.address(),
                        facility.county(),
                        facility.region(),
                        Sql.of(clock.instant()))
                .update(id, "id");
        return id.getKeyAs(Long.class);
    }
}
