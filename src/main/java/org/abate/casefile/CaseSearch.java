package org.abate.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of cases, newest first, a page at a time. */
@Component
class CaseSearch {

    /** The conditions need this table alone, so that counting joins nothing. */
    private static final String FROM = "FROM case_file c ";

    private static final String JOINS = """
            JOIN facility f ON f.id = c.facility_id
            LEFT JOIN responsible_party p ON p.id = c.responsible_party_id
            """;

    private static final String SELECT = """
            SELECT c.case_number, c.program, c.status, c.discovered_on, c.opened_at, c.case_manager,
              f.id AS facility_id, f.name AS facility_name, f.county, f.region, p.name AS party_name
            """;

    private static final String FACILITY = """
            c.facility_id IN (SELECT id FROM facility
                WHERE CAST(id AS VARCHAR(20)) = :facility OR LOWER(name) LIKE LOWER(:facilityName) ESCAPE '!'
              UNION SELECT facility_id FROM facility_identifier WHERE identifier = UPPER(:facility))""";

    private static final String WORDS = """
            (c.case_number LIKE UPPER(:q) ESCAPE '!'
              OR c.facility_id IN (SELECT id FROM facility WHERE LOWER(name) LIKE LOWER(:q) ESCAPE '!')
              OR c.responsible_party_id IN (SELECT id FROM responsible_party WHERE LOWER(name) LIKE LOWER(:q) ESCAPE '!'))""";

    private static final String ORDER =
            " ORDER BY c.opened_at DESC, c.case_number DESC OFFSET :offset ROWS FETCH NEXT :size ROWS ONLY";

    private final JdbcClient database;

    CaseSearch(JdbcClient database) {
        this.database = database;
    }

    Page<CaseSummary> search(CaseQuery query) {
        if (query.programs() != null && query.programs().isEmpty()) {
            return new Page<>(List.of(), query.page(), query.size(), 0);
        }
        Map<String, Object> parameters = new HashMap<>();
        String where = where(query, parameters);
        long total = database.sql("SELECT COUNT(*) " + FROM + where)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("offset", (long) query.page() * query.size());
        parameters.put("size", query.size());
        List<CaseSummary> items = database.sql(SELECT + FROM + JOINS + where + ORDER)
                .params(parameters)
                .query((row, n) -> summary(row))
                .list();
        return new Page<>(items, query.page(), query.size(), total);
    }

    private static String where(CaseQuery query, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        if (query.programs() != null) {
            conditions.add("c.program IN (:programs)");
            parameters.put(
                    "programs", query.programs().stream().map(Program::id).toList());
        }
        if (query.status() != null) {
            conditions.add("c.status = :status");
            parameters.put("status", query.status().name());
        }
        if (query.facility() != null) {
            conditions.add(FACILITY);
            parameters.put("facility", query.facility());
            parameters.put("facilityName", Sql.containing(query.facility()));
        }
        if (query.q() != null) {
            conditions.add(WORDS);
            parameters.put("q", Sql.containing(query.q()));
        }
        return conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
    }

    private static CaseSummary summary(ResultSet row) throws SQLException {
        return new CaseSummary(
                row.getString("case_number"),
                Program.of(row.getString("program")).orElseThrow(),
                CaseStatus.valueOf(row.getString("status")),
                row.getLong("facility_id"),
                row.getString("facility_name"),
                row.getString("county"),
                row.getString("region"),
                row.getString("party_name"),
                Sql.day(row, "discovered_on"),
                Sql.instant(row, "opened_at"),
                row.getString("case_manager"));
    }
}
