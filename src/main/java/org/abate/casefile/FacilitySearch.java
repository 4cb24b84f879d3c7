package org.abate.casefile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds facilities that have a case already, so that a new case of one is not opened at a double of it. */
@Service
@Transactional(readOnly = true)
public class FacilitySearch {

    private static final String WITH_CASES = "id IN (SELECT facility_id FROM case_file WHERE program IN (:programs))";

    private final JdbcClient database;
    private final Facilities facilities;

    FacilitySearch(JdbcClient database, Facilities facilities) {
        this.database = database;
        this.facilities = facilities;
    }

    /**
     * By a part of the name or of the address, or by one of its numbers; in the order of their names.
     *
     * @param programs of whose cases the facility must have one
     * @param most how many at most
     */
    public List<Facility> search(Set<Program> programs, String text, int most) {
        if (programs.isEmpty()) {
            return List.of();
        }
        return database
                .sql("SELECT id FROM facility WHERE " + WITH_CASES + """
                         AND (LOWER(name) LIKE LOWER(:part) ESCAPE '!' OR LOWER(address) LIKE LOWER(:part) ESCAPE '!'
                          OR id IN (SELECT facility_id FROM facility_identifier WHERE identifier = UPPER(:number)))
                        ORDER BY LOWER(name), id FETCH FIRST :most ROWS ONLY""")
                .param("programs", ids(programs))
                .param("part", Sql.containing(text))
                .param("number", text)
                .param("most", most)
                .query(Long.class)
                .list()
                .stream()
                .flatMap(id -> facilities.find(id).stream())
                .toList();
    }

    /** Nothing if there is none, or none with a case of these programs. */
    public Optional<Facility> find(Set<Program> programs, long id) {
        if (programs.isEmpty()) {
            return Optional.empty();
        }
        return database.sql("SELECT id FROM facility WHERE id = :id AND " + WITH_CASES)
                .param("id", id)
                .param("programs", ids(programs))
                .query(Long.class)
                .optional()
                .flatMap(facilities::find);
    }

    private static List<String> ids(Set<Program> programs) {
        return programs.stream().map(Program::id).toList();
    }
}
